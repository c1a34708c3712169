import { sleep } from 'n8n-workflow';

import { answer, refusal } from '../support/faults';
import { startSevenTargetsApi } from '../support/sevenTargetsApi';
import { passHours } from '../support/servers';
import { useWorld } from '../support/testBench';

const world = useWorld();
afterEach(() => void jest.restoreAllMocks());

const items = [{ name: 'John', email: 'john.doe@example.com' }];
let people = 0;
const someone = () => [{ name: 'John', email: `john${people++}@example.com` }];

/** The error that the user reads if the credential is the right one with `changes`. */
async function failure(changes: object): Promise<string> {
	world.stored[1] = world.login(changes);
	const { error } = await world.engine.run({ items });
	expect(world.api.requests).toHaveLength(0);
	expect(error?.name).toBe('NodeApiError');
	return String(error?.message);
}

it('logs in once and uses the token again in the next run', async () => {
	await world.engine.run({ items: someone() });
	await world.engine.run({ items: someone() });
	expect(world.cognito.requests).toHaveLength(1);
	expect(world.api.leads).toHaveLength(2);
});

describe('a credential that cannot be read', () => {
	const without = { items: [...someone(), ...someone()], credential: '99' };
	const sentence =
		'The 7Targets credential cannot be read: Credential with ID "99" does not exist for type "sevenTargetsApi".';

	it('ends the run before anything is sent, and says so', async () => {
		const { error } = await world.engine.run(without);
		expect([error?.message, error?.description]).toEqual([
			expect.stringContaining(sentence),
			'Choose it again in this node. Nothing was sent.',
		]);
		expect([world.cognito.requests, world.api.requests]).toEqual([[], []]);
	});

	it('is the error of each item if the node continues', async () => {
		const settings = { onError: 'continueRegularOutput' };
		const { items } = await world.engine.run({ ...without, settings });
		expect(items.map(({ json }) => json)).toEqual(
			without.items.map(() => ({ error: expect.stringContaining(sentence) })),
		);
	});
});

it('waits for n8n to store a new token before it sends again, longer than the Timeout', async () => {
	await world.engine.run({ items: someone() });
	world.api.plan([401, { n: (n: number) => n === 2 }]);
	world.stored.beforeStoring = async () => await sleep(2_000);
	const { items, error } = await world.engine.run({
		items: someone(),
		parameters: { options: { timeout: 1_000 } },
	});
	delete world.stored.beforeStoring;
	expect(error).toBeUndefined();
	expect(items[0].json.leadUrl).toBeDefined();
	expect(world.api.requests).toHaveLength(3);
});

it('logs in once more if the token has expired', async () => {
	await world.engine.run({ items: someone() });
	passHours(2);
	world.cognito.reset();
	world.api.reset();
	const { error } = await world.engine.run({ items: someone() });
	expect(error).toBeUndefined();
	expect(world.cognito.requests).toHaveLength(1);
	expect(world.api.leads).toHaveLength(1);
});

it('does not use the token of the user who was in the credential before', async () => {
	await world.engine.run({ items: someone() });
	world.stored[1] = { ...world.stored[1], ...world.cognito.newcomer };
	const { error } = await world.engine.run({ items: someone() });
	expect(error?.message).toMatch(/still has its first password/);
	expect(world.api.leads).toHaveLength(1);
});

