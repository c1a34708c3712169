import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IOAuth2Options,
} from 'n8n-workflow';

import { hasExpired, isTokenOf } from '../../../credentials/idToken';
import type { ApiRequest } from '../operation';
import type { RunOptions } from '../options';
import { outcomeOf, outcomeOfSilence, type Answer, type Outcome, type Problem } from './answer';
import { sendSafely } from './attempts';
import { LOGINS, type Login, type LoginName } from './logins';
import { causesOf, networkErrorOf } from './networkError';
import { Pace } from './pace';
import { readPages } from './pages';
import { asSentence, formsOf, remoteText } from './remoteText';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * Sends one request to the 7Targets API, and again where that is safe; a list page by page. It never throws: a
 * credential that cannot be read is a problem like others. It gives undefined where the run was ended before the request
 * went out.
 */
export type Send = (request: ApiRequest) => Promise<Outcome | undefined>;

/**
 * Reads the credential once and gives out the way to send with it. The login itself, and the one repeat after
 * a 401, are n8n's own work (`httpRequestWithAuthentication`). Where there is no token that is known to be good, one request
 * goes ahead and the others wait for it, so that there is one login.
 *
 * @param signal ends the run: requests under way are waited for, no further one is sent
 */
export async function connect(
	context: Context,
	loginName: LoginName,
	{ timeout, maxTries, concurrency }: Pick<RunOptions, 'timeout' | 'maxTries' | 'concurrency'>,
	signal?: AbortSignal,
): Promise<Send> {
	const login = LOGINS[loginName];
	const read = await credentialOf(context, login);
	if ('ok' in read) return async () => read;
	const { data } = read;
	const baseURL = String(data.apiUrl).trim().replace(/\/+$/, '');
	const pace = new Pace(concurrency, signal);

	// A token that was taken in this run is not judged by its date: where this machine's clock is ahead, every token
	// would look expired, and every request would log in.
	let taken = '';
	let refused: Problem | undefined;
	/** Under way where one request goes ahead to log in; `letOthersGo` ends it. */
	let ahead: Promise<void> | undefined;
	let letOthersGo = () => {};
	const token = () => login.tokenIn(data);
	const secrets = secretsOf(login);
	const mustLogIn = () => token() === '' || (token() !== taken && hasExpired(token()));

	const attempt = async (request: ApiRequest): Promise<Outcome | undefined> => {
		const { method, path, qs, body } = request;
		const isExpired = mustLogIn();
		// Each request has a copy, so that one with an old token that is answered late does not look like one with
		// the new token that was refused.
		const own = login.copyOf(data, isExpired);
		const headers = login.headers(data);
		const outcome = await exchange(context, login, own, {
			request: {
				method,
				baseURL,
				url: path,
				qs,
				body,
				headers,
				timeout,
				disableFollowRedirect: true,
				returnFullResponse: true,
				json: true,
			},
			oauth2: login.oAuth2Options?.(isExpired && token() !== ''),
			secrets,
			signal,
		});
		// n8n puts a token that it has fetched into the copy; one that another of its processes has fetched, only into the
		// request.
		const [, sent] = /^Bearer (.+)$/.exec(String(headers.Authorization)) ?? [];
		const used = sent ?? login.tokenIn(own);
		const accepted = outcome !== undefined && (outcome.ok || outcome.kind !== 'run');
		if (used !== '' && accepted) taken = used;
		if (used !== '' && used !== token()) Object.assign(data, login.withToken(own, used));
		if (!mustLogIn()) letOthersGo();
		return outcome;
	};

	const sendAgain: Send = async (request) =>
		await sendSafely(request.method, async () => await attempt(request), {
			maxTries,
			pace,
			signal,
		});
	const sendOne: Send = async (request) => {
		while (ahead !== undefined && mustLogIn()) await ahead;
		if (refused !== undefined) return refused;
		if (!mustLogIn()) return await sendAgain(request);
		let end = () => {};
		const mine = new Promise<void>((resolve) => (end = resolve));
		ahead = mine;
		const letGo = () => {
			if (ahead === mine) ahead = undefined;
			end();
		};
		letOthersGo = letGo;
		const outcome = await sendAgain(request);
		if (outcome?.ok === false && outcome.kind === 'run') refused = outcome;
		letGo();
		return outcome;
	};
	return async (request) =>
		request.limit === undefined ? await sendOne(request) : await readPages(request, sendOne);
}

