import { backOff, pause } from '../../../shared/waiting';
import { TOO_MANY, type NotSent, type Outcome, type Problem } from './outcome';
import type { Sign, Throttle } from './throttle';

/**
 * Sends a request up to `maxTries` times. It is sent again only if that is safe: if it certainly was not carried out, or if it is
 * `repeatable`.
 *
 * @param attempt sends it once, and calls `goesOut` when it goes out, after a login
 * @returns the last outcome; `notSent` if the run ended before the first attempt
 */
export async function retried(
	attempt: (goesOut: () => void) => Promise<Outcome | NotSent>,
	{
		repeatable,
		maxTries,
		throttle,
		signal,
	}: { repeatable: boolean; maxTries: number; throttle: Throttle; signal?: AbortSignal },
): Promise<Outcome | NotSent> {
	let last: Outcome | NotSent = { kind: 'notSent' };
	let mayBeDone = false;
	for (let tries = 1; ; tries++) {
		const turn = await throttle.turn(tries);
		if (turn === undefined) return last;
		let wait: number | undefined;
		let sign: Sign = 'unsent';
		try {
			const outcome = await attempt(() => throttle.goesOut(turn));
			if (outcome.kind === 'notSent') return last;
			if (outcome.kind === 'done') sign = 'well';
			else if (outcome.status !== undefined && !outcome.neverSent) sign = 'otherwise';
			else if (outcome.kind === 'unknown') sign = 'lost';
			// An earlier attempt may have carried out what is refused now.
			last = outcome.kind === 'refused' && mayBeDone ? { ...outcome, kind: 'unknown' } : outcome;
			if (last.kind === 'done') return last;
			mayBeDone ||= last.kind === 'unknown';
			wait = Math.max(last.retryAfter ?? 0, backOff(tries, last.status === TOO_MANY));
			if (last.isBusy) sign = { wait };
		} finally {
			throttle.release(turn, sign);
		}
		if (tries >= maxTries || !maySendAgain(last, repeatable)) return last;
		if (typeof sign === 'string') await pause(wait, signal);
	}
}

const maySendAgain = ({ retryable, kind }: Problem, repeatable: boolean) =>
	retryable && (kind !== 'unknown' || repeatable);
