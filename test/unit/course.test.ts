import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { hintAtCourse } from '../../nodes/SevenTargets/run/course';
import type { SendingStats } from '../../nodes/SevenTargets/transport/throttle/throttle';

const LONG = { milliseconds: 10_000, most: 64, last: 64, refused: 0 };

function hintOf(stats: Partial<SendingStats>, concurrency?: number): string | undefined {
	const hints: NodeExecutionHint[] = [];
	const context = {
		addExecutionHints: (hint: NodeExecutionHint) => hints.push(hint),
	} as unknown as IExecuteFunctions;
	hintAtCourse(context, { ...LONG, ...stats }, { concurrency });
	for (const hint of hints) expect(hint).toMatchObject({ location: 'outputPane', type: 'info' });
	return hints[0]?.message;
}

it.each<[string, Partial<SendingStats>, number | undefined, string | undefined]>([
	['nothing special', {}, undefined, 'Up to 64 requests were under way at a time.'],
	['one by one', { most: 1, last: 1 }, undefined, 'One request was under way at a time.'],
	[
		'slower answers',
		{ most: 40, last: 22, slowedAt: 40 },
		undefined,
		'Up to 40 requests were under way at a time. With 40, the answers took longer.',
	],
	[
		'refusals',
		{ most: 20, last: 12, refused: 23, perSecond: 90.4 },
		undefined,
		'Up to 20 requests were under way at a time. 7Targets refused 23 requests for the moment. In the end, no more than 12 were sent at a time, and no more than about 90 a second.',
	],
	[
		'refusals after which no pace was found',
		{ most: 20, last: 3, refused: 2 },
		undefined,
		'Up to 20 requests were under way at a time. 7Targets refused 2 requests for the moment. In the end, no more than 3 were sent at a time.',
	],
	[
		'a refusal that is long past',
		{ refused: 1 },
		undefined,
		'Up to 64 requests were under way at a time. 7Targets refused 1 request for the moment.',
	],
	[
		'a refusal right at the end',
		{ last: 1, refused: 2 },
		undefined,
		'Up to 64 requests were under way at a time. 7Targets refused 2 requests for the moment.',
	],
	[
		'refusals of a number that was chosen',
		{ most: 5, last: 3, refused: 2, perSecond: 0.2 },
		5,
		'Up to 5 requests were under way at a time. 7Targets refused 2 requests for the moment. In the end, no more than 3 were sent at a time, and no more than about 1 a second.',
	],
	['a number that was chosen, and nothing special', { most: 5, last: 5 }, 5, undefined],
	['a shorter run', { milliseconds: 9_999, refused: 5 }, undefined, undefined],
])('%s', (_, stats, concurrency, hint) => {
	expect(hintOf(stats, concurrency)).toBe(hint);
});
