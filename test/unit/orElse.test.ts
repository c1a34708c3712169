import { saysItIsThere, sentOrElse } from '../../nodes/SevenTargets/transport/orElse';
import type { NotSent, Outcome, Problem } from '../../nodes/SevenTargets/transport/outcome';
import type { ApiRequest } from '../../nodes/SevenTargets/transport/request';
import { DONE, NOT_SENT, PART, problem, useFixedJitter } from '../support/outcomes';

useFixedJitter();

const refusal = (status: number, more: Partial<Problem> = {}) =>
	problem('refused', { status, refusesContent: true, ...more });
const ABSENT = refusal(404, { reason: 'Not found.' });
const BAD = refusal(400, { reason: 'Bad source.' });
const EXISTS = refusal(400, { reason: 'It already exists.' });
const FORBIDDEN = problem('refused', { status: 403 });
const BUSY = problem('refused', { status: 503, retryable: true, isBusy: true });
const LOST = problem('unknown', { retryable: true });
const LOST_FOR_GOOD = problem('unknown', { retryable: false });

const REQUEST: ApiRequest = {
	method: 'PUT',
	path: '/leads',
	repeatable: true,
	body: { name: 'Ann' },
};

interface How {
	maxTries?: number;
	unless?: (answer?: () => string) => boolean;
	signal?: AbortSignal;
}

/** Sends the request, and what is to be sent else, until one is done; these are their outcomes in that order. */
async function outcomeOf(
	outcomes: Array<Outcome | NotSent>,
	{ maxTries = 3, unless = () => false, signal }: How = {},
) {
	const sent: ApiRequest[] = [];
	const times: number[] = [];
	let isOver = false;
	const end = sentOrElse(
		REQUEST,
		{ method: 'POST', path: '/leads/new', unless },
		async (request) => {
			times.push(performance.now());
			return outcomes[sent.push(request) - 1];
		},
		{ maxTries, signal },
	).finally(() => (isOver = true));
	for (let n = 0; n < 2_000 && !isOver; n++) await jest.advanceTimersByTimeAsync(50);
	expect(isOver).toBe(true);
	return {
		outcome: await end,
		sent,
		methods: sent.map(({ method }) => method).join(' '),
		/** Before each time that it begins with the request again. */
		waits: times
			.slice(1)
			.map((at, n) => at - times[n])
			.filter((_, n) => sent[n + 1].method === 'PUT'),
	};
}

it('sends both with the same body, and the other one once', async () => {
	const { sent } = await outcomeOf([ABSENT, DONE]);
	expect(sent).toEqual([
		REQUEST,
		{ method: 'POST', path: '/leads/new', repeatable: false, body: { name: 'Ann' } },
	]);
});

