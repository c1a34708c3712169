import { createHash } from 'node:crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../operation';
import type { ApiRequest } from '../transport/request';
import type { ItemAnswer } from './item';

/** What was done for a person. */
interface Deed {
	/** The hash of the whole request. */
	request: string;
	answer: ItemAnswer;
}

interface Kept {
	round: number;
	/** What was done, by the person: items that are alike have one deed each. */
	done: Record<string, Deed[]>;
	/** The persons for whom something may have been done that may not be done twice. */
	unknown: Record<string, true>;
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
	/** What earlier tries have done; each answer is given out once. */
	private readonly earlier: Kept['done'];

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
		this.earlier = Object.fromEntries(
			Object.entries(this.kept.done).map(([person, deeds]) => [person, [...deeds]]),
		);
	}

	/** What an earlier try has got for it, and whether for the very same request; undefined if it is still to be done. */
	take(request: ApiRequest): { answer: ItemAnswer; isSame: boolean } | undefined {
		const deeds = this.earlier[this.person(request)];
		if (deeds === undefined) return undefined;
		const hash = hashOf(request);
		const index = deeds.findIndex((deed) => !request.repeatable || deed.request === hash);
		if (index < 0) return undefined;
		const [{ request: done, answer }] = deeds.splice(index, 1);
		return { answer, isSame: done === hash };
	}

	/** Whether it is not known if something was done for this person that may not be done twice. */
	isUnknown(request: ApiRequest): boolean {
		return Object.hasOwn(this.kept.unknown, this.person(request));
	}

	/** Keeps at once what a request has come to, since a run that the user stops is stored before it ends. */
	keep(request: ApiRequest, answer: ItemAnswer | 'unknown'): void {
		const person = this.person(request);
		if (answer === 'unknown') this.kept.unknown[person] = true;
		else (this.kept.done[person] ??= []).push({ request: hashOf(request), answer });
		this.context.sent = this.kept;
	}

	/** For a run that succeeded. */
	forget(): void {
		delete this.context.sent;
	}

	/** Whoever may create a lead keeps it under the same name. */
	private person(request: ApiRequest): string {
		const { method, path } = request.orElse ?? request;
		return hashOf([this.account, method, path, this.personOf?.(request)]);
	}
}

const hashOf = (value: unknown) =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64');
