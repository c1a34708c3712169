import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import { nodeContext } from '../../../shared/n8n';
import type { Doubt, Operation } from '../operation';
import type { ApiRequest } from '../transport/request';
import type { ItemAnswer } from './item';

/** Something that was done for a person. */
interface DoneEntry {
	/** The round of a loop in which it was done. */
	round: number;
	/** The value of the operation. */
	operation: string;
	/** Whether it created the person, or may have. */
	creates: boolean;
	/** The hash of the values that were sent. */
	values: string;
	/** What comes out again, if a Retry takes it up. */
	answer: ItemAnswer;
	/** Whether a later request about the same person has replaced it. */
	isSuperseded?: true;
}

/** What an earlier run got for a request of this one; `isSame` if for the same values. */
export interface EarlierAnswer {
	entry: DoneEntry;
	isSame: boolean;
}

interface StoredRecord {
	/** By person, in the order in which it was done. */
	done: Record<string, DoneEntry[]>;
	/** What is not known, by the person and what was to be done. */
	unknown: Record<string, Doubt & { round: number }>;
	/** How often n8n has run the node in this round. */
	runs?: { round: number; count: number };
}

/**
 * What a run has done so far, kept in n8n's node context as long as a Retry can use it. The next try of Retry On Fail sees it, and,
 * because n8n stores it with the failed execution, so does the Retry button (measured with n8n 2.41). An AI agent may call the node as
 * a tool several times at once, and all these calls share one context: so each write adds to what is there, and no read writes.
 *
 * What may not be done twice is recognized by the person alone, even if the user has corrected other values since; what may be
 * done twice, by the whole request: a changed update is another update. The account counts, not the credential, because an account
 * may have several. Persons and requests are kept as hashes, answers as they came out.
 */
export class RunRecord {
	private readonly context: { sent?: StoredRecord };
	private readonly round: number;
	/** The entries that this run takes up or has added. */
	private readonly current = new Set<DoneEntry>();
	private readonly hashes = new WeakMap<ApiRequest, { person: string; values: string }>();

	constructor(
		node: IExecuteFunctions,
		private readonly operation: Pick<Operation, 'option' | 'creates' | 'person'>,
		private readonly account: string,
	) {
		this.context = nodeContext(node) as { sent?: StoredRecord };
		// What was done in another round of a loop does not count for this one; what is not known from there still has to be
		// settled. (n8n counts each call of a tool as a round.)
		this.round = node.getWorkflowDataProxy(0).$runIndex as number;
	}

	/**
	 * The answer that an earlier run got for each of the requests about one person; undefined for what is still to be done. What may be
	 * done twice counts only if nothing else was done for the person after it.
	 */
	answersFor(requests: ApiRequest[]): Array<EarlierAnswer | undefined> {
		if (this.context.sent === undefined) return requests.map(() => undefined);
		const entries = this.entriesOf(this.person(requests[0]));
		const values = requests.map((request) => this.hashesOf(request).values);
		const matches =
			this.operation.creates === 'always'
				? matchByValues(values, entries)
				: matchInOrder(values, entries, String(this.operation.option.value));
		return matches.map((entry, n) => entry && { entry, isSame: entry.values === values[n] });
	}

	/** This run gives out an earlier answer. @returns the answer */
	takeUp({ entry }: EarlierAnswer): ItemAnswer {
		this.current.add(entry);
		return entry.answer;
	}

	/** This run does again what an earlier one has done. */
	doAgain({ entry }: EarlierAnswer): void {
		entry.isSuperseded = true;
	}

	/** What an earlier request for the same purpose has left unknown; undefined if nothing. */
	unknownFor(request: ApiRequest): Doubt | undefined {
		return this.context.sent?.unknown[this.purpose(request)];
	}

	/** Keeps an answer at once: if the user stops the run, n8n stores it before the run has ended. */
	addAnswer(request: ApiRequest, answer: ItemAnswer): void {
		this.supersede(request);
		const { done, unknown } = this.stored();
		const entry: DoneEntry = {
			round: this.round,
			operation: String(this.operation.option.value),
			creates: this.operation.creates !== undefined,
			values: this.hashesOf(request).values,
			answer,
		};
		this.current.add(entry);
		(done[this.person(request)] ??= []).push(entry);
		delete unknown[this.purpose(request)];
	}

