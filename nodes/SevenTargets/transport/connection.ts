import {
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
import { causesOf, networkErrorOf } from './networkError';
import { Pace } from './pace';
import { asSentence, formsOf, remoteText } from './remoteText';

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

	// A token that was received in this run is not judged by its date: where this machine's clock is ahead, every
	// token would look expired, and every request would log in.
	let received: unknown;
	const attempt = async ({ path, ...request }: ApiRequest): Promise<Outcome> => {
		// Each request has a copy, so that one with an old token that is answered late does not look like one with
		// the new token that was refused. n8n logs in where the token is blank, and puts the new one into the copy.
		const { idToken } = data;
		const own = { ...data, idToken: idToken !== received && hasExpired(idToken) ? '' : idToken };
		const outcome = await exchange(
			context,
			{
				...request,
				baseURL,
				url: path,
				disableFollowRedirect: true,
				returnFullResponse: true,
				json: true,
			},
			own,
			timeout,
		);
		if (own.idToken !== '' && own.idToken !== idToken) data.idToken = received = own.idToken;
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
	request: IHttpRequestOptions,
	data: ICredentialDataDecryptedObject,
	timeout: number,
): Promise<Outcome> {
	const credentialsDecrypted = {
		...context.getNode().credentials?.[CREDENTIAL],
		type: CREDENTIAL,
		data,
	} as ICredentialsDecrypted;
	// axios' own timeout ends with the first byte of the answer, so a body that drips would never end. This clock
	// starts when n8n reads the signal, which it does when the request goes out: a login before has a limit of its own.
	// Not to be set by n8n, which would put in the signal of the user's Stop: the fate of the request would be unknown.
	let clock: AbortSignal | undefined;
	const options = Object.defineProperty({ ...request, timeout }, 'abortSignal', {
		get: () => (clock = AbortSignal.timeout(timeout)),
		set: () => {},
		enumerable: true,
	});
	let answer: Answer;
	try {
		answer = await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			options,
			{ credentialsDecrypted },
		);
	} catch (error) {
		return outcomeOfError(error, secretsOf(data), clock?.aborted === true);
	}
	return outcomeOf(answer, secretsOf(data), request.method === 'GET' ? 'list' : 'object');
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
 * What n8n's helper throws is an error around one of: the credential's own error (no code, no response), axios' error
 * for a status that is not 2xx (with the response), or an error of the network stack (with a code). The error around it
 * cannot be told by its class: n8n holds more than one copy of n8n-workflow.
 */
function outcomeOfError(error: unknown, secrets: readonly string[], tooLate: boolean): Outcome {
	const causes = causesOf(error);
	const response = causes.map(responseOf).find((found) => found !== undefined);
	// A status that is not 2xx: what was wanted does not matter.
	if (response !== undefined) return outcomeOf(response, secrets, 'object');

	// The credential's own sentence: it is clean, and may be longer than what is shown of a server's.
	const own = causes.find((cause) => cause instanceof UserError);
	if (own !== undefined) return forTheRun(own.message);
	if (tooLate) return outcomeOfSilence({ code: 'ETIMEDOUT' }, '');
	const message = remoteText(error instanceof Error ? error.message : String(error), secrets);
	const network = networkErrorOf(error);
	return network === undefined ? forTheRun(message) : outcomeOfSilence(network, message);
}

function responseOf(cause: Error): Answer | undefined {
	if (!('response' in cause)) return undefined;
	const { status, headers, data } = (cause.response ?? {}) as Record<string, unknown>;
	if (typeof status !== 'number') return undefined;
	return { statusCode: status, headers: (headers ?? {}) as Answer['headers'], body: data };
}

const secretsOf = ({ password, clientId, idToken }: ICredentialDataDecryptedObject) =>
	formsOf(password, clientId, idToken);
