/** A pace begins with so much of what went through, and reaches the whole after so long, in milliseconds; the time doubles. */
const BACK = 0.9;
const FIRST_SPAN_MS = 3_000;
const LONGEST_SPAN_MS = 60_000;

/** Two paces are alike if the lower is no less of the other; beyond so much more, a pace is none. */
const ALIKE = 0.7;
const FORGOTTEN = 2;

/** Of fewer that went through before two refusals it may be chance that they are alike. */
const FEW = 10;

/** Waits are longer than asked for by about this, in milliseconds: so much is made up for. */
const SLACK_MS = 20;

interface Refusal {
	/** The milliseconds before that count: the server's own, as far as it said. */
	scale: number;
	/** Whether requests could begin all of that time. */
	isSure: boolean;
	/** When the next one will begin. */
	resumesAt: number;
}

/**
 * How many requests a second may begin, learned from what went through before refusals: as many as they like until there was one.
 *
 * It grows as the window of CUBIC does (RFC 9438): quickly to near what went through, slowly about it, and quickly beyond. A refusal after
 * far less than went through before has another reason: then there is no pace.
 */
export class Pace {
	/** When each request that was not refused was answered. */
	private readonly answered: number[] = [];
	/** The last refusals, as far as about the same went through before each: a millisecond, and in all. */
	private alike = { perMs: 0, refusals: 0, count: 0 };
	private learned?: { perMs: number; from: number; span: number };
	/** Whether a pace was none: then it takes more than one refusal to learn one. */
	private isDoubtful = false;
	/** When the next request may begin. */
	nextAt = 0;

	wentThrough(now: number): void {
		this.answered.push(now);
	}

	/** A request was refused, the first since the last refusal. */
	refused({ scale, isSure, resumesAt }: Refusal, now: number): void {
		const { answered, learned, alike } = this;
		const count = answered.length - (answered.findLastIndex((time) => time <= now - scale) + 1);
		const perMs = count / scale;
		const isAlike = perMs >= ALIKE * alike.perMs && alike.perMs >= ALIKE * perMs;
		this.alike = isAlike
			? { perMs, refusals: alike.refusals + 1, count: alike.count + count }
			: { perMs, refusals: 1, count };
		const { refusals, count: all } = this.alike;
		const isLearned =
			learned !== undefined
				? perMs >= ALIKE * learned.perMs
				: (isSure && !this.isDoubtful) || refusals > 2 || (refusals === 2 && all >= FEW);
		if (learned !== undefined && !isLearned) this.isDoubtful = true;
		this.learned =
			isLearned && count > 0
				? {
						perMs,
						from: resumesAt,
						span: learned ? Math.min(LONGEST_SPAN_MS, learned.span * 2) : FIRST_SPAN_MS,
					}
				: undefined;
	}

	/** A request begins. */
	begins(now: number): void {
		this.nextAt = Math.max(this.nextAt, now - SLACK_MS) + 1 / this.at(now);
	}

	/** Requests a millisecond; Infinity if nothing was learned. */
	at(now: number): number {
		if (this.learned === undefined) return Infinity;
		const { perMs, from, span } = this.learned;
		const way = (Math.max(0, now - from) - span) / span;
		const factor = 1 + (1 - BACK) * way ** 3;
		return factor > FORGOTTEN ? Infinity : perMs * factor;
	}
}
