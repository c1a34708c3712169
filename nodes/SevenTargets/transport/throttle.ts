import { pause } from '../../../shared/waiting';
import { Limit, type Cohort } from './limit';
import { Pace } from './pace';

/** What went through before a refusal is counted over this many milliseconds at least. */
const SHORTEST_SCALE_MS = 1_000;

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
	readonly cohort?: Cohort;
}

/**
 * What a request says about how busy the server is. `well`: it was carried out. `lost`: it was sent, and no answer came. `wait`: it was
 * refused because the server takes no more, for this many milliseconds. `unsent`: it did not get there. `otherwise`: any other answer; its
 * time says nothing.
 */
export type Sign = 'well' | 'otherwise' | 'lost' | 'unsent' | { wait: number };

/** How the sending has gone so far. */
export interface Course {
	milliseconds: number;
	/** The most requests that were under way, and how many may be now. */
	most: number;
	last: number;
	/** How many were under way when the answers took longer; undefined if they did not. */
	slowedAt?: number;
	/** How many were refused because the server took no more. */
	refused: number;
	/** How many may begin in a second now, if there is a limit to that. */
	perSecond?: number;
}

/**
 * How fast a run sends: its `Limit` says how many at a time, its `Pace` how many a second. After a refusal, no request begins until the
 * wait is over; then those that were refused come first.
 */
export class Throttle {
	private readonly limit: Limit;
	private readonly pace = new Pace();
	private underWay = 0;
	private readonly startedAt: number;
	private restsUntil: number;
	private isWaiting = false;
	private most = 0;
	private refused = 0;
	private readonly again: Array<(turn?: Turn) => void> = [];
	private readonly fresh: Array<(turn?: Turn) => void> = [];

	/**
	 * @param width how many at a time; undefined to find that out
	 * @param signal ends the run: requests that wait for a turn get none
	 */
	constructor(
		width?: number,
		private readonly signal?: AbortSignal,
		private readonly clock = CLOCK,
	) {
		this.limit = new Limit(width);
		this.restsUntil = this.startedAt = clock.now();
		signal?.addEventListener('abort', () => this.letGo(), { once: true });
	}

	/** Waits until a request may be sent; undefined if the run has ended meanwhile. Each turn needs one `release`. */
	async turn(tries: number): Promise<Turn | undefined> {
		return await new Promise((resolve) => {
			// From its third attempt on, a request comes first: after a refusal, the first one is sent alone.
			if (tries > 2) this.again.unshift(resolve);
			else (tries > 1 ? this.again : this.fresh).push(resolve);
			this.letGo();
		});
	}

	/** How many requests may be under way. */
	get width(): number {
		return this.limit.value;
	}

	/** A request goes out now: its time is measured from here. */
	goesOut(turn: Turn): void {
		turn.sent = this.clock.now();
	}

	/** A request has ended: gives its turn back. */
	release({ begun, sent, cohort }: Turn, sign: Sign): void {
		const now = this.clock.now();
		if (typeof sign === 'object') this.wasRefused(begun, sign.wait, now);
		else if (sign === 'well' || sign === 'otherwise') {
			this.pace.wentThrough(now);
			if (begun >= this.restsUntil) this.limit.goesOn(now);
		}
		if (typeof sign === 'string' && begun >= this.restsUntil) this.pace.goesOn(now);
		const took = sign === 'well' ? now - sent : sign === 'lost' ? Infinity : undefined;
		this.limit.ended(cohort, took, now);
		this.underWay--;
		this.letGo();
	}

	course(): Course {
		const { most, refused, limit, pace } = this;
		const now = this.clock.now();
		const perMs = pace.at(now);
		return {
			milliseconds: now - this.startedAt,
			most,
			last: limit.value,
			slowedAt: limit.slowedAt,
			refused,
			perSecond: perMs < Infinity ? perMs * 1000 : undefined,
		};
	}

	private wasRefused(begun: number, wait: number, now: number): void {
		this.refused++;
		if (begun < this.restsUntil) this.limit.alsoRefused();
		else {
			const scale = Math.max(SHORTEST_SCALE_MS, wait);
			this.limit.refused(this.underWay);
			const isSure = now - this.restsUntil >= scale;
			this.pace.refused({ scale, isSure }, now);
		}
		this.restsUntil = Math.max(this.restsUntil, now + wait);
	}

	private letGo(): void {
		const { again, fresh, limit } = this;
		if (this.signal?.aborted) {
			for (const resolve of [...again.splice(0), ...fresh.splice(0)]) resolve(undefined);
			return;
		}
		while (again.length + fresh.length > 0) {
			if (this.underWay >= limit.value) return;
			const now = this.clock.now();
			const wait = Math.max(this.restsUntil, this.pace.nextAt) - now;
			if (wait > 0) {
				void this.letGoAfter(wait);
				return;
			}
			this.underWay++;
			this.most = Math.max(this.most, this.underWay);
			this.pace.begins(now);
			(again.shift() ?? fresh.shift())!({
				begun: now,
				sent: now,
				cohort: limit.begins(this.underWay),
			});
		}
	}

	private async letGoAfter(ms: number): Promise<void> {
		if (this.isWaiting) return;
		this.isWaiting = true;
		await this.clock.pause(ms, this.signal);
		this.isWaiting = false;
		this.letGo();
	}
}
