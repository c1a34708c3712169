import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ApiRequest } from './operation';

interface Kept {
	round: number;
	/** The answers by the hash of their request: items that are alike have one each. */
	answers: Record<string, IDataObject[]>;
}

/**
 * What a run that failed had already done, kept in n8n's node context. The next try of Retry On Fail sees it, and,
 * since n8n stores it with the failed execution, so does the Retry button (measured with n8n 2.41).
 */
export class Memory {
	private readonly context: { done?: Kept };
	private readonly round: number;
	private readonly account: string;
	private readonly kept: Kept['answers'];

	constructor(node: IExecuteFunctions) {
		this.context = node.getContext('node') as { done?: Kept };
		this.round = node.getWorkflowDataProxy(0).$runIndex as number;
		this.account = JSON.stringify(node.getNode().credentials ?? {});
		const { done } = this.context;
		// What another round of a loop has done is none of this one's.
		this.kept = done?.round === this.round ? structuredClone(done.answers) : {};
	}

	/** The answer that the same request got in an earlier try; each is given out once. */
	take(request: ApiRequest): IDataObject | undefined {
		return this.kept[this.hash(request)]?.shift();
	}

	/** Keeps what was done, for a run that failed; `done` also holds what was taken. */
	keep(done: Array<{ request: ApiRequest; answer: IDataObject }>): void {
		const answers: Kept['answers'] = {};
		for (const { request, answer } of done) (answers[this.hash(request)] ??= []).push(answer);
		this.context.done = { round: this.round, answers };
	}

	/** For a run that succeeded. */
	forget(): void {
		delete this.context.done;
	}

	private hash(request: ApiRequest): string {
		return createHash('sha256')
			.update(JSON.stringify([this.account, request]))
			.digest('base64');
	}
}
