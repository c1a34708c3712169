import { backOff, pause } from '../../../shared/waiting';
import type { NotSent, Outcome, Problem } from './outcome';
import type { Throttle } from './throttle';

/**
 * Sends a request, and again if that is safe, up to `maxTries` times: what certainly was not carried out, and, if it is
 * `repeatable`, also what may have been.
 *
 * @returns the last outcome; `notSent` if the run ended before the first try
 */
export async function retried(
	attempt: () => Promise<Outcome | NotSent>,
	{
		repeatable,
		maxTries,
		throttle,
		signal,
	}: { repeatable: boolean; maxTries: number; throttle: Throttle; signal?: AbortSignal },
): Promise<Outcome | NotSent> {
	let last: Outcome | NotSent = { kind: 'notSent' };
	let mayBeDone = false;
	for (let tries = 1; await throttle.turn(tries > 1); tries++) {
		let wait: number | undefined;
		let isThrottled = false;
		try {
			const outcome = await attempt();
			if (outcome.kind === 'notSent') return last;
			// What is refused now may have been carried out by the try before.
			last = outcome.kind === 'refused' && mayBeDone ? { ...outcome, kind: 'unknown' } : outcome;
			if (last.kind === 'done') return last;
			mayBeDone ||= last.kind === 'unknown';
			isThrottled = last.status === 429;
			wait = Math.max(last.retryAfter ?? 0, backOff(tries, isThrottled));
		} finally {
			throttle.release(isThrottled ? wait : undefined);
		}
		if (tries >= maxTries || !maySendAgain(last, repeatable)) return last;
		if (!isThrottled) await pause(wait, signal);
	}
	return last;
}

const maySendAgain = ({ retryable, kind }: Problem, repeatable: boolean) =>
	retryable && (kind !== 'unknown' || repeatable);
