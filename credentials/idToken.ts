import { createHash } from 'node:crypto';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const MARGIN_MS = 60_000;
/** So long after a login, requests that were sent before it may still come back with 401. */
const LATECOMERS_MS = 60_000;
const MOST_ACCOUNTS = 100;

interface Login {
	underWay: Promise<string>;
	/** Once it has succeeded. */
	result?: { token: string; at: number };
}

/** The last login of each account, in memory only: under way, or not older than a minute. */
const logins = new Map<string, Login>();

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
	for (const [old, { result }] of logins) {
		if (result !== undefined && Date.now() - result.at > LATECOMERS_MS) logins.delete(old);
	}
	const last = logins.get(key);
	if (last !== undefined) {
		if (last.result === undefined) return await last.underWay;
		if (refused && refused !== last.result.token) return last.result.token;
	}
	const login: Login = { underWay: logIn() };
	logins.set(key, login);
	if (logins.size > MOST_ACCOUNTS) logins.delete(logins.keys().next().value!);
	try {
		const token = await login.underWay;
		login.result = { token, at: Date.now() };
		return token;
	} finally {
		if (login.result === undefined && logins.get(key) === login) logins.delete(key);
	}
}

/** Whether a token says of itself (its claim `exp`) that it ends within a minute; false where it says nothing. */
export function hasExpired(token: unknown): boolean {
	const { exp } = claimsOf(token);
	return typeof exp === 'number' && exp * 1000 - MARGIN_MS < Date.now();
}

/**
 * Whether a token is one of the account, as far as it says so. Cognito's ID tokens name the client in `aud` and the user in
 * `email` and `cognito:username`, its access tokens name the client in `client_id`.
 */
export function isTokenOf(
	{ clientId, username = '' }: { clientId?: unknown; username?: unknown },
	token: unknown,
): boolean {
	const claims = claimsOf(token);
	const client = claims.token_use === 'id' ? claims.aud : claims.client_id;
	if (typeof client === 'string' && client !== String(clientId).trim()) return false;
	const name = String(username).trim().toLowerCase();
	const users = [claims.email, claims['cognito:username']].filter((user) => user !== undefined);
	return (
		!name.includes('@') ||
		users.length < 2 ||
		users.some((user) => String(user).toLowerCase() === name)
	);
}

/** What a JWT says; nothing where the token is none. */
function claimsOf(token: unknown): Record<string, unknown> {
	if (typeof token !== 'string') return {};
	try {
		return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()) ?? {};
	} catch {
		return {};
	}
}
