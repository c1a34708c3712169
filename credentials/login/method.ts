import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { Answer } from '../../shared/network';
import { asSentence } from '../../shared/text';
import type { LoginProblem } from './loginError';

export type Credentials = ICredentialDataDecryptedObject;

/** The hidden field of both credentials that holds the mark of the token; a token without its mark is not used. */
export const MARK_FIELD = 'loginMark';

/** The credentials, as n8n holds them for a request, for which a login has begun, until the request goes out. */
export const loggingIn = new WeakSet<Credentials>();

/** One of the ways to log in to 7Targets. */
export interface LoginMethod {
	/** The credential type, and the hidden field of it that holds the token. */
	credentialType: string;
	tokenField: string;
	/** What must not be shown: the secrets that the user typed, in every form in which they are sent. */
	secretsIn: (credentials: Credentials) => unknown[];
	/** Whose leads are created: the same for all credentials of one user. */
	userIn: (credentials: Credentials) => string;
	/** The headers of a request to the API, besides those with the token. */
	headersOf?: (credentials: Credentials) => IDataObject;
	/** @throws UserError if a field is blank, or an address is not safe to send to */
	loginRequest: (credentials: Credentials) => LoginRequest;
}

/** The login that a credential describes: the request that it takes, and what its answers mean. */
export interface LoginRequest {
	/** All that was typed to log in: a token counts only for exactly these values. */
	enteredValues: string[];
	url: URL;
	/** What the address is called in the credential. */
	urlLabel: string;
	headers: IDataObject;
	body: string;
	secrets: unknown[];
	/** @param said makes text of the server safe to show */
	readAnswer: (answer: Answer, said: (text: unknown) => string) => LoginResult;
}

/** Where to log in, and what the address is called in the credential. */
export type LoginServer = Pick<LoginRequest, 'url' | 'urlLabel'>;

/** A token, and the `seconds` that it is valid for, if the server says so. */
export interface NewToken {
	token: string;
	seconds: unknown;
}

export type LoginResult = NewToken | LoginProblem;

/** A field of a credential as the user typed it, without blanks around it. */
export const trimmedField = (value: unknown): string => String(value ?? '').trim();

/** The API URL without a slash at its end, so that a path can follow. */
export function apiBaseOf({ apiUrl }: Credentials): string {
	let base = trimmedField(apiUrl);
	while (base.endsWith('/')) base = base.slice(0, -1);
	return base;
}

/** The login server's own message, for the middle of a problem: a blank and a sentence, or ''. */
export const quotedServerMessage = (said: string): string =>
	said === '' ? '' : ` 7Targets says: ${asSentence(said)}`;

/** The problem in an answer that means the same from both login servers; undefined for other answers. @param said as `quotedServerMessage` returns it */
export function commonProblem(
	{ status }: Answer,
	{ url, urlLabel }: LoginServer,
	said: string,
): LoginProblem | undefined {
	if (status === 429) return tooManyLogins(said);
	if (status >= 500) {
		const problem = `The 7Targets login server is not working at the moment (status ${status}).${said} Try again in a few minutes.`;
		return { problem, kind: 'passing' };
	}
	if (status >= 300 && status < 400) {
		const problem = `The login server ${url.host} redirects logins to another address (status ${status}), which was not followed. Check the '${urlLabel}' in the credential.`;
		return { problem, kind: 'other' };
	}
	return undefined;
}

export const tooManyLogins = (said: string): LoginProblem => ({
	problem: `7Targets received too many logins in a short time.${said} Wait a few minutes, then try again.`,
	kind: 'passing',
});

export const noLoginServer = (
	{ status }: Answer,
	{ url, urlLabel }: LoginServer,
): LoginProblem => ({
	problem: `${url.host} does not answer like a login server (status ${status}). Check the '${urlLabel}' in the credential.`,
	kind: 'other',
});
