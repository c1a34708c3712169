// `npm run probe`: for a person with an account of 7Targets. It finds out which of the node's assumptions (docs/assumptions.md) are
// true, with the built node in n8n's own engine. What is entered is kept only in memory.

const { writeFileSync } = require('node:fs');
const { parseArgs } = require('node:util');

const { Interrupted } = require('./probe/interrupted');

const USAGE = 'npm run probe [-- --report FILE]';
const APP = 'https://solution.7targets.com/all-leads';

const say = (line = '') => console.log(line);

/** The questions at the terminal. */
async function questions(signal) {
	const prompts = await import('@inquirer/prompts');
	const asking = (prompt) => async (question) => {
		try {
			return await prompt(question, { signal });
		} catch (/** @type {any} */ error) {
			// Ctrl-C in a question, and a terminal that was closed, end in these.
			if (/^(Exit|Abort)PromptError$/.test(error.name)) throw new Interrupted();
			throw error;
		}
	};
	return Object.fromEntries(
		['confirm', 'input', 'password', 'select'].map((name) => [name, asking(prompts[name])]),
	);
}

async function main(report, signal) {
	const ask = await questions(signal);
	const { openAccount } = require('./probe/account');
	const { built } = require('./probe/facts');
	const { probe } = require('./probe/probe');
	const { findingsOf, reportOf, tableOf } = require('./probe/report');
	const { leadEmail } = built('nodes/SevenTargets/values.js');

	say(`This finds out what 7Targets' API really does where its documents leave it open. You need an account, and five
minutes. It asks before each step. Your login is kept in memory alone, and is shown nowhere. The probe creates one
lead, with an address of your own, and stops its follow-up at the end, also if you press Ctrl-C.
`);
	const authentication = await ask.select({
		message: 'How do you log in to 7Targets?',
		choices: [
			{ name: 'OAuth2 (client ID and client secret)', value: 'oAuth2' },
			{ name: 'Username and password', value: 'password' },
		],
	});
	const account = await openAccount(authentication, { say, signal });
	const entered = {};
	for (const { name, displayName, default: initial } of account.fields) {
		entered[name] =
			initial === ''
				? await ask.password({ message: displayName, validate: isFilledIn, toggleMask: false })
				: await ask.input({ message: displayName, default: initial });
	}
	account.enter(entered);

	const typed = await ask.input({
		message: 'An email address of your own, to which the assistant may write:',
		validate: (value) => {
			try {
				return leadEmail(value, 'Email') !== undefined || 'Enter an address.';
			} catch (/** @type {any} */ error) {
				return `${error.message}.`;
			}
		},
	});
	const own = leadEmail(typed, 'Email');
	const tagged = own.replace(/(\+[^@]*)?@/, `+probe${Date.now().toString(36)}@`);
	say(`
${tagged} is new to 7Targets, and most mail servers deliver it to
${own}. Without the tag, the address should be no lead yet: its follow-up is stopped at the end.`);
	const isFresh = await ask.confirm({ message: 'Use the address with the tag?' });
	const address = { email: isFresh ? tagged : own, isFresh };

	const { seen, left, end, leads } = await probe({
		account,
		address,
		say,
		ask: {
			mayRun: async ({ title, mail }) => {
				say(`\n${title}\n${mail.replace('that address', address.email)}.`);
				return await ask.confirm({ message: 'Send it?' });
			},
			writer: async (assistants) => await chosenWriter(ask, assistants),
		},
	});
	const last = `\n${lastWords({ left, leads, address })}`;
	// First, because the rest may fail; and again at the end, because people read it there.
	say(last);
	try {
		const findings = findingsOf(seen, authentication);
		say(`\n${tableOf(findings, process.stdout.columns || undefined)}`);
		if (report !== undefined) save(report, reportOf(findings, authentication, { isWhole: !end }));
	} finally {
		say(last);
	}
	if (end instanceof Interrupted) return left.length > 0 ? 1 : 130;
	if (end !== undefined) say(end.message);
	return end === undefined && left.length === 0 ? 0 : 1;
}

const isFilledIn = (value) => value.trim() !== '' || 'Fill it in.';

async function chosenWriter(ask, assistants) {
	const known = assistants.filter(({ emailid }) => emailid);
	if (known.length > 0) {
		return await ask.select({
			message: 'Which assistant may write to the address?',
			choices: known.map((one) => ({ name: `${one.name} (${one.emailid})`, value: one })),
		});
	}
	const emailid = await ask.input({
		message: 'The email address of the assistant that may write to it',
		validate: isFilledIn,
	});
	return { emailid: emailid.trim() };
}

function save(file, text) {
	try {
		writeFileSync(file, text);
		say(
			`\nThe report is in ${file}. Please read it, and put it into an issue (template "What the probe found").`,
		);
	} catch (/** @type {any} */ error) {
		say(`\nThe report could not be written to ${file} (${error.code}). Here it is:\n\n${text}`);
	}
}

function lastWords({ left, leads, address }) {
	if (left.length > 0) {
		return `THE FOLLOW-UP MAY GO ON: 7Targets did not say that it has stopped. Open ${APP}, look for ${address.email}, and stop
its follow-up there. Until then the assistant may write to it.`;
	}
	return leads.length === 0
		? 'No lead was created.'
		: `The follow-up of ${address.email} is stopped. If 7Targets made a lead of it, that stays in the app, at ${APP}.`;
}

const controller = new AbortController();

/** Ends the probe after what is under way, because the follow-up must be stopped in any case. */
function endBecause(why) {
	if (!controller.signal.aborted) say(`\n${why} Ending, after what is under way…`);
	controller.abort();
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => endBecause(''));
// For example, if the terminal is closed: then Node's readline throws where nothing can catch it.
process.on('uncaughtException', ({ message }) => endBecause(message));
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

function reportIn(args) {
	try {
		return parseArgs({ args, options: { report: { type: 'string' } } }).values.report;
	} catch {
		console.error(`It takes no arguments but a file for the report: ${USAGE}`);
		process.exit(1);
	}
}

const report = reportIn(process.argv.slice(2));
main(report, controller.signal).then(
	(code) => process.exit(code),
	(error) => {
		say(error instanceof Interrupted ? '\nNothing was sent.' : error.message);
		process.exit(error instanceof Interrupted ? 130 : 1);
	},
);
