import { backOff, pause } from '../../../shared/waiting';
import type { NotSent, Outcome, Problem } from './outcome';
import type { ApiRequest } from './request';

/** The statuses with which APIs of this kind say that something does not exist: which of them 7Targets uses is not documented. */
export const MAY_BE_ABSENT = [400, 404, 409, 410, 422];

/**
 * Sends a request, and its `orElse` if the request is refused in a way that may mean that its target does not exist. If either fails in
 * another way, it starts again with the request, which shows whether `orElse` was carried out; up to `maxTries` rounds.
 *
 * @param send sends one request, and again if that is safe
 * @returns `refused` only if neither was carried out; `notSent` if the run ended before anything was carried out
 */
export async function sentOrElse(
	request: ApiRequest,
	{ unless, ...other }: NonNullable<ApiRequest['orElse']>,
	send: (request: ApiRequest) => Promise<Outcome | NotSent>,
	{ maxTries, signal }: { maxTries: number; signal?: AbortSignal },
): Promise<Outcome | NotSent> {
	let last: Problem | NotSent = { kind: 'notSent' };
	/** What became of `orElse` in the rounds before, if it may have been carried out. */
	let open: Problem | undefined;
	for (let round = 1; ; round++) {
		const first = await send(request);
		if (first.kind === 'notSent') return last;
		if (first.kind === 'done') return { ...first, byElse: open !== undefined };
		let isWorthARound = first.retryable;
		const isUnknown: boolean = last.kind === 'unknown';
		last = isUnknown ? { ...first, kind: 'unknown', byElse: open !== undefined } : first;
		if (mayBeAbsent(first) && !unless(first.answer)) {
			// Both were refused, and now the request is refused again: no earlier round carried out `orElse`.
			if (open?.isAbsent) return { ...open, kind: 'refused', byElse: false };
			const second = await send({ ...request, ...other, repeatable: false });
			if (second.kind === 'notSent') return open ?? second;
			if (second.kind === 'done') return { ...second, byElse: true };
			const isAbsent = second.refusesContent && !saysItIsThere(second);
			last = { ...second, refusedFirst: first.reason, isAbsent };
			if (open !== undefined || second.kind === 'unknown') {
				last = open = { ...last, kind: 'unknown', byElse: true };
			}
			isWorthARound = second.retryable || (open !== undefined && second.refusesContent === true);
		}
		if (round >= maxTries || !isWorthARound) return last;
		// Waits as for a busy server: it may still be working on what it did not answer.
		await pause(Math.max(last.retryAfter ?? 0, backOff(round, true)), signal);
	}
}

const mayBeAbsent = ({ refusesContent, status = 0 }: Problem) =>
	refusesContent && MAY_BE_ABSENT.includes(status);

export const saysItIsThere = ({ status, reason }: Pick<Problem, 'status' | 'reason'>) =>
	status === 409 || /exist|already|duplicate/i.test(reason);
