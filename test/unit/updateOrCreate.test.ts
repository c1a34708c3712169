import {
	isAboutAssistant,
	meansAlreadyExists,
	updateOrCreate,
} from '../../nodes/SevenTargets/lead/updateOrCreate';
import type { Doubt } from '../../nodes/SevenTargets/operation';
import type { NotSent, Outcome, Problem } from '../../nodes/SevenTargets/transport/outcome';
import type { ApiRequest } from '../../nodes/SevenTargets/transport/request';
import { DONE, NOT_SENT, PART, problem, useFixedJitter } from '../support/outcomes';

useFixedJitter();

const refusal = (status: number, message: string, more: Partial<Problem> = {}) =>
	problem('refused', { status, reason: message, answer: { message }, ...more });
const ABSENT = refusal(404, 'Not found.');
const BAD = refusal(400, 'Bad source.');
const EXISTS = refusal(400, 'It already exists.');
const FORBIDDEN = refusal(403, 'No.');
const BUSY = refusal(503, 'No.');
const LOST = problem('unknown');
const LOST_FOR_GOOD = problem('unknown', { retryAfter: 600_000 });
const NO_LOGIN = problem('run');
const NEW = { ...DONE, isNew: true };
const OLD = { ...DONE, isNew: false };
const BODY = { name: 'Ann', source: 'Email' };

interface How {
	maxTries?: number;
	earlier?: Doubt;
	body?: ApiRequest['body'];
	signal?: AbortSignal;
}

/**
 * Creates or updates a lead; these are the outcomes of the requests in their order. Each of them uses up one try, and one of
 * `[outcome, tries]` so many.
 */
async function outcomeOf(
	outcomes: Array<Outcome | NotSent | [Outcome, number]>,
	{ maxTries = 3, earlier, body = BODY, signal = new AbortController().signal }: How = {},
) {
	const sent: ApiRequest[] = [];
	const times: number[] = [];
	let isOver = false;
	const end = updateOrCreate(
		{ method: 'POST', path: '/leads', repeatable: false, body },
		{
			client: {
				newTries: () => ({ left: maxTries }),
				send: async (request, tries) => {
					if (tries!.left === 0) return NOT_SENT;
					times.push(performance.now());
					const [outcome, used] = [outcomes[sent.push(request) - 1]].flatMap((one) =>
						Array.isArray(one) ? one : [one, 1],
					) as [Outcome | NotSent, number];
					if (tries!.left < used) throw new Error('more tries than there are');
					tries!.left -= used;
					return outcome;
				},
			},
			signal,
		},
		earlier,
	).finally(() => (isOver = true));
	for (let n = 0; n < 2_000 && !isOver; n++) await jest.advanceTimersByTimeAsync(50);
	expect(isOver).toBe(true);
	return {
		outcome: await end,
		sent,
		methods: sent.map(({ method }) => method).join(' '),
		/** Before each time that it begins with the update again. */
		waits: times
			.slice(1)
			.map((at, n) => at - times[n])
			.filter((_, n) => sent[n + 1].method === 'PUT'),
	};
}

it('sends both with the same body, and the creation so that it is not repeated', async () => {
	const { sent } = await outcomeOf([ABSENT, DONE]);
	expect(sent).toEqual([
		{ method: 'PUT', path: '/leads', repeatable: true, body: BODY },
		{ method: 'POST', path: '/leads', repeatable: false, body: BODY },
	]);
});

const UNKNOWN = { kind: 'unknown', wasMissing: true, updateRefusal: 'Not found.' };

