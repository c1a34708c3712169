// `npm run probe`: for a person with an account of 7Targets. It finds out which of the node's assumptions (docs/assumptions.md) are
// true, with the built node in n8n's own engine. What is entered is kept only in memory.

const { writeFileSync } = require('node:fs');
const { parseArgs } = require('node:util');

const { Interrupted } = require('./probe/facts');

const APP = 'https://solution.7targets.com/all-leads';
const INTRODUCTION = `This finds out what 7Targets' API really does where its documents leave it open. You need an account, and five
minutes. It asks before each step. Your login is kept in memory alone, and is shown nowhere. The probe creates one
lead, with an address of your own, and stops its follow-up at the end, also if you press Ctrl-C.
`;

const say = (line = '') => console.log(line);

/** The questions at the terminal. */
async function questions(signal) {
	const prompts = await import('@inquirer/prompts');
	const asking = (name) => async (question) => {
		try {
			return await prompts[name](question, { signal });
		} catch (/** @type {any} */ error) {
			// Ctrl-C in a question, and a terminal that was closed, end in these.
			if (/^(Exit|Abort)PromptError$/.test(error.name)) throw new Interrupted();
			throw error;
		}
	};
	const names = ['confirm', 'input', 'password', 'select'];
	return Object.fromEntries(names.map((name) => [name, asking(name)]));
}

async function main(report, signal) {
	const ask = await questions(signal);
	const { openAccount } = require('./probe/account');
	const { probe } = require('./probe/probe');
	const { findingsOf, reportOf, tableOf } = require('./probe/report');

	say(INTRODUCTION);
	const authentication = await ask.select({
		message: 'How do you log in to 7Targets?',
		choices: [
			{ name: 'OAuth2 (client ID and client secret)', value: 'oAuth2' },
			{ name: 'Username and password', value: 'password' },
		],
	});
	const account = await openAccount(authentication, { say, signal });
	const entered = {};
	for (const { name, displayName: message, default: initial } of account.fields) {
		entered[name] =
			initial === ''
				? await ask.password({ message, validate: isFilledIn, toggleMask: false })
				: await ask.input({ message, default: initial });
	}
	account.enter(entered);
	const address = await chosenAddress(ask);
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
		say(`\n${tableOf(findings)}`);
		if (report !== undefined) save(report, reportOf(findings, authentication, { isWhole: !end }));
	} finally {
		say(last);
	}
	if (end instanceof Interrupted) return left.length > 0 ? 1 : 130;
	if (end !== undefined) say(end.message);
	return end === undefined && left.length === 0 ? 0 : 1;
}

const isFilledIn = (value) => value.trim() !== '' || 'Fill it in.';

/** The address of the lead; it is fresh if 7Targets cannot have it yet. */
async function chosenAddress(ask) {
	const { leadEmail } = require('./probe/facts').built('nodes/SevenTargets/values/index.js');
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
	return { email: isFresh ? tagged : own, isFresh };
}

async function chosenWriter(ask, assistants) {
	const known = assistants.filter(({ emailid }) => emailid);
	if (known.length === 0) {
		const message = 'The email address of the assistant that may write to it';
		return { emailid: (await ask.input({ message, validate: isFilledIn })).trim() };
	}
	const choices = known.map((one) => ({ name: `${one.name} (${one.emailid})`, value: one }));
	return await ask.select({ message: 'Which assistant may write to the address?', choices });
}

function save(file, text) {
	try {
		writeFileSync(file, text);
		say(
			`\nThe report is in ${file}. Please read it, and put it into an issue (What the probe found).`,
		);
	} catch (/** @type {any} */ error) {
		say(`\nThe report could not be written to ${file} (${error.code}). Here it is:\n\n${text}`);
	}
}

function lastWords({ left, leads, address: { email } }) {
	if (leads.length === 0) return 'No lead was created.';
	return left.length === 0
		? `The follow-up of ${email} is stopped. If 7Targets made a lead of it, that stays in the app, at ${APP}.`
		: `THE FOLLOW-UP MAY GO ON: 7Targets did not say that it has stopped. Open ${APP}, look for ${email}, and stop
its follow-up there. Until then the assistant may write to it.`;
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
		console.error(
			'It takes no arguments but a file for the report: npm run probe [-- --report FILE]',
		);
		process.exit(1);
	}
}

main(reportIn(process.argv.slice(2)), controller.signal).then(process.exit, (error) => {
	say(error instanceof Interrupted ? '\nNothing was sent.' : error.message);
	process.exit(error instanceof Interrupted ? 130 : 1);
});