/** @returns undefined where `signal` ended the run before the request went out */
async function exchange(
	context: Context,
	login: Login,
	data: ICredentialDataDecryptedObject,
	{
		request,
		oauth2,
		secrets,
		signal,
	}: {
		request: IHttpRequestOptions;
		oauth2?: IOAuth2Options;
		secrets: (data: ICredentialDataDecryptedObject) => string[];
		signal?: AbortSignal;
	},
): Promise<Outcome | undefined> {
	// axios' own timeout ends with the first byte of the answer, so a body that drips would never end. This clock
	// starts when n8n reads the signal, which it does when the request goes out: a login before has a limit of its own.
	// Not to be set by n8n, which would put in the signal of the user's Stop: the fate of the request would be unknown.
	let clock: AbortSignal | undefined;
	let isLate = false;
	const options = Object.defineProperty({ ...request }, 'abortSignal', {
		get: () => {
			// The login took so long that the run has ended meanwhile.
			isLate = signal?.aborted === true;
			return isLate ? signal : (clock = AbortSignal.timeout(request.timeout!));
		},
		set: () => {},
		enumerable: true,
	});
	// n8n would read and decrypt the credential from its database for each request.
	const caller = Object.create(context, {
		getCredentials: { value: async () => data },
	}) as Context;
	let answer: Answer;
	try {
		answer = await context.helpers.httpRequestWithAuthentication.call(
			caller,
			login.credential,
			options,
			{ oauth2 },
		);
	} catch (error) {
		if (isLate) return undefined;
		const failed = login.problemIn(causesOf(error), data);
		return failed === undefined
			? outcomeOfError(error, secrets(data), clock?.aborted === true)
			: { ...forTheRun(failed.problem), passing: failed.passing };
	}
	return outcomeOf(answer, secrets(data), request.method === 'GET' ? 'list' : 'object');
}

async function credentialOf(
	context: Context,
	{ credential, check, tokenIn, withToken }: Login,
): Promise<{ data: ICredentialDataDecryptedObject } | Problem> {
	let data: ICredentialDataDecryptedObject;
	try {
		data = await context.getCredentials(credential);
	} catch (error) {
		const reason = `The 7Targets credential cannot be read: ${asSentence(remoteText((error as Error).message))}`;
		return forTheRun(reason, 'Choose it again in this node.');
	}
	try {
		check(data);
		// n8n keeps the token where the user enters another account into the credential (read in 2.41).
		const isOwn = isTokenOf(data, tokenIn(data));
		return { data: isOwn ? data : { ...data, ...withToken(data, '') } };
	} catch (error) {
		return forTheRun((error as Error).message);
	}
}

/** What must not be seen of a credential, in all its forms; kept as long as the token is the same. */
function secretsOf({
	secrets,
	tokenIn,
}: Login): (data: ICredentialDataDecryptedObject) => string[] {
	let known: { token: string; forms: string[] } | undefined;
	return (data) => {
		const token = tokenIn(data);
		if (known?.token !== token) {
			known = { token, forms: formsOf(...secrets.map((field) => data[field]), token) };
		}
		return known.forms;
	};
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
	const { httpCode, context } = error as { httpCode?: unknown; context?: { data?: unknown } };
	// n8n 1.x drops the error that it wraps, and keeps only its code, and the answer's body where that is an object.
	if (typeof httpCode === 'string' && /^[1-5]\d\d$/.test(httpCode)) {
		const answer = { statusCode: Number(httpCode), headers: {}, body: context?.data };
		return outcomeOf(answer, secrets, 'object');
	}
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
