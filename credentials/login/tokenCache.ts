import { createHmac, randomBytes, type BinaryLike } from 'node:crypto';

import type { LoginRequest, NewToken } from './method';
import { logIn, type HttpRequest } from './logIn';
import { LoginError } from './loginError';

/** A token counts as expired a minute early, or a tenth of its lifetime if that is less, so that none expires in flight. */
const MARGIN_MS = 60_000;

/**
 * How long the result of a login is remembered. A refusal: more of them would lock the account. A token: a late 401 of the one before it
 * must not cause a new login.
 */
const REMEMBERED_MS = 60_000;

export interface Token {
	value: string;
	/** Until when it may be used, and which login it came from. */
	mark: string;
}

const hashOf = (key: BinaryLike, values: string[]) =>
	createHmac('sha256', key).update(JSON.stringify(values)).digest('base64url');

/**
 * When the token ends, in milliseconds by this machine's own clock, and a keyed hash of that and of all that was typed to log
 * in. The key is the token, so the mark alone reveals nothing.
 */
const markOf = ({ enteredValues }: LoginRequest, value: string, end: string) =>
	`${end}.${hashOf(value, [end, ...enteredValues])}`;

/** Whether a token came from this login, and has not ended. */
export function isValid(login: LoginRequest, { value, mark }: Token): boolean {
	const [end] = mark.split('.');
	return value !== '' && mark === markOf(login, value, end) && Date.now() < Number(end);
}

/** A login that is under way, or its result and when it ended, in milliseconds. */
interface Remembered {
	token: Promise<Token>;
	ended?: { at: number; token?: Token; refusal?: LoginError };
}

/** The last login of each account that is under way or ended less than a minute ago, in this process only. */
const logins = new Map<string, Remembered>();
const processKey = randomBytes(32);

/**
 * The token of an account; callers at the same time share one login. A login that was refused less than a minute ago is not
 * tried again. If `refused` is not the newest token, it returns the newest.
 *
 * @param refused the token that must not be used; blank if there is none
 * @throws LoginError with a sentence that says what to do
 */
export async function sharedToken(
	httpRequest: HttpRequest,
	login: LoginRequest,
	refused: Token,
): Promise<Token> {
	const { token, ended } = logins.get(hashOf(processKey, login.enteredValues)) ?? {};
	if (token !== undefined && ended === undefined) return await token;
	if (token !== undefined && ended !== undefined && isRecent(ended)) {
		const isNewer =
			ended.token !== undefined && refused.value !== '' && isAfter(ended.token, refused);
		if (isNewer) return await token;
		if (ended.refusal !== undefined) throw remembered(ended.refusal, ended.at);
	}
	return await freshToken(httpRequest, login);
}

/** The same, but always logs in, to find out what the login server says now. */
export async function freshToken(httpRequest: HttpRequest, login: LoginRequest): Promise<Token> {
	for (const [key, { ended }] of logins) {
		if (ended !== undefined && !isRecent(ended)) logins.delete(key);
	}
	const token = logIn(httpRequest, login).then((result) => tokenFrom(login, result));
	const entry: Remembered = { token };
	logins.set(hashOf(processKey, login.enteredValues), entry);
	token.then(
		(value) => (entry.ended = { at: Date.now(), token: value }),
		(error) => {
			const refusal = error instanceof LoginError && error.isRefusal ? error : undefined;
			entry.ended = { at: Date.now(), refusal };
		},
	);
	return await token;
}

/** A refusal, with what the user has to know if the login has been put right at 7Targets since. */
function remembered({ message }: LoginError, at: number): LoginError {
	const seconds = Math.ceil((at + REMEMBERED_MS - Date.now()) / 1000);
	const again = `(This answer is remembered, so that the account is not locked: the node asks again in ${seconds} s, and the test of the credential at once.)`;
	return new LoginError(`${message} ${again}`, true);
}

/** Also false if the clock was set back by a minute or more since. */
const isRecent = ({ at }: { at: number }) => Math.abs(Date.now() - at) < REMEMBERED_MS;

const endOf = ({ mark }: Token) => Number(mark.split('.')[0]);
const isAfter = (one: Token, other: Token) =>
	one.value !== other.value && endOf(one) >= endOf(other);

/** The token that a login has brought, with its end by this machine's clock, which may differ from the server's. */
function tokenFrom(login: LoginRequest, { token: value, seconds }: NewToken): Token {
	const lifetime = Number(seconds) * 1000;
	// A token without a lifetime is used until it is refused.
	const end =
		lifetime > 0
			? Math.floor(Date.now() + lifetime - Math.min(MARGIN_MS, lifetime / 10))
			: Number.MAX_SAFE_INTEGER;
	return { value, mark: markOf(login, value, String(end)) };
}