it.each([
	['is done by the first', [DONE], 'PUT', { ...DONE, byElse: false }],
	[
		'is done by the other if there is no such thing',
		[ABSENT, DONE],
		'PUT POST',
		{ ...DONE, byElse: true },
	],
	[
		'is refused both ways',
		[ABSENT, BAD],
		'PUT POST',
		{ ...BAD, refusedFirst: 'Not found.', isAbsent: true },
	],
	[
		'is refused though it is there',
		[BAD, EXISTS],
		'PUT POST',
		{ ...EXISTS, refusedFirst: 'Bad source.', isAbsent: false },
	],
	['is refused in a way that says nothing of that', [FORBIDDEN, DONE], 'PUT', FORBIDDEN],
	['is not sent at all if the run ends before', [NOT_SENT], 'PUT', NOT_SENT],
	['is not sent if the run ends between', [ABSENT, NOT_SENT], 'PUT POST', NOT_SENT],
	[
		'is sent again if the server is busy',
		[BUSY, ABSENT, BUSY, DONE],
		'PUT PUT POST PUT',
		{ ...DONE, byElse: false },
	],
	[
		'is unknown once it was, if refused later',
		[LOST, FORBIDDEN],
		'PUT PUT',
		{ ...FORBIDDEN, kind: 'unknown', byElse: false },
	],
	['is unknown if the first is lost for good', [LOST_FOR_GOOD, DONE], 'PUT', LOST_FOR_GOOD],
	[
		'was done by the other, of which that was not known',
		[ABSENT, LOST, DONE],
		'PUT POST PUT',
		{ ...DONE, byElse: true },
	],
	[
		'was done by the other in the second round',
		[ABSENT, LOST, ABSENT, DONE],
		'PUT POST PUT POST',
		{ ...DONE, byElse: true },
	],
	[
		'is refused if a round after the lost one has both refused, and the first once more',
		[ABSENT, LOST, ABSENT, BAD, ABSENT],
		'PUT POST PUT POST PUT',
		{ ...BAD, refusedFirst: 'Not found.', isAbsent: true, byElse: false },
	],
	[
		'is unknown if the other is refused since it is there',
		[ABSENT, LOST, ABSENT, EXISTS, ABSENT, EXISTS],
		'PUT POST PUT POST PUT POST',
		{ ...EXISTS, kind: 'unknown', refusedFirst: 'Not found.', isAbsent: false, byElse: true },
	],
	[
		'is unknown if the run ends after the other was lost',
		[ABSENT, LOST, ABSENT, NOT_SENT],
		'PUT POST PUT POST',
		{ ...LOST, refusedFirst: 'Not found.', isAbsent: undefined, byElse: true },
	],
	[
		'is unknown if the run ends before the second round',
		[ABSENT, LOST, NOT_SENT],
		'PUT POST PUT',
		{ ...LOST, refusedFirst: 'Not found.', isAbsent: undefined, byElse: true },
	],
	[
		'may be done by the other if the first is refused otherwise after it was lost',
		[ABSENT, LOST, FORBIDDEN],
		'PUT POST PUT',
		{ ...FORBIDDEN, kind: 'unknown', byElse: true },
	],
	[
		'is unknown if the other is lost for good',
		[ABSENT, LOST_FOR_GOOD, DONE],
		'PUT POST',
		{ ...LOST_FOR_GOOD, refusedFirst: 'Not found.', isAbsent: undefined, byElse: true },
	],
	[
		'is refused if the other is not allowed',
		[ABSENT, FORBIDDEN, DONE],
		'PUT POST',
		{ ...FORBIDDEN, refusedFirst: 'Not found.', isAbsent: undefined },
	],
])('%s', async (_, outcomes, methods, outcome) => {
	const result = await outcomeOf(outcomes as Outcome[]);
	expect(result.methods).toBe(methods);
	expect(result.outcome).toEqual(outcome);
});

it.each([1, 2, 4])('makes %i rounds at most', async (maxTries) => {
	const { methods } = await outcomeOf(Array(9).fill(BUSY), { maxTries });
	expect(methods).toBe(Array(maxTries).fill('PUT').join(' '));
});

it('asks the answer to the first whether that says something else', async () => {
	const asked: Array<string | undefined> = [];
	const unless = (answer?: () => string) => {
		asked.push(answer?.());
		return true;
	};
	const first = { ...BAD, answer: () => 'Which assistant?' };
	expect((await outcomeOf([first, DONE], { unless })).outcome).toEqual(first);
	expect(asked).toEqual(['Which assistant?']);
});

it.each([
	...[400, 404, 409, 410, 422].map((status) => [status, 'PUT POST']),
	...[403, 418, 429].map((status) => [status, 'PUT']),
])('a refusal by %i leads to %s', async (status, methods) => {
	expect((await outcomeOf([refusal(Number(status)), DONE])).methods).toBe(methods);
});

it('without a status, a refusal says nothing of that', async () => {
	const { methods } = await outcomeOf([problem('refused', { refusesContent: true }), DONE]);
	expect(methods).toBe('PUT');
});

it.each([
	[409, 'No.', true],
	[400, 'This lead Exists.', true],
	[400, 'Already there.', true],
	[400, 'A duplicate.', true],
	[400, 'No such source.', false],
])('%i with %j says that it is there: %s', (status, reason, expected) => {
	expect(saysItIsThere({ status, reason })).toBe(expected);
});

describe('before the next round', () => {
	it('it waits as for a busy server', async () => {
		const { waits } = await outcomeOf([LOST, LOST, DONE]);
		expect(waits).toEqual([500 * 2 * PART, 500 * 4 * PART]);
	});

	it.each([
		['as long as the server asks', 3_000, 3_000],
		['no shorter than without such a wish', 100, 500 * 2 * PART],
	])('it waits %s', async (_, retryAfter, wait) => {
		const { waits } = await outcomeOf([{ ...LOST, retryAfter } as Outcome, DONE]);
		expect(waits).toEqual([wait]);
	});

	it('it does not wait on once the run has ended', async () => {
		const { waits } = await outcomeOf([LOST, NOT_SENT], { signal: AbortSignal.abort() });
		expect(waits).toEqual([0]);
	});
});
