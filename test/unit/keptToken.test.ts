import { mayBeUsed, newTokenOf, tokenOf, type Token } from '../../credentials/login/keptToken';
import type { Login, LoginResult } from '../../credentials/login/method';

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
/** A login that was typed nowhere else, or of these words. */
const loginOf = (typed = [`user ${accounts++}`, 'secret']): Login => ({
	typed,
	url: new URL('https://login.example.com/'),
	urlLabel: 'Login URL',
	headers: {},
	body: '',
	secrets: [],
	judge: ({ body }) => body as LoginResult,
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
		const login = loginOf();
		const server = serverOf(() => ({ token: 'token', seconds }));
		const token = await newTokenOf(server.request, login);
		expect(token.value).toBe('token');
		pass(ms - 1);
		expect(mayBeUsed(login, token)).toBe(true);
		pass(1);
		expect(mayBeUsed(login, token)).toBe(false);
	});

	it.each([undefined, 0, -1, 'soon'])('until it is refused if it ends in %p', async (seconds) => {
		const login = loginOf();
		const token = await newTokenOf(serverOf(() => ({ token: 'token', seconds })).request, login);
		pass(10 * 365 * 24 * 60 * MINUTE);
		expect(mayBeUsed(login, token)).toBe(true);
	});

	it('with the login that it came from alone, and unchanged', async () => {
		const login = loginOf(['user', 'secret']);
		const token = await newTokenOf(serverOf().request, login);
		const [end, hash] = token.mark.split('.');
		expect(mayBeUsed(loginOf(['user', 'secret']), token)).toBe(true);
		expect(mayBeUsed(loginOf(['user', 'Secret']), token)).toBe(false);
		expect(mayBeUsed(loginOf(['users', 'ecret']), token)).toBe(false);
		expect(mayBeUsed(login, { ...token, value: 'other' })).toBe(false);
		expect(mayBeUsed(login, { ...token, mark: `${Number(end) + 1}.${hash}` })).toBe(false);
		expect(mayBeUsed(login, { ...token, mark: '' })).toBe(false);
	});

	it('not if it is blank, even with a mark that fits', async () => {
		const login = loginOf();
		const blank = await newTokenOf(serverOf(() => ({ token: '', seconds: 3600 })).request, login);
		expect(mayBeUsed(login, blank)).toBe(false);
	});
});

describe('who asks for a token', () => {
	it('waits for the login that is under way, also while others log in', async () => {
		const login = loginOf();
		const server = serverOf();
		const asked = [tokenOf(server.request, login, NONE)];
		asked.push(newTokenOf(serverOf().request, loginOf()));
		asked.push(tokenOf(server.request, login, NONE));
		const [first, , second] = await Promise.all(asked);
		expect(second).toEqual(first);
		expect(server.logins).toBe(1);
	});

	it('logs in for another account', async () => {
		const server = serverOf();
		await Promise.all([
			tokenOf(server.request, loginOf(['user', 'secret', '1']), NONE),
			tokenOf(server.request, loginOf(['user', 'secret1']), NONE),
		]);
		expect(server.logins).toBe(2);
	});

	it.each([
		['has none', 2, () => NONE],
		['has the last one', 2, (last: Token) => last],
		['has an older one', 1, (_: Token, older: Token) => older],
	])('soon after a login, and %s: %i in all', async (_, logins, refused) => {
		const login = loginOf();
		const older = await newTokenOf(
			serverOf(() => ({ token: 'old', seconds: 3600 })).request,
			login,
		);
		pass(1);
		const server = serverOf();
		const last = await newTokenOf(server.request, login);
		pass(MINUTE - 1);
		const token = await tokenOf(server.request, login, refused(last, older));
		expect(server.logins).toBe(logins);
		expect(token.value).toBe(`token ${logins}`);
	});

	it.each([
		['of the same end, gets the last one', 3600, 1],
		['that ends later, logs in', 3601, 2],
	])('has another token %s', async (_, seconds, logins) => {
		const login = loginOf();
		const other = await newTokenOf(serverOf(() => ({ token: 'other', seconds })).request, login);
		const server = serverOf();
		await newTokenOf(server.request, login);
		await tokenOf(server.request, login, other);
		expect(server.logins).toBe(logins);
	});

	it('has an older one, a minute after the last login, logs in', async () => {
		const login = loginOf();
		const older = await newTokenOf(serverOf(() => ({ token: 'old', seconds: 60 })).request, login);
		const server = serverOf();
		await newTokenOf(server.request, login);
		pass(MINUTE);
		await tokenOf(server.request, login, older);
		expect(server.logins).toBe(2);
	});

	it('wants to know what the server says now, logs in', async () => {
		const login = loginOf();
		const server = serverOf();
		await Promise.all([newTokenOf(server.request, login), newTokenOf(server.request, login)]);
		expect(server.logins).toBe(2);
	});
});

describe('a login that failed', () => {
	const failing = (result: LoginResult) => serverOf(() => result);
	const ask = (server: ReturnType<typeof serverOf>, login: Login, refused = NONE) =>
		tokenOf(server.request, login, refused).catch(({ message }) => message);

	it.each([
		['refused', 'not tried again within a minute', REFUSED, MINUTE - 1, 1],
		['refused', 'tried again after a minute', REFUSED, MINUTE, 2],
		['refused', 'tried again if the clock was set back', REFUSED, -MINUTE, 2],
		['not at a login server', 'tried again at once', ELSEWHERE, 0, 2],
	])('since it was %s is %s', async (_why, _what, result, ms, logins) => {
		const login = loginOf();
		const server = failing(result);
		const first = await ask(server, login);
		pass(ms);
		const seconds = (60_000 - ms) / 1000;
		const remembered = `${first} (This answer is remembered, so that the account is not locked: the node asks again in ${Math.ceil(seconds)} s, and the test of the credential at once.)`;
		expect(await ask(server, login)).toBe(logins === 1 ? remembered : first);
		expect(server.logins).toBe(logins);
	});

	it('is not tried again while others log in, also for who has a token', async () => {
		const login = loginOf();
		const server = failing(REFUSED);
		await ask(server, login);
		await newTokenOf(serverOf().request, loginOf());
		const other = await newTokenOf(serverOf().request, loginOf());
		expect(await ask(server, login, other)).toMatch(/^No\. \(This answer is remembered/);
		expect(server.logins).toBe(1);
	});

	it('for another reason than an answer is tried again', async () => {
		const login = loginOf();
		const server = serverOf(() => {
			throw new Error('no network');
		});
		await ask(server, login);
		await ask(server, login);
		expect(server.logins).toBe(2);
	});
});
