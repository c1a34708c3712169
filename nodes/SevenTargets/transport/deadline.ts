import { sleep, type IHttpRequestOptions } from 'n8n-workflow';

import { replyIn, type Reply } from '../../../shared/network';

/** When a run ends: from then on, no request is sent. */
export interface EndOfRun {
	signal: AbortSignal;
	/** By when requests that are under way must be answered, in milliseconds by `performance.now()`. */
	at?: number;
}

/** axios rejects within this many milliseconds after the time of a request is over. */
const GRACE_MS = 500;

/**
 * The time limit for the whole answer to a request. (axios' own time limit ends with the first byte of the answer, so a body that
 * drips would never time out.) The time starts when n8n reads the request's `abortSignal`: n8n does that each time that the request
 * goes out, after a login.
 */
export class Deadline {
	/** Whether n8n was about to send the request after the run had ended. */
	hasRunEnded = false;
	private clock?: AbortSignal;

	/**
	 * @param timeout milliseconds for the request; a login before it has its own limit
	 * @param onSent called when the request goes out
	 */
	constructor(
		readonly timeout: number,
		private readonly onSent: () => void,
		readonly end?: EndOfRun,
	) {}

	/** The request with this time limit. n8n must not replace the signal with that of the user's Stop: it would cut off the request, with an unknown outcome. */
	setIn(request: IHttpRequestOptions): IHttpRequestOptions {
		return Object.defineProperty(request, 'abortSignal', {
			get: () => this.start(),
			set: () => {},
			enumerable: true,
		});
	}

	get hasStarted(): boolean {
		return this.clock !== undefined;
	}

	get isOver(): boolean {
		return this.clock?.aborted === true;
	}

	/** No answer in time: for a run that has ended and that must not wait for a login that n8n has begun after a 401. */
	async noAnswer(): Promise<Reply> {
		const { clock } = this;
		await new Promise<void>((resolve) => {
			if (clock === undefined || clock.aborted) resolve();
			else clock.addEventListener('abort', () => resolve(), { once: true });
		});
		await sleep(GRACE_MS);
		return replyIn({ code: 'ETIMEDOUT' });
	}

	private start(): AbortSignal {
		this.hasRunEnded = this.end?.signal.aborted === true;
		if (this.hasRunEnded) return this.end!.signal;
		this.onSent();
		const left = (this.end?.at ?? Infinity) - performance.now();
		const ms = Math.max(0, Math.ceil(Math.min(this.timeout, left)));
		return (this.clock = AbortSignal.timeout(ms));
	}
}
