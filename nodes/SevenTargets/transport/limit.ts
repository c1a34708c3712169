/** How many requests a run starts with: they show whether the login works and the leads are valid. */
const FIRST = 10;

/** The most requests that are ever under way at the same time. */
export const MOST = 64;

/** A cohort has as many requests as the limit, but at least this many. */
const SMALLEST_AT_START = 10;
const SMALLEST = 20;

/** A cohort is judged when this share of it has been answered: the slow rest hardly changes the median. */
const ENOUGH = 0.75;

/** Answers that take more than this many times the shortest time have waited for other requests of this run (the value of Gradient2). */
const TOLERANCE = 1.5;

/** This many milliseconds more do not count: this machine's own work on the requests can take that long. */
const TOLERATED_MS = 20;

/** If a lower limit does not bring the time below this share, the number of requests is not what makes the answers slow. */
const AS_SLOW = 0.8;

/** After a refusal, the limit returns to this share of what was refused (the value of CUBIC, RFC 9438). */
const BACK = 0.7;

/**
 * In milliseconds: the time between two steps up after a refusal; the time before a refused number is tried again, which doubles each
 * time; and its maximum.
 */
const STEP_MS = 1_000;
const ONCE_MORE_MS = 5_000;
const MOST_ONCE_MORE_MS = 40_000;

/** Requests that began under the same limit. */
export interface Cohort {
	readonly size: number;
	begun: number;
	/** How many of these have a time that says nothing; for each of them, two more requests begin. */
	unmeasured: number;
	/** How long the answers took, in milliseconds; Infinity if it is not known what became of the request. */
	readonly took: number[];
	/** The most that were under way. */
	most: number;
}

/**
 * How many requests may be under way, learned from how long the answers take and from refusals.
 *
 * - It starts like TCP Vegas (Brakmo and Peterson, 1995): it doubles, and measures under the new limit before it doubles again.
 * - If answers take longer, it falls to about what the server works on at a time, by the ratio of the shortest time to the newest: the
 *   gradient of Netflix's concurrency-limits (Gradient2, 2018), here of medians, because a healthy server's times vary too. If fewer at a
 *   time are no faster, it goes back. If answers take no longer, it rises by an eighth.
 * - After a refusal it is one. If that request is not refused, it becomes a part of what was refused (AIMD, Chiu and Jain, 1989). From
 *   there it rises slowly, and stays for a while below what was refused, unless as many went well just before.
 */
export class Limit {
	value: number;
	/** The most that were under way when slow answers lowered the limit; undefined once it is as high again. */
	slowedAt?: number;
	private cohort: Cohort;
	private isStarting = true;
	/** The shortest median, in milliseconds, and the limit that it was measured under. */
	private shortest = { took: Infinity, under: 0 };
	/** What was measured under a higher limit, until it is known whether this one is faster. */
	private before?: { took: number; under: number };
	/**
	 * The last refusals: how many of those under way were taken and not refused, the limit to return to at once and the one to reach
	 * later, and the milliseconds before more are tried.
	 */
	private refusal?: { taken: number; target: number; ceiling: number; onceMore: number };
	/** The highest limit that was used in full since the last refusal. */
	private proven = 0;
	private isReturning = false;
	private steppedAt = 0;

	/** @param width a fixed limit: slow answers do not lower it, refusals do */
	constructor(private readonly width?: number) {
		this.value = width ?? FIRST;
		this.cohort = this.newCohort();
	}

	private get most(): number {
		return this.width ?? MOST;
	}

	/**
	 * A request begins.
	 *
	 * @param underWay how many there are, with this one
	 * @returns the cohort that it belongs to, for `ended`; undefined if that has enough
	 */
	begins(underWay: number): Cohort | undefined {
		const { cohort } = this;
		cohort.most = Math.max(cohort.most, underWay);
		if (cohort.begun >= cohort.size + 2 * cohort.unmeasured) return undefined;
		cohort.begun++;
		return cohort;
	}