describe.each([
	['password', '1', 'password', () => world.cognito],
	['oAuth2', 'client', 'clientSecret', () => world.tokenServer],
] as const)('a credential for %s', (authentication, id, secret, server) => {
	const GET_MANY = { authentication, resource: 'assistant', operation: 'getAll' };
	const run = async (more: object = {}) =>
		await world.engine.run({ items: [{}], parameters: GET_MANY, ...more });
	const REFUSED = /^7Targets did not accept this login/;
	const RACHEL = { __rl: true, mode: 'email', value: 'rachel@example.com' };

	it('whose secret was typed wrong over a right one fails at once, and works again at once', async () => {
		await run();
		const right = world.stored[id][secret];
		world.stored[id][secret] = 'Wrong-Horse-7';
		const requests = world.api.requests.length;
		expect((await run()).error?.message).toMatch(REFUSED);
		expect(world.api.requests).toHaveLength(requests);
		world.stored[id][secret] = right;
		expect((await run()).error).toBeUndefined();
		expect(server().requests.length).toBeLessThanOrEqual(3);
	});

	it('that is refused is tried once by Retry On Fail, and once in a loop', async () => {
		world.stored[id][secret] = 'Wrong-Horse-7';
		const { error } = await run({
			settings: { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 },
		});
		expect(error?.message).toMatch(REFUSED);
		const loop = await run({ rounds: 10, settings: { onError: 'continueRegularOutput' } });
		const rounds = loop.run.data.resultData.runData['7Targets'];
		expect(rounds).toHaveLength(10);
		const said = rounds.map(({ data }) => data?.main[0]?.[0].json.error);
		// Each says in how many seconds the node asks again.
		expect(new Set(said.map((one) => String(one).replace(/\d+ s,/, ''))).size).toBe(1);
		expect(said[0]).toMatch(REFUSED);
		expect(server().requests).toHaveLength(1);
	});

	it('that was refused a minute ago is tried again', async () => {
		world.stored[id][secret] = 'Wrong-Horse-7';
		await run();
		passHours(1 / 61);
		await run();
		expect(server().requests).toHaveLength(1);
		passHours(1 / 59);
		await run();
		expect(server().requests).toHaveLength(2);
	});

	it('that was refused is tried again if the clock was set back since', async () => {
		world.stored[id][secret] = 'Wrong-Horse-7';
		await run();
		passHours(-5);
		await run();
		expect(server().requests).toHaveLength(2);
	});

	it('whose login answer drips fails in time, and holds up nobody after it', async () => {
		const real = AbortSignal.timeout.bind(AbortSignal);
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => real(ms / 100));
		const drip = await startSevenTargetsApi();
		drip.plan(['endless']);
		const field = authentication === 'password' ? 'cognitoUrl' : 'accessTokenUrl';
		world.stored[id][field] = drip.url;
		const slow = await run();
		expect(slow.error?.message).toMatch(
			/login server .* cannot be reached: no answer came in time/,
		);
		drip.plan([503]);
		expect((await run()).error?.message).toMatch(/not working at the moment \(status 503\)/);
		await drip.stop();
	});

	it('whose token is refused logs in without the time counting as that of the request', async () => {
		await run();
		const refused = `Bearer ${world.stored[id].idToken ?? world.stored[id].accessToken}`;
		world.api.requests.length = 0;
		const isRefused = ({ authorization }) => authorization === refused;
		world.api.plan([401, { headers: isRefused }]);
		server().script(async () => await sleep(700));
		const parameters = { authentication, assistantId: RACHEL, options: { timeout: 500 } };
		const { error } = await world.engine.run({
			items: someone(),
			parameters: { name: 'John', email: '={{ $json.email }}', ...parameters },
		});
		expect(error).toBeUndefined();
		expect(world.api.leads).toHaveLength(1);
	});

	it('that n8n cannot store is not blamed on 7Targets', async () => {
		const { value } = Object.getOwnPropertyDescriptor(world.stored, id)!;
		Object.defineProperty(world.stored, id, {
			get: () => value,
			set: () => {
				throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
			},
			configurable: true,
		});
		const { error } = await run();
		Object.defineProperty(world.stored, id, {
			value,
			writable: true,
			configurable: true,
			enumerable: true,
		});
		expect(error?.message).toBe('n8n could not send the request: database is locked.');
		expect(world.api.requests).toHaveLength(0);
	});

	it('whose server echoes the secret as it was typed, with a blank, shows none', async () => {
		const right = world.stored[id][secret];
		world.stored[id][secret] = ` ${right}\n`;
		const body = { __type: 'X', error: 'x', message: right, error_description: right };
		server().script(async () => answer(400, body));
		const { error } = await run();
		expect(error?.message).toMatch(/7Targets says: \*\*\*/);
		expect(error?.message).not.toContain(right);
	});

	it.each([
		[{ error: { message: 'Forbidden' } }, 403],
		[{ error: { toString: 1 }, __type: { toString: 1 } }, 400],
		['<html><h1>404 Not Found</h1>nginx</html>', 404],
		['Blocked by firewall.', 403],
	])('whose server answers %j is not said to be refused by 7Targets', async (body, status) => {
		const type = typeof body === 'string' ? 'text/html' : 'application/json';
		server().script(async () => answer(status, body, { 'content-type': type }));
		expect((await run()).error?.message).toMatch(
			new RegExp(
				`does not answer like a login server \\(status ${status}\\)\\. Check the '.* URL'`,
			),
		);
	});

	it('that is throttled is tried again by the next run', async () => {
		server().script(async () => answer(429, { __type: 'TooManyRequestsException' }));
		expect((await run()).error?.message).toMatch(/^7Targets received too many logins/);
		server().script(async () => undefined);
		expect((await run()).error).toBeUndefined();
	});

	it('whose mark is missing, of another time, or of another token, logs in', async () => {
		await run();
		const good = { ...world.stored[id] };
		const [end, hash] = good.loginMark.split('.');
		const logins = server().requests.length;
		const marks = ['', 'x', `${Number(end) + 1}.${hash}`, `.${hash}`];
		for (const [n, loginMark] of marks.entries()) {
			world.api.requests.length = 0;
			world.stored[id] = { ...good, loginMark };
			// More than a minute later: this process no longer remembers the last login.
			passHours((n + 1) / 50);
			expect((await run()).error).toBeUndefined();
			expect(world.stored[id].loginMark).not.toBe(loginMark);
		}
		expect(server().requests).toHaveLength(logins + 4);
	});

	it('that is refused ten times, one after the other, logs in once', async () => {
		await run();
		const first = server().requests.length;
		world.api.plan([refusal('Unauthorized', 401)]);
		const no = { __type: 'NotAuthorizedException', error: 'invalid_client' };
		server().script(async () => answer(400, no));
		for (let n = 0; n < 10; n++) expect((await run()).error?.message).toMatch(REFUSED);
		expect(server().requests).toHaveLength(first + 1);
	});
});

