import { jsonParse } from 'n8n-workflow';

import { FieldProblem, quoted, text } from '../values';
import type { LeadField } from './field';

/** The names of the two ways in which the editor asks for custom fields. */
const ROWS = 'fields';
const PAIRS = 'pairs';

/**
 * `customFields`: any number of names with their values, as rows filled in one by one, or all at once as an object of
 * values by name or a list of `{ name, value }`. (n8n takes no expression for the whole of a collection, hence the second.)
 * They go out as the API has them: a list of `{ name, value }`, the value as text. A field without a value is left out.
 */
export const customFields: LeadField = {
	property: {
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add custom field',
		default: {},
		description: 'Fields that you have added in 7Targets, each with its name and value',
		options: [
			{
				displayName: 'Custom Field',
				name: ROWS,
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Budget',
						description: 'The name of the field, exactly as in 7Targets',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 10000',
						description: 'The value of the field for this lead',
					},
				],
			},
			{
				displayName: 'Custom Fields as JSON',
				name: PAIRS,
				values: [
					{
						displayName: 'Names and Values',
						name: 'values',
						type: 'json',
						default: '',
						placeholder: 'e.g. { "Budget": "10000" }',
						description:
							'The fields as JSON, such as { "Budget": "10000" } or [{ "name": "Budget", "value": "10000" }]',
					},
				],
			},
		],
	},
	shownByDefault: false,
	toBody: (value, label) => {
		const { [ROWS]: single = [], [PAIRS]: together = [] } = (value ?? {}) as Groups;
		const given = [...single, ...together.flatMap(({ values }) => rowsOf(values, label))];
		const rows = given.flatMap((row) => {
			const name = text(row.name, `${label} → Name`);
			const content = text(row.value, `${label} → ${name ?? 'Value'}`);
			if (content === undefined) return [];
			if (name === undefined) {
				throw new FieldProblem(
					`'${label}' has the value ${quoted(content)} without a name`,
					'Fill in its name.',
				);
			}
			return [{ name, value: content }];
		});
		const names = new Set<string>();
		for (const { name } of rows) {
			if (names.has(name)) {
				throw new FieldProblem(
					`'${label}' has the field ${quoted(name)} more than once`,
					'Keep one of them.',
				);
			}
			names.add(name);
		}
		return rows.length === 0 ? undefined : { customFields: rows };
	},
};

type Row = { name?: unknown; value?: unknown };

/** What the editor stores. */
interface Groups {
	[ROWS]?: Row[];
	[PAIRS]?: Array<{ values?: unknown }>;
}

/**
 * The names and values in a list of rows, in an object of values by name, or in the JSON of either.
 *
 * @throws FieldProblem for what holds neither
 */
function rowsOf(value: unknown, label: string): Row[] {
	if (value === null || value === undefined) return [];
	if (typeof value === 'string' && value.trim() === '') return [];
	const given: unknown =
		typeof value === 'string' ? jsonParse(value, { fallbackValue: value }) : value;
	if (typeof given !== 'object' || given === null) {
		throw new FieldProblem(
			`'${label}' must be names with values, such as { "Budget": "10000" }, but is ${quoted(String(value))}`,
			'Correct the JSON.',
		);
	}
	if (!Array.isArray(given)) {
		return Object.entries(given).map(([name, content]) => ({ name, value: content }));
	}
	return given.map((row) => {
		if (typeof row === 'object' && row !== null && 'name' in row) return row as Row;
		throw new FieldProblem(
			`'${label}' must be a list of objects with a name and a value each, but holds ${quoted(JSON.stringify(row) ?? '')}`,
			'Correct the JSON.',
		);
	});
}
