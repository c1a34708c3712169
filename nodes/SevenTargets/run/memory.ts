import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../operation';
import type { ApiRequest } from '../transport/request';
import type { ItemAnswer } from './item';

/** Something that was done for a person. */
interface Deed {
	/** The method and path of the request, and of its `orElse`. */
	how: string;
	/** The hash of all that it holds. */
	what: string;
	answer: ItemAnswer;
	/** Whether something else is to be done, or was done, for the person since. */
	isPast?: true;
}

/** A deed of an earlier try, for a request of this one. */
type Taken = Pick<Deed, 'answer' | 'how'> & { isSame: boolean };

/** It is not known whether something was done. */
interface Doubt {
	/** Whether there was no such person before, and may be one by it. */
	mayBeNew: boolean;
	round: number;
}

interface Kept {
	round: number;
	/** By the person, in the order in which it was done. */
	done: Record<string, Deed[]>;
	/** What is not known, by the person and what was to be done, of this round and those before. */
	unknown: Record<string, Doubt>;
}

/**
 * What a run has done so far, kept in n8n's node context until the run succeeds. The next try of Retry On Fail sees
 * it, and, since n8n stores it with the failed execution, so does the Retry button (measured with n8n 2.41).
 *
 * What may not be done twice is known by the person alone, whatever else the user has corrected meanwhile, and what may be, by
 * the whole request: a changed update is another update. The account counts, and not the credential, which may be another
 * one of the same account. Persons and requests are kept as hashes, answers as they came.
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
		// What another round of a loop has done is none of this one's; what it does not know is still to be settled. (n8n counts
		// each call of a tool as a round.)
		this.kept = sent?.round === round ? sent : { round, done: {}, unknown: sent?.unknown ?? {} };
	}

	/**
	 * What earlier tries have got for each of the requests about one person, `isSame` if for the same values; undefined for what is still
	 * to be done. What may be done twice counts only if nothing else was done for the person after it.
	 */
	take(requests: ApiRequest[]): Array<Taken | undefined> {
		const [{ repeatable }] = requests;
		const all = this.kept.done[this.person(requests[0])] ?? [];
		return repeatable ? repeated(requests, all) : created(requests, all.filter(creates));
	}

	/** What is not known of an earlier request for the same; undefined if there is no such thing. */
	doubt(request: ApiRequest): Doubt | undefined {
		return this.kept.unknown[this.purpose(request)];
	}

	/** Keeps an answer at once, since a run that the user stops is stored before it ends. */
	keep(request: ApiRequest, answer: ItemAnswer): void {
		const deed = { how: howOf(request), what: whatOf(request), answer };
		(this.kept.done[this.person(request)] ??= []).push(deed);
		delete this.kept.unknown[this.purpose(request)];
		this.context.sent = this.kept;
	}

	/** Keeps that it is not known what a request has come to. */
	keepDoubt(request: ApiRequest, { mayBeNew }: Pick<Doubt, 'mayBeNew'>): void {
		const { round, unknown } = this.kept;
		const before = this.doubt(request)?.mayBeNew === true;
		unknown[this.purpose(request)] = { mayBeNew: mayBeNew || before, round };
		this.context.sent = this.kept;
	}

	/** For a run that succeeded: only what other rounds do not know stays. */
	forget(): void {
		const { round } = this.kept;
		const others = Object.entries(this.kept.unknown).filter(([, doubt]) => doubt.round !== round);
		if (others.length === 0) delete this.context.sent;
		else this.context.sent = { round, done: {}, unknown: Object.fromEntries(others) };
	}

	/** A request about nobody stands for itself. */
	private person(request: ApiRequest): string {
		return hashOf([this.account, this.personOf?.(request) ?? whatOf(request)]);
	}

	/** The same for all requests that may create a person, and else for those that are alike. */
	private purpose(request: ApiRequest): string {
		const how = howOf(request);
		return hashOf([this.person(request), creates({ how }) ? '' : [how, whatOf(request)]]);
	}
}

/** In the order in which it was done, up to the first that differs: from there on it is done again. */
function repeated(requests: ApiRequest[], all: Deed[]): Array<Taken | undefined> {
	const deeds = all.filter(({ isPast }) => !isPast);
	const isOf = ({ how, what }: Deed, request?: ApiRequest) =>
		request !== undefined && how === howOf(request) && what === whatOf(request);
	let count = deeds.findIndex((deed, n) => !isOf(deed, requests[n]));
	if (count < 0) count = deeds.length;
	// Something else came after all that is asked for.
	else if (count === requests.length) count = 0;
	for (const deed of deeds.slice(count)) deed.isPast = true;
	return deeds.slice(0, count).map((deed) => ({ ...deed, isSame: true }));
}

/** Each answer is given out once: to the same request, or else to one that was corrected. */
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

/** Whether it leaves something that may not be done twice, or has found that it is done. */
const creates = ({ how }: Pick<Deed, 'how'>) => how.includes('POST');
