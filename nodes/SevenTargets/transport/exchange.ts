import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestFunctions,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { causesOf, replyIn, replyOf, type Reply } from '../../../shared/network';

export type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** What a request came to. */
export type Exchanged =
	| Reply
	/** The credential did not let it go, and says why. */
	| { kind: 'notSigned'; why: string }
	/** n8n did not get as far as sending it, for example since its database was busy. */
	| { kind: 'notReady'; message: string }
	/** The run had ended. */
	| { kind: 'notSent' };

/**
 * Sends one request by `httpRequestWithAuthentication`, which has the credential log in and sign. It never throws.
 *
 * @param data the decrypted credential, into which n8n puts a new token
 * @param timeout milliseconds that the request may take; a login before has a limit of its own
 * @param signal ends the run: a request that is not out yet is not sent then
 * @param goesOut is told when it goes out
 */
export async function exchange(
	context: Context,
	credentialType: string,
	data: ICredentialDataDecryptedObject,
	{ timeout, ...request }: IHttpRequestOptions & { timeout: number },
	{ signal, goesOut }: { signal?: AbortSignal; goesOut: () => void },
): Promise<Exchanged> {
	const deadline = deadlineOf(timeout, goesOut, signal);
	// n8n would read and decrypt the credential from its database for each request.
	const caller = Object.create(context, { getCredentials: { value: async () => data } }) as Context;
	try {
		return replyOf(
			await context.helpers.httpRequestWithAuthentication.call(
				caller,
				credentialType,
				deadline.setIn({
					...request,
					timeout,
					disableFollowRedirect: true,
					returnFullResponse: true,
					json: true,
				}),
			),
		);
	} catch (error) {
		if (deadline.hasRunEnded()) return { kind: 'notSent' };
		const causes = causesOf(error);
		const own = causes.find((cause) => cause instanceof UserError);
		if (own !== undefined) return { kind: 'notSigned', why: String(own.message) };
		const message = causes.at(-1)?.message ?? '';
		// n8n 1.x drops what it wraps: what bears no code there is the credential's own.
		if (causes.length === 1 && isWithoutCode(error)) return { kind: 'notSigned', why: message };
		if (!deadline.hasStarted()) return { kind: 'notReady', message };
		return replyIn(error, deadline.isOver());
	}
}

function isWithoutCode(error: unknown): boolean {
	const reply = replyIn(error);
	return reply.kind === 'silence' && reply.code === undefined && reply.message !== 'canceled';
}

/**
 * When a request must have been answered in full. axios' own timeout ends with the first byte of the answer, so a body that
 * drips would never end. The time starts when n8n reads the signal, which it does each time that a request goes out, after a login.
 * It must not be set by n8n, which would put in the signal of the user's Stop: the fate of the request would be unknown.
 */
function deadlineOf(timeout: number, goesOut: () => void, run?: AbortSignal) {
	let clock: AbortSignal | undefined;
	let hasRunEnded = false;
	return {
		setIn: (request: IHttpRequestOptions) =>
			Object.defineProperty(request, 'abortSignal', {
				get: () => {
					hasRunEnded = run?.aborted === true;
					if (hasRunEnded) return run;
					goesOut();
					return (clock = AbortSignal.timeout(timeout));
				},
				set: () => {},
				enumerable: true,
			}),
		hasRunEnded: () => hasRunEnded,
		hasStarted: () => clock !== undefined,
		isOver: () => clock?.aborted === true,
	};
}

/**
 * The one request helper that n8n gives to a credential's test, in the words of its newer one. It takes all statuses for
 * success, so that the answer tells who gave it.
 */
export function requestOfTest({ request }: ICredentialTestFunctions['helpers']) {
	return async ({ url, ...options }: IHttpRequestOptions) => {
		const response = await request({
			...options,
			uri: url,
			json: true,
			followRedirect: false,
			simple: false,
			resolveWithFullResponse: true,
		});
		// Without its request, an answer was an error within n8n's helper: one that broke off.
		if (response.request === undefined && response.statusCode < 300) {
			throw Object.assign(new Error('broken off'), { response: { status: response.statusCode } });
		}
		return response;
	};
}
