import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { OptionName } from '../operation';
import type { SendOptions } from '../transport/client';
import { FieldProblem, quoted, text, wholeNumber } from '../values';

/** How a run goes about its items. */
export interface RunOptions extends SendOptions {
	/** What becomes of further items with the same email address: sent like the first, or given its lead. */
	duplicates: 'send' | 'skip';
}

interface RunOption {
	property: INodeProperties & { name: OptionName };
	/** @throws FieldProblem if the value will not do */
	read: (value: unknown, label: string) => string | number | undefined;
}

const between = (from: number, to: number) => (value: unknown, label: string) => {
	const number = wholeNumber(value, label);
	if (number !== undefined && (number < from || number > to)) {
		throw new FieldProblem(
			`'${label}' must be between ${from} and ${to}, but is ${number}`,
			'Enter a number in that range.',
		);
	}
	return number;
};

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
					description: 'Send every item, even if an earlier one has the same email address',
				},
				{
					name: 'Skip',
					value: 'skip',
					description:
						'Send only the first item for each email address, and return its lead for the others',
				},
			],
			default: 'send',
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
	{
		property: {
			displayName: 'Max Tries',
			name: 'maxTries',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 3,
			description:
				'How many times to try an item at most (1 to 10). It is tried again only if that is safe.',
		},
		read: between(1, 10),
	},
	{
		property: {
			displayName: 'Requests at a Time',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50 },
			default: 10,
			description: 'How many items to send at the same time (1 to 50)',
		},
		read: between(1, 50),
	},
	{
		property: {
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300_000 },
			default: 30_000,
			description:
				'How many milliseconds to wait for an answer (30,000 is 30 seconds; 300,000 at most)',
		},
		read: between(1, 300_000),
	},
];

/** The collection `options` with those of the given names. */
export const optionsProperty = (names: OptionName[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: OPTIONS.map(({ property }) => property).filter(({ name }) => names.includes(name)),
});

/** @throws FieldProblem for an option that is not within its bounds */
export function readOptions(values: IDataObject): RunOptions {
	return Object.fromEntries(
		OPTIONS.map(({ property, read }) => [
			property.name,
			read(values[property.name], property.displayName) ?? property.default,
		]),
	) as unknown as RunOptions;
}
