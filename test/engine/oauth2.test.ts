import { sleep } from 'n8n-workflow';

import { log } from '../support/engine';
import { answer, refusal } from '../support/faults';
import { startSevenTargetsApi } from '../support/sevenTargetsApi';
import { people } from '../support/leads';
import { after, passHours } from '../support/servers';
import { useWorld } from '../support/testBench';

const world = useWorld();

const parameters = {
	authentication: 'oAuth2',
	name: '={{ $json.name }}',
	email: '={{ $json.email }}',
	assistantId: { __rl: true, mode: 'list', value: 'rachel@example.com' },
};
const run = async (count: number, more: object = {}) =>
	await world.engine.run({ items: people(count), parameters, ...more });
/** Whether a request has a token. */
const isFor =
	(used: string) =>
	({ authorization }) =>
		authorization === `Bearer ${used}`;
const token = () => world.stored.client.accessToken;

afterEach(() => void jest.restoreAllMocks());

/** Leaves an expired token in the credential, and resets the stand-ins. */
async function haveExpiredToken() {
	await run(1);
	passHours(2);
	world.tokenServer.reset();
	world.api.reset();
}

it('gets one token as documented, and sends it with the user identifier', async () => {
	const { items, error } = await run(1);
	expect(error).toBeUndefined();
	expect(items[0].json).toMatchObject({ id: 2345, subState: 'Followup', followup: 1 });

	const { clientId, clientSecret, userIdentifier } = world.tokenServer.client;
	const [{ headers, body }] = world.tokenServer.requests;
	expect(body).toEqual({ grant_type: 'client_credentials', scope: 'leads/post' });
	expect(headers.authorization).toBe(
		`Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
	);
	expect(world.tokenServer.requests).toHaveLength(1);

	const [request] = world.api.requests;
	expect(request).toMatchObject({ method: 'POST', url: '/leads' });
	expect(request.headers).toMatchObject({
		authorization: `Bearer ${token()}`,
		authentication: `Bearer ${token()}`,
		'7ts-user-identifier': userIdentifier,
	});
	expect(request.body).toEqual({
		name: 'Lead 0',
		email: 'lead0@example.com',
		source: 'Website',
		type: 'SALES',
		assistantEmail: 'rachel@example.com',
	});
	expect(world.cognito.requests).toHaveLength(0);
});

it('uses the token again in the next run, and one new one after it has expired', async () => {
	await run(1);
	world.api.reset();
	await run(1);
	expect(world.tokenServer.requests).toHaveLength(1);

	world.stored.client = world.client();
	await haveExpiredToken();
	const { error } = await run(1);
	expect(error).toBeUndefined();
	expect(world.tokenServer.requests).toHaveLength(1);
	expect(world.api.leads).toHaveLength(1);
});

describe('one token', () => {
	it('for 100 items if there is none yet, ten at a time', async () => {
		const { error } = await run(100);
		expect(error).toBeUndefined();
		expect(world.tokenServer.requests).toHaveLength(1);
		expect([world.api.requests.length, world.api.leads.length]).toEqual([100, 100]);
	});

	it('for 100 items with an expired one, which is not sent', async () => {
		await haveExpiredToken();
		const { error } = await run(100);
		expect(error).toBeUndefined();
		expect(world.tokenServer.requests).toHaveLength(1);
		expect([world.api.requests.length, world.api.leads.length]).toEqual([100, 100]);
	});

	it('for 100 items with one that the API no longer takes', async () => {
		await run(1);
		const refused = token();
		world.tokenServer.reset();
		world.api.reset();
		world.api.plan([401, { headers: isFor(refused) }]);
		const { error } = await run(100);
		expect(error).toBeUndefined();
		expect(world.tokenServer.requests).toHaveLength(1);
		expect(world.api.leads).toHaveLength(100);
		expect(world.api.requests.length).toBeLessThanOrEqual(110);
	});

	it('is enough if the clock of this machine is ahead, so that every token looks expired', async () => {
		world.tokenServer.ageTokens(2);
		world.api.plan([({ body }) => ({ ...answer(201, { id: 1, ...body }), delay: 100 })]);
		const { error } = await run(50);
		expect(error).toBeUndefined();
		expect(world.tokenServer.requests).toHaveLength(1);
		expect(world.api.mostTogether()).toBeGreaterThanOrEqual(10);
	});
});

describe('the stand-in for the token server', () => {
	const FORM = 'application/x-www-form-urlencoded';
	const BODY = { grant_type: 'client_credentials', scope: 'leads/post' };
	const ask = async (type: string, body: string) => {
		const { clientId, clientSecret } = world.tokenServer.client;
		const response = await fetch(world.tokenServer.url, {
			method: 'POST',
			headers: {
				'Content-Type': type,
				Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
			},
			body,
		});
		return { status: response.status, body: await response.json() };
	};

	it.each([
		['JSON', 'application/json', JSON.stringify(BODY), 'invalid_request'],
		['another grant', FORM, 'grant_type=password', 'unsupported_grant_type'],
		['another scope', FORM, 'grant_type=client_credentials&scope=leads/read', 'invalid_scope'],
	])('refuses %s, as Cognito does', async (_, type, body, error) => {
		expect(await ask(type, body)).toEqual({ status: 400, body: { error } });
	});

	it('gives an access token for an hour, and nothing else', async () => {
		expect(await ask(FORM, `${new URLSearchParams(BODY)}`)).toEqual({
			status: 200,
			body: { access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 },
		});
	});
});

describe('a login that fails', () => {
	it.each([
		[
			'a wrong secret',
			() => ({ clientSecret: 'wrong-secret' }),
			undefined,
			1,
			/^7Targets did not accept this login \(invalid_client\)\. Check the 'Client ID' and the 'Client Secret'\.$/,
		],
		[
			'a client whose scope is not allowed',
			() => world.tokenServer.withoutScope,
			undefined,
			1,
			/\(invalid_scope\)\. Ask support@7targets\.com to allow the scope leads\/post for this client ID\.$/,
		],
		[
			'a client whose grant is not allowed',
			() => world.tokenServer.withoutGrant,
			undefined,
			1,
			/\(unauthorized_client\)\. Ask support@7targets\.com to allow client credentials and the scope leads\/post for this client ID\.$/,
		],
		[
			'a scope that is not allowed',
			() => ({}),
			answer(400, '{"error":"invalid_scope","error_description":"No scope"}'),
			1,
			/\(invalid_scope\)\. 7Targets says: No scope\. Ask support@7targets\.com to allow the scope/,
		],
		[
			'a grant that is not allowed',
			() => ({}),
			answer(400, '{"error":"unauthorized_client"}'),
			1,
			/to allow client credentials and the scope/,
		],
		['429 always', () => ({}), answer(429), 3, /too many logins in a short time/],
		['503 always', () => ({}), answer(503), 3, /not working at the moment \(status 503\)/],
		[
			'a page',
			() => ({}),
			answer(200, '<html>Hi</html>'),
			1,
			/does not answer like a login server \(status 200\)\. Check the 'Access Token URL'/,
		],
		['no token', () => ({}), answer(200), 1, /does not answer like a login server \(status 200\)/],
		[
			'404',
			() => ({}),
			answer(404, 'no such page'),
			1,
			/does not answer like a login server \(status 404\)/,
		],
		[
			'no server',
			() => ({ accessTokenUrl: 'http://127.0.0.1:1/token' }),
			undefined,
			0,
			/^The 7Targets login server 127\.0\.0\.1:1 cannot be reached: it refuses the connection\. Check the 'Access Token URL'/,
		],
		[
			'no TLS',
			() => ({ accessTokenUrl: 'http://login.example.com/token' }),
			undefined,
			0,
			/^The Access Token URL in the 7Targets credential must start with https/,
		],
		[
			'an API without TLS',
			() => ({ apiUrl: 'http://api.example.com' }),
			undefined,
			0,
			/^The API URL in the 7Targets credential must start with https/,
		],
		[
			'a blank secret',
			() => ({ clientSecret: ' ' }),
			undefined,
			0,
			/^Fill in 'Client Secret' in the 7Targets credential/,
		],
		[
			'a blank user identifier',
			() => ({ userIdentifier: '' }),
			undefined,
			0,
			/^Fill in 'User Identifier' in the 7Targets credential\. .* shown in the 7Targets app/,
		],
	])('by %s, is said once for all 20 items', async (by, changes, scripted, requests, sentence) => {
		const isRefusal = /wrong secret|not allowed/.test(by);
		world.stored.client = world.client(changes());
		world.tokenServer.script(async () => scripted);
		const { error } = await run(20);
		expect(error?.message).toMatch(sentence);
		expect(error?.name).toBe('NodeApiError');
		expect(world.tokenServer.requests).toHaveLength(requests);
		expect(world.api.requests).toHaveLength(0);

		const { items } = await run(20, { settings: { onError: 'continueRegularOutput' } });
		expect(new Set(items.map(({ json }) => json.error)).size).toBe(1);
		expect(items).toHaveLength(20);
		// A refusal is remembered; after any other failure, the node logs in again.
		expect(world.tokenServer.requests).toHaveLength(isRefusal ? requests : 2 * requests);
	});

	it('because it wants to be reconnected says what a client can do', async () => {
		world.tokenServer.ageTokens(2);
		await run(1);
		world.tokenServer.script(async () => answer(400, '{"error":"invalid_grant"}'));
		const { error } = await run(1);
		expect(error?.message).toBe(
			'7Targets did not accept this login (invalid_grant). Check the 7Targets credential, or ask support@7targets.com.',
		);
	});

	it('by an answer without a token is forgotten once the server is right again', async () => {
		world.tokenServer.script(async () => answer(200, '{"message":"hello"}'));
		await run(1);
		world.tokenServer.reset();
		const { error } = await run(1);
		expect(error).toBeUndefined();
		expect(world.tokenServer.requests).toHaveLength(1);
	});

	it('once by 503 is tried again', async () => {
		world.tokenServer.script(async (n) => (n === 1 ? answer(503) : undefined));
		const { error } = await run(3);
		expect(error).toBeUndefined();
		expect(world.tokenServer.requests).toHaveLength(2);
		expect(world.api.leads).toHaveLength(3);
	});

	it('when an expired token is renewed stops the run', async () => {
		await haveExpiredToken();
		world.tokenServer.script(async () => answer(400, '{"error":"invalid_client"}'));
		const { error } = await run(20);
		expect(error?.message).toMatch(/^7Targets did not accept this login \(invalid_client\)/);
		expect(world.api.requests).toHaveLength(0);
	});

	it('with a user identifier that 7Targets does not know says what the API says', async () => {
		world.stored.client = world.client({ userIdentifier: 'somebody else' });
		const { error } = await run(2, { parameters: { ...parameters, options: { concurrency: 1 } } });
		expect(error?.message).toBe(
			'7Targets did not create the lead: User is not authorized (status 403) [item 0]',
		);
		expect(error?.description).toContain("Check the 'User Identifier'");
		expect(world.tokenServer.requests).toHaveLength(1);
	});
});

it('a token server that redirects to another host does not make n8n send the secret there', async () => {
	const other = await startSevenTargetsApi();
	other.plan([{ status: 400, body: '{"error":"invalid_client"}' }]);
	world.tokenServer.script(async () => ({
		status: 307,
		headers: { location: other.url.replace('127.0.0.1', 'localhost') },
	}));
	const { error } = await run(1);
	await other.stop();
	expect(error?.message).toMatch(
		/redirects logins to another address \(status 307\), which was not followed\. Check the 'Access Token URL'/,
	);
	expect(other.requests).toHaveLength(0);
});

it('renews an expired token if the API answers it by 403', async () => {
	await haveExpiredToken();
	const expired = token();
	world.api.plan([403, { headers: isFor(expired) }]);
	const { error } = await run(5);
	expect(error).toBeUndefined();
	expect(world.tokenServer.requests).toHaveLength(1);
});

it('does not use the token of the client that was in the credential before', async () => {
	await run(1);
	world.stored.client = {
		...world.stored.client,
		clientId: 'another',
		clientSecret: 'another-secret',
	};
	const { error } = await run(1);
	expect(error?.message).toMatch(/\(invalid_client\)/);
	expect(world.api.leads).toHaveLength(1);
});

it('sends no token in the address, whatever its type is said to be', async () => {
	world.tokenServer.script(async () =>
		answer(200, '{"access_token":"abcdefgh","token_type":"mac"}'),
	);
	await run(1);
	expect(world.api.requests.map(({ url }) => url)).toEqual(['/leads', '/leads']);
	expect(world.api.requests[0].headers.authorization).toBe('Bearer abcdefgh');
});

it('waits for no login if the user presses Stop, and sends nothing after it', async () => {
	let logIn = () => {};
	const login = new Promise<undefined>((resolve) => (logIn = () => resolve(undefined)));
	world.tokenServer.script(async () => await login);
	const { error } = await run(5, {
		onStart: (running: { cancel: () => void }) => after(200, () => running.cancel()),
	});
	expect(error?.message).toBe('The run was stopped.');
	logIn();
	await sleep(300);
	expect(world.tokenServer.requests).toHaveLength(1);
	expect(world.api.requests).toHaveLength(0);
});

it('sends nothing again if the user presses Stop during the login after a 401', async () => {
	await run(1);
	world.api.reset();
	world.tokenServer.reset();
	world.api.plan([401]);
	world.tokenServer.script(async () => {
		stop();
		return undefined;
	});
	let stop = () => {};
	const { error } = await run(1, {
		onStart: (running: { cancel: () => void }) => (stop = () => running.cancel()),
	});
	expect(error?.message).toBe('The run was stopped.');
	expect([world.tokenServer.requests.length, world.api.requests.length]).toEqual([1, 1]);
});

it.each([
	[{ __rl: true, mode: 'list', value: '11' }],
	[{ __rl: true, mode: 'id', value: '={{ 11 }}' }],
])('an assistant of %j is an error before any request', async (assistantId) => {
	const { error } = await run(1, { parameters: { ...parameters, assistantId } });
	expect(error?.message).toBe(
		"'Assistant' is the ID 11, but with an OAuth2 login 7Targets knows assistants by their email address only [item 0]",
	);
	expect([world.tokenServer.requests.length, world.api.requests.length]).toEqual([0, 0]);
});

it('leaks nothing if the API and the token server echo secrets', async () => {
	const { clientSecret } = world.tokenServer.client;
	const basic = world.secrets()['the client secret as Basic'];
	world.api.plan([({ headers }) => refusal(`${clientSecret} ${headers.authorization}`)]);
	const first = await run(2);
	expect(first.error?.message).toContain('*** Bearer ***');
	world.stored.client = world.client();
	world.tokenServer.script(async () => ({
		status: 400,
		body: JSON.stringify({ error: 'other', error_description: `${clientSecret} ${basic}` }),
	}));
	const second = await run(2);
	expect(second.error?.message).toContain('7Targets says: *** ***.');
	await sleep(300);
	const stacks = [first.error?.stack, second.error?.stack];
	expect(await world.leaks({ first, second, stacks, log: log() })).toEqual([]);
	expect(world.tokens()).not.toEqual([]);
});
