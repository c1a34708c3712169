const { spawn } = require('node:child_process');
const { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { stripVTControlCharacters } = require('node:util');
const { PROJECT } = require('./n8n/install');

const PATIENCE_MS = 60_000;

/** Runs a program in its own terminal, with Python's `pty`; what is sent is typed there, and Ctrl-C becomes a signal. */
function atTerminal(command, args, env = {}) {
	const child = spawn(
		'python3',
		[
			'-c',
			'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))',
			command,
			...args,
		],
		{ cwd: PROJECT, env: { ...process.env, TERM: 'xterm', ...env } },
	);
	let all = '';
	let seen = 0;
	const watchers = new Set();
	const add = (data) => {
		all += data;
		for (const watch of watchers) watch();
	};
	child.stdout.setEncoding('utf8').on('data', add);
	child.stderr.setEncoding('utf8').on('data', add);
	const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
	const screen = () => stripVTControlCharacters(all);

	return {
		/** Everything that was on the screen so far. */
		screen,
		/** Resolves to the exit code of the program. */
		ended,
		/** Waits until the text appears after the last one that was waited for. */
		waitFor: (text) =>
			new Promise((resolve, reject) => {
				const watch = () => {
					const at = screen().indexOf(text, seen);
					if (at < 0) return;
					seen = at + text.length;
					clearTimeout(timer);
					watchers.delete(watch);
					resolve(undefined);
				};
				const timer = setTimeout(
					() => reject(new Error(`"${text}" did not appear:\n${screen()}`)),
					PATIENCE_MS,
				);
				watchers.add(watch);
				watch();
			}),
		type: (keys) => void child.stdin.write(keys),
		stop: () => void child.kill(),
	};
}

/** A new folder, for the files of a program. */
const inFolder = () => mkdtempSync(join(tmpdir(), 'probe-'));

/** The texts of all files in a folder by their names, which is removed. */
function filesLeft(folder) {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const files = names.filter((name) => statSync(join(folder, name)).isFile());
	const texts = files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
	rmSync(folder, { recursive: true });
	return Object.fromEntries(texts);
}

const ENTER = '\r';
const DOWN = '\u001b[B';
const CTRL_C = '\u0003';

module.exports = { atTerminal, CTRL_C, DOWN, ENTER, filesLeft, inFolder };
