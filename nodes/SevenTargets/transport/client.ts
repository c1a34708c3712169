import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { apiBaseOf, type LoginMethod } from '../../../credentials/login/method';
import { Redaction } from '../../../shared/redaction';
import { asSentence, sentences } from '../../../shared/text';
import { Deadline, type EndOfRun } from './deadline';
import { exchange, type Context } from './exchange';
import { forTheRun, outcomeOf, type NotSent, type Outcome, type Problem } from './outcome';
import { readPages } from './pages';
import type { ApiRequest } from './request';
import { retried, type Tries } from './retry';
import { Throttle, type SendingStats } from './throttle/throttle';

/**
 * Sends one request to the 7Targets API, and again if that is safe; reads a list page by page. It never throws: a failed login is a
 * `Problem` too. It returns `notSent` if the run ended before the request went out.
 *
 * @param tries how often it may be sent; if left out, as often as the options say
 */
export type Send = (request: ApiRequest, tries?: Tries) => Promise<Outcome | NotSent>;

/** An opened credential: `account`, a key that no other account has, and `send`. */
export interface Client {
	account: string;
	send: Send;
	/** As many tries as the options say. */
	newTries: () => Tries;
	/** How many requests may be in flight now. */
	limit: () => number;
	/** How the sending has gone so far. */
	stats: () => SendingStats;
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
 * @param end of the run, if it has one: requests under way are waited for
 */
export async function openClient(
	context: Context,
	login: LoginMethod,
	{ timeout, maxTries, concurrency }: SendOptions,
	end?: EndOfRun,
): Promise<Client | Problem> {
	const signal = end?.signal;
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

	const attempt = async ({ method, path, qs, body, list }: ApiRequest, onSent: () => void) => {
		const before = data;
		// Each request has its own copy. Otherwise, a late answer to a request with the old token would look like a
		// refusal of the new token.
		const own = { ...data };
		const request = { method, baseURL, url: path, qs, body };
		const deadline = new Deadline(timeout, onSent, end);
		const reply = await exchange(context, credentialType, own, request, deadline, whenEnded);
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
	const newTries = () => ({ left: maxTries });
	const sendOne: Send = async (request, tries = newTries()) => {
		const options = { repeatable: request.repeatable, tries, throttle };
		return await retried(async (onSent) => await attempt(request, onSent), options);
	};
	const send: Send = async (request, tries) =>
		request.list === undefined
			? await sendOne(request, tries)
			: await readPages(request, request.list, sendOne);
	return {
		account: `${login.userIn(data)} ${baseURL}`.toLowerCase(),
		send,
		newTries,
		limit: () => throttle.limit,
		stats: () => throttle.stats(),
	};
}

async function credentialOf(
	context: Context,
	credentialType: string,
): Promise<{ data: ICredentialDataDecryptedObject } | Problem> {
	try {
		return { data: await context.getCredentials(credentialType) };
	} catch (error) {
		const { message, description } = error as Error & { description?: string | null };
		// n8n's mark for an expression in the credential that it cannot work out, such as one with $env or $secrets.
		const said = new Redaction().text(message).split(' [Error resolving credentials]');
		const reason = `The 7Targets credential cannot be read: ${asSentence(said[0])}`;
		if (said.length === 1) return forTheRun(reason, 'Choose it again in this node.');
		const why = new Redaction().text(description);
		return forTheRun(
			reason,
			sentences(
				why && asSentence(why),
				'Open the credential and correct the field that holds an expression, or enter its value.',
			),
		);
	}
}
