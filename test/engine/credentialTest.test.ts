import { sleep } from 'n8n-workflow';

import { log } from '../support/engine';
import { startSevenTargetsApi } from '../support/sevenTargetsApi';
import { refusal } from '../support/faults';
import { print, printTable } from '../support/print';
import { useWorld } from '../support/testBench';

const world = useWorld();
const said: string[][] = [];
let faulty: Awaited<ReturnType<typeof startSevenTargetsApi>>;

beforeAll(async () => void (faulty = await startSevenTargetsApi()));
beforeEach(() => faulty.reset());
afterAll(async () => {
	await faulty.stop();
	print("What the editor's test of a credential says");
	printTable(['Credential', 'Case', 'It says'], said);
});

const ways = {
	password: {
		good: () => world.login(),
		server: () => world.cognito,
		address: 'cognitoUrl',
		secret: 'password',
		suspect: 'Client ID',
	},
	oAuth2: {
		good: () => world.client(),
		server: () => world.tokenServer,
		address: 'accessTokenUrl',
		secret: 'clientSecret',
		suspect: 'User Identifier',
	},
};

describe.each(Object.keys(ways) as Array<keyof typeof ways>)('the test of a %s login', (way) => {
	const { good, server, address, secret, suspect } = ways[way];
	const OK = { status: 'OK', message: 'Connection successful!' };
	const test = async (name: string, changes: object = {}) => {
		const result = await world.engine.testCredential({ ...good(), ...changes }, way);
		said.push([way, name, result.message]);
		return result;
	};

	it('is successful for a good login, also of an account without assistants', async () => {
		expect(await test('good')).toEqual(OK);
		world.api.haveAssistants(0);
		expect(await test('good, no assistants')).toEqual(OK);
	});

	it('logs in, whatever token there is', async () => {
		const parameters = { authentication: way, resource: 'assistant', operation: 'getAll' };
		await world.engine.run({ items: [{}], parameters });
		const stored = world.stored[way === 'password' ? '1' : 'client'];
		expect(server().requests).toHaveLength(1);
		expect(await test('good, with a token', stored)).toEqual(OK);
		const wrong = { ...stored, [secret]: 'Wrong-Horse-7' };
		expect((await test('wrong, with a token', wrong)).message).toMatch(
			/^7Targets did not accept this login/,
		);
		expect(server().requests).toHaveLength(3);
	});

	it('forgets a refusal as soon as the login server accepts', async () => {
		server().script(async () => ({
			status: 400,
			headers: { 'content-type': 'application/json' },
			body: '{"__type":"UserNotConfirmedException","error":"invalid_client"}',
		}));
		expect((await test('refused')).status).toBe('Error');
		server().script(async () => undefined);
		expect(await test('good again')).toEqual(OK);
		const parameters = { authentication: way, resource: 'assistant', operation: 'getAll' };
		const { error } = await world.engine.run({ items: [{}], parameters });
		expect(error).toBeUndefined();
	});

	const PAGE = '<!DOCTYPE html><html><body>nginx</body></html>';
	const html = { 'content-type': 'text/html' };
	it.each([
		[
			'401 of the API',
			{ status: 401, body: '{}' },
			`The login is right, but the 7Targets API did not accept it. Check the 'API URL' and the '${suspect}', or ask support@7targets.com.`,
		],
		[
			'403 of the API',
			{ status: 403, body: '{}' },
			`The login is right, but this account may not use the 7Targets API. Check the '${suspect}', or ask support@7targets.com for access.`,
		],
		[
			'404',
			{ status: 404, body: '{}' },
			/^The login is right, but 127.* has no list of assist.*404/,
		],
		['404, a page', { status: 404, headers: html, body: PAGE }, /web page \(status 404\)/],
		['200, a page', { status: 200, headers: html, body: PAGE }, /web page \(status 200\)/],
		['429', { status: 429, body: '{}' }, /Too many requests in a short time \(status 429\)\./],
		['500', { status: 500, body: '{}' }, /not working as it should \(status 500\)\./],
		['502, a page', { status: 502, headers: html, body: PAGE }, /\(status 502\)\./],
		['503', { status: 503, body: '{}' }, /not available at the moment \(status 503\)\./],
		[
			'a redirect',
			{ status: 302, headers: { location: 'https://evil.example/' }, body: '' },
			/redirects this request to https:\/\/evil\.example\/\./,
		],
		['half an answer', 'half', /broke off/],
		['an answer that is cut', 'reset', /The connection .* was lost: the connection was cut\./],
	])('of %s says so', async (name, fault, sentence) => {
		faulty.plan([fault]);
		const { status, message } = await test(name, { apiUrl: faulty.url });
		expect(faulty.requests).toHaveLength(1);
		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		expect(message).toMatch(/^The login is right, but .*[^.]\.$/);
		expect(message).not.toContain('evil.example/. evil');
	});

	it.each([
		['no server', 'http://127.0.0.1:1', /cannot be reached: it refuses the connection\./],
		['no route', 'https://224.0.0.1', /cannot be reached: your n8n has no connection to it\./],
		[
			'no such name',
			'https://no-such-host.invalid',
			/cannot be reached: (there is no server|its name)/,
		],
	])('of %s says so', async (name, apiUrl, sentence) => {
		const { status, message } = await test(name, { apiUrl });
		expect(status).toBe('Error');
		expect(message).toMatch(/^The login is right, but /);
		expect(message).toMatch(sentence);
	});

	it.each([
		['no login server', { [address]: 'http://127.0.0.1:1/' }, /^The 7Targets login server 127/],
		['a login server without TLS', { [address]: 'http://login.example/' }, /start with https/],
		['an API without TLS', { apiUrl: 'http://api.example' }, /^The API URL in the 7Targets cred/],
		['a blank secret', { [secret]: '' }, /^Fill in '/],
		['a wrong secret', { [secret]: 'Wrong-Horse-7' }, /^7Targets did not accept this login/],
	])('of %s says so, and sends the API nothing', async (name, changes, sentence) => {
		const { status, message } = await test(name, changes);
		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		expect(world.api.requests).toHaveLength(0);
	});

	it('shows no secret that a server echoes', async () => {
		faulty.plan([({ headers }) => refusal(`No ${headers.authorization} ${good()[secret]}`)]);
		const { message } = await test('an echo', { apiUrl: faulty.url });
		expect(message).toContain('No Bearer *** ***');
		await sleep(300);
		expect(await world.leaks({ said, log: log() })).toEqual([]);
	});
});
