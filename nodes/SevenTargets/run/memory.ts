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

interface Kept {
	round: number;
	/** By the person, in the order in which it was done. */
	done: Record<string, Deed[]>;
	/** For which persons it is not known what was done, and whether that may not be done twice. */
	unknown: Record<string, { mayBeNew: boolean }>;
}

/**
 * What a run has done so far, kept in n8n's node context until the run succeeds. The next try of Retry On Fail sees
 * it, and, since n8n stores it with the failed execution, so does the Retry button (measured with n8n 2.41).
 *
 * What may not be done twice is known by the person alone, whatever else the user has corrected meanwhile, and what may be, by
 * the whole request: a changed update is another update. The account counts, and not the credential, which may be another
 * one of the same account. Only hashes of all that are kept.
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
		// What another round of a loop has done is none of this one's.
		this.kept = sent?.round === round ? sent : { round, done: {}, unknown: {} };
	}

	/**
	 * What earlier tries have got for requests about one person, from the first on, and whether for the same values: the rest is still to
	 * be done. What may be done twice counts only if nothing else was done for the person after it.
	 */
	take(requests: ApiRequest[]): Array<{ answer: ItemAnswer; isSame: boolean }> {
		const [{ repeatable }] = requests;
		const person = this.person(requests[0]);
		const all = this.kept.done[person] ?? [];
		const deeds = all.filter((deed) => (repeatable ? !deed.isPast : creates(deed)));
		let count = Math.min(requests.length, deeds.length);
		if (repeatable) {
			const end = deeds.findIndex(({ how, what }, n) => {
				const request = requests[n];
				return request === undefined || how !== howOf(request) || what !== whatOf(request);
			});
			if (end >= 0) {
				count = end === requests.length ? 0 : end;
				for (const deed of deeds.slice(count)) deed.isPast = true;
			}
		}
		return deeds
			.slice(0, count)
			.map(({ answer, what }, n) => ({ answer, isSame: what === whatOf(requests[n]) }));
	}

	/** What is not known of an earlier request about this person; undefined if there is no such thing. */
	doubt(request: ApiRequest): { mayBeNew: boolean } | undefined {
		return this.kept.unknown[this.person(request)];
	}

	/** Keeps an answer at once, since a run that the user stops is stored before it ends. */
	keep(request: ApiRequest, answer: ItemAnswer): void {
		const deed = { how: howOf(request), what: whatOf(request), answer };
		(this.kept.done[this.person(request)] ??= []).push(deed);
		this.context.sent = this.kept;
	}

	/** Keeps that it is not known what a request has come to, and whether it may have made something new. */
	keepDoubt(request: ApiRequest, mayBeNew: boolean): void {
		this.kept.unknown[this.person(request)] = {
			mayBeNew: mayBeNew || this.doubt(request)?.mayBeNew === true,
		};
		this.context.sent = this.kept;
	}

	/** For a run that succeeded. */
	forget(): void {
		delete this.context.sent;
	}

	/** A request about nobody stands for itself. */
	private person(request: ApiRequest): string {
		return hashOf([this.account, this.personOf?.(request) ?? whatOf(request)]);
	}
}

const hashOf = (value: unknown) =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64');

const howOf = ({ method, path, orElse }: ApiRequest) =>
	[method, path, orElse?.method, orElse?.path].join(' ').trim();

const whatOf = ({ qs, body, list }: ApiRequest) => hashOf([qs, body, list]);

/** Whether it leaves something that may not be done twice, or has found that it is done. */
const creates = ({ how }: Deed) => how.includes('POST');
