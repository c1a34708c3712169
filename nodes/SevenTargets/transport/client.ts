import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { apiBaseOf, type LoginMethod } from '../../../credentials/login/method';
import { Redaction } from '../../../shared/redaction';
import { asSentence } from '../../../shared/text';
import { exchange, type Context } from './exchange';
import { forTheRun, outcomeOf, type NotSent, type Outcome, type Problem } from './outcome';
import { sentOrElse } from './orElse';
import { readPages } from './pages';
import type { ApiRequest } from './request';
import { retried } from './retry';
import { Throttle, type Course } from './throttle';

/**
 * Sends one request to the 7Targets API, and again if that is safe; reads a list page by page. It never throws: a failed login is a
 * `Problem` too. It returns `notSent` if the run ended before the request went out.
 */
export type Send = (request: ApiRequest) => Promise<Outcome | NotSent>;

/** An opened credential: `account`, a key that no other account has, and `send`. */
export interface Client {
	account: string;
	send: Send;
	/** How many requests may be under way now. */
	width: () => number;
	/** How the sending has gone so far. */
	course: () => Course;
}

/** How requests are sent: `timeout` is in milliseconds for each attempt; without `concurrency`, the node finds out how many to send at a time. */
export interface SendOptions {
	timeout: number;
	maxTries: number;
	concurrency?: number;
}

/**
 * Reads the credential once. Returns a client, or the problem if the credential cannot be read. The credential itself decides
 * whether its token is still good.
 *
 * @param signal ends the run: no further request is sent; those under way are waited for
 */
export async function openClient(
	context: Context,
	login: LoginMethod,
	{ timeout, maxTries, concurrency }: SendOptions,
	signal?: AbortSignal,
): Promise<Client | Problem> {
	const { credentialType, tokenField } = login;
	const opened = await credentialOf(context, credentialType);
	if ('kind' in opened) return opened;
	let { data } = opened;
	const baseURL = apiBaseOf(data);
	const host = URL.canParse(baseURL) ? new URL(baseURL).host : baseURL;
	let redaction = new Redaction(login.secretsIn(data), String(data[tokenField]));
	const throttle = new Throttle(concurrency, signal);
	// One listener for all requests: Node 20 warns of more than ten.
	const whenEnded = new Set<() => void>();
	signal?.addEventListener('abort', () => whenEnded.forEach((tell) => tell()), { once: true });

	const attempt = async ({ method, path, qs, body, list }: ApiRequest, goesOut: () => void) => {
		const before = data;
		// Each request has its own copy. Otherwise, a late answer to a request with the old token would look like a
		// refusal of the new token.
		const own = { ...data };
		const request = { method, baseURL, url: path, qs, body, timeout };
		const run = { signal, whenEnded, goesOut };
		const reply = await exchange(context, credentialType, own, request, run);
		if (data === before && own[tokenField] !== before[tokenField]) data = own;
		const token = String(own[tokenField]);
		if (redaction.token !== token) redaction = new Redaction(login.secretsIn(own), token);
		if (reply.kind === 'notSent') return reply;
		if (reply.kind === 'notSigned') return forTheRun(reply.why);
		if (reply.kind === 'notReady') {
			const why = asSentence(redaction.text(reply.message));
			return forTheRun(`n8n could not send the request: ${why}`, 'Run this again.');
		}
		return outcomeOf(reply, redaction, host, list === undefined ? 'object' : 'list');
	};
	const sendOne: Send = async (request) => {
		const { repeatable } = request;
		const options = { repeatable, maxTries, throttle, signal };
		return await retried(async (goesOut) => await attempt(request, goesOut), options);
	};
	const send: Send = async (request) => {
		if (request.list !== undefined) return await readPages(request, request.list, sendOne);
		if (request.orElse === undefined) return await sendOne(request);
		return await sentOrElse(request, request.orElse, sendOne, { maxTries, signal });
	};
	return {
		account: `${login.userIn(data)} ${baseURL}`.toLowerCase(),
		send,
		width: () => throttle.width,
		course: () => throttle.course(),
	};
}

async function credentialOf(
	context: Context,
	credentialType: string,
): Promise<{ data: ICredentialDataDecryptedObject } | Problem> {
	try {
		return { data: await context.getCredentials(credentialType) };
	} catch (error) {
		const reason = `The 7Targets credential cannot be read: ${asSentence(new Redaction().text((error as Error).message))}`;
		return forTheRun(reason, 'Choose it again in this node.');
	}
}
