const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { chown, mkdir, mkdtemp, rename, rm, writeFile } = require('node:fs/promises');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');
const { freePort, startProgram } = require('./n8n/server');

const DOVECOT = '/usr/sbin/dovecot';
const USER = 'copies@example.com';
const PASSWORD = 'copies';
// Dovecot does not open mail that belongs to root. This is the ID of `nobody` on Debian.
const NOBODY = 65_534;

/** Whether Debian's mail server is installed (apt-get install dovecot-imapd). */
const hasImap = existsSync(DOVECOT);

const { uid, gid, username } = userInfo();
/** @type {[uid: number, gid: number]} */
const owner = uid === 0 ? [NOBODY, NOBODY] : [uid, gid];

/** The settings of Dovecot 2.3 for one mailbox. As root, it runs as the users of Debian's package; otherwise as the current user. */
function settings(folder, port) {
	const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
	const users = `default_internal_user = ${username}
default_login_user = ${username}
default_internal_group = ${group}`;
	return `${uid === 0 ? '' : users}
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${owner[0]} gid=${owner[1]} home=${folder}
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

/** A real IMAP server on 127.0.0.1, with one empty mailbox. */
async function startImap() {
	const folder = await mkdtemp(join(tmpdir(), 'imap-'));
	const inbox = join(folder, 'mail');
	for (const name of ['run', 'state', 'mail/cur', 'mail/new', 'mail/tmp']) {
		await mkdir(join(folder, name), { recursive: true });
	}
	for (const name of ['', 'mail', 'mail/cur', 'mail/new', 'mail/tmp']) {
		await chown(join(folder, name), ...owner);
	}
	const port = await freePort();
	const file = join(folder, 'dovecot.conf');
	await writeFile(file, settings(folder, port));
	const program = await startProgram(DOVECOT, ['-F', '-c', file], {
		isReady: (log) => log.includes('starting up'),
	});
	let mails = 0;
	return {
		/** What a user enters into n8n's credential. */
		login: { user: USER, password: PASSWORD, host: '127.0.0.1', port, secure: false },
		/** Puts a mail into the mailbox, as a mail server does: written aside, then moved. */
		deliver: async (mail) => {
			const name = `${Date.now()}.${mails++}.example.com`;
			await writeFile(join(inbox, 'tmp', name), mail.replace(/\r?\n/g, '\r\n'));
			await chown(join(inbox, 'tmp', name), ...owner);
			await rename(join(inbox, 'tmp', name), join(inbox, 'new', name));
		},
		stop: async () => {
			await program.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

module.exports = { hasImap, startImap };
