import { anEighthMore } from './gradient2';
import { MAX_LIMIT, type Measurement } from './round';

/** After a refusal, the limit returns to this share of what was refused (the value of CUBIC, RFC 9438). */
const BACKOFF_SHARE = 0.7;

/** Milliseconds between two steps up after a refusal. */
const STEP_MS = 1_000;

/** Milliseconds before a refused number is tried again; they double each time. */
const REPROBE_MS = 5_000;
const MAX_REPROBE_MS = 40_000;

interface Refusal {
	/** How many of those in flight were not refused. */
	accepted: number;
	/** The limit to return to when the server takes requests again. */
	target: number;
	/** The limit to reach from there: what was refused, less one. */
	ceiling: number;
	/** Milliseconds before more than that are tried. */
	reprobeAfter: number;
	/** When the limit last rose; undefined as long as the server is closed. */
	steppedAt?: number;
}

/**
 * How many requests may be in flight, learned from refusals: additive increase, multiplicative decrease (AIMD, Chiu and Jain, 1989).
 *
 * After a refusal it is one. If that request is accepted, the limit becomes a part of what was refused. From there it rises like the
 * window of CUBIC (RFC 9438): ever slower up to what was refused, and stays there for a while, unless as many went well just before.
 */
export class Aimd {
	limit: number;
	private last?: Refusal;
	/** The highest limit that was used in full since the last refusal. */
	private highestAccepted = 0;

	constructor(private readonly maxLimit = MAX_LIMIT) {
		this.limit = maxLimit;
	}

	/**
	 * The server is full. Called once per pause, for the first refusal.
	 *
	 * @param inFlight how many there were, with this one
	 * @param limit how many there might have been
	 */
	refused(inFlight: number, limit: number): void {
		const { maxLimit, highestAccepted } = this;
		const last = this.last ?? {
			target: 0,
			ceiling: maxLimit,
			reprobeAfter: REPROBE_MS,
			steppedAt: 0,
		};
		// On the way back from a refusal the target stays; otherwise it is at most the current limit.
		const target = last.steppedAt === undefined ? last.target : Math.min(last.target, limit);
		const isFewer = inFlight <= last.target;
		const isProven = inFlight <= highestAccepted;
		this.last = {
			accepted: inFlight - 1,
			target: isFewer ? target : Math.max(1, Math.floor(inFlight * BACKOFF_SHARE)),
			ceiling: isFewer || isProven ? last.ceiling : Math.max(1, inFlight - 1),
			reprobeAfter:
				inFlight > last.ceiling
					? Math.min(MAX_REPROBE_MS, last.reprobeAfter * 2)
					: last.reprobeAfter,
		};
		this.highestAccepted = 0;
		this.limit = 1;
	}

	/** Another request that was in flight at the time was refused: one more of them was too many. */
	alsoRefused(): void {
		if (this.last === undefined) return;
		this.last.accepted--;
		this.last.target = Math.max(1, Math.min(this.last.target, this.last.accepted));
	}

	/** A request that began after the refusal was accepted. @param most the limit is to be no more than this */
	reopened(now: number, most = Infinity): void {
		if (this.last === undefined || this.last.steppedAt !== undefined) return;
		this.last.steppedAt = now;
		this.limit = Math.min(most, this.last.target);
	}

	/** The refusals had nothing to do with the number of requests. */
	forget(): void {
		this.limit = this.maxLimit;
		this.last = undefined;
	}

	roundEnded({ limit, mostInFlight }: Measurement, now: number): void {
		if (mostInFlight < limit) return;
		this.highestAccepted = Math.max(this.highestAccepted, limit);
		// If another strategy holds the number lower, nothing is known of this limit.
		if (limit === this.limit) this.limit = Math.min(this.maxLimit, this.higher(now));
	}

	private higher(now: number): number {
		const { last, limit } = this;
		if (last === undefined) return anEighthMore(limit);
		const room = last.ceiling - limit;
		if (room < 0) this.last = undefined;
		if (now - (last.steppedAt ?? now) < (room > 0 ? STEP_MS : last.reprobeAfter)) return limit;
		last.steppedAt = now;
		return limit + Math.max(1, Math.floor(room / 4));
	}
}
