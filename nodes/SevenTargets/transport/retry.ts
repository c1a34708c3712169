import { backOff } from '../../../shared/waiting';
import {
	afterAttempt,
	isThrottled,
	mayPass,
	TOO_MANY_REQUESTS,
	type NotSent,
	type Outcome,
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
	let last: Outcome | NotSent = { kind: 'notSent' };
	let mayBeDone = false;
	let { accepted } = throttle;
	let overtaken = 0;
	for (let n = 1; tries.left > 0; n++) {
		const turn = await throttle.acquire(n);
		if (turn === undefined) return last;
		let wait = 0;
		let signal: LoadSignal = 'notSent';
		try {
			// Then one that begins now shows whether the server is closed, or refuses this one for itself.
			const mayBeForItself = n > 1 && throttle.accepted > 0;
			if (mayBeForItself && throttle.closedMs > GIVE_UP_MS) return last;
			const outcome = await attempt(() => throttle.onSent(turn));
			if (outcome.kind === 'notSent') return last;
			const isRefusal = outcome.kind !== 'done' && isThrottled(outcome);
			if (!isRefusal || !throttle.mayAccept) tries.left--;
			if (outcome.kind === 'done') {
				signal = 'ok';
				return outcome;
			}
			const { retryAfter } = outcome;
			wait = Math.max(retryAfter ?? 0, backOff(n, outcome.status === TOO_MANY_REQUESTS));
			if (isRefusal) signal = { wait, retryAfter };
			else if (outcome.kind !== 'unreached' && outcome.status !== undefined) signal = 'other';
			else if (outcome.kind === 'unknown') signal = 'noAnswer';
			mayBeDone ||= outcome.kind === 'unknown';
			last = afterAttempt(outcome, mayBeDone);
			if (!mayPass(outcome) || (mayBeDone && !repeatable)) return last;
			if (isRefusal) {
				if (throttle.accepted > accepted) overtaken++;
				({ accepted } = throttle);
				if (overtaken === MAX_OVERTAKEN) return last;
				// The server takes nothing: no other request of the run would fare better.
				if (tries.left === 0 || throttle.closedMs > GIVE_UP_MS) {
					return mayBeDone || mayBeForItself ? last : { ...last, kind: 'run' };
				}
			}
		} finally {
			throttle.release(turn, signal);
		}
		if (typeof signal === 'object') wait = throttle.isRefusedAtRandom ? backOff(1, true) : 0;
		if (wait > 0 && tries.left > 0) await throttle.pause(wait);
	}
	return last;
}
