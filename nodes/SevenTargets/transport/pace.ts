/** A pace starts at this share of the rate that went through, and reaches all of it after a span of milliseconds, which doubles with each refusal. */
const BACK = 0.9;
const FIRST_SPAN_MS = 3_000;
const LONGEST_SPAN_MS = 60_000;

/** Two rates are alike if the lower is at least this share of the other. A pace that has grown beyond this many times its rate limits nothing. */
const ALIKE = 0.7;
const FORGOTTEN = 2;

/** If fewer requests than this went through before two refusals, their rates may be alike by chance. */
const FEW = 10;

/** Timers end about this many milliseconds late: the pace makes up for that. */
const SLACK_MS = 20;

interface Refusal {
	/** How many milliseconds before the refusal count: as many as the wait after it, or a second. */
	scale: number;
	/** Whether requests could begin during all of that time. */
	isSure: boolean;
}

/**
 * How many requests may begin in a second, learned from what went through before refusals. Before the first refusal there is no pace.
 *
 * It grows like the window of CUBIC (RFC 9438): quickly to near the rate that went through, slowly around it, and quickly beyond. A
 * refusal at a far lower rate has another reason: then there is no pace.
 */
export class Pace {
	/** When each request that was not refused was answered. */
	private readonly answered: number[] = [];
	/** The last refusals that came at about the same rate: requests per millisecond, how many refusals, how many requests went through in all. */
	private alike = { perMs: 0, refusals: 0, count: 0 };
	/** `from`: since when it is used. */
	private learned?: { perMs: number; from?: number; span: number };
	/** Whether a pace proved wrong: then it takes more than one refusal to learn one. */
	private isDoubtful = false;
	/** When the next request may begin. */
	nextAt = 0;

	wentThrough(now: number): void {
		this.answered.push(now);
	}

	/** A request was refused: the first since sending went on after the last refusal. */
	refused({ scale, isSure }: Refusal, now: number): void {
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
						span: learned ? Math.min(LONGEST_SPAN_MS, learned.span * 2) : FIRST_SPAN_MS,
					}
				: undefined;
	}

	/** A request that began after the last refusal has ended, and was not refused. */
	goesOn(now: number): void {
		if (this.learned !== undefined) this.learned.from ??= now;
	}

	begins(now: number): void {
		this.nextAt = Math.max(this.nextAt, now - SLACK_MS) + 1 / this.at(now);
	}

	/** Requests per millisecond; Infinity if there is no pace. */
	at(now: number): number {
		if (this.learned === undefined) return Infinity;
		const { perMs, from = now, span } = this.learned;
		const way = (now - from - span) / span;
		const factor = 1 + (1 - BACK) * way ** 3;
		return factor > FORGOTTEN ? Infinity : perMs * factor;
	}
}