it.each([
	['is updated', [DONE], 'PUT', OLD],
	['is created if there is no such lead', [ABSENT, DONE], 'PUT POST', NEW],
	[
		'is refused both ways',
		[ABSENT, BAD],
		'PUT POST',
		{ ...BAD, updateRefusal: 'Not found.', wasMissing: false },
	],
	[
		'is refused though it is there',
		[BAD, EXISTS],
		'PUT POST',
		{ ...EXISTS, updateRefusal: 'Bad source.', wasMissing: false },
	],
	[
		'is refused in a way that says nothing of that',
		[FORBIDDEN],
		'PUT',
		{ ...FORBIDDEN, wasMissing: false },
	],
	['is not sent at all if the run ends before', [NOT_SENT], 'PUT', NOT_SENT],
	['is not sent if the run ends between', [ABSENT, NOT_SENT], 'PUT POST', NOT_SENT],
	['is unknown if the update is lost', [LOST], 'PUT', { ...LOST, wasMissing: false }],
	[
		'is created if there is no such lead, whatever became of updates before',
		[{ ...ABSENT, kind: 'unknown' }, DONE],
		'PUT POST',
		NEW,
	],
	[
		'is not created after an answer of a proxy',
		[problem('unknown', { status: 404 })],
		'PUT',
		{ ...problem('unknown', { status: 404 }), wasMissing: false },
	],
	['was created, of which that was not known', [ABSENT, LOST, DONE], 'PUT POST PUT', NEW],
	['was created in the second round', [ABSENT, LOST, ABSENT, DONE], 'PUT POST PUT POST', NEW],
	[
		'is refused if a round after the lost one has both refused, and the update once more',
		[ABSENT, LOST, ABSENT, BAD, ABSENT],
		'PUT POST PUT POST PUT',
		{ ...BAD, updateRefusal: 'Not found.', wasMissing: true },
	],
	[
		'is unknown if the creation is refused since it is there',
		[ABSENT, LOST, ABSENT, EXISTS, ABSENT, EXISTS],
		'PUT POST PUT POST PUT POST',
		{ ...EXISTS, ...UNKNOWN },
	],
	[
		'is unknown if the run ends after the creation was lost',
		[ABSENT, LOST, ABSENT, NOT_SENT],
		'PUT POST PUT POST',
		{ ...LOST, ...UNKNOWN },
	],
	[
		'is unknown if the run ends before the second round',
		[ABSENT, LOST, NOT_SENT],
		'PUT POST PUT',
		{ ...LOST, ...UNKNOWN },
	],
	[
		'may be created if the update is refused otherwise after the creation was lost',
		[ABSENT, LOST, FORBIDDEN],
		'PUT POST PUT',
		{ ...FORBIDDEN, kind: 'unknown', wasMissing: true },
	],
	[
		'may be created if the login fails after the creation was lost',
		[ABSENT, LOST, NO_LOGIN],
		'PUT POST PUT',
		{ ...NO_LOGIN, kind: 'unknown', wasMissing: true },
	],
	[
		'is unknown if the creation is lost for good',
		[ABSENT, LOST_FOR_GOOD],
		'PUT POST',
		{ ...LOST_FOR_GOOD, ...UNKNOWN },
	],
	[
		'is refused if the creation is not allowed',
		[ABSENT, FORBIDDEN],
		'PUT POST',
		{ ...FORBIDDEN, updateRefusal: 'Not found.', wasMissing: false },
	],
	[
		'is unknown if no update is left to find out',
		[[ABSENT, 3], LOST],
		'PUT POST',
		{ ...LOST, ...UNKNOWN },
	],
	[
		'is unknown if the creation that follows a lost one is too much for the server',
		[ABSENT, LOST, ABSENT, [BUSY, 2], ABSENT],
		'PUT POST PUT POST PUT',
		{ ...BUSY, ...UNKNOWN },
	],
])('%s', async (_, outcomes, methods, outcome) => {
	const result = await outcomeOf(outcomes as Outcome[]);
	expect(result.methods).toBe(methods);
	expect(result.outcome).toEqual(outcome);
});

const EARLIER = { wasMissing: true };

it.each([
	['is new if the update finds it', [DONE], NEW],
	['is new if it is created now', [ABSENT, DONE], NEW],
	['was not created if both are refused', [ABSENT, BAD], { kind: 'refused' }],
	['may have been if the creation is refused since it is there', [ABSENT, EXISTS], UNKNOWN],
	['may have been if the update is refused otherwise', [FORBIDDEN], { kind: 'unknown' }],
	['may have been if the creation is refused otherwise', [ABSENT, FORBIDDEN], UNKNOWN],
	['may have been if the login fails', [NO_LOGIN], { kind: 'unknown', wasMissing: true }],
])('a lead that may have been created before %s', async (_, outcomes, outcome) => {
	const result = await outcomeOf(outcomes as Outcome[], { earlier: EARLIER });
	expect(result.outcome).toMatchObject(outcome);
});

it('a lead that was certainly not created before is not new if the update finds it', async () => {
	const earlier = { wasMissing: false };
	expect((await outcomeOf([DONE], { earlier })).outcome).toEqual(OLD);
	expect((await outcomeOf([FORBIDDEN], { earlier })).outcome.kind).toBe('unknown');
});

it.each([1, 2, 4])('with %i tries, it sends each of the two as often at most', async (maxTries) => {
	const { methods } = await outcomeOf(Array(12).fill([ABSENT, LOST]).flat(), { maxTries });
	expect(methods).toBe(Array(maxTries).fill('PUT POST').join(' '));
});

