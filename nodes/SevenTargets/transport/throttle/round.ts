/** The most requests that are ever in flight. */
export const MAX_LIMIT = 64;

/** A round has as many requests as the limit, but at least this many, except for the first. */
const MIN_SAMPLES = 20;

/** A round is judged when this share of it has been answered: the slow rest hardly changes the median. */
const QUORUM = 0.75;

/** What a strategy is told of a round that is over. */
export interface Measurement {
	/** The limit that the requests began under. */
	limit: number;
	/** The most that were in flight: if fewer than the limit, the round says nothing of a higher one. */
	mostInFlight: number;
	/** The median duration in milliseconds; Infinity if no answer came to most requests. */
	medianMs: number;
}

/** Requests that began under the same limit. */
export class Round {
	private readonly size: number;
	private begun = 0;
	/** For each of these, two more requests begin. */
	private withoutDuration = 0;
	private readonly durations: number[] = [];
	private mostInFlight = 0;

	constructor(
		readonly limit: number,
		isFirst = false,
	) {
		this.size = isFirst ? limit : Math.max(MIN_SAMPLES, limit);
	}

	/**
	 * A request begins.
	 *
	 * @param inFlight how many there are, with this one
	 * @returns whether it belongs to the round, which otherwise has enough
	 */
	began(inFlight: number): boolean {
		this.mostInFlight = Math.max(this.mostInFlight, inFlight);
		if (this.begun >= this.size + 2 * this.withoutDuration) return false;
		this.begun++;
		return true;
	}

	/**
	 * A request of the round has ended.
	 *
	 * @param ms Infinity if no answer came, undefined if the duration says nothing
	 * @returns what the round shows, once enough of it has ended
	 */
	ended(ms: number | undefined): Measurement | undefined {
		if (ms === undefined) this.withoutDuration++;
		else this.durations.push(ms);
		const measured = this.begun - this.withoutDuration;
		if (measured < this.size || this.durations.length < measured * QUORUM) return undefined;
		this.durations.sort((one, two) => one - two);
		const { limit, mostInFlight } = this;
		const medianMs = this.durations[Math.floor(measured / 2)];
		return { limit, mostInFlight, medianMs };
	}
}
