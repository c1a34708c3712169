import { sleep } from 'n8n-workflow';

import { atTerminal, CTRL_C, DOWN, ENTER, filesLeft, inFolder } from '../support/terminal';
import { useWorld } from '../support/testBench';

const world = useWorld();
const OWN = 'Nathan.Probe@Example.org';

type Login = 'password' | 'oAuth2';
const LOGINS: Login[] = ['password', 'oAuth2'];

/** `npm run probe` as a person runs it, up to its first step. */
async function started(login: Login, options: string[] = []) {
	const folder = inFolder();
	const args = [...options, 'scripts/probe.js', '--report', `${folder}/found.md`];
	const terminal = atTerminal('node', args, { TMPDIR: folder });
	const { waitFor, type } = terminal;
	const answer = async (question: string, text: string) => {
		await waitFor(question);
		// The program listens only a moment after its question is on the screen.
		await sleep(100);
		type(text);
	};
	await answer('How do you log in to 7Targets?', login === 'password' ? DOWN + ENTER : ENTER);
	const password = { ...world.login() };
	const client = { ...world.client() };
	const entered: Array<[string, string]> =
		login === 'password'
			? [
					['Username', password.username],
					['Password', password.password],
					['Client ID', password.clientId],
					['Cognito URL', password.cognitoUrl],
					['API URL', password.apiUrl],
				]
			: [
					['Client ID', client.clientId],
					['Client Secret', client.clientSecret],
					['User Identifier', client.userIdentifier],
					['Access Token URL', client.accessTokenUrl],
					['API URL', client.apiUrl],
				];
	for (const [label, value] of entered)
		await answer(`${label} ${label.endsWith('URL') ? '(' : '[input is masked]'}`, value + ENTER);
	await answer('An email address of your own', OWN + ENTER);
	await answer('Use the address with the tag? (Y/n)', ENTER);
	const sendIt = async () => await answer('Send it? (Y/n)', ENTER);
	/** Says yes to `count` steps; the fourth asks which assistant may write. */
	const sendSteps = async (count: number) => {
		for (let n = 0; n < count; n++) {
			if (n === 3) await answer('❯ Rachel', ENTER);
			await sendIt();
		}
	};
	const ended = async () => {
		const code = await terminal.ended;
		const { screen } = terminal;
		// Only the report may be left.
		const files = filesLeft(folder);
		const hidden = { ...world.secrets(), ...world.identities() };
		expect(await world.leaks({ screen: screen(), files }, hidden)).toEqual([]);
		return { code, screen: screen(), files };
	};
	return { ...terminal, answer, sendIt, sendSteps, end: ended };
}

const isFollowedUp = () =>
	world.api.leads.some(({ nextScheduleTime }) => nextScheduleTime !== null);

it.each(LOGINS)('asks, sends, stops, and writes the report, %s', async (login) => {
	const { sendSteps, end } = await started(login);
	await sendSteps(9);
	const { code, screen, files } = await end();
	expect(code).toBe(0);
	// Five of the steps may make a lead, or change it.
	expect(screen.match(/your colleagues under Copy To, and a CRM/g)).toHaveLength(5);
	expect(screen.match(/your default assistant may write instead/g)).toHaveLength(1);
	expect(screen).toMatch(/\d+ as assumed, 0 otherwise, \d+ not tried\./);
	expect(screen).toMatch(/The follow-up of nathan\.probe\+probe\w+@example\.org is stopped\./);
	expect(world.api.leads).toHaveLength(1);
	expect(isFollowedUp()).toBe(false);
	expect(Object.keys(files)).toEqual(['found.md']);
	expect(files['found.md']).toContain('| as assumed | ');
	const hidden = [...Object.values(world.secrets()), '@example', '2345', '127.0.0.1'];
	for (const text of hidden) {
		expect(files['found.md'].toLowerCase()).not.toContain(text.toLowerCase());
	}
});

it('warns of a follow-up that may go on, even if the table cannot be made', async () => {
	const breaking = `import { createRequire } from 'node:module';
		createRequire(process.cwd() + '/scripts/x.js')('./probe/report').tableOf = () => { throw new Error('no table'); };`;
	const preload = `data:text/javascript,${encodeURIComponent(breaking)}`;
	const { sendSteps, end } = await started('password', ['--import', preload]);
	world.api.script(async ({ url }, reply) => {
		if (url === '/leads/stop/followup') await reply.code(400).send({ message: 'No' });
	});
	await sendSteps(9);
	const { code, screen } = await end();
	expect(code).toBe(1);
	expect(isFollowedUp()).toBe(true);
	expect(screen).toContain('no table');
	expect(screen.match(/THE FOLLOW-UP MAY GO ON/g)).toHaveLength(2);
});

it('stops the follow-up after Ctrl-C in a question', async () => {
	const { sendSteps, waitFor, answer, end } = await started('password');
	await sendSteps(6);
	await waitFor('Create the same lead once more');
	await answer('Send it? (Y/n)', CTRL_C);
	const { code, screen } = await end();
	expect(code).toBe(130);
	expect(world.api.leads).toHaveLength(1);
	expect(isFollowedUp()).toBe(false);
	expect(screen).toContain('is stopped.');
});

it('stops the follow-up after Ctrl-C while the lead is being created, and a second one', async () => {
	const { sendIt, sendSteps, waitFor, type, end } = await started('password');
	await sendSteps(5);
	world.api.script(async ({ method }) => {
		if (method !== 'POST') return;
		type(CTRL_C);
		await sleep(500);
		type(CTRL_C);
		await sleep(500);
	});
	await sendIt();
	await waitFor('Ending, after what is under way');
	const { code, screen } = await end();
	expect(code).toBe(130);
	expect(world.api.leads).toHaveLength(1);
	expect(isFollowedUp()).toBe(false);
	expect(screen).toContain('is stopped.');
});

it('stops the follow-up after the terminal was closed', async () => {
	const { sendSteps, waitFor, stop } = await started('password');
	await sendSteps(6);
	await waitFor('Create the same lead once more');
	expect(isFollowedUp()).toBe(true);
	stop();
	const stops = () => world.api.requests.filter(({ url }) => url === '/leads/stop/followup');
	// The probe sends the stop twice.
	for (let n = 0; n < 200 && stops().length < 2; n++) await sleep(100);
	expect(isFollowedUp()).toBe(false);
});

it('sends nothing after Ctrl-C in the first question', async () => {
	const terminal = atTerminal('node', ['scripts/probe.js'], {});
	await terminal.waitFor('How do you log in');
	await sleep(100);
	terminal.type(CTRL_C);
	expect(await terminal.ended).toBe(130);
	expect(terminal.screen()).toContain('Nothing was sent.');
	expect(world.api.requests).toHaveLength(0);
});

it('takes no arguments but the file', async () => {
	const terminal = atTerminal('node', ['scripts/probe.js', 'password=secret'], {});
	expect(await terminal.ended).toBe(1);
	expect(terminal.screen()).toContain('It takes no arguments but a file for the report');
});

it('shows what is wrong with a login, and tries no more', async () => {
	world.cognito.script(async () => ({
		status: 400,
		headers: { 'x-amzn-errortype': 'NotAuthorizedException' },
		body: '{"message":"Incorrect username or password."}',
	}));
	const { sendIt, end } = await started('password');
	await sendIt();
	const { code, screen } = await end();
	expect(code).toBe(1);
	expect(screen).toContain('7Targets did not accept this login.');
	expect(screen).toContain('No lead was created.');
	expect(world.api.requests).toHaveLength(0);
});