describe.each([
	['resource', { resource: 'deal' }],
	['operation', { operation: 'upsertEverything' }],
	['authentication', { authentication: 'saml' }],
])('a workflow with a %s that this version does not know', (_, parameters) => {
	it.each(['stopWorkflow', 'continueRegularOutput'])('says so, %s', async (onError) => {
		const { items: out, error } = await world.engine.run({
			items: [...items, ...items],
			parameters: { resource: 'assistant', operation: 'getAll', ...parameters },
			credential: '1',
			settings: { onError },
		});
		const said = onError === 'stopWorkflow' ? [error?.message] : out.map(({ json }) => json.error);
		expect(said[0]).toMatch(/this version of the 7Targets node does not know/i);
		expect(said).toHaveLength(onError === 'stopWorkflow' ? 1 : 2);
		expect(world.cognito.requests).toHaveLength(0);
		expect(world.api.requests).toHaveLength(0);
	});
});

describe('a credential that the emulator refuses', () => {
	it.each([
		[
			'a wrong password',
			() => ({ password: 'Wrong-Horse-7' }),
			/^7Targets did not accept this login\. 7Targets says: Incorrect username or password\. Check the 'Username' and the 'Password'/,
		],
		[
			'an unknown user',
			() => ({ username: 'who@example.com' }),
			/^7Targets did not accept this login\. 7Targets says: Incorrect username or password\. Check the 'Username'/,
		],
		[
			'a client with a secret',
			() => ({ clientId: world.cognito.withSecret }),
			/^This Client ID has a client secret, which .*7Targets says: Client \*\*\* is configured with secret but SECRET_HASH was not received\. If you were given the secret, create a credential of the kind '7Targets OAuth2 API'; if not, ask support@7targets\.com for/,
		],
		[
			'a client that may not log in with a password',
			() => ({ clientId: world.cognito.withoutPassword }),
			/^7Targets does not allow this kind of login\. 7Targets says: USER_PASSWORD_AUTH flow not enabled for this client\. .*ask support@7targets\.com to enable USER_PASSWORD_AUTH for it\.$/,
		],
		[
			'an unknown client',
			() => ({ clientId: 'unknown' }),
			/^7Targets does not know this Client ID\. 7Targets says: User pool client \*\*\* does not exist\. Check the 'Client ID'/,
		],
		[
			'a first password',
			() => world.cognito.newcomer,
			/^This 7Targets account still has its first password/,
		],
	])('%s', async (_, changes, sentence) => {
		expect(await failure(changes())).toMatch(sentence);
		expect(world.cognito.requests).toHaveLength(1);
	});
});

