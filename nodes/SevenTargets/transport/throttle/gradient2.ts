import { MAX_LIMIT, type Measurement } from './round';

/** How many requests a run starts with: they show whether the login works and the leads are valid. */
const INITIAL_LIMIT = 10;

/** Answers that take more than this many times the shortest median have waited for other requests of this run (the value of Gradient2). */
const TOLERANCE = 1.5;

/** This many milliseconds more do not count: this machine's own work on the requests can take that long. */
const TOLERATED_MS = 20;

/** If fewer requests are not at least this much faster, load is not the cause. */
const STILL_SLOW = 0.8;

/** The limit after a round that went well: an eighth more. */
export const anEighthMore = (limit: number): number => limit + Math.max(1, Math.floor(limit / 8));

/**
 * How many requests may be in flight, learned from how long the answers take.
 *
 * - It starts like TCP Vegas (Brakmo and Peterson, 1995): it doubles, and measures under the new limit before it doubles again.
 * - If the answers take longer, the limit falls to about what the server works on at a time, by the ratio of the shortest median to the
 *   newest: the gradient of Netflix's concurrency-limits (Gradient2, 2018), of medians, because a healthy server's times vary too.
 * - If fewer requests are no faster, the limit goes back: the server has become slower for another reason.
 * - If the answers take no longer, the limit rises by an eighth.
 */
export class Gradient2 {
	limit = INITIAL_LIMIT;
	/** How many were in flight when the answers took longer; undefined once the limit is as high again. */
	slowedAt?: number;
	private isStarting = true;
	/** The shortest median, and the limit that it was measured under. */
	private fastest = { medianMs: Infinity, limit: 0 };
	/** What was measured under a higher limit, until it is known whether this one is faster. */
	private slower?: { medianMs: number; limit: number };

	roundEnded(measurement: Measurement): void {
		const { limit, mostInFlight } = measurement;
		// Another strategy holds the number lower: nothing is known of this limit.
		const isHeld = limit < this.limit;
		if (isHeld) this.isStarting = false;
		const { slower } = this;
		this.slower = undefined;
		const lower = this.lower(measurement, isHeld ? undefined : slower);
		if (lower !== undefined) this.limit = lower;
		else if (mostInFlight >= limit && !isHeld)
			this.limit = Math.min(MAX_LIMIT, this.isStarting ? limit * 2 : anEighthMore(limit));
		if (this.limit >= (this.slowedAt ?? Infinity)) this.slowedAt = undefined;
	}

	/** What held the number lower had no reason to: it doubles again, unless the answers took longer. */
	released(): void {
		this.isStarting = this.slowedAt === undefined;
	}

	/** The limit that the duration of the answers calls for; undefined if they are as fast as before. */
	private lower(
		{ limit, mostInFlight, medianMs }: Measurement,
		slower?: { medianMs: number; limit: number },
	): number | undefined {
		if (medianMs === Infinity) {
			this.isStarting = false;
			return Math.max(Math.min(this.limit, INITIAL_LIMIT), Math.floor(limit / 2));
		}
		if (slower !== undefined && medianMs > STILL_SLOW * slower.medianMs) {
			this.fastest = { medianMs, limit };
			return slower.limit;
		}
		if (medianMs < this.fastest.medianMs) this.fastest = { medianMs, limit };
		const { fastest } = this;
		const tolerated = Math.max(TOLERANCE * fastest.medianMs, fastest.medianMs + TOLERATED_MS);
		if (medianMs <= tolerated) return undefined;
		this.isStarting = false;
		this.slowedAt = Math.max(this.slowedAt ?? 0, mostInFlight);
		this.slower = { medianMs, limit };
		const half = Math.ceil(limit / 2);
		const fitting = Math.max(half, Math.floor((limit * fastest.medianMs) / medianMs + 1));
		if (fitting > fastest.limit || fastest.limit === 1) return fitting;
		// Even the limit with the shortest median may have been too high.
		if (limit >= fastest.limit) this.slower = fastest;
		return Math.ceil(this.slower.limit / 2);
	}
}
