import type { IHttpRequestOptions } from 'n8n-workflow';

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
	private overdueAt = Infinity;

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

	/**
	 * Whether the time has been over for so long that axios would have rejected. axios 1.8.2 to 1.12.0 (in n8n 1.85 to 1.121 and 2.0 to 2.6)
	 * never does if an answer in gzip breaks off.
	 */
	get isOverdue(): boolean {
		return performance.now() > this.overdueAt;
	}

	private start(): AbortSignal {
		const left = (this.end?.at ?? Infinity) - performance.now();
		this.hasRunEnded = this.end?.signal.aborted === true || left <= 0;
		if (this.hasRunEnded) return AbortSignal.abort();
		this.onSent();
		const limit = Math.ceil(Math.min(this.timeout, left));
		this.overdueAt = performance.now() + limit + GRACE_MS;
		return (this.clock = AbortSignal.timeout(limit));
	}
}
