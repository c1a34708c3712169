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

/** How many times a request may still be sent, for all that an item needs of it. */
export interface Tries {
	left: number;
}

/**
 * Sends a request until its `tries` are used up. It is sent again only if that is safe: if it certainly was not carried out, or if it
 * is `repeatable`.
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
	for (let n = 1; tries.left > 0; n++) {
		const turn = await throttle.acquire(n);
		if (turn === undefined) return last;
		let wait: number | undefined;
		let signal: LoadSignal = 'notSent';
		try {
			const outcome = await attempt(() => throttle.onSent(turn));
			if (outcome.kind === 'notSent') return last;
			tries.left--;
			if (outcome.kind === 'done') {
				signal = 'ok';
				return outcome;
			}
			wait = Math.max(outcome.retryAfter ?? 0, backOff(n, outcome.status === TOO_MANY_REQUESTS));
			if (isThrottled(outcome)) signal = { wait };
			else if (outcome.kind !== 'unreached' && outcome.status !== undefined) signal = 'other';
			else if (outcome.kind === 'unknown') signal = 'noAnswer';
			mayBeDone ||= outcome.kind === 'unknown';
			last = afterAttempt(outcome, mayBeDone);
			if (!mayPass(outcome) || (mayBeDone && !repeatable)) return last;
		} finally {
			throttle.release(turn, signal);
		}
		if (typeof signal === 'string' && tries.left > 0) await throttle.pause(wait);
	}
	return last;
}
