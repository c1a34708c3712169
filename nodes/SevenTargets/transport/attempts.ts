import type { ApiRequest } from '../operation';
import type { Outcome, Problem } from './answer';
import type { Pace } from './pace';
import { backOff, pause } from './waiting';

/**
 * Sends a request, and again where that is safe, up to `maxTries` times.
 *
 * A POST is sent again only if it certainly was not carried out; GET and PUT, which may be carried out twice, also
 * where that is not known; a login that failed for a passing reason is tried again with them.
 *
 * @param attempt gives undefined where the run ended before the request went out
 * @returns undefined where the run ended before the first try
 */
export async function sendSafely(
	method: ApiRequest['method'],
	attempt: () => Promise<Outcome | undefined>,
	{ maxTries, pace, signal }: { maxTries: number; pace: Pace; signal?: AbortSignal },
): Promise<Outcome | undefined> {
	let outcome: Outcome | undefined;
	let mayBeDone = false;
	for (let tries = 1; await pace.turn(tries > 1); tries++) {
		const now = await attempt();
		if (now === undefined) {
			pace.over();
			return outcome;
		}
		outcome = now;
		// What is refused now may have been carried out by the try before.
		if (!outcome.ok && outcome.kind === 'refused' && mayBeDone) {
			outcome = { ...outcome, kind: 'unknown' };
		}
		mayBeDone ||= !outcome.ok && outcome.kind === 'unknown';
		const throttled = !outcome.ok && outcome.status === 429;
		const wait = outcome.ok ? 0 : Math.max(outcome.retryAfter ?? 0, backOff(tries, throttled));
		pace.over(throttled ? wait : undefined);
		if (outcome.ok || tries >= maxTries || !maySendAgain(method, outcome)) return outcome;
		if (!throttled) await pause(wait, signal);
	}
	return outcome;
}

function maySendAgain(method: ApiRequest['method'], { passing, kind }: Problem): boolean {
	return passing && (kind !== 'unknown' || method !== 'POST');
}
