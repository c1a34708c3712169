import { isValid, freshToken, sharedToken, type Token } from '../../credentials/login/tokenCache';
import type { LoginRequest, LoginResult } from '../../credentials/login/method';

const MINUTE = 60_000;
const NONE: Token = { value: '', mark: '' };
const REFUSED: LoginResult = { problem: 'No.', kind: 'refused' };
const ELSEWHERE: LoginResult = { problem: 'Not here.', kind: 'other' };

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

const pass = (ms: number) => void jest.setSystemTime(Date.now() + ms);

let accounts = 0;
/** A login that was enteredValues nowhere else, or of these words. */
const loginRequest = (enteredValues = [`user ${accounts++}`, 'secret']): LoginRequest => ({
	enteredValues,
	url: new URL('https://login.example.com/'),
	urlLabel: 'Login URL',
	headers: {},
	body: '',
	secrets: [],
	readAnswer: ({ body }) => body as LoginResult,
});

/** A login server that answers with a new token, or as it is told. */
function serverOf(
	answer = (count: number): LoginResult => ({ token: `token ${count}`, seconds: 3600 }),
) {
	const server = {
		logins: 0,
		answer,
		request: async () => {
			const body = server.answer(++server.logins);
			await Promise.resolve();
			return { statusCode: 200, headers: {}, body };
		},
	};
	return server;
}

describe('a token may be used', () => {
	it.each([
		['until a minute before its end', 3600, 59 * MINUTE],
		['until a tenth of its time before its end, if that is less', 100, 90_000],
		['for the seconds that stand in a text', '3600', 59 * MINUTE],
	])('%s', async (_, seconds, ms) => {
		const login = loginRequest();
		const server = serverOf(() => ({ token: 'token', seconds }));
		const token = await freshToken(server.request, login);
		expect(token.value).toBe('token');
		pass(ms - 1);
		expect(isValid(login, token)).toBe(true);
		pass(1);
		expect(isValid(login, token)).toBe(false);
	});

	it.each([undefined, 0, -1, 'soon'])('until it is refused if it ends in %p', async (seconds) => {
		const login = loginRequest();
		const token = await freshToken(serverOf(() => ({ token: 'token', seconds })).request, login);
		pass(10 * 365 * 24 * 60 * MINUTE);
		expect(isValid(login, token)).toBe(true);
	});

	it('with the login that it came from alone, and unchanged', async () => {
		const login = loginRequest(['user', 'secret']);
		const token = await freshToken(serverOf().request, login);
		const [end, hash] = token.mark.split('.');
		expect(isValid(loginRequest(['user', 'secret']), token)).toBe(true);
		expect(isValid(loginRequest(['user', 'Secret']), token)).toBe(false);
		expect(isValid(loginRequest(['users', 'ecret']), token)).toBe(false);
		expect(isValid(login, { ...token, value: 'other' })).toBe(false);
		expect(isValid(login, { ...token, mark: `${Number(end) + 1}.${hash}` })).toBe(false);
		expect(isValid(login, { ...token, mark: '' })).toBe(false);
	});

	it('not if it is blank, even with a mark that fits', async () => {
		const login = loginRequest();
		const blank = await freshToken(serverOf(() => ({ token: '', seconds: 3600 })).request, login);
		expect(isValid(login, blank)).toBe(false);
	});
});

describe('who asks for a token', () => {
	it('waits for the login that is under way, also while others log in', async () => {
		const login = loginRequest();
		const server = serverOf();
		const asked = [sharedToken(server.request, login, NONE)];
		asked.push(freshToken(serverOf().request, loginRequest()));
		asked.push(sharedToken(server.request, login, NONE));
		const [first, , second] = await Promise.all(asked);
		expect(second).toEqual(first);
		expect(server.logins).toBe(1);
	});

	it('logs in for another account', async () => {
		const server = serverOf();
		await Promise.all([
			sharedToken(server.request, loginRequest(['user', 'secret', '1']), NONE),
			sharedToken(server.request, loginRequest(['user', 'secret1']), NONE),
		]);
		expect(server.logins).toBe(2);
	});

	it.each([
		['has none', 2, () => NONE],
		['has the last one', 2, (last: Token) => last],
		['has an older one', 1, (_: Token, older: Token) => older],
	])('soon after a login, and %s: %i in all', async (_, logins, refused) => {
		const login = loginRequest();
		const older = await freshToken(
			serverOf(() => ({ token: 'old', seconds: 3600 })).request,
			login,
		);
		pass(1);
		const server = serverOf();
		const last = await freshToken(server.request, login);
		pass(MINUTE - 1);
		const token = await sharedToken(server.request, login, refused(last, older));
		expect(server.logins).toBe(logins);
		expect(token.value).toBe(`token ${logins}`);
	});

	it.each([
		['of the same end, gets the last one', 3600, 1],
		['that ends later, logs in', 3601, 2],
	])('has another token %s', async (_, seconds, logins) => {
		const login = loginRequest();
		const other = await freshToken(serverOf(() => ({ token: 'other', seconds })).request, login);
		const server = serverOf();
		await freshToken(server.request, login);
		await sharedToken(server.request, login, other);
		expect(server.logins).toBe(logins);
	});

	it('has an older one, a minute after the last login, logs in', async () => {
		const login = loginRequest();
		const older = await freshToken(serverOf(() => ({ token: 'old', seconds: 60 })).request, login);
		const server = serverOf();
		await freshToken(server.request, login);
		pass(MINUTE);
		await sharedToken(server.request, login, older);
		expect(server.logins).toBe(2);
	});

	it('wants to know what the server says now, logs in', async () => {
		const login = loginRequest();
		const server = serverOf();
		await Promise.all([freshToken(server.request, login), freshToken(server.request, login)]);
		expect(server.logins).toBe(2);
	});
});

describe('a login that failed', () => {
	const failing = (result: LoginResult) => serverOf(() => result);
	const ask = (server: ReturnType<typeof serverOf>, login: LoginRequest, refused = NONE) =>
		sharedToken(server.request, login, refused).catch(({ message }) => message);

	it.each([
		['refused', 'not tried again within a minute', REFUSED, MINUTE - 1, 1],
		['refused', 'tried again after a minute', REFUSED, MINUTE, 2],
		['refused', 'tried again if the clock was set back', REFUSED, -MINUTE, 2],
		['not at a login server', 'tried again at once', ELSEWHERE, 0, 2],
	])('since it was %s is %s', async (_why, _what, result, ms, logins) => {
		const login = loginRequest();
		const server = failing(result);
		const first = await ask(server, login);
		pass(ms);
		const seconds = (60_000 - ms) / 1000;
		const remembered = `${first} (This answer is remembered, so that the account is not locked: the node asks again in ${Math.ceil(seconds)} s, and the test of the credential at once.)`;
		expect(await ask(server, login)).toBe(logins === 1 ? remembered : first);
		expect(server.logins).toBe(logins);
	});

	it('is not tried again while others log in, also for who has a token', async () => {
		const login = loginRequest();
		const server = failing(REFUSED);
		await ask(server, login);
		await freshToken(serverOf().request, loginRequest());
		const other = await freshToken(serverOf().request, loginRequest());
		expect(await ask(server, login, other)).toMatch(/^No\. \(This answer is remembered/);
		expect(server.logins).toBe(1);
	});

	it('for another reason than an answer is tried again', async () => {
		const login = loginRequest();
		const server = serverOf(() => {
			throw new Error('no network');
		});
		await ask(server, login);
		await ask(server, login);
		expect(server.logins).toBe(2);
	});
});
