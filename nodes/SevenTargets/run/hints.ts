import type { IDataObject } from 'n8n-workflow';

import { grouped } from '../../../shared/grouped';
import type { Hint } from '../../../shared/n8n';
import { asHtml, listed, sentences } from '../../../shared/text';
import type { Operation } from '../operation';
import type { SendingStats } from '../transport/throttle/throttle';
import { quoted, type ValueNote } from '../values';
import { listOf } from './item';
import type { RunOptions } from './options';

// Each hint that a run shows in the output panel of the node: a function that returns undefined if there is nothing to say.

/** A run that takes less than this, in milliseconds, is fast enough for everybody. */
const LONG_MS = 10_000;

/** How fast a long run was sent, and why not faster. */
export function sendingHint(
	{ milliseconds, most, slowedAt, refused, last, perSecond }: SendingStats,
	{ concurrency }: Pick<RunOptions, 'concurrency'>,
): Hint | undefined {
	if (milliseconds < LONG_MS || (concurrency !== undefined && refused === 0)) return undefined;
	const rate =
		perSecond === undefined ? '' : `, about ${Math.max(1, Math.round(perSecond))} a second`;
	const message = sentences(
		`Requests at a time: ${most} at most.`,
		slowedAt === undefined ? '' : `With ${slowedAt}, the answers took longer.`,
		refused === 0 ? '' : `Refused by 7Targets for the moment: ${refused}.`,
		refused > 0 && last > 1 && last < most ? `In the end: ${last} at a time${rate}.` : '',
	);
	return { message, type: 'info' };
}

/** @param items whose answer an earlier run got for other values than they have now */
export const oldValuesHint = (items: number[]): Hint | undefined =>
	items.length === 0
		? undefined
		: {
				message: `An earlier run has sent ${listOf(items)}, with the values of that run. They were not sent again, so these leads have those values still. To change them, use the operation 'Update'.`,
				type: 'warning',
			};

/** @param items with the same email address as an earlier one, in their order */
export function duplicatesHint(
	items: number[],
	{ duplicates, isDryRun }: Pick<RunOptions, 'duplicates'> & { isDryRun: boolean },
): Hint | undefined {
	if (items.length === 0) return undefined;
	const what = {
		send: `These ${isDryRun ? 'would be' : 'were'} sent as well. To send only the first, set 'Duplicates' in the options to Skip.`,
		skip: "These were not sent, and come out as the earlier one does, with 'duplicateOfItem'.",
	}[duplicates];
	return {
		message: `The same email address as an earlier item: ${listOf(items)}. ${what}`,
		type: duplicates === 'send' ? 'warning' : 'info',
	};
}

/** How many values of a field are shown. */
const EXAMPLES = 3;

/** What the values of all items lost: by field, with the number of items. @param notes at most one a field and item */
export function valuesHint(notes: ValueNote[]): Hint | undefined {
	if (notes.length === 0) return undefined;
	const alike = grouped(notes, ({ label, without = '' }) => `${label}\n${without}`);
	const lost = [...alike.values()].map((group) => {
		const [{ label, without }] = group;
		const values = [...new Set(group.map(({ value }) => value))];
		const examples = [
			...values.slice(0, EXAMPLES).map(quoted),
			...(values.length > EXAMPLES ? ['…'] : []),
		];
		const items = group.length === 1 ? '1 item' : `${group.length} items`;
		return without === undefined
			? `'${label}' is left out of ${items}, because it holds no value: ${listed(examples)}.`
			: `'${label}' goes out without ${without} in ${items}: ${listed(examples)}.`;
	});
	return { message: asHtml(sentences(...lost)), type: 'warning' };
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT/;

/** What was done, when the next email goes out, if the API says so, and how to end the emails. @param leads that came out, of each item that was sent */
export function leadsHint(
	leads: IDataObject[],
	{ creates }: Pick<Operation, 'creates'>,
): Hint | undefined {
	if (creates === undefined || leads.length === 0) return undefined;
	const countOf = (some: IDataObject[]) => new Set(some.map(({ id }) => id)).size;
	const isCreated = ({ isNew }: IDataObject) =>
		creates === 'always' ? isNew !== false : isNew === true;
	const created = countOf(leads.filter(isCreated));
	const updated = countOf(leads) - created;
	const [first] = leads
		.flatMap(({ nextScheduleTime: time }) =>
			typeof time === 'string' && ISO_TIME.test(time) && Date.parse(time) > Date.now() ? time : [],
		)
		.sort((one, other) => Date.parse(one) - Date.parse(other));
	const message = sentences(
		created === 0 ? '' : `Leads created: ${created}.`,
		updated === 0 ? '' : `Leads updated: ${updated}.`,
		first === undefined ? '' : `The next email goes out at ${first}.`,
		"To end the emails to a lead, use the operation 'Stop Follow-Up'.",
	);
	return { message: asHtml(message), type: 'info' };
}

export const DRY_RUN_HINT: Hint = {
	message:
		"Dry Run is on: nothing was sent to 7Targets, and nobody gets an email. To send, switch off 'Dry Run'.",
	type: 'warning',
};
