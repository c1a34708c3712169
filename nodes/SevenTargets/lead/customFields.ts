import { jsonParse, type IDataObject } from 'n8n-workflow';

import { FieldProblem, holdsText, quoted, READERS, type NoteValue } from '../values';
import { textProperty, type LeadField } from './field';

/** The name of the one entry in what the editor stores, and the ways to fill it in. */
const ENTRY = 'custom';
const ROWS = 'fields';
const JSON_TEXT = 'json';

/**
 * `customFields`: any number of names with their values, either as rows or as JSON: an object of values by name, or a list of
 * `{ name, value }`. (n8n takes no expression for a whole list of rows.) They go out as the API has them: a list of `{ name, value }`,
 * the value as text. A field without a value is left out.
 */
export const customFields: LeadField = {
	property: {
		displayName: 'Custom Fields',
		name: 'customFields',
		type: 'fixedCollection',
		placeholder: 'Add custom fields',
		default: {},
		description: 'Fields that you have added in 7Targets, each with its name and value',
		options: [
			{
				displayName: 'Custom Fields',
				name: ENTRY,
				values: [
					{
						displayName: 'Specify Custom Fields',
						name: 'specify',
						type: 'options',
						options: [
							{ name: 'Using Fields Below', value: ROWS },
							{ name: 'Using JSON', value: JSON_TEXT },
						],
						default: ROWS,
					},
					{
						displayName: 'Fields',
						name: ROWS,
						type: 'fixedCollection',
						typeOptions: { multipleValues: true },
						placeholder: 'Add custom field',
						default: {},
						displayOptions: { show: { specify: [ROWS] } },
						options: [
							{
								displayName: 'Field',
								name: 'field',
								values: [
									textProperty(
										'Name',
										'name',
										'The name of the field, exactly as in 7Targets',
										'Budget',
									),
									textProperty('Value', 'value', 'The value of the field for this lead', '10000'),
								],
							},
						],
					},
					{
						displayName: 'Names and Values',
						name: JSON_TEXT,
						type: 'json',
						default: '',
						placeholder: 'e.g. { "Budget": "10000" }',
						description:
							'The fields as JSON, such as { "Budget": "10000" } or [{ "name": "Budget", "value": "10000" }]',
						displayOptions: { show: { specify: [JSON_TEXT] } },
					},
				],
			},
		],
	},
	keys: ['customFields'],
	shownByDefault: false,
	toBody: (value, label, note) => {
		const entry = (value as Stored | null)?.[ENTRY] ?? {};
		const { specify, [ROWS]: single, [JSON_TEXT]: together } = entry;
		const rows = sentRows(
			specify === JSON_TEXT ? rowsOf(together, label) : (single?.field ?? []),
			label,
			note,
		);
		return rows.length === 0 ? undefined : { customFields: rows };
	},
};

/** Whether a value is custom fields as the API has them. Pipedrive's custom_fields are something else; other programs' have a type or an ID, too. */
export const areCustomFields = (value: unknown): value is Row[] =>
	Array.isArray(value) &&
	value.every((row) => isRow(row) && Object.keys(row).length === 2) &&
	value.some((row) => holdsText(row.value));

/** The body with further custom fields, which replace those of the same names. @throws FieldProblem if one cannot go out */
export function withCustomFields(body: IDataObject, further: Row[], note?: NoteValue): IDataObject {
	const rows = sentRows(further, customFields.property.displayName, note);
	if (rows.length === 0) return body;
	const names = new Set(rows.map(({ name }) => name));
	const others = ((body.customFields ?? []) as SentRow[]).filter(({ name }) => !names.has(name));
	return { ...body, customFields: [...others, ...rows] };
}

type SentRow = { name: string; value: string };

/** The rows that hold a value. @throws FieldProblem for one that cannot go out */
function sentRows(given: Row[], label: string, note?: NoteValue): SentRow[] {
	const rows = given.flatMap((row) => {
		const name = READERS.text(row.name, `${label} → Name`);
		const content = READERS.text(row.value, `${label} → ${name ?? 'Value'}`, note);
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
	return rows;
}

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' && value !== null && 'name' in value && 'value' in value;

export type Row = { name?: unknown; value?: unknown };

/** What the editor stores. */
interface Stored {
	[ENTRY]?: { specify?: string; [ROWS]?: { field?: Row[] }; [JSON_TEXT]?: unknown };
}

/**
 * The names and values in a list of rows, in an object of values by name, or in the JSON of either.
 *
 * @throws FieldProblem for anything else
 */
function rowsOf(value: unknown, label: string): Row[] {
	if (value === null || value === undefined) return [];
	if (typeof value === 'string' && value.trim() === '') return [];
	const given: unknown =
		typeof value === 'string' ? jsonParse(value, { fallbackValue: value }) : value;
	// JSON of a blank value, as an expression makes it.
	if (given === null) return [];
	if (typeof given !== 'object') {
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
