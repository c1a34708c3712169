import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../operation';
import type { ApiRequest } from '../transport/request';
import type { ItemAnswer } from './item';

/** Something that was done for a person. */
interface Deed {
	/** The method and path of the request, and of its `orElse`. */
	how: string;
	/** The hash of the values that the request holds. */
	what: string;
	answer: ItemAnswer;
	/** Whether something else was done for the person after it, or is to be done. */
	isPast?: true;
}

/** A deed of an earlier run, for a request of this one. */
type Taken = Pick<Deed, 'answer' | 'how'> & { isSame: boolean };

/** Something that may or may not have been done. */
interface Doubt {
	/** Whether it may have created the person. */
	mayBeNew: boolean;
	round: number;
}

interface Kept {
	round: number;
	/** By person, in the order in which it was done. */
	done: Record<string, Deed[]>;
	/** What is not known, of this round and those before; by the person and what was to be done. */
	unknown: Record<string, Doubt>;
}

/**
 * What a run has done so far, kept in n8n's node context until the run succeeds. The next try of Retry On Fail sees
 * it, and, because n8n stores it with the failed execution, so does the Retry button (measured with n8n 2.41).
 *
 * What may not be done twice is recognized by the person alone, even if the user has corrected other values since; what may be
 * done twice, by the whole request: a changed update is another update. The account counts, not the credential, because an account
 * may have several. Persons and requests are kept as hashes, answers as they came.
 */
export class Memory {
	private readonly context: { sent?: Kept };
	private readonly kept: Kept;
	constructor(
		node: IExecuteFunctions,
		private readonly personOf: Operation['person'],
		private readonly account: string,
	) {
		this.context = node.getContext('node') as { sent?: Kept };
		const round = node.getWorkflowDataProxy(0).$runIndex as number;
		const { sent } = this.context;
		// What was done in another round of a loop does not count for this one; what is not known from there still has to be
		// settled. (n8n counts each call of a tool as a round.)
		this.kept = sent?.round === round ? sent : { round, done: {}, unknown: sent?.unknown ?? {} };
	}

	/**
	 * The answer that an earlier run got for each of the requests about one person, `isSame` if for the same values; undefined for what
	 * is still to be done. What may be done twice counts only if nothing else was done for the person after it.
	 */
	take(requests: ApiRequest[]): Array<Taken | undefined> {
		const [{ repeatable }] = requests;
		const all = this.kept.done[this.person(requests[0])] ?? [];
		return repeatable ? repeated(requests, all) : created(requests, all.filter(creates));
	}

	/** The doubt that an earlier request for the same purpose left; undefined if there is none. */
	doubt(request: ApiRequest): Doubt | undefined {
		return this.kept.unknown[this.purpose(request)];
	}

	/** Keeps an answer at once: if the user stops the run, n8n stores it before the run has ended. */
	keep(request: ApiRequest, answer: ItemAnswer): void {
		const deed = { how: howOf(request), what: whatOf(request), answer };
		(this.kept.done[this.person(request)] ??= []).push(deed);
		delete this.kept.unknown[this.purpose(request)];
		this.context.sent = this.kept;
	}

	/** Keeps that it is not known what became of a request. */
	keepDoubt(request: ApiRequest, { mayBeNew }: Pick<Doubt, 'mayBeNew'>): void {
		const { round, unknown } = this.kept;
		const before = this.doubt(request)?.mayBeNew === true;
		unknown[this.purpose(request)] = { mayBeNew: mayBeNew || before, round };
		this.context.sent = this.kept;
	}

	/** Forgets everything after a run that succeeded, except what is not known from other rounds. */
	forget(): void {
		const { round } = this.kept;
		const others = Object.entries(this.kept.unknown).filter(([, doubt]) => doubt.round !== round);
		if (others.length === 0) delete this.context.sent;
		else this.context.sent = { round, done: {}, unknown: Object.fromEntries(others) };
	}

	/** The key of the person; for a request about nobody, the key of its values. */
	private person(request: ApiRequest): string {
		return hashOf([this.account, this.personOf?.(request) ?? whatOf(request)]);
	}

	/** The same key for all requests that may create a person; otherwise for equal requests about the person. */
	private purpose(request: ApiRequest): string {
		const how = howOf(request);
		return hashOf([this.person(request), creates({ how }) ? '' : [how, whatOf(request)]]);
	}
}

/** Matches requests with deeds in their order, up to the first that differs: from there on, requests are sent again. */
function repeated(requests: ApiRequest[], all: Deed[]): Array<Taken | undefined> {
	const deeds = all.filter(({ isPast }) => !isPast);
	const isOf = ({ how, what }: Deed, request?: ApiRequest) =>
		request !== undefined && how === howOf(request) && what === whatOf(request);
	let count = deeds.findIndex((deed, n) => !isOf(deed, requests[n]));
	if (count < 0) count = deeds.length;
	// Something else was done after all of these requests.
	else if (count === requests.length) count = 0;
	for (const deed of deeds.slice(count)) deed.isPast = true;
	return deeds.slice(0, count).map((deed) => ({ ...deed, isSame: true }));
}

/** Uses each answer once: for the same request, or else for one that was corrected. */
function created(requests: ApiRequest[], deeds: Deed[]): Array<Taken | undefined> {
	const left = [...deeds];
	const whats = requests.map(whatOf);
	const exact = whats.map((what) => {
		const index = left.findIndex((deed) => deed.what === what);
		return index < 0 ? undefined : left.splice(index, 1)[0];
	});
	return exact.map((deed, n) => {
		const given = deed ?? left.shift();
		return given && { ...given, isSame: given.what === whats[n] };
	});
}

const hashOf = (value: unknown) =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64');

const howOf = ({ method, path, orElse }: ApiRequest) =>
	[method, path, orElse?.method, orElse?.path].join(' ').trim();

const whatOf = ({ qs, body, list }: ApiRequest) => hashOf([qs, body, list]);

/** Whether it creates a person, which may not be done twice, or is a Create or Update that may have. */
const creates = ({ how }: Pick<Deed, 'how'>) => how.includes('POST');
