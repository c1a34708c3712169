import type { IHttpRequestOptions } from 'n8n-workflow';

import { isPassingProxy, proxySaid, replyTo, type Reply } from '../../shared/network';
import { Redaction } from '../../shared/redaction';
import { asSentence } from '../../shared/text';
import { backOff, pause } from '../../shared/waiting';
import type { LoginRequest, LoginResult, NewToken } from './method';
import { LoginError } from './loginError';

const LOGIN_TIMEOUT_MS = 30_000;
const MOST_TRIES = 3;

/** Sends a request with n8n's helper; it throws what n8n throws. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- n8n's own type

/**
 * Logs in, with three attempts at most: a problem that may pass, such as throttling or a failure of the server, is tried again.
 *
 * @throws LoginError with a sentence that says what to do; it carries neither request nor response, because n8n would
 * show the response's status text ("Bad Request") in place of the sentence
 */
export async function logIn(httpRequest: HttpRequest, login: LoginRequest): Promise<NewToken> {
	const { url, headers, body } = login;
	const redaction = new Redaction(login.secrets);
	for (let tries = 1; ; tries++) {
		const request: IHttpRequestOptions = {
			method: 'POST',
			url: url.href,
			headers: { ...headers },
			body,
			timeout: LOGIN_TIMEOUT_MS,
			disableFollowRedirect: true,
			returnFullResponse: true,
		};
		const result = resultOf(
			await replyTo(httpRequest(request), LOGIN_TIMEOUT_MS),
			login,
			redaction,
		);
		if ('token' in result) return result;
		if (result.kind !== 'passing' || tries >= MOST_TRIES) {
			throw new LoginError(result.problem, result.kind === 'refused');
		}
		await pause(backOff(tries, true));
	}
}

function resultOf(reply: Reply, login: LoginRequest, redaction: Redaction): LoginResult {
	const { host } = login.url;
	switch (reply.kind) {
		case 'answer':
			return login.readAnswer(reply, (text) => redaction.text(text));
		case 'proxy': {
			const kind = isPassingProxy(reply.status) ? 'passing' : 'other';
			return { problem: proxySaid(reply.status, host), kind };
		}
		case 'brokenOff': {
			const problem = `The answer of the 7Targets login server ${host} broke off. Try again in a few minutes.`;
			return { problem, kind: 'passing' };
		}
		case 'silence': {
			// n8n 2 says this because of a setting that only 1.x shows, but whose value it keeps.
			if (/domain not allowed|no allowed domains/i.test(reply.message)) {
				const problem = `n8n keeps this credential to the domains in its setting 'Allowed HTTP Request Domains', and ${host} is not one of them. Create a new credential.`;
				return { problem, kind: 'other' };
			}
			const kind = /^(ECONNRESET|EAI_AGAIN)$/.test(reply.code ?? '') ? 'passing' : 'other';
			const problem = `The 7Targets login server ${host} cannot be reached: ${asSentence(redaction.text(reply.message))} Check the '${login.urlLabel}' in the credential, and that your n8n can connect to it.`;
			return { problem, kind };
		}
	}
}
