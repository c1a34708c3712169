/** A pace comes back to so much of what went through, and reaches the whole after so long, in milliseconds; the time doubles. */
const BACK = 0.9;
const FIRST_SPAN_MS = 3_000;
const LONGEST_SPAN_MS = 60_000;

/** Waits are longer than asked for by about this, in milliseconds: so much is made up for. */
const SLACK_MS = 20;

/**
 * How many requests a second may begin, learned from what went through before a refusal: as many as they like until there was one.
 *
 * It grows as the window of CUBIC does (RFC 9438): quickly to near what went through, slowly about it, and quickly beyond, where it was wrong.
 */
export class Pace {
	/** When each request that was not refused was answered. */
	private readonly answered: number[] = [];
	private learned?: { perMs: number; from: number; span: number };
	private nextAt = 0;

	wentThrough(now: number): void {
		this.answered.push(now);
	}

	/**
	 * A request was refused.
	 *
	 * @param scale the milliseconds before that count: the server's own, as far as it said
	 * @param resumesAt when the next one will begin
	 */
	refused(scale: number, now: number, resumesAt: number): void {
		const count =
			this.answered.length - (this.answered.findLastIndex((time) => time <= now - scale) + 1);
		if (count === 0) return;
		const span = Math.min(LONGEST_SPAN_MS, (this.learned?.span ?? FIRST_SPAN_MS / 2) * 2);
		this.learned = { perMs: Math.min(count / scale, this.at(now)), from: resumesAt, span };
	}

	/** A request begins. */
	begins(now: number): void {
		const perMs = this.at(now);
		this.nextAt = Math.max(this.nextAt, now - SLACK_MS) + 1 / perMs;
	}

	/** When the next one may begin. */
	get next(): number {
		return this.nextAt;
	}

	/** Requests a millisecond; Infinity if nothing was learned. */
	at(now: number): number {
		if (this.learned === undefined) return Infinity;
		const { perMs, from, span } = this.learned;
		const way = (Math.max(0, now - from) - span) / span;
		return perMs * (1 + (1 - BACK) * way ** 3);
	}
}
