import { backOff, pause } from '../../../shared/waiting';
import type { NotSent, Outcome, Problem } from './outcome';
import type { ApiRequest } from './request';

/**
 * Sends a request, and its `orElse` if it is refused for what it holds. As long as it is not known whether that was carried out,
 * it begins again with the request, which then finds out, up to `maxTries` rounds.
 *
 * @param send sends one request, again if that is safe
 * @returns `refused` only if neither was carried out; `notSent` if the run ended before anything was
 */
export async function sentOrElse(
	request: ApiRequest,
	{ unless, ...other }: NonNullable<ApiRequest['orElse']>,
	send: (request: ApiRequest) => Promise<Outcome | NotSent>,
	{ maxTries, signal }: { maxTries: number; signal?: AbortSignal },
): Promise<Outcome | NotSent> {
	/** What became of `orElse` in the rounds before, which may have carried it out. */
	let open: Problem | undefined;
	for (let round = 1; ; round++) {
		const first = await send(request);
		if (first.kind === 'notSent') return open ?? first;
		if (first.kind === 'done') return { ...first, byElse: open !== undefined };
		if (!first.refusesContent || unless(first.reason)) {
			return open === undefined ? first : { ...first, kind: 'unknown', byElse: true };
		}
		// Refused both ways, and then refused once more: no earlier round has carried it out.
		if (open?.refusesContent) return { ...open, kind: 'refused', byElse: false };

		const second = await send({ ...request, ...other, repeatable: false });
		if (second.kind === 'notSent') return open ?? second;
		if (second.kind === 'done') return { ...second, byElse: true };
		const mayBeDone = open !== undefined || second.kind === 'unknown';
		const problem = { ...second, refusedFirst: first.reason };
		if (!mayBeDone) return problem;
		open = { ...problem, kind: 'unknown', byElse: true };
		const isWorthARound = second.refusesContent || (second.kind === 'unknown' && second.retryable);
		if (round >= maxTries || !isWorthARound) return open;
		await pause(Math.max(second.retryAfter ?? 0, backOff(round, false)), signal);
	}
}
