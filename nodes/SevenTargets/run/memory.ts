import { createHash } from 'node:crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ApiRequest } from '../transport/request';

type Answer = IDataObject | IDataObject[];

interface Kept {
	round: number;
	/** The answers by the hash of their request: items that are alike have one each. */
	answers: Record<string, Answer[]>;
	/** The hashes of the requests of which it is not known whether they were carried out. */
	unknown: string[];
}

/**
 * What a run has done so far, kept in n8n's node context until the run succeeds. The next try of Retry On Fail sees
 * it, and, since n8n stores it with the failed execution, so does the Retry button (measured with n8n 2.41).
 */
export class Memory {
	private readonly context: { done?: Kept };
	private readonly kept: Kept;
	private readonly credential: string;
	/** What an earlier try has done; each answer is given out once. */
	private readonly earlier: Kept['answers'];
	private readonly hashes = new WeakMap<ApiRequest, string>();

	constructor(node: IExecuteFunctions) {
		this.context = node.getContext('node') as { done?: Kept };
		const round = node.getWorkflowDataProxy(0).$runIndex as number;
		const { done } = this.context;
		// What another round of a loop has done is none of this one's.
		this.kept = done?.round === round ? done : { round, answers: {}, unknown: [] };
		this.earlier = Object.fromEntries(
			Object.entries(this.kept.answers).map(([hash, answers]) => [hash, [...answers]]),
		);
		// By its ID, not its name: that may change between two tries.
		this.credential = Object.values(node.getNode().credentials ?? {})
			.map(({ id }) => id)
			.join();
	}

	/** The answer that the same request got in an earlier try. */
	take(request: ApiRequest): Answer | undefined {
		return this.earlier[this.hash(request)]?.shift();
	}

	/** Whether it is not known if an earlier try has carried out the same request. */
	isUnknown(request: ApiRequest): boolean {
		return this.kept.unknown.includes(this.hash(request));
	}

	/** Keeps at once what a request has come to, since a run that the user stops is stored before it ends. */
	keep(request: ApiRequest, answer: Answer | 'unknown'): void {
		const hash = this.hash(request);
		if (answer === 'unknown') this.kept.unknown.push(hash);
		else (this.kept.answers[hash] ??= []).push(answer);
		this.context.done = this.kept;
	}

	/** For a run that succeeded. */
	forget(): void {
		delete this.context.done;
	}

	private hash(request: ApiRequest): string {
		let hash = this.hashes.get(request);
		if (hash === undefined) {
			hash = createHash('sha256')
				.update(JSON.stringify([this.credential, request]))
				.digest('base64');
			this.hashes.set(request, hash);
		}
		return hash;
	}
}