	/** @param took milliseconds, Infinity if it is not known what became of it, undefined if the time tells nothing */
	ended(cohort: Cohort | undefined, took: number | undefined, now: number): void {
		if (cohort !== this.cohort) return;
		if (took === undefined) cohort.unmeasured++;
		else cohort.took.push(took);
		const measured = cohort.begun - cohort.unmeasured;
		if (measured < cohort.size || cohort.took.length < measured * ENOUGH) return;
		const median = cohort.took.sort((one, two) => one - two)[Math.floor(measured / 2)];
		const isFull = cohort.most >= this.value;
		if (isFull) this.proven = Math.max(this.proven, this.value);
		const lower = this.width === undefined ? this.lower(median) : undefined;
		this.change(lower ?? (isFull ? this.higher(now) : this.value));
	}

	/**
	 * A request was refused because there are too many: the first since sending went on after the last refusal.
	 *
	 * @param underWay how many there were, with this one
	 */
	refused(underWay: number): void {
		const known = this.refusal ?? { target: 0, ceiling: this.most, onceMore: ONCE_MORE_MS };
		// On the way back from a refusal the target stays; otherwise it is at most the current limit.
		const target = this.isReturning ? known.target : Math.min(known.target, this.value);
		const isFewer = underWay <= known.target;
		const isProven = underWay <= this.proven;
		this.proven = 0;
		this.refusal = {
			taken: underWay - 1,
			target: isFewer ? target : Math.max(1, Math.floor(underWay * BACK)),
			ceiling: isFewer || isProven ? known.ceiling : Math.max(1, underWay - 1),
			onceMore:
				underWay > known.ceiling ? Math.min(MOST_ONCE_MORE_MS, known.onceMore * 2) : known.onceMore,
		};
		this.isStarting = false;
		this.isReturning = true;
		this.before = undefined;
		this.change(1);
	}

	/** Another request that was under way at the time was refused: one more of them was too many. */
	alsoRefused(): void {
		if (this.refusal === undefined) return;
		const { target, taken } = this.refusal;
		this.refusal.taken = taken - 1;
		this.refusal.target = Math.max(1, Math.min(target, taken - 1));
	}

	/** A request that was begun after a refusal was not refused. */
	goesOn(now: number): void {
		if (this.refusal === undefined || !this.isReturning) return;
		this.isReturning = false;
		this.steppedAt = now;
		this.change(this.refusal.target);
	}

	/** The limit that the time of the answers calls for; undefined if they are as fast as before. */
	private lower(took: number): number | undefined {
		const { before, value } = this;
		this.before = undefined;
		if (before !== undefined && took > AS_SLOW * before.took && took < Infinity) {
			// The server has become slower for another reason, or is as fast with more requests.
			this.shortest = { took, under: value };
			return before.under;
		}
		if (took === Infinity) {
			this.isStarting = false;
			return Math.max(Math.min(value, FIRST), Math.floor(value / 2));
		}
		if (took < this.shortest.took) this.shortest = { took, under: value };
		const { shortest } = this;
		if (took <= Math.max(TOLERANCE * shortest.took, shortest.took + TOLERATED_MS)) return undefined;
		this.isStarting = false;
		this.slowedAt = Math.max(this.slowedAt ?? 0, this.cohort.most);
		const half = Math.ceil(value / 2);
		const fitting = Math.max(half, Math.floor((value * shortest.took) / took + 1));
		if (fitting <= shortest.under && shortest.under > 1) {
			// Even the limit with the shortest time may have been too high.
			this.before = value < shortest.under ? { took, under: value } : shortest;
			return Math.floor(this.before.under / 2);
		}
		this.before = { took, under: value };
		return fitting;
	}

	private higher(now: number): number {
		const { refusal, value } = this;
		if (refusal === undefined)
			return this.isStarting ? value * 2 : value + Math.max(1, Math.floor(value / 8));
		const room = refusal.ceiling - value;
		if (room < 0) this.refusal = undefined;
		if (now - this.steppedAt < (room > 0 ? STEP_MS : refusal.onceMore)) return value;
		this.steppedAt = now;
		return value + Math.max(1, Math.floor(room / 4));
	}

	private change(value: number): void {
		this.value = Math.max(1, Math.min(this.most, value));
		if (this.value >= (this.slowedAt ?? Infinity)) this.slowedAt = undefined;
		this.cohort = this.newCohort();
	}

	private newCohort(): Cohort {
		const { value } = this;
		const size = Math.max(this.isStarting ? SMALLEST_AT_START : SMALLEST, value);
		return { size, begun: 0, unmeasured: 0, took: [], most: 0 };
	}
}
