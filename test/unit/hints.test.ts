import {
	duplicatesHint,
	oldValuesHint,
	sendingHint,
	valuesHint,
} from '../../nodes/SevenTargets/run/hints';
import type { SendingStats } from '../../nodes/SevenTargets/transport/throttle/throttle';

const LONG = { milliseconds: 10_000, most: 64, last: 64, refused: 0 };

it.each<[string, Partial<SendingStats>, number | undefined, string | undefined]>([
	['nothing special', {}, undefined, 'Requests at a time: 64 at most.'],
	['one by one', { most: 1, last: 1 }, undefined, 'Requests at a time: 1 at most.'],
	[
		'slower answers',
		{ most: 40, last: 22, slowedAt: 40 },
		undefined,
		'Requests at a time: 40 at most. With 40, the answers took longer.',
	],
	[
		'refusals',
		{ most: 20, last: 12, refused: 23, perSecond: 90.4 },
		undefined,
		'Requests at a time: 20 at most. Refused by 7Targets for the moment: 23. In the end: 12 at a time, about 90 a second.',
	],
	[
		'refusals after which no pace was found',
		{ most: 20, last: 3, refused: 2 },
		undefined,
		'Requests at a time: 20 at most. Refused by 7Targets for the moment: 2. In the end: 3 at a time.',
	],
	[
		'a refusal that is long past',
		{ refused: 1 },
		undefined,
		'Requests at a time: 64 at most. Refused by 7Targets for the moment: 1.',
	],
	[
		'a refusal right at the end',
		{ last: 1, refused: 2 },
		undefined,
		'Requests at a time: 64 at most. Refused by 7Targets for the moment: 2.',
	],
	[
		'refusals of a number that was chosen',
		{ most: 5, last: 3, refused: 2, perSecond: 0.2 },
		5,
		'Requests at a time: 5 at most. Refused by 7Targets for the moment: 2. In the end: 3 at a time, about 1 a second.',
	],
	['a number that was chosen, and nothing special', { most: 5, last: 5 }, 5, undefined],
	['a shorter run', { milliseconds: 9_999, refused: 5 }, undefined, undefined],
])('the sending: %s', (_, stats, concurrency, message) => {
	const hint = message === undefined ? undefined : { message, type: 'info' };
	expect(sendingHint({ ...LONG, ...stats }, { concurrency })).toEqual(hint);
});

it.each([
	['skip', false, 'info', 'These were not sent'],
	['send', false, 'warning', 'These were sent as well.'],
	['send', true, 'warning', 'These would be sent as well.'],
] as const)('duplicates, %s, dry run %s', (duplicates, dryRun, type, what) => {
	expect(duplicatesHint([1, 4], { duplicates, dryRun })).toEqual({
		message: expect.stringContaining(
			`The same email address as an earlier item: items 1, 4. ${what}`,
		),
		type,
	});
	expect(duplicatesHint([], { duplicates, dryRun })).toBeUndefined();
});

it('old values: names the items that an earlier run has sent', () => {
	expect(oldValuesHint([])).toBeUndefined();
	expect(oldValuesHint([2])?.message).toMatch(
		/^An earlier run has sent item 2, with the values of that run\./,
	);
});

it('values: says once for each field what was left out or cut off, and of how many items', () => {
	expect(valuesHint([])).toBeUndefined();
	const none = (value: string) => ({ label: 'Company', value });
	const cut = { label: 'Email', value: "'<b>@x.test'", without: 'the signs around it' };
	const notes = [none('N/A'), cut, none('-'), none('N/A'), none('?'), none('n.a.')];
	expect(valuesHint(notes)).toEqual({
		message:
			'\'Company\' is left out of 5 items, because it holds no value: "N/A", "-", "?", …. ' +
			"'Email' goes out without the signs around it in 1 item: \"'&lt;b>@x.test'\".",
		type: 'warning',
	});
});
