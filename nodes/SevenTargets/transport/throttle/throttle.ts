import { pause } from '../../../../shared/waiting';
import { Aimd } from './aimd';
import { CubicRate } from './cubicRate';
import { Gradient2 } from './gradient2';
import { RandomRefusals } from './randomRefusals';
import { MAX_LIMIT, Round } from './round';

/** The time in milliseconds since some moment, and a way to wait. */
export interface Clock {
	now(): number;
	pause(ms: number, signal?: AbortSignal): Promise<void>;
}

const CLOCK: Clock = { now: () => performance.now(), pause };

/** The right to send one request, to be given back by `release`. */
export interface Turn {
	/** In the order in which requests begin. */
	readonly number: number;
	readonly begun: number;
	/** When it went out, after a login. */
	sent: number;
	/** The round that it belongs to, if that had not enough. */
	readonly round?: Round;
}

/**
 * What a request says about how busy the server is. `ok`: it was carried out. `noAnswer`: it was sent, and no answer came. `wait`: it was
 * refused because the server takes no more, for this many milliseconds, of which the server asks for `retryAfter`. `notSent`: it did not
 * get there. `other`: any other answer; its duration says nothing.
 */
export type LoadSignal =
	| 'ok'
	| 'other'
	| 'noAnswer'
	| 'notSent'
	| { wait: number; retryAfter?: number };

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

/** What was seen of the run so far. */
interface Seen {
	startedAt: number;
	/** How many requests have begun. */
	begun: number;
	/** The most that were in flight. */
	most: number;
	refused: number;
	accepted: number;
	/** When the first was refused after the last that was accepted. */
	closedSince?: number;
}

/** What limits the sending. Each of the first three works alone; one that is left out limits nothing. */
export interface Strategies {
	byDuration?: Gradient2;
	byRefusals?: Aimd;
	byRate?: CubicRate;
	/** Lifts what the other two have learned from refusals. */
	random?: RandomRefusals;
}

/** @param concurrency the number that the user chose: slow answers do not lower it, refusals do */
const strategiesFor = (concurrency?: number): Strategies => ({
	byDuration: concurrency === undefined ? new Gradient2() : undefined,
	byRefusals: new Aimd(concurrency),
	byRate: new CubicRate(),
	random: new RandomRefusals(),
});

/**
 * How fast a run sends: the lowest of what its strategies allow. After a refusal, no request begins until the wait is over; then those
 * that were refused come first. If refusals are random, no request begins for as long as the server asks, and the rest goes on.
 */
