/** After a refusal the rate restarts at this share of what was accepted, and is back at all of it after `recoveryMs`, which doubles with each refusal. */
const BACKOFF_SHARE = 0.9;
/** Of a few requests a second, it restarts with one less; at half of them at least. */
const MIN_BACKOFF_SHARE = 0.5;
const RECOVERY_MS = 3_000;
const MAX_RECOVERY_MS = 60_000;

/** Two rates are similar if the lower is at least this share of the other. */
const SIMILAR_SHARE = 0.7;

/** A rate that has grown beyond this many times what was learned limits nothing. */
const EXPIRES_AT_FACTOR = 2;

/** If fewer requests than this were accepted before two refusals, their rates may be similar by chance. */
const MIN_SAMPLES = 10;

/** Timers end about this many milliseconds late: the rate makes up for that. */
const TIMER_SLACK_MS = 20;

/** What was accepted before a refusal is counted over this many milliseconds at least. */
const MIN_WINDOW_MS = 1_000;

/**
 * How many requests may begin in a second, learned from what was accepted before refusals. Before the first refusal there is no limit.
 *
 * The rate grows like the window of CUBIC (RFC 9438): quickly to near what was accepted, slowly around it, and quickly beyond. A
 * refusal at a far lower rate has another reason: then there is no limit.
 */
export class CubicRate {
	/** When the next request may begin. */
	nextAt = 0;
	/** When each accepted request was answered. */
	private readonly acceptedAt: number[] = [];
	/** The last refusals at similar rates: requests per millisecond, how many refusals, how many requests were accepted before them in all. */
	private similar = { perMs: 0, refusals: 0, accepted: 0 };
	/** `from`: since when it is used. */
	private learned?: { perMs: number; from?: number; recoveryMs: number; backoff: number };
	/** Whether a learned rate proved wrong: then it takes more than one refusal to learn one. */
	private isDoubtful = false;

	accepted(now: number): void {
		this.acceptedAt.push(now);
	}

	/**
	 * The server takes no more. Called once per pause, for the first refusal.
	 *
	 * @param wait milliseconds until requests may begin again
	 * @param openSince when requests could begin again after the pause before
	 * @param before how many began before the refused one, and are not answered
	 */
	refused(wait: number, openSince: number, now: number, before: number): void {
		const { acceptedAt, learned, similar } = this;
		// The window over which accepted requests are counted: as long as the pause, because that is how the server counts.
		const windowMs = Math.max(MIN_WINDOW_MS, wait);
		const isWindowFull = now - openSince >= windowMs;
		const answered = acceptedAt.length - 1 - acceptedAt.findLastIndex((at) => at <= now - windowMs);
		// If few were answered, most of what the server has counted is still in flight.
		const count = answered < MIN_SAMPLES ? answered + before : answered;
		const perMs = count / windowMs;
		// A count is known to one request only.
		const slack = 1 / windowMs;
		const isSimilar =
			perMs + slack >= SIMILAR_SHARE * similar.perMs &&
			similar.perMs + slack >= SIMILAR_SHARE * perMs;
		this.similar = isSimilar
			? { perMs, refusals: similar.refusals + 1, accepted: similar.accepted + count }
			: { perMs, refusals: 1, accepted: count };
		const { refusals, accepted } = this.similar;
		const isLearned =
			learned === undefined
				? (isWindowFull && !this.isDoubtful) ||
					refusals > 2 ||
					(refusals === 2 && accepted >= MIN_SAMPLES)
				: perMs >= SIMILAR_SHARE * learned.perMs;
		if (learned !== undefined && !isLearned) this.isDoubtful = true;
		const recoveryMs = learned ? Math.min(MAX_RECOVERY_MS, learned.recoveryMs * 2) : RECOVERY_MS;
		const backoff = Math.max(MIN_BACKOFF_SHARE, Math.min(BACKOFF_SHARE, (count - 1) / count));
		this.learned = isLearned && count > 0 ? { perMs, recoveryMs, backoff } : undefined;
	}

	/** A request that began after the refusal has ended, and was not refused. */
	reopened(now: number): void {
		if (this.learned !== undefined) this.learned.from ??= now;
	}

	/** The refusals had nothing to do with the rate. */
	forget(): void {
		this.learned = undefined;
		this.similar = { perMs: 0, refusals: 0, accepted: 0 };
		this.nextAt = 0;
	}

	began(now: number): void {
		this.nextAt = Math.max(this.nextAt, now - TIMER_SLACK_MS) + 1 / this.ratePerMs(now);
	}

	/** Requests per millisecond; Infinity without a limit. */
	ratePerMs(now: number): number {
		if (this.learned === undefined) return Infinity;
		const { perMs, from = now, recoveryMs, backoff } = this.learned;
		const progress = (now - from - recoveryMs) / recoveryMs;
		const factor = 1 + (1 - backoff) * progress ** 3;
		return factor > EXPIRES_AT_FACTOR ? Infinity : perMs * factor;
	}
}
