import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const MARGIN_MS = 60_000;
/** So long after a login, requests that were sent before it may still come back with 401. */
const LATECOMERS_MS = 60_000;
const MOST_ACCOUNTS = 100;

/** The last login of each account: under way, or its token. In memory only, for one minute. */
const logins = new Map<string, { token: Promise<string>; over?: number }>();

/**
 * The token of an account, by one login for all who ask at once. Who asks with an older token than the last one, since
 * that one was refused, gets the last one if it is not older than a minute; who asks with none at all logs in.
 *
 * @param logIn the login itself; a failure reaches all who wait for it and is not kept
 */
export async function idTokenOf(
	account: ICredentialDataDecryptedObject,
	logIn: () => Promise<string>,
): Promise<string> {
	const { idToken: refused, ...rest } = account;
	const key = createHash('sha256')
		.update(JSON.stringify(Object.entries(rest).sort()))
		.digest('hex');
	for (const [old, { over }] of logins) {
		if (over !== undefined && Date.now() - over > LATECOMERS_MS) logins.delete(old);
	}
	const last = logins.get(key);
	if (last !== undefined) {
		const underWay = last.over === undefined;
		const token = await last.token;
		if (underWay || (refused !== '' && token !== refused)) return token;
	}
	const login: { token: Promise<string>; over?: number } = { token: logIn() };
	logins.set(key, login);
	if (logins.size > MOST_ACCOUNTS) logins.delete(logins.keys().next().value!);
	try {
		const token = await login.token;
		login.over = Date.now();
		return token;
	} finally {
		if (login.over === undefined && logins.get(key) === login) logins.delete(key);
	}
}

/** Whether a token says of itself (its claim `exp`) that it ends within a minute; false where it says nothing. */
export function hasExpired(token: unknown): boolean {
	if (typeof token !== 'string') return false;
	try {
		const [, payload] = token.split('.');
		const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString());
		return typeof exp === 'number' && exp * 1000 - MARGIN_MS < Date.now();
	} catch {
		return false;
	}
}