describe('the stand-in for Cognito', () => {
	const TARGET = 'AWSCognitoIdentityProviderService.InitiateAuth';
	const logIn = async (headers: Record<string, string>) => {
		const { username, password, clientId } = world.cognito.login;
		const response = await fetch(world.cognito.url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/x-amz-json-1.1', ...headers },
			body: JSON.stringify({
				AuthFlow: 'USER_PASSWORD_AUTH',
				AuthParameters: { USERNAME: username, PASSWORD: password },
				ClientId: clientId,
			}),
		});
		const type = response.headers.get('x-amzn-errortype');
		const body = (await response.json()) as { AuthenticationResult: { IdToken: string } };
		return { status: response.status, type, body };
	};

	it.each([
		['no X-Amz-Target', {}, 'UnknownOperationException'],
		[
			'an Authorization',
			{ 'X-Amz-Target': TARGET, Authorization: 'Bearer x' },
			'IncompleteSignatureException',
		],
	])('refuses a login with %s, as Cognito does', async (_, headers, type) => {
		expect(await logIn(headers)).toMatchObject({
			status: 400,
			type: `${type}:`,
			body: { __type: type },
		});
	});

	it('gives a token for an hour, and says so', async () => {
		const { status, type, body } = await logIn({ 'X-Amz-Target': TARGET });
		expect([status, type]).toEqual([200, null]);
		const { IdToken, ...rest } = body.AuthenticationResult;
		expect(rest).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
		const { iat, exp } = JSON.parse(Buffer.from(IdToken.split('.')[1], 'base64url').toString());
		expect(exp - iat).toBe(3600);
	});
});

