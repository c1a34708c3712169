import type { IDataObject } from 'n8n-workflow';

import {
	duplicatesHint,
	leadsHint,
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
] as const)('duplicates, %s, dry run %s', (duplicates, isDryRun, type, what) => {
	expect(duplicatesHint([1, 4], { duplicates, isDryRun })).toEqual({
		message: expect.stringContaining(
			`The same email address as an earlier item: items 1, 4. ${what}`,
		),
		type,
	});
	expect(duplicatesHint([], { duplicates, isDryRun })).toBeUndefined();
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
	const cut = { label: 'Email', value: "'<b>@x.test'", without: 'what stands around it' };
	const notes = [none('N/A'), cut, none('-'), none('N/A'), none('?'), none('n.a.')];
	expect(valuesHint(notes)).toEqual({
		message:
			'\'Company\' is left out of 5 items, because it holds no value: "N/A", "-", "?", …. ' +
			"'Email' goes out without what stands around it in 1 item: \"'&lt;b>@x.test'\".",
		type: 'warning',
	});
});

const STOP = "To end the emails to a lead, use the operation 'Stop Follow-Up'.";
let ids = 0;
const at = (nextScheduleTime: unknown, isNew?: boolean) =>
	({
		id: ids++,
		...(nextScheduleTime !== undefined && { nextScheduleTime }),
		...(isNew !== undefined && { isNew }),
	}) as IDataObject;

it.each<[string, 'always' | 'ifMissing', IDataObject[], string]>([
	[
		'created',
		'always',
		[at('2030-01-02T09:00:00Z'), at(null)],
		'Leads created: 2. The next email goes out at 2030-01-02T09:00:00Z.',
	],
	[
		'created and updated',
		'ifMissing',
		[at(null, true), at(null, false), at(null, true)],
		'Leads created: 2. Leads updated: 1.',
	],
	['updated', 'ifMissing', [at(undefined, false)], 'Leads updated: 1.'],
	[
		'the earliest time, of several zones',
		'always',
		['2030-01-02T09:00:00Z', '2030-01-02T10:00:00+02:00', '2030-01-03T00:00:00Z'].map((time) =>
			at(time),
		),
		'Leads created: 3. The next email goes out at 2030-01-02T10:00:00+02:00.',
	],
	[
		'what is no time',
		'always',
		['', 'soon', 1893574800000, {}, '9', '2026-01-01T00:00:00Z'].map((time) => at(time)),
		'Leads created: 6.',
	],
	[
		'by a Retry that found the lead there',
		'always',
		[at(null), at(null, false)],
		'Leads created: 1. Leads updated: 1.',
	],
	['one lead twice', 'always', [{ id: 9 }, { id: 9 }], 'Leads created: 1.'],
])('what was sent: %s', (_, creates, leads, message) => {
	expect(leadsHint(leads, { creates })).toEqual({ message: `${message} ${STOP}`, type: 'info' });
});

it('what was sent: nothing, or what creates no lead', () => {
	expect(leadsHint([], { creates: 'always' })).toBeUndefined();
	expect(leadsHint([at(null)], {})).toBeUndefined();
});
