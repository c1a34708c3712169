/** How many requests a run begins with: they show whether its login and its leads are any good. */
const FIRST = 10;

/** The most that are ever under way at the same time. */
export const MOST = 64;

/** A cohort has as many requests as the limit, and so many at least. */
const SMALLEST_AT_START = 10;
const SMALLEST = 20;

/** A cohort is judged when so much of it has been answered: the rest takes longer, so the median is known. */
const ENOUGH = 0.75;

/** Answers that take so many times as long as the shortest did have waited for others of this run (Gradient2's own). */
const TOLERANCE = 1.5;

/** So many milliseconds more do not matter: this machine's own work for the requests takes them, too. */
const TOLERATED_MS = 20;

/** If fewer at a time bring no more than this, it is not their number that makes the answers slow. */
const AS_SLOW = 0.8;

/** After a refusal it comes back to so much of what was refused (CUBIC's own, RFC 9438). */
const BACK = 0.7;

/** Milliseconds between two steps up after a refusal, and before a number that was refused is tried once more: each time twice as many. */
const STEP_MS = 1_000;
const ONCE_MORE_MS = 5_000;
const MOST_ONCE_MORE_MS = 40_000;

/** Requests that were begun under the same limit. */
export interface Cohort {
	readonly size: number;
	begun: number;
	/** Of these, the ones whose time tells nothing; for each, two others are begun. */
	unmeasured: number;
	/** How long the answers took, in milliseconds; Infinity if it is not known what became of the request. */
	readonly took: number[];
	/** The most that were under way. */
	most: number;
}

/**
 * How many requests may be under way, learned from how long the answers take and from refusals.
 *
 * - It starts as TCP Vegas does (Brakmo and Peterson, 1995): it doubles, and measures under the new limit before it doubles again.
 * - If answers take longer, it becomes what the server works on at a time, by the ratio of the shortest time to the newest: the gradient of
 *   Netflix's concurrency-limits (Gradient2, 2018), here of medians, since a healthy server's times vary, too. If fewer at a time
 *   are no faster, it goes back. If answers take no longer, it goes up by an eighth.
 * - After a refusal it is one, and if that is not refused, a part of what was (AIMD, Chiu and Jain, 1989). From there it goes up slowly, and
 *   to less than what was refused, unless as many had gone well just before.
 */
export class Limit {
	value: number;
	/** How many were under way when it was lowered the last time since answers took longer, if it has not been as high again. */
	slowedAt?: number;
	private cohort: Cohort;
	private isStarting = true;
	/** The shortest median, in milliseconds, and the limit that it was measured under. */
	private shortest = { took: Infinity, under: 0 };
	/** What was measured under a higher limit, while it is to be seen whether this one is any better. */
	private before?: { took: number; under: number };
	/** Of the last refusals: how many beside them were taken, up to where to come back at once, and later, and after how long to try more. */
	private refusal?: { taken: number; target: number; ceiling: number; onceMore: number };
	/** The most that went well since the last refusal. */
	private proven = 0;
	private isReturning = false;
	private steppedAt = 0;

	/** @param width a number that was chosen: then it is the limit, however long answers take */
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
	 * @returns the cohort that it belongs to, for `ended`
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
		if (cohort === undefined || cohort !== this.cohort) return;
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
	 * A request was refused since there are too many, the first since the last refusal.
	 *
	 * @param underWay how many there were, with this one
	 */
	refused(underWay: number): void {
		const known = this.refusal ?? { target: 0, ceiling: this.most, onceMore: ONCE_MORE_MS };
		// Alone after a refusal, it is on its way back to the target; else it comes back to no more than there may be now.
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

	/** Another one was refused that was under way at the time: so many of them were too many. */
	alsoRefused(): void {
		if (this.refusal === undefined || !this.isReturning) return;
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

	/** The limit by the time that answers take; undefined if they are as fast as ever. */
	private lower(took: number): number | undefined {
		const { before, value } = this;
		this.before = undefined;
		if (before !== undefined && took > AS_SLOW * before.took && took < Infinity) {
			// The server has become slower by itself, or is as fast with more.
			this.shortest = { took, under: value };
			this.slowedAt = undefined;
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
		const half = Math.ceil(value / 2);
		const fitting = Math.max(half, Math.floor((value * shortest.took) / took + 1));
		if (fitting <= shortest.under && shortest.under > 1) {
			// That may have been too many as well.
			this.before = value < shortest.under ? { took, under: value } : shortest;
			return Math.floor(this.before.under / 2);
		}
		this.slowedAt = this.cohort.most;
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
