import { createHmac, randomBytes } from 'node:crypto';

import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { logIn, type HttpRequest } from './logIn';
import { LoginError } from './loginError';
import type { LoginMethod } from './method';

/** The hidden field that says whose login a token came from, and until when it may be used. */
export const MARK = 'loginMark';

/** A token ends so long before its time, or a tenth of it, whichever is less, so that no request travels with one that ends. */
const MARGIN_MS = 60_000;

/**
 * How long the end of a login is remembered: a refusal, since more of them would lock the account, and a token, since
 * requests that were sent with the one before it may still come back with 401.
 */
const REMEMBERED_MS = 60_000;

/**
 * The fields of a credential that hold its token. The mark is when the token ends, in milliseconds by this machine's own
 * clock, and a keyed hash of that and of all that was typed to log in. The key is the token, so that the mark tells nothing
 * to who sees it alone.
 */
function markOf(typed: string[], token: string, end: string): string {
	return `${end}.${createHmac('sha256', token)
		.update(JSON.stringify([end, ...typed]))
		.digest('base64url')}`;
}

/** Whether the token in a credential came from the login that the credential describes, and has not ended. */
export function mayBeUsed(
	{ requestOf, tokenField }: LoginMethod,
	credentials: ICredentialDataDecryptedObject,
): boolean {
	const token = String(credentials[tokenField] ?? '');
	const mark = String(credentials[MARK] ?? '');
	const [end] = mark.split('.');
	const { typed } = requestOf(credentials);
	return token !== '' && mark === markOf(typed, token, end) && Date.now() < Number(end);
}

interface Login {
	underWay: Promise<IDataObject>;
	/** What came of it, and when, in milliseconds. */
	ended?: { at: number; token?: string; isRefusal?: boolean };
}

/** The last login of each account that is under way or ended less than a minute ago, in this process alone. */
const logins = new Map<string, Login>();
const processKey = randomBytes(32);

/**
 * The token of an account, by one login for all who ask at once. A login that was refused less than a minute ago is not tried
 * again. Who asks because of an older token than the last one gets that one; who has none at all logs in.
 *
 * @returns the fields of the credential that hold the token
 * @throws LoginError with a sentence that says what to do; UserError for an address that is not safe
 */
export async function tokenOf(
	httpRequest: HttpRequest,
	method: LoginMethod,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const last = logins.get(keyOf(method, credentials));
	const refused = String(credentials[method.tokenField] ?? '');
	if (last !== undefined) {
		const { ended } = last;
		if (ended === undefined) return await last.underWay;
		if (Date.now() - ended.at < REMEMBERED_MS) {
			const isNewer = ended.token !== undefined && refused !== '' && refused !== ended.token;
			if (isNewer || ended.isRefusal) return await last.underWay;
		}
	}
	return await newTokenOf(httpRequest, method, credentials);
}

/** The same, always by a login of its own: for who wants to know what the login server says now. */
export async function newTokenOf(
	httpRequest: HttpRequest,
	method: LoginMethod,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const key = keyOf(method, credentials);
	for (const [old, { ended }] of logins) {
		if (ended !== undefined && Date.now() - ended.at >= REMEMBERED_MS) logins.delete(old);
	}
	const login: Login = { underWay: fieldsOf(httpRequest, method, credentials) };
	logins.set(key, login);
	login.underWay.then(
		(fields) => (login.ended = { at: Date.now(), token: String(fields[method.tokenField]) }),
		(error) =>
			(login.ended = {
				at: Date.now(),
				isRefusal: error instanceof LoginError && error.isRefusal,
			}),
	);
	return await login.underWay;
}

async function fieldsOf(
	httpRequest: HttpRequest,
	method: LoginMethod,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const { token, seconds } = await logIn(httpRequest, method, credentials);
	const lifetime = Number(seconds) * 1000;
	// Counted from now, since this machine's clock and the server's may differ. One that does not say when it ends is used
	// until it is refused.
	const end =
		lifetime > 0
			? Math.floor(Date.now() + lifetime - Math.min(MARGIN_MS, lifetime / 10))
			: Number.MAX_SAFE_INTEGER;
	const { typed } = method.requestOf(credentials);
	return { [method.tokenField]: token, [MARK]: markOf(typed, token, String(end)) };
}

function keyOf(method: LoginMethod, credentials: ICredentialDataDecryptedObject): string {
	return createHmac('sha256', processKey)
		.update(JSON.stringify([method.credentialType, ...method.requestOf(credentials).typed]))
		.digest('base64');
}
