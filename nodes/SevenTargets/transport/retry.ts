import { backOff } from '../../../shared/waiting';
import {
	afterAttempt,
	isThrottled,
	mayPass,
	TOO_MANY_REQUESTS,
	type NotSent,
	type Outcome,
	type Problem,
} from './outcome';
import type { LoadSignal, Throttle } from './throttle/throttle';

/** If nothing was accepted for so long, the run ends: longer than the longest `Retry-After` that is obeyed. */
const GIVE_UP_MS = 120_000;

/** A request ends that was refused so many times while others were accepted in between. At random, one of two would be so in a million. */
const MAX_OVERTAKEN = 20;

/** How many times a request may still be sent, for all that an item needs of it. */
export interface Tries {
	left: number;
}

/** The attempts of one request so far. */
class Attempts {
	last: Outcome | NotSent = { kind: 'notSent' };
	private mayBeDone = false;
	private accepted: number;
	private overtaken = 0;

	constructor(
		private readonly repeatable: boolean,
		private readonly tries: Tries,
		private readonly throttle: Throttle,
	) {
		this.accepted = throttle.accepted;
	}

	/**
	 * Takes in the outcome of one more.
	 *
	 * @param mayBeForItself whether the server may refuse this request alone
	 * @returns whether it was the last
	 */
	endsWith(outcome: Outcome, mayBeForItself: boolean): boolean {
		const isRefusal = isRefused(outcome);
		if (!isRefusal || !this.throttle.mayAccept) this.tries.left--;
		if (outcome.kind === 'unknown') this.mayBeDone = true;
		this.last = outcome.kind === 'done' ? outcome : afterAttempt(outcome, this.mayBeDone);
		if (outcome.kind === 'done' || !mayPass(outcome)) return true;
		if (this.mayBeDone && !this.repeatable) return true;
		return isRefusal && this.endsRefused(mayBeForItself);
	}

	private endsRefused(mayBeForItself: boolean): boolean {
		const { tries, throttle } = this;
		if (throttle.accepted > this.accepted) this.overtaken++;
		this.accepted = throttle.accepted;
		if (this.overtaken === MAX_OVERTAKEN) return true;
		if (tries.left > 0 && throttle.closedMs <= GIVE_UP_MS) return false;
		// The server takes nothing: no other request of the run would fare better.
		if (!this.mayBeDone && !mayBeForItself) this.last = { ...(this.last as Problem), kind: 'run' };
		return true;
	}
}

const isRefused = (outcome: Outcome): boolean => outcome.kind !== 'done' && isThrottled(outcome);

/** What an outcome says of the server's load. @param wait in milliseconds, until the next attempt */
function signalOf(outcome: Outcome, wait: number): LoadSignal {
	if (outcome.kind === 'done') return 'ok';
	if (isThrottled(outcome)) return { wait, retryAfter: outcome.retryAfter };
	if (outcome.kind !== 'unreached' && outcome.status !== undefined) return 'other';
	return outcome.kind === 'unknown' ? 'noAnswer' : 'notSent';
}

const waitAfter = (outcome: Outcome, n: number): number =>
	outcome.kind === 'done'
		? 0
		: Math.max(outcome.retryAfter ?? 0, backOff(n, outcome.status === TOO_MANY_REQUESTS));

/**
 * Sends a request until its `tries` are used up. It is sent again only if that is safe: if it certainly was not carried out, or if it
 * is `repeatable`. A refusal because the server takes no more at the moment uses up no try, as long as the server accepts others.
 *
 * @param attempt sends it once, and calls `onSent` when it goes out, after a login
 * @returns the last outcome; `notSent` if the run ended, or no try was left, before the first attempt
 */
export async function retried(
	attempt: (onSent: () => void) => Promise<Outcome | NotSent>,
	{ repeatable, tries, throttle }: { repeatable: boolean; tries: Tries; throttle: Throttle },
): Promise<Outcome | NotSent> {
	const attempts = new Attempts(repeatable, tries, throttle);
	for (let n = 1; tries.left > 0; n++) {
		const turn = await throttle.acquire(n);
		if (turn === undefined) break;
		let wait = 0;
		let signal: LoadSignal = 'notSent';
		try {
			// Then one that begins now shows whether the server is closed, or refuses this one for itself.
			const mayBeForItself = n > 1 && throttle.accepted > 0;
			if (mayBeForItself && throttle.closedMs > GIVE_UP_MS) break;
			const outcome = await attempt(() => throttle.onSent(turn));
			if (outcome.kind === 'notSent') break;
			wait = waitAfter(outcome, n);
			signal = signalOf(outcome, wait);
			if (attempts.endsWith(outcome, mayBeForItself)) break;
		} finally {
			throttle.release(turn, signal);
		}
		if (typeof signal === 'object') wait = throttle.isRefusedAtRandom ? backOff(1, true) : 0;
		if (wait > 0 && tries.left > 0) await throttle.pause(wait);
	}
	return attempts.last;
}
