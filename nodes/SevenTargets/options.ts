import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldProblem, wholeNumber } from './values';

/** How a run sends; each is the value of a field of the collection `options`. */
export interface RunOptions {
	/** Requests under way at a time. */
	concurrency: number;
	/** Milliseconds that one request may take. */
	timeout: number;
}

interface NumberOption {
	property: INodeProperties & { name: keyof RunOptions; default: number };
	from: number;
	to: number;
}

const NUMBER_OPTIONS: NumberOption[] = [
	{
		property: {
			displayName: 'Requests at a Time',
			name: 'concurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 50 },
			default: 10,
			description: 'How many requests may be under way at the same time (1 to 50)',
		},
		from: 1,
		to: 50,
	},
	{
		property: {
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300_000 },
			default: 30_000,
			description: 'How many milliseconds to wait for an answer (at most 300,000)',
		},
		from: 1,
		to: 300_000,
	},
];

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: NUMBER_OPTIONS.map(({ property }) => property),
};

/** @throws FieldProblem where an option is not a whole number within its bounds */
export function readOptions(values: IDataObject): RunOptions {
	return Object.fromEntries(
		NUMBER_OPTIONS.map(({ property, from, to }) => {
			const value = wholeNumber(values[property.name], property.displayName) ?? property.default;
			if (value < from || value > to) {
				throw new FieldProblem(
					`'${property.displayName}' must be between ${from} and ${to}, but is ${value}.`,
				);
			}
			return [property.name, value];
		}),
	) as unknown as RunOptions;
}
