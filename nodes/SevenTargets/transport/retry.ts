import { backOff, pause } from '../../../shared/waiting';
import {
	afterAttempt,
	isThrottled,
	mayPass,
	TOO_MANY_REQUESTS,
	type NotSent,
	type Outcome,
} from './outcome';
import type { Sign, Throttle } from './throttle';

/** How many times a request may still be sent, for all that an item needs of it. */
export interface Tries {
	left: number;
}

/**
 * Sends a request until its `tries` are used up. It is sent again only if that is safe: if it certainly was not carried out, or if it
 * is `repeatable`.
 *
 * @param attempt sends it once, and calls `goesOut` when it goes out, after a login
 * @returns the last outcome; `notSent` if the run ended, or no try was left, before the first attempt
 */
export async function retried(
	attempt: (goesOut: () => void) => Promise<Outcome | NotSent>,
	{
		repeatable,
		tries,
		throttle,
		signal,
	}: { repeatable: boolean; tries: Tries; throttle: Throttle; signal?: AbortSignal },
): Promise<Outcome | NotSent> {
	let last: Outcome | NotSent = { kind: 'notSent' };
	let mayBeDone = false;
	for (let n = 1; tries.left > 0; n++) {
		const turn = await throttle.turn(n);
		if (turn === undefined) return last;
		let wait: number | undefined;
		let sign: Sign = 'unsent';
		try {
			const outcome = await attempt(() => throttle.goesOut(turn));
			if (outcome.kind === 'notSent') return last;
			tries.left--;
			if (outcome.kind === 'done') {
				sign = 'well';
				return outcome;
			}
			wait = Math.max(outcome.retryAfter ?? 0, backOff(n, outcome.status === TOO_MANY_REQUESTS));
			if (isThrottled(outcome)) sign = { wait };
			else if (outcome.kind !== 'unreached' && outcome.status !== undefined) sign = 'otherwise';
			else if (outcome.kind === 'unknown') sign = 'lost';
			mayBeDone ||= outcome.kind === 'unknown';
			last = afterAttempt(outcome, mayBeDone);
			if (!mayPass(outcome) || (mayBeDone && !repeatable)) return last;
		} finally {
			throttle.release(turn, sign);
		}
		if (typeof sign === 'string' && tries.left > 0) await pause(wait, signal);
	}
	return last;
}