describe('an answer of Cognito', () => {
	const refusal = (type: string, message: string) => ({
		status: 400,
		body: JSON.stringify({ __type: type, message }),
	});

	it.each([
		[
			'NotAuthorizedException',
			refusal('NotAuthorizedException', 'Incorrect username or password.'),
			/says: Incorrect username or password\. Check the 'Username'/,
		],
		[
			'too many passwords',
			refusal('NotAuthorizedException', 'Password attempts exceeded'),
			/says: Password attempts exceeded\. /,
		],
		[
			'a prefix',
			refusal('com.amazonaws.cognito#UserNotFoundException', 'User does not exist.'),
			/^7Targets knows no user with this name/,
		],
		[
			'UserNotConfirmedException',
			refusal('UserNotConfirmedException', 'User is not confirmed.'),
			/Confirm it by the link/,
		],
		[
			'PasswordResetRequiredException',
			refusal('PasswordResetRequiredException', 'Password reset required'),
			/Set a new one in the 7Targets app/,
		],
		[
			'InvalidParameterException',
			refusal('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client'),
			/enable USER_PASSWORD_AUTH/,
		],
		[
			'a type in the header',
			{
				status: 400,
				headers: { 'x-amzn-ErrorType': 'ResourceNotFoundException:http://x/' },
				body: '{"Message":"No client"}',
			},
			/^7Targets does not know this Client ID\. 7Targets says: No client\./,
		],
		[
			'an unknown type',
			refusal('NewException', 'New'),
			/^7Targets did not accept this login \(NewException\)\. 7Targets says: New\./,
		],
		[
			'SMS_MFA',
			{ status: 200, body: '{"ChallengeName":"SMS_MFA"}' },
			/second login step \(SMS_MFA\)/,
		],
		[
			'EMAIL_OTP',
			{ status: 200, body: '{"ChallengeName":"EMAIL_OTP"}' },
			/second login step \(EMAIL_OTP\)/,
		],
		[
			'another challenge',
			{ status: 200, body: '{"ChallengeName":"DEVICE_SRP_AUTH"}' },
			/one more login step \(DEVICE_SRP_AUTH\)/,
		],
		[
			'a page',
			{ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Hi</html>' },
			/does not answer like a login server \(status 200\)/,
		],
		['nothing', { status: 200, body: '' }, /does not answer like a login server \(status 200\)/],
		[
			'a redirect',
			{ status: 302, headers: { location: 'https://evil.example/' }, body: '' },
			/redirects logins to another address \(status 302\), which was not followed/,
		],
	])('%s becomes a sentence to act on', async (_, answer, sentence) => {
		world.cognito.script(async () => answer);
		const message = await failure({});
		expect(message).toMatch(sentence);
		expect(message).toMatch(/[.!]$/);
		expect(world.cognito.requests).toHaveLength(1);
	});
});

describe('an address that is not safe', () => {
	it.each([
		[
			'cognitoUrl',
			'http://cognito.example.com/',
			'The Cognito URL in the 7Targets credential must start with https://',
		],
		[
			'apiUrl',
			'http://api.example.com',
			'The API URL in the 7Targets credential must start with https://',
		],
		['apiUrl', 'http://localhost.evil.example', 'must start with https://'],
		['apiUrl', 'http://127.0.0.1.evil.example', 'must start with https://'],
		['apiUrl', 'ftp://127.0.0.1', 'must start with https://'],
		['apiUrl', 'api.7targets.com', 'is not a web address'],
		['apiUrl', 'https://user:pass@api.7targets.com', 'must not hold a username or password'],
		['cognitoUrl', ' ', 'The Cognito URL in the 7Targets credential is blank'],
	])('%s of %s is refused before the password leaves', async (field, address, sentence) => {
		expect(await failure({ [field]: address })).toContain(sentence);
		expect(world.cognito.requests).toHaveLength(0);
	});

	it('is refused for the API even if there is a token', async () => {
		world.stored[1] = world.login({ apiUrl: 'http://api.example.com', idToken: 'x.y.z' });
		const { error } = await world.engine.run({ items });
		expect(error?.message).toContain('must start with https://');
	});
});

it.each([
	['username', 'Username'],
	['password', 'Password'],
	['clientId', 'Client ID'],
])('a blank %s is named, and nothing is sent', async (field, label) => {
	expect(await failure({ [field]: ' '.repeat(field === 'password' ? 0 : 1) })).toContain(
		`Fill in '${label}' in the 7Targets credential`,
	);
	expect(world.cognito.requests).toHaveLength(0);
});

it('a login server that cannot be reached is named', async () => {
	expect(await failure({ cognitoUrl: 'http://127.0.0.1:1/' })).toBe(
		"The 7Targets login server 127.0.0.1:1 cannot be reached: it refuses the connection. Check the 'Cognito URL' in the credential, and that your n8n can connect to it.",
	);
});

it('a token that the API does not take stops the run after one fresh login', async () => {
	world.api.plan([refusal('Unauthorized', 401)]);
	const { error } = await world.engine.run({ items });
	expect(error?.message).toBe('Unauthorized (status 401)');
	expect(error).toMatchObject({
		description: expect.stringContaining('Open the 7Targets credential and press Retry'),
	});
	expect(world.cognito.requests).toHaveLength(2);
});

describe('the token', () => {
	const sign = async (url: string) => {
		const { authenticate } = world.engine.credentialType;
		if (typeof authenticate !== 'function') throw new Error('not a function');
		await world.engine.run({ items: someone() });
		const credential = { ...world.stored[1], apiUrl: 'https://api.7targets.com' };
		return await authenticate(credential, { url });
	};

	it('goes to the API, along no redirect', async () => {
		expect(await sign('https://api.7targets.com/leads')).toMatchObject({
			headers: {
				Authorization: `Bearer ${world.stored[1].idToken}`,
				Authentication: `Bearer ${world.stored[1].idToken}`,
			},
			disableFollowRedirect: true,
			followRedirect: false,
		});
	});

	it.each([
		'https://evil.example/leads',
		'https://api.7targets.com.evil.example',
		'https://api.7targets.com:8443/',
		'http://api.7targets.com/leads',
	])('does not go to %s', async (url) => {
		await expect(sign(url)).rejects.toThrow(
			/only sent to https:\/\/api\.7targets\.com|must start with https/,
		);
	});
});
