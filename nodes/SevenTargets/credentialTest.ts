import {
	type ICredentialTestFunctions,
	type ICredentialsDecrypted,
	type IHttpRequestOptions,
	type INodeCredentialTestResult,
} from 'n8n-workflow';

import { freshToken } from '../../credentials/login/tokenCache';
import { apiBaseOf, type Credentials, type LoginMethod } from '../../credentials/login/method';
import { authenticateBy, fieldsOf } from '../../credentials/login/authenticate';
import { replyTo, type Reply } from '../../shared/network';
import { Redaction } from '../../shared/redaction';
import { listOfAssistants } from './assistant/list';
import { isPage, outcomeOf, TOO_MANY_REQUESTS, type Problem } from './transport/outcome';

const TIMEOUT_MS = 30_000;

type CredentialTest = (
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
) => Promise<INodeCredentialTestResult>;

/**
 * The editor's test of a credential: logs in, even if a token is stored, and lists one assistant. (A declarative test cannot show
 * a sentence of ours if the API is not reached, and ends in a TypeError of n8n's if a list is empty: read in 2.41.)
 *
 * @param suspect the field that is most likely wrong if the API does not take the token
 */
export const credentialTestBy = (method: LoginMethod, suspect: string): CredentialTest =>
	async function ({ data = {} }) {
		const request = requestOfTest(this.helpers);
		try {
			const entered = data as Credentials;
			const token = await freshToken(request, method.loginRequest(entered));
			const credentials = { ...entered, ...fieldsOf(method, token) };
			const { path, qs } = listOfAssistants('');
			const url = new URL(`${apiBaseOf(entered)}${path}`);
			const options = await authenticateBy(method)(credentials, {
				method: 'GET',
				url: url.href,
				qs: { ...qs, page: 0, size: 1 },
				timeout: TIMEOUT_MS,
			});
			const reply = await replyTo(request(options), TIMEOUT_MS);
			const redaction = new Redaction(method.secretsIn(entered), token.value);
			const outcome = outcomeOf(reply, redaction, url.host, 'list');
			return outcome.kind === 'done'
				? { status: 'OK', message: 'Connection successful!' }
				: { status: 'Error', message: verdict(reply, outcome, url.host, suspect) };
		} catch (error) {
			return { status: 'Error', message: (error as Error).message };
		}
	};

/** What is wrong if the login was right: a sentence or two for the user. */
function verdict(reply: Reply, { status, reason }: Problem, host: string, suspect: string): string {
	if (reply.kind === 'proxy') {
		return `The login is right, but 7Targets was not reached. ${reason}`;
	}
	if (reply.kind === 'answer' && reply.status < 500 && isPage(reply.body)) {
		return `The login is right, but ${host} answers with a web page (status ${status}), as the 7Targets API does not. Check the 'API URL'.`;
	}
	switch (status) {
		case 401:
			return `The login is right, but the 7Targets API did not accept it. Check the 'API URL' and the '${suspect}', or ask support@7targets.com.`;
		case 403:
			return `The login is right, but this account may not use the 7Targets API. Check the '${suspect}', or ask support@7targets.com for access.`;
		// The document of 2020 does not mention this list.
		case 404:
			return `The login is right, but ${host} has no list of assistants (status 404). Check the 'API URL'. If 7Targets says that it is right, leads can be created all the same.`;
	}
	const remedy =
		status === undefined
			? "Check the 'API URL', and that your n8n can connect to it."
			: status === TOO_MANY_REQUESTS || status >= 500 || reply.kind === 'brokenOff'
				? 'Try again in a few minutes.'
				: "Check the 'API URL'.";
	return `The login is right, but a request to ${host} failed: ${reason.replace(/\.$/, '')}. ${remedy}`;
}

/**
 * The only request helper that n8n gives to a credential's test, with the options of its newer one. No status makes it throw, so
 * the response shows who answered.
 */
function requestOfTest({ request }: ICredentialTestFunctions['helpers']) {
	return async ({ url, ...options }: IHttpRequestOptions) => {
		const response = await request({
			...options,
			uri: url,
			json: true,
			followRedirect: false,
			simple: false,
			resolveWithFullResponse: true,
		});
		// A response without its request was an error within n8n's helper: the answer broke off.
		if (response.request === undefined && response.statusCode < 300) {
			throw Object.assign(new Error('broken off'), { response: { status: response.statusCode } });
		}
		return response;
	};
}