	/** Keeps that it is not known what became of a request. */
	addUnknown(request: ApiRequest, { wasMissing }: Doubt): void {
		this.supersede(request);
		const before = this.unknownFor(request)?.wasMissing === true;
		this.stored().unknown[this.purpose(request)] = {
			wasMissing: wasMissing || before,
			round: this.round,
		};
	}

	/** How often n8n has run the node in this round, with this time. */
	countRun(): number {
		const { runs } = this.context.sent ?? {};
		const count = runs?.round === this.round ? runs.count + 1 : 1;
		this.stored().runs = { round: this.round, count };
		return count;
	}

	/** Forgets what was done in this round, and, if `all` is known, what was not known; nothing of other rounds. */
	forget(all: boolean): void {
		const { sent } = this.context;
		if (sent === undefined) return;
		const isOfOthers = ({ round }: { round: number }) => round !== this.round;
		for (const [person, entries] of Object.entries(sent.done)) {
			sent.done[person] = entries.filter(isOfOthers);
			if (sent.done[person].length === 0) delete sent.done[person];
		}
		for (const [purpose, doubt] of Object.entries(sent.unknown)) {
			if (all && !isOfOthers(doubt)) delete sent.unknown[purpose];
		}
		if (sent.runs?.round === this.round) delete sent.runs;
		const { done, unknown, runs } = sent;
		const isBlank = runs === undefined && [done, unknown].every((part) => isEmpty(part));
		if (isBlank) delete this.context.sent;
	}

	/** The key of the person, which no other account has; for a request about nobody, the key of its values. */
	person(request: ApiRequest): string {
		return this.hashesOf(request).person;
	}

	private stored(): StoredRecord {
		return (this.context.sent ??= { done: {}, unknown: {} });
	}

	private entriesOf(person: string): DoneEntry[] {
		const entries = this.context.sent?.done[person] ?? [];
		return entries.filter(({ round }) => round === this.round);
	}

	/** Something is done for the person now: what this run has not taken up is no longer the last that was done. */
	private supersede(request: ApiRequest): void {
		for (const entry of this.entriesOf(this.person(request))) {
			if (!this.current.has(entry)) entry.isSuperseded = true;
		}
	}

	private hashesOf(request: ApiRequest) {
		let hashes = this.hashes.get(request);
		if (hashes === undefined) {
			const { qs, body, list } = request;
			const values = hashOf([qs, body, list]);
			const person = hashOf([this.account, this.operation.person?.(request) ?? values]);
			this.hashes.set(request, (hashes = { person, values }));
		}
		return hashes;
	}

	/** The same key for all requests that may create a person; otherwise for equal requests about the person. */
	private purpose(request: ApiRequest): string {
		const { person, values } = this.hashesOf(request);
		const { creates, option } = this.operation;
		return creates ? person : `${person} ${option.value} ${values}`;
	}
}

/** Matches requests with entries in their order, up to the first that differs: from there on, requests are sent again. */
function matchInOrder(values: string[], all: DoneEntry[], operation: string): DoneEntry[] {
	const entries = all.filter(({ isSuperseded }) => !isSuperseded);
	let count = entries.findIndex(
		(one, n) => one.operation !== operation || one.values !== values[n],
	);
	if (count < 0) count = entries.length;
	// Something else was done after all of these requests.
	else if (count === values.length) count = 0;
	return entries.slice(0, count);
}

/** Uses each creation once: for the same request, or else for one that was corrected. */
function matchByValues(values: string[], all: DoneEntry[]): Array<DoneEntry | undefined> {
	const left = all.filter(({ creates }) => creates);
	const exact = values.map((wanted) => {
		const index = left.findIndex((entry) => entry.values === wanted);
		return index < 0 ? undefined : left.splice(index, 1)[0];
	});
	return exact.map((entry) => entry ?? left.shift());
}

const isEmpty = (part: object) => Object.keys(part).length === 0;

const hashOf = (value: unknown) =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64');
