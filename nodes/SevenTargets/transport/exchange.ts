import {
	sleep,
	UserError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
} from 'n8n-workflow';

import { loggingIn, MARK_FIELD } from '../../../credentials/login/method';
import { sendSigned } from '../../../shared/n8n';
import { causesOf, isBlocked, replyIn, replyOf, type Reply } from '../../../shared/network';
import type { Deadline } from './deadline';

export type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** What became of one attempt. */
export type Exchanged =
	| Reply
	/** The credential did not sign it, for the reason in `why`. */
	| { kind: 'notSigned'; why: string }
	/** n8n failed before it sent the request, for example because its database was busy. */
	| { kind: 'notReady'; message: string }
	/** The run ended before it was sent. */
	| { kind: 'notSent' };

/** How often, in milliseconds, it is asked whether n8n still sends. */
const POLL_MS = 200;

/** Makes the credential refuse its token. The mark still says when that ended, so that an older token does not count as newer. */
function forgetToken(data: ICredentialDataDecryptedObject): void {
	const [end] = String(data[MARK_FIELD]).split('.');
	data[MARK_FIELD] = `${end}.`;
}

/**
 * Sends a request once, through `httpRequestWithAuthentication`, which lets the credential log in and sign. It never throws. If the run
 * ends, a request that has not gone out is not sent, and the login before it not waited for.
 *
 * @param data the decrypted credential; n8n writes a new token into it
 * @param whenEnded what to call when the run ends
 */
export async function exchange(
	context: Context,
	credentialType: string,
	data: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	deadline: Deadline,
	whenEnded: Set<() => void>,
): Promise<Exchanged> {
	let stopWaiting = () => {};
	let isSettled = false;
	const ended = new Promise<void>((resolve) => whenEnded.add((stopWaiting = resolve)));
	// Otherwise, n8n reads the credential from its database and decrypts it for each request.
	const caller = Object.create(context, { getCredentials: { value: async () => data } }) as Context;
	try {
		const sent = deadline.setIn({
			...request,
			timeout: deadline.timeout,
			disableFollowRedirect: true,
			returnFullResponse: true,
			json: true,
		});
		const response = sendSigned(caller, credentialType, sent, () => forgetToken(data));
		const given = givenUp(data, deadline, () => isSettled);
		const replied = Promise.race([response.then(replyOf), given]);
		await Promise.race([replied, ended]);
		if (deadline.end?.signal.aborted && !deadline.hasStarted) return { kind: 'notSent' };
		return await replied;
	} catch (error) {
		if (deadline.hasRunEnded) return { kind: 'notSent' };
		const causes = causesOf(error);
		if (causes.some(isBlocked)) return replyIn(error);
		const own = causes.find((cause) => cause instanceof UserError);
		if (own !== undefined) return { kind: 'notSigned', why: String(own.message) };
		const message = causes.at(-1)?.message ?? '';
		// n8n 1.x drops the error that it wraps: an error without a code comes from the credential.
		if (causes.length === 1 && isWithoutCode(error)) return { kind: 'notSigned', why: message };
		if (!deadline.hasStarted) return { kind: 'notReady', message };
		return replyIn(error, deadline.isOver);
	} finally {
		isSettled = true;
		whenEnded.delete(stopWaiting);
	}
}

/**
 * Ends if n8n does not: if the answer is overdue; and if the run has ended while n8n logs in after a 401, because it sends nothing any
 * more then.
 */
async function givenUp(
	data: ICredentialDataDecryptedObject,
	deadline: Deadline,
	isSettled: () => boolean,
): Promise<Exchanged> {
	while (!isSettled()) {
		await sleep(POLL_MS);
		const isAgain = deadline.hasStarted && loggingIn.has(data);
		if (isAgain && deadline.end?.signal.aborted) break;
		if (!isAgain && deadline.isOverdue) return replyIn(undefined, true);
	}
	return { kind: 'notSent' };
}

function isWithoutCode(error: unknown): boolean {
	const reply = replyIn(error);
	return reply.kind === 'silence' && reply.code === undefined && reply.message !== 'canceled';
}
