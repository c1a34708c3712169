import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { apiBaseOf, loggingIn, type LoginMethod } from '../../../credentials/login/method';
import { Redaction } from '../../../shared/redaction';
import { asSentence, sentences } from '../../../shared/text';
import { Deadline, type EndOfRun } from './deadline';
import { exchange, type Context } from './exchange';
import { forTheRun, outcomeOf, type NotSent, type Outcome, type Problem } from './outcome';
import { readPages } from './pages';
import type { ApiRequest } from './request';
import { retried, type Tries } from './retry';
import { Throttle, type SendingStats } from './throttle/throttle';

/** How requests are sent: `timeout` is in milliseconds for each attempt; without `concurrency`, the node finds out how many to send at a time. */
export interface SendOptions {
	timeout: number;
	maxTries: number;
	concurrency?: number;
}

/** An opened credential, and all that a run sends with it. The credential itself decides whether its token is still good. */
export class Client {
	/** A key that no other account has. */
	readonly account: string;
	private readonly baseURL: string;
	private readonly host: string;
	private readonly throttle: Throttle;
	private redaction: Redaction;
	/** What to call when the run ends. One listener calls them all: Node 20 warns of more than ten. */
	private readonly whenEnded = new Set<() => void>();

	private constructor(
		private readonly context: Context,
		private readonly login: LoginMethod,
		private readonly options: SendOptions,
		private data: ICredentialDataDecryptedObject,
		private readonly end?: EndOfRun,
	) {
		this.baseURL = apiBaseOf(data);
		this.host = URL.canParse(this.baseURL) ? new URL(this.baseURL).host : this.baseURL;
		this.account = `${login.userIn(data)} ${this.baseURL}`.toLowerCase();
		this.redaction = new Redaction(login.secretsIn(data), String(data[login.tokenField]));
		this.throttle = new Throttle(options.concurrency, end?.signal);
		const tellAll = () => this.whenEnded.forEach((tell) => tell());
		end?.signal.addEventListener('abort', tellAll, { once: true });
	}

	/**
	 * Reads the credential, once a run.
	 *
	 * @param end of the run, if it has one: requests under way are waited for
	 * @returns the problem if the credential cannot be read
	 */
	static async open(
		context: Context,
		login: LoginMethod,
		options: SendOptions,
		end?: EndOfRun,
	): Promise<Client | Problem> {
		const opened = await credentialOf(context, login.credentialType);
		return 'kind' in opened ? opened : new Client(context, login, options, opened.data, end);
	}

	/** As many tries as the options say. */
	newTries(): Tries {
		return { left: this.options.maxTries };
	}

	/** How many requests may be in flight now. */
	get limit(): number {
		return this.throttle.limit;
	}

	/** How the sending has gone so far. */
	stats(): SendingStats {
		return this.throttle.stats();
	}

	/**
	 * Sends a request, and again if that is safe; reads a list page by page. It never throws: a failed login is a `Problem` too.
	 *
	 * @param tries how often it may be sent; each page of a list has its own
	 * @returns `notSent` if the run ended before the request went out
	 */
	async send(request: ApiRequest, tries = this.newTries()): Promise<Outcome | NotSent> {
		return request.list === undefined
			? await this.sendOne(request, tries)
			: await readPages(request, request.list, async (page) => await this.sendOne(page));
	}

	private async sendOne(request: ApiRequest, tries = this.newTries()): Promise<Outcome | NotSent> {
		return await retried(async (onSent) => await this.attempt(request, onSent), {
			repeatable: request.repeatable,
			tries,
			throttle: this.throttle,
		});
	}

	private async attempt(
		{ method, path, qs, body, list }: ApiRequest,
		onSent: () => void,
	): Promise<Outcome | NotSent> {
		const { context, login, baseURL, host, options, end, data: before } = this;
		const { credentialType, tokenField } = login;
		// Each request has its own copy. Otherwise, a late answer to a request with the old token would look like a
		// refusal of the new token.
		const own = { ...before };
		const request = { method, baseURL, url: path, qs, body };
		const deadline = new Deadline(
			options.timeout,
			() => {
				loggingIn.delete(own);
				onSent();
			},
			end,
		);
		const reply = await exchange(context, credentialType, own, request, deadline, this.whenEnded);
		if (this.data === before && own[tokenField] !== before[tokenField]) this.data = own;
		const token = String(own[tokenField]);
		if (this.redaction.token !== token) {
			this.redaction = new Redaction(login.secretsIn(own), token);
		}
		if (reply.kind === 'notSent') return reply;
		if (reply.kind === 'notSigned') return forTheRun(reply.why);
		if (reply.kind === 'notReady') {
			const why = asSentence(this.redaction.text(reply.message));
			return forTheRun(
				`n8n could not send the request: ${why}`,
				'Press Retry on this execution, or try again.',
			);
		}
		return outcomeOf(reply, this.redaction, host, list === undefined ? 'object' : 'list');
	}
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
