import {
	NodeApiError,
	UserError,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
} from 'n8n-workflow';

import type { ApiRequest } from '../operation';
import { outcomeOf, outcomeOfSilence, type Answer, type Outcome, type Problem } from './answer';
import { networkErrorCode } from './networkError';
import { asSentence, remoteText } from './remoteText';

const CREDENTIAL = 'sevenTargetsApi';

/** Sends one request to the 7Targets API. It never throws: a credential that cannot be read is a problem like others. */
export type Send = (request: ApiRequest) => Promise<Outcome>;

/**
 * Reads the credential once and gives out the way to send with it. The login itself, and the one repeat after
 * a 401, are n8n's own work (`httpRequestWithAuthentication`).
 *
 * @param timeout milliseconds that one request may take
 */
export async function connect(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	timeout: number,
): Promise<Send> {
	const read = await credentialOf(context);
	if ('ok' in read) return async () => read;
	const { data } = read;
	const credentialsDecrypted = {
		...context.getNode().credentials?.[CREDENTIAL],
		type: CREDENTIAL,
		data,
	} as ICredentialsDecrypted;
	const baseURL = String(data.apiUrl).trim().replace(/\/+$/, '');

	return async ({ path, ...request }) => {
		const options: IHttpRequestOptions = {
			...request,
			baseURL,
			url: path,
			timeout,
			disableFollowRedirect: true,
			// 401 must stay an error: n8n logs in afresh after it and sends once more.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			returnFullResponse: true,
			json: true,
		};
		const secrets = () => secretsOf(data);
		try {
			const answer: Answer = await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				options,
				{ credentialsDecrypted },
			);
			return outcomeOf(answer, secrets());
		} catch (error) {
			return outcomeOfError(error, secrets());
		}
	};
}

async function credentialOf(
	context: IExecuteFunctions | ILoadOptionsFunctions,
): Promise<{ data: ICredentialDataDecryptedObject } | Problem> {
	try {
		return { data: await context.getCredentials(CREDENTIAL) };
	} catch (error) {
		const reason = `The 7Targets credential cannot be read: ${asSentence(remoteText((error as Error).message))}`;
		return { ok: false, kind: 'login', reason, advice: 'Choose it again in this node.' };
	}
}

/**
 * What n8n's helper throws is a NodeApiError around one of: the credential's own error (no code, no response),
 * axios' error for a 401 (with the response), or an error of the network stack (with a code).
 */
function outcomeOfError(error: unknown, secrets: readonly string[]): Outcome {
	const cause = error instanceof NodeApiError ? error.cause : error;
	const response = responseOf(cause);
	if (response !== undefined) return outcomeOf(response, secrets);

	// The credential's own sentence: it is clean, and may be longer than what is shown of a server's.
	if (cause instanceof UserError) {
		return { ok: false, kind: 'login', reason: cause.message, advice: '' };
	}
	const message = remoteText(error instanceof Error ? error.message : String(error), secrets);
	const code = networkErrorCode(cause);
	if (code !== undefined) return outcomeOfSilence(code, message);
	return { ok: false, kind: 'login', reason: message, advice: '' };
}

function responseOf(cause: unknown): Answer | undefined {
	if (typeof cause !== 'object' || cause === null || !('response' in cause)) return undefined;
	const { status, headers, data } = cause.response as Record<string, unknown>;
	if (typeof status !== 'number') return undefined;
	return { statusCode: status, headers: (headers ?? {}) as Answer['headers'], body: data };
}

/** What must never be shown, in each form in which a server may echo it. */
function secretsOf(data: Record<string, unknown>): string[] {
	return [data.password, data.idToken, data.clientId]
		.filter((secret): secret is string => typeof secret === 'string' && secret.trim() !== '')
		.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
}