it.each([
	...[400, 404, 409, 410, 422].map((status) => [status, 'PUT POST']),
	...[403, 418, 429, 503].map((status) => [status, 'PUT']),
])('a refusal of the update by %s leads to %s', async (status, methods) => {
	const refused = { ...refusal(0, 'No.'), status: status as number };
	expect((await outcomeOf([refused, DONE])).methods).toBe(methods);
});

describe('a refused update that asks for the email of the assistant', () => {
	const body = { ...BODY, assistantId: 11 };
	const long = 'x'.repeat(10_000);

	it.each<[string, unknown, object?]>([
		['in its message', { message: 'assistantEmail is mandatory' }],
		['in other words', { message: 'Please provide the Assistant Email' }],
		['in others', { message: 'Assistant E-mail: must not be blank' }],
		[
			'in a list of errors',
			{ message: 'Validation failed', errors: [{ field: 'assistantEmail' }] },
		],
		['by its path', { message: 'lead.assistantEmail: null' }],
		['as text', 'assistant_email missing'],
		['after a long value', { rejected: { ...body, context: long }, field: 'assistantEmail' }],
		...['Email', 'E', 'assistant', 'a', 'is', 'mandatory', 'assistantEmail', ' '].map(
			(value): [string, unknown, object] => [
				`while the lead holds ${value}`,
				{ message: 'assistantEmail is mandatory' },
				{ source: value, lastName: value, name: value },
			],
		),
	])('%s creates no lead', async (_, answer, values = {}) => {
		const refused = refusal(400, 'No.', { answer });
		const { methods, outcome } = await outcomeOf([refused, DONE], { body: { ...body, ...values } });
		expect(methods).toBe('PUT');
		expect(outcome).toEqual({ ...refused, wasMissing: false });
	});

	it.each<[string, unknown, object]>([
		[
			'because it was sent',
			{ message: 'assistantEmail is mandatory' },
			{ assistantEmail: 'a@b.c' },
		],
		['but of an address', { message: 'No lead assistantemail@b.c' }, {}],
		['but of another address', { message: 'No lead x@assistant-email.test' }, {}],
		['and cannot', undefined, {}],
		['and does not', { message: 'Lead not found' }, {}],
	])('does not, %s', async (_, answer, values) => {
		const refused = refusal(400, 'No.', { answer });
		const { methods } = await outcomeOf([refused, DONE], { body: { ...body, ...values } });
		expect(methods).toBe('PUT POST');
	});

	it('is told by nobody if the answer is nested too deep to be read: then nothing is created', () => {
		let answer: unknown = {};
		for (let depth = 0; depth < 20_000; depth++) answer = [answer];
		expect(isAboutAssistant({ answer }, body)).toBe(true);
		expect(meansAlreadyExists({ answer })).toBe(true);
	});
});

it.each([
	[409, 'No.', true],
	[400, 'This lead Exists.', true],
	[400, 'Already there.', true],
	[400, 'A duplicate.', true],
	[400, 'No such source.', false],
	[400, 'Assistant does not exist.', false],
	[400, "The assistant doesn't exist.", false],
	[400, 'A lead with this address must not exist.', true],
])('%i with %j says that it is there: %s', (status, message, expected) => {
	expect(meansAlreadyExists({ status, answer: { message } })).toBe(expected);
});

it('a long value in front does not hide that it is there', () => {
	const answer = { message: `Lead ${'x'.repeat(10_000)} exists` };
	expect(meansAlreadyExists({ status: 400, answer })).toBe(true);
});

describe('before the next round', () => {
	it('it waits as for a busy server', async () => {
		const { waits } = await outcomeOf([ABSENT, LOST, ABSENT, LOST, DONE]);
		expect(waits).toEqual([500 * 2 * PART, 500 * 4 * PART]);
	});

	it.each([
		['as long as the server asks', 3_000, 3_000],
		['no shorter than without such a wish', 100, 500 * 2 * PART],
	])('it waits %s', async (_, retryAfter, wait) => {
		const { waits } = await outcomeOf([ABSENT, { ...LOST, retryAfter }, DONE]);
		expect(waits).toEqual([wait]);
	});

	it('it does not wait for what a refusal of the values asks for', async () => {
		const refused = { ...EXISTS, retryAfter: 600_000 };
		const { waits } = await outcomeOf([ABSENT, LOST, ABSENT, refused, DONE]);
		expect(waits).toEqual([500 * 2 * PART, 500 * 4 * PART]);
	});

	it('it does not wait on once the run has ended', async () => {
		const signal = AbortSignal.abort();
		const { waits } = await outcomeOf([ABSENT, LOST, NOT_SENT], { signal });
		expect(waits).toEqual([0]);
	});
});