export class Throttle {
	/** The numbers of the requests that have begun and not ended. */
	private readonly inFlight = new Set<number>();
	/** `byServer`: as it asks; `until`: and as is wise. */
	private closed: { until: number; byServer: number };
	private isWaiting = false;
	private round: Round;
	private readonly retries: Array<(turn?: Turn) => void> = [];
	private readonly newRequests: Array<(turn?: Turn) => void> = [];
	private readonly seen: Seen;

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
		const startedAt = clock.now();
		this.closed = { until: startedAt, byServer: startedAt };
		this.seen = { startedAt, begun: 0, most: 0, refused: 0, accepted: 0 };
		this.round = new Round(this.limit, true);
		signal?.addEventListener('abort', () => this.startNext(), { once: true });
	}

	/** Waits until a request may be sent; undefined if the run has ended meanwhile. Each turn needs one `release`. */
	async acquire(tries: number): Promise<Turn | undefined> {
		return await new Promise((resolve) => {
			// The first after a pause is sent alone. Until something is accepted, that is one that failed twice, so that a server that
			// takes nothing is soon found out; after that it is another one, because this one may be refused for itself.
			if (tries > 2 && this.accepted === 0) this.retries.unshift(resolve);
			else if (tries > 2) this.newRequests.splice(1, 0, resolve);
			else (tries > 1 ? this.retries : this.newRequests).push(resolve);
			this.startNext();
		});
	}

	/** How many requests may be in flight. */
	get limit(): number {
		const { byDuration, byRefusals } = this.strategies;
		return Math.min(byDuration?.limit ?? MAX_LIMIT, byRefusals?.limit ?? MAX_LIMIT);
	}

	/** How many requests were carried out. */
	get accepted(): number {
		return this.seen.accepted;
	}

	/** Whether the server has accepted a request of this run, or may accept one that is in flight beside the one that asks. */
	get mayAccept(): boolean {
		return this.accepted > 0 || this.inFlight.size > 1;
	}

	/** Milliseconds since the first refusal after which nothing was accepted; 0 if the server is open. */
	get closedMs(): number {
		const { closedSince } = this.seen;
		return closedSince === undefined ? 0 : this.clock.now() - closedSince;
	}

	/** Whether a refusal concerns its own request only, which is to wait by itself. */
	get isRefusedAtRandom(): boolean {
		return this.strategies.random?.isRandom === true;
	}

	/** A request goes out now: its duration is measured from here. */
	onSent(turn: Turn): void {
		turn.sent = this.clock.now();
	}

	/** A request has ended: gives its turn back. */
	release(turn: Turn, signal: LoadSignal): void {
		const { byDuration, byRefusals, byRate } = this.strategies;
		const { begun, sent, round } = turn;
		const now = this.clock.now();
		if (typeof signal === 'object') this.wasRefused(turn, signal, now);
		else {
			const wasAnswered = signal === 'ok' || signal === 'other';
			if (wasAnswered) {
				this.seen.closedSince = undefined;
				byRate?.accepted(now);
			}
			if (begun >= this.closed.until) {
				if (wasAnswered) byRefusals?.reopened(now);
				byRate?.reopened(now);
			}
			if (signal === 'ok') this.wasAccepted(turn, now);
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
		this.inFlight.delete(turn.number);
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

	private wasAccepted({ number }: Turn, now: number): void {
		const { byDuration, byRefusals, byRate, random } = this.strategies;
		this.seen.accepted++;
		const wasRandom = this.isRefusedAtRandom;
		const trial = random?.accepted(number, this.seen.begun);
		if (trial === undefined || random === undefined) return;
		// The server was not full: what is not its wish need not be waited for.
		this.closed.until = Math.min(this.closed.until, Math.max(now, this.closed.byServer));
		byRefusals?.reopened(now, trial);
		byRate?.forget();
		if (wasRandom || !random.isRandom) return;
		byRefusals?.forget();
		byDuration?.released();
	}

	private wasRefused(
		{ number, begun }: Turn,
		{ wait, retryAfter = 0 }: { wait: number; retryAfter?: number },
		now: number,
	): void {
		const { inFlight, limit, seen, closed } = this;
		const { byRefusals, byRate, random } = this.strategies;
		seen.refused++;
		seen.closedSince ??= now;
		const isFirst = begun >= closed.until;
		random?.refused(number, seen.begun, isFirst ? inFlight.size : undefined);
		closed.byServer = Math.max(closed.byServer, now + retryAfter);
		if (this.isRefusedAtRandom || (!isFirst && random?.isScattered)) {
			closed.until = Math.max(closed.until, closed.byServer);
			return;
		}
		if (isFirst) {
			byRefusals?.refused(inFlight.size, limit);
			// One that says when to come back counts what it has let in.
			const before = retryAfter > 0 ? [...inFlight].filter((one) => one < number).length : 0;
			byRate?.refused(wait, closed.until, now, before);
		} else if (random?.isSuspected !== true) byRefusals?.alsoRefused();
		closed.until = Math.max(closed.until, now + wait);
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
		while (retries.length + newRequests.length > 0 && this.inFlight.size < this.limit) {
			const now = clock.now();
			const wait = Math.max(this.closed.until, byRate?.nextAt ?? 0) - now;
			if (wait > 0) {
				void this.startNextAfter(wait);
				return;
			}
			const number = this.seen.begun++;
			this.inFlight.add(number);
			this.seen.most = Math.max(this.seen.most, this.inFlight.size);
			byRate?.began(now);
			const round = this.round.began(this.inFlight.size) ? this.round : undefined;
			(retries.shift() ?? newRequests.shift())!({ number, begun: now, sent: now, round });
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
