import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation, OptionName } from '../operation';
import type { SendOptions } from '../transport/client';
import { MAX_LIMIT } from '../transport/throttle/round';
import { FieldProblem, quoted, text, trueOrFalse, wholeNumber } from '../values';

/** How a run handles its items. */
export interface RunOptions extends SendOptions {
	/** What becomes of further items with the same email address: sent like the first, or given its lead. */
	duplicates: 'send' | 'skip';
}

interface RunOption {
	property: INodeProperties & { name: OptionName };
	/** @throws FieldProblem if the value is not valid */
	read: (value: unknown, label: string) => string | number | boolean | undefined;
	/** Set if the node finds the value itself when the option is left out: then the value that the form starts with is not the default. */
	isFoundOut?: true;
}

/** An option that is a whole number from 1 to `most`. */
const count = (
	displayName: string,
	name: OptionName,
	[initial, most]: [number, number],
	description: string,
): RunOption => ({
	property: {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 1, maxValue: most },
		default: initial,
		description,
	},
	read: (value, label) => {
		const number = wholeNumber(value, label);
		if (number === undefined || (number >= 1 && number <= most)) return number;
		throw new FieldProblem(
			`'${label}' must be between 1 and ${most}, but is ${number}`,
			'Enter a number in that range.',
		);
	},
});

const OPTIONS: RunOption[] = [
	{
		property: {
			displayName: 'Duplicates',
			name: 'duplicates',
			type: 'options',
			options: [
				{
					name: 'Send',
					value: 'send',
					description:
						'Send every item. What 7Targets does with an address that it has is not documented: it may start its messages again.',
				},
				{
					name: 'Skip',
					value: 'skip',
					description:
						'Send only the first item for each email address, and return its lead for the others',
				},
			],
			default: 'skip',
			description: 'What to do with items that have the same email address as an earlier one',
		},
		read: (value, label) => {
			const choice = text(value, label);
			if (choice === undefined || choice === 'send' || choice === 'skip') return choice;
			throw new FieldProblem(
				`'${label}' must be send or skip, but is ${quoted(choice)}`,
				'Choose one from the list.',
			);
		},
	},
	count(
		'Max Tries',
		'maxTries',
		[3, 10],
		'How many times to try a request at most (1 to 10). It is tried again only if that is safe. Being told to wait (429, 503) does not count while 7Targets takes others.',
	),
	{
		...count(
			'Requests at a Time',
			'concurrency',
			[10, MAX_LIMIT],
			`How many items to send at the same time (1 to ${MAX_LIMIT}). If left out, the node finds out by itself how many 7Targets takes.`,
		),
		isFoundOut: true,
	},
	count(
		'Timeout',
		'timeout',
		[30_000, 300_000],
		'How many milliseconds to wait for an answer (30,000 is 30 seconds; 300,000 at most)',
	),
];

const DRY_RUN = 'Dry Run';

/** The switch Dry Run, if the operation has it. */
export const dryRunOf = ({ ifSent }: Operation): INodeProperties[] =>
	ifSent === undefined
		? []
		: [
				{
					displayName: DRY_RUN,
					name: 'dryRun',
					type: 'boolean',
					// It is the same for all items.
					noDataExpression: true,
					default: false,
					description:
						'Whether to check the items without sending them: each comes out as it would go to 7Targets, and nobody gets an email',
					hint: `If it is off, Execute step sends, too: ${ifSent}.`,
				},
			];

/**
 * Whether nothing is sent for an item, which then comes out as it would be sent. Only a workflow's JSON can give the switch an
 * expression, and only some versions of n8n work it out.
 *
 * @throws FieldProblem if it is neither on nor off
 */
export function readDryRun(value: unknown): boolean {
	if (text(value, DRY_RUN) !== undefined) return trueOrFalse(value, DRY_RUN);
	throw new FieldProblem(
		`'${DRY_RUN}' must be true or false, but is blank`,
		'Use the switch: it takes no expression.',
	);
}

/** The form of an operation below that switch. */
export const formOf = ({ properties, options }: Operation): INodeProperties[] => [
	...properties,
	optionsProperty(options),
];

/** The collection `options` with those of the given names. */
const optionsProperty = (names: OptionName[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: OPTIONS.map(({ property }) => property).filter(({ name }) => names.includes(name)),
});

/**
 * @param names the options that the operation has
 * @throws FieldProblem for a value that is not valid
 */
export function readOptions(values: IDataObject, names: OptionName[]): RunOptions {
	const options = Object.fromEntries(
		OPTIONS.map(({ property, read, isFoundOut }) => [
			property.name,
			read(values[property.name], property.displayName) ??
				(isFoundOut ? undefined : property.default),
		]),
	) as unknown as RunOptions;
	return names.includes('concurrency') ? options : { ...options, concurrency: 1 };
}
