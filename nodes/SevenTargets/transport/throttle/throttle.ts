import { pause } from '../../../../shared/waiting';
import { Aimd } from './aimd';
import { CubicRate } from './cubicRate';
import { Gradient2 } from './gradient2';
import { MAX_LIMIT, Round } from './round';

/** The time in milliseconds since some moment, and a way to wait. */
export interface Clock {
	now(): number;
	pause(ms: number, signal?: AbortSignal): Promise<void>;
}

const CLOCK: Clock = { now: () => performance.now(), pause };

/** The right to send one request, to be given back by `release`. */
export interface Turn {
	readonly begun: number;
	/** When it went out, after a login. */
	sent: number;
	/** The round that it belongs to, if that had not enough. */
	readonly round?: Round;
}

/**
 * What a request says about how busy the server is. `ok`: it was carried out. `noAnswer`: it was sent, and no answer came. `wait`: it was
 * refused because the server takes no more, for this many milliseconds. `notSent`: it did not get there. `other`: any other answer; its
 * duration says nothing.
 */
export type LoadSignal = 'ok' | 'other' | 'noAnswer' | 'notSent' | { wait: number };

/** How the sending has gone so far. */
export interface SendingStats {
	milliseconds: number;
	/** The most requests that were in flight, and how many may be now. */
	most: number;
	last: number;
	/** How many were in flight when the answers took longer; undefined if they did not. */
	slowedAt?: number;
	/** How many were refused because the server took no more. */
	refused: number;
	/** How many may begin in a second now, if there is a limit to that. */
	perSecond?: number;
}

/** What limits the sending. Each works alone; one that is left out limits nothing. */
export interface Strategies {
	byDuration?: Gradient2;
	byRefusals?: Aimd;
	byRate?: CubicRate;
}

/** @param concurrency the number that the user chose: slow answers do not lower it, refusals do */
const strategiesFor = (concurrency?: number): Strategies => ({
	byDuration: concurrency === undefined ? new Gradient2() : undefined,
	byRefusals: new Aimd(concurrency),
	byRate: new CubicRate(),
});

/**
 * How fast a run sends: the lowest of what its strategies allow. After a refusal, no request begins until the wait is over; then those
 * that were refused come first.
 */
export class Throttle {
	private inFlight = 0;
	private closedUntil: number;
	private isWaiting = false;
	private round: Round;
	private readonly retries: Array<(turn?: Turn) => void> = [];
	private readonly newRequests: Array<(turn?: Turn) => void> = [];
	private readonly seen: { startedAt: number; most: number; refused: number };

	/**
	 * @param concurrency how many at a time; undefined to find that out
	 * @param signal ends the run: requests that wait for a turn get none
	 */
	constructor(
		concurrency?: number,
		private readonly signal?: AbortSignal,
		private readonly clock = CLOCK,
		private readonly strategies = strategiesFor(concurrency),
	) {
		this.closedUntil = clock.now();
		this.seen = { startedAt: this.closedUntil, most: 0, refused: 0 };
		this.round = new Round(this.limit, true);
		signal?.addEventListener('abort', () => this.startNext(), { once: true });
	}

	/** Waits until a request may be sent; undefined if the run has ended meanwhile. Each turn needs one `release`. */
	async acquire(tries: number): Promise<Turn | undefined> {
		return await new Promise((resolve) => {
			// A request that failed twice jumps the queue, because the first after a pause is sent alone.
			if (tries > 2) this.retries.unshift(resolve);
			else (tries > 1 ? this.retries : this.newRequests).push(resolve);
			this.startNext();
		});
	}

	/** How many requests may be in flight. */
	get limit(): number {
		const { byDuration, byRefusals } = this.strategies;
		return Math.min(byDuration?.limit ?? MAX_LIMIT, byRefusals?.limit ?? MAX_LIMIT);
	}

	/** A request goes out now: its duration is measured from here. */
	onSent(turn: Turn): void {
		turn.sent = this.clock.now();
	}

	/** A request has ended: gives its turn back. */
	release({ begun, sent, round }: Turn, signal: LoadSignal): void {
		const { byDuration, byRefusals, byRate } = this.strategies;
		const now = this.clock.now();
		if (typeof signal === 'object') this.wasRefused(begun, signal.wait, now);
		else {
			const wasAnswered = signal === 'ok' || signal === 'other';
			if (wasAnswered) byRate?.accepted(now);
			if (begun >= this.closedUntil) {
				if (wasAnswered) byRefusals?.reopened(now);
				byRate?.reopened(now);
			}
		}
		this.newRoundIfLimitChanged();
		if (round !== undefined && round === this.round) {
			const ms = signal === 'ok' ? now - sent : signal === 'noAnswer' ? Infinity : undefined;
			const measurement = round.ended(ms);
			if (measurement !== undefined) {
				byDuration?.roundEnded(measurement);
				byRefusals?.roundEnded(measurement, now);
				this.round = new Round(this.limit);
			}
		}
		this.inFlight--;
		this.startNext();
	}

	/** Waits, or until the run ends. */
	async pause(ms: number): Promise<void> {
		await this.clock.pause(ms, this.signal);
	}

	stats(): SendingStats {
		const { byDuration, byRate } = this.strategies;
		const { startedAt, most, refused } = this.seen;
		const now = this.clock.now();
		const perMs = byRate?.ratePerMs(now) ?? Infinity;
		return {
			milliseconds: now - startedAt,
			most,
			last: this.limit,
			slowedAt: byDuration?.slowedAt,
			refused,
			perSecond: perMs < Infinity ? perMs * 1000 : undefined,
		};
	}

	private wasRefused(begun: number, wait: number, now: number): void {
		const { byRefusals, byRate } = this.strategies;
		this.seen.refused++;
		if (begun < this.closedUntil) byRefusals?.alsoRefused();
		else {
			byRefusals?.refused(this.inFlight, this.limit);
			byRate?.refused(wait, this.closedUntil, now);
		}
		this.closedUntil = Math.max(this.closedUntil, now + wait);
	}

	private newRoundIfLimitChanged(): void {
		if (this.round.limit !== this.limit) this.round = new Round(this.limit);
	}

	private startNext(): void {
		const { retries, newRequests, clock } = this;
		const { byRate } = this.strategies;
		if (this.signal?.aborted) {
			for (const resolve of [...retries.splice(0), ...newRequests.splice(0)]) resolve(undefined);
			return;
		}
		while (retries.length + newRequests.length > 0 && this.inFlight < this.limit) {
			const now = clock.now();
			const wait = Math.max(this.closedUntil, byRate?.nextAt ?? 0) - now;
			if (wait > 0) {
				void this.startNextAfter(wait);
				return;
			}
			this.inFlight++;
			this.seen.most = Math.max(this.seen.most, this.inFlight);
			byRate?.began(now);
			const round = this.round.began(this.inFlight) ? this.round : undefined;
			(retries.shift() ?? newRequests.shift())!({ begun: now, sent: now, round });
		}
	}

	private async startNextAfter(ms: number): Promise<void> {
		if (this.isWaiting) return;
		this.isWaiting = true;
		await this.pause(ms);
		this.isWaiting = false;
		this.startNext();
	}
}
