/** So many of the last requests are looked at. */
const MAX_OUTCOMES = 64;

/** The server is not full if it accepts at least so many requests that began after a refused one, and most of them. */
const MIN_FOLLOWERS = 4;

/** So many refusals in a row show that the server is closed. (Refusals are quick: in a burst, they are answered before the rest.) */
const CLOSED_AFTER = 24;

/** A refusal with at most this share of the requests in flight that were refused before does not come of their number. */
const FEWER_SHARE = 0.75;

/** So many such refusals show that they are random; twice as many each time that this proved wrong. */
const NEEDED = 1;

/**
 * Whether refusals have nothing to do with how much this run sends, because other programs use the same account, for example. (TCP Veno
 * tells random loss from congestion for the same reason: Fu and Liew, 2003.)
 *
 * A full server also refuses what comes right after a refused request. If it accepts most of that, and still refuses with fewer requests in
 * flight, refusals are random.
 */
export class RandomRefusals {
	/** The last requests in the order of their answers; `next` is the number of the request that began next after the answer. */
	private outcomes: Array<{ number: number; next: number; wasAccepted: boolean }> = [];
	/** How many were in flight at the last refusal, and at the one before if the server was not full then. */
	private inFlight = { last: 0, before: 0 };
	private unexplained = 0;
	private needed = NEEDED;

	get isRandom(): boolean {
		return this.unexplained >= this.needed;
	}

	/** Whether the server was not full once when it refused a request. */
	get isSuspected(): boolean {
		return this.inFlight.before > 0;
	}

	/** Whether most of what began after a refused request, before its answer, was accepted: then the server was not full. */
	get isScattered(): boolean {
		const { accepted, all } = this.followers();
		return accepted >= MIN_FOLLOWERS && accepted > all / 2;
	}

	/**
	 * A request was accepted.
	 *
	 * @param number of the request, in the order in which they began
	 * @param next the number of the request that begins next
	 * @returns if the server was not full at the last refusal: how many requests at a time show whether it refuses fewer as well
	 */
	accepted(number: number, next: number): number | undefined {
		this.add(number, next, true);
		const { last, before } = this.inFlight;
		if (last === 0 || !this.isScattered) return undefined;
		const isFewer = before > 0 && last <= Math.max(1, before * FEWER_SHARE);
		if (isFewer && !this.isRandom) this.unexplained++;
		this.inFlight = { last: 0, before: last };
		return Math.max(1, Math.floor(last * FEWER_SHARE));
	}

	/**
	 * A request was refused because the server takes no more.
	 *
	 * @param inFlight how many requests are in flight, with this one; undefined for another refusal within the same pause
	 */
	refused(number: number, next: number, inFlight?: number): void {
		this.add(number, next, false);
		if (inFlight !== undefined) this.inFlight.last = inFlight;
		const { accepted, all } = this.followers();
		const isFull = all >= MAX_OUTCOMES / 2 && accepted < all / 3;
		const isClosed =
			this.outcomes.length >= CLOSED_AFTER &&
			!this.outcomes.slice(-CLOSED_AFTER).some(({ wasAccepted }) => wasAccepted);
		if (!this.isRandom || (!isFull && !isClosed)) return;
		this.needed *= 2;
		this.unexplained = 0;
		this.outcomes = [];
	}

	private followers(): { accepted: number; all: number } {
		const refused = this.outcomes.filter(({ wasAccepted }) => !wasAccepted);
		const followers = this.outcomes.filter(({ number }) =>
			refused.some((one) => one.number < number && number < one.next),
		);
		const accepted = followers.filter(({ wasAccepted }) => wasAccepted).length;
		return { accepted, all: followers.length };
	}

	private add(number: number, next: number, wasAccepted: boolean): void {
		this.outcomes = [...this.outcomes, { number, next, wasAccepted }].slice(-MAX_OUTCOMES);
	}
}
