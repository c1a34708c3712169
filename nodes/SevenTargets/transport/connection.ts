import {
	NodeApiError,
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { hasExpired } from '../../../credentials/idToken';
import type { ApiRequest } from '../operation';
import type { RunOptions } from '../options';
import { outcomeOf, outcomeOfSilence, type Answer, type Outcome, type Problem } from './answer';
import { sendSafely } from './attempts';
import { networkErrorCode } from './networkError';
import { Pace } from './pace';
import { asSentence, remoteText } from './remoteText';

const CREDENTIAL = 'sevenTargetsApi';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * Sends one request to the 7Targets API, and again where that is safe. It never throws: a credential that cannot be
 * read is a problem like others. It gives undefined where the run was ended before the request went out.
 */
export type Send = (request: ApiRequest) => Promise<Outcome | undefined>;

/**
 * Reads the credential once and gives out the way to send with it. The login itself, and the one repeat after
 * a 401, are n8n's own work (`httpRequestWithAuthentication`).
 *
 * @param signal ends the run: requests under way are waited for, no further one is sent
 */
export async function connect(
	context: Context,
	{ timeout, maxTries, concurrency }: Pick<RunOptions, 'timeout' | 'maxTries' | 'concurrency'>,
	signal?: AbortSignal,
): Promise<Send> {
	const read = await credentialOf(context);
	if ('ok' in read) return async () => read;
	const { data } = read;
	const baseURL = String(data.apiUrl).trim().replace(/\/+$/, '');
	const pace = new Pace(concurrency, signal);

	const attempt = async ({ path, ...request }: ApiRequest): Promise<Outcome> => {
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
		// Each request has a copy, so that one with an old token that is answered late does not look like one with
		// the new token that was refused. n8n logs in where the token is blank, and puts the new one into the copy.
		const before = data.idToken;
		const own = { ...data, idToken: hasExpired(before) ? '' : before };
		const outcome = await exchange(context, options, own, timeout);
		if (own.idToken !== '' && own.idToken !== before) data.idToken = own.idToken;
		return outcome;
	};

	return async (request) =>
		await sendSafely(request.method, async () => await attempt(request), {
			maxTries,
			pace,
			signal,
		});
}

async function exchange(
	context: Context,
	options: IHttpRequestOptions,
	data: ICredentialDataDecryptedObject,
	timeout: number,
): Promise<Outcome> {
	const credentialsDecrypted = {
		...context.getNode().credentials?.[CREDENTIAL],
		type: CREDENTIAL,
		data,
	} as ICredentialsDecrypted;
	// axios' own timeout ends with the first byte of the answer, so a body that drips would never end. n8n hands on
	// only the signal of its context; that of the user's Stop must not reach a request, whose fate would be unknown.
	const tooLate = AbortSignal.timeout(timeout);
	const caller = Object.create(context, { getExecutionCancelSignal: { value: () => tooLate } });
	try {
		const answer: Answer = await context.helpers.httpRequestWithAuthentication.call(
			caller,
			CREDENTIAL,
			options,
			{ credentialsDecrypted },
		);
		return outcomeOf(answer, secretsOf(data));
	} catch (error) {
		if (tooLate.aborted) return outcomeOfSilence('ETIMEDOUT', '');
		return outcomeOfError(error, secretsOf(data));
	}
}

async function credentialOf(
	context: Context,
): Promise<{ data: ICredentialDataDecryptedObject } | Problem> {
	try {
		return { data: await context.getCredentials(CREDENTIAL) };
	} catch (error) {
		const reason = `The 7Targets credential cannot be read: ${asSentence(remoteText((error as Error).message))}`;
		return forTheRun(reason, 'Choose it again in this node.');
	}
}

const forTheRun = (reason: string, advice = ''): Problem => ({
	ok: false,
	kind: 'run',
	passing: false,
	reason,
	advice,
});

/**
 * What n8n's helper throws is a NodeApiError around one of: the credential's own error (no code, no response),
 * axios' error for a 401 (with the response), or an error of the network stack (with a code).
 */
function outcomeOfError(error: unknown, secrets: readonly string[]): Outcome {
	const cause = error instanceof NodeApiError ? error.cause : error;
	const response = responseOf(cause);
	if (response !== undefined) return outcomeOf(response, secrets);

	// The credential's own sentence: it is clean, and may be longer than what is shown of a server's.
	if (cause instanceof UserError) return forTheRun(cause.message);
	const message = remoteText(error instanceof Error ? error.message : String(error), secrets);
	const code = networkErrorCode(cause);
	return code === undefined ? forTheRun(message) : outcomeOfSilence(code, message);
}

function responseOf(cause: unknown): Answer | undefined {
	if (typeof cause !== 'object' || cause === null || !('response' in cause)) return undefined;
	const { status, headers, data } = (cause.response ?? {}) as Record<string, unknown>;
	if (typeof status !== 'number') return undefined;
	return { statusCode: status, headers: (headers ?? {}) as Answer['headers'], body: data };
}

/** What must never be shown, in each form in which a server may echo it. */
function secretsOf(data: Record<string, unknown>): string[] {
	return [data.password, data.idToken, data.clientId]
		.filter((secret): secret is string => typeof secret === 'string' && secret.trim() !== '')
		.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
}
