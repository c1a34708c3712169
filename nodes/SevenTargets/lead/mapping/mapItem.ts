import type { IDataObject } from 'n8n-workflow';

import { listed } from '../../../../shared/text';
import type { ColumnUse } from '../../operation';
import { FieldProblem, orLeaveOut, quoted } from '../../values';
import { customFields, type Row } from '../customFields';
import type { LeadField } from '../field';
import type { ValueOf } from '../form';
import {
	columnsByMeaning,
	columnsOf,
	meaningOf,
	normalizedName,
	unwrapped,
	WHOLE_NAME,
	type Candidate,
	type Column,
	type Meaning,
} from './columns';
import { CUSTOM_COLUMNS, customRows, namedColumns } from './customColumns';
import { splitName } from './names';
import { optedOut } from './optOut';
import { best, EMAIL, FIRST_NAME, LAST_NAME, ofPerson, personPath } from './person';

/** A missing email is reported first, because the name is taken from the object that has the email. */
const NEEDED = [EMAIL, FIRST_NAME];

/** What an item holds. */
export interface Mapped {
	/** The value of a field, and its name for errors; undefined if no column holds it. */
	valueOf: (field: LeadField) => ReturnType<ValueOf> | undefined;
	/** The custom fields: those in a column `customFields`, then the columns that were named. */
	custom: Row[][];
}

/** What became of an item, and of each of its columns. */
export type MappedItem = { uses: ColumnUse[] } & (
	| { mapped: Mapped; problem?: undefined }
	/** The person opted out; or no column holds the email or the first name, which every lead needs and only the item can hold. */
	| { mapped?: undefined; problem: FieldProblem }
);

type Value = Pick<Candidate, 'name' | 'value'>;

/**
 * Finds the fields of a lead among the columns of an item, by their names. If several columns mean the same field, those in the object
 * that has the email come first, because it is the person's; then the order of the field's names decides. Blank columns do not count.
 *
 * @param asCustom the columns that go out as custom fields under their own names
 */
export function mapItem(json: IDataObject, asCustom: string[]): MappedItem {
	const columns = columnsOf(json);
	const refusal = optedOut(columns);
	if (refusal !== undefined) return { uses: [], problem: refusedBy(refusal) };
	const named = namedColumns(asCustom, columns);
	const taken = new Set([...named.values()].flat());
	const found = columnsByMeaning(columns.filter((column) => !taken.has(column)));
	const path = personPath(found);
	const chosen = new Map<Meaning, Candidate | undefined>(
		[...found].map(([meaning, candidates]) => [
			meaning,
			best(ofPerson(meaning, candidates, path), path),
		]),
	);
	const values = valuesOf(chosen);
	const custom = customRows(named, path);
	const uses = [...usesOf(columns, found, values), ...custom.uses];

	for (const field of NEEDED.filter((needed) => !values.has(needed))) {
		const column = chosen.get(field) ?? (field === FIRST_NAME ? chosen.get(WHOLE_NAME) : undefined);
		if (column === undefined) return { uses, problem: noColumn(field, columns, taken) };
		const value = unwrapped(column.raw);
		values.set(field, { name: column.name, value: typeof value === 'object' ? value : null });
	}
	const ownRows = (values.get(customFields)?.value ?? []) as Row[];
	values.delete(customFields);
	const valueOf: Mapped['valueOf'] = (field) => {
		const column = values.get(field);
		return column && { value: column.value, label: labelOf(field, column.name) };
	};
	return { uses, mapped: { valueOf, custom: [ownRows, custom.rows] } };
}

/** The value of each field. The whole name counts if there is no first name. */
function valuesOf(chosen: Map<Meaning, Candidate | undefined>): Map<LeadField, Value> {
	const values = new Map<LeadField, Value>();
	for (const [meaning, column] of chosen) {
		if (meaning !== WHOLE_NAME && column?.value !== undefined) values.set(meaning, column);
	}
	const whole = chosen.get(WHOLE_NAME);
	if (whole?.value === undefined || values.has(FIRST_NAME)) return values;
	const { name } = whole;
	const { first, last } = splitName(
		String(whole.value),
		String(values.get(LAST_NAME)?.value ?? ''),
	);
	if (first !== undefined) values.set(FIRST_NAME, { name, value: first });
	if (last !== undefined) values.set(LAST_NAME, { name, value: last });
	return values;
}

/** What became of the columns that are no custom fields. */
function usesOf(
	columns: Column[],
	found: Map<Meaning, Candidate[]>,
	values: Map<LeadField, Value>,
): ColumnUse[] {
	const meaningful = [...found.values()].flat().map(
		({ name: column, value }): ColumnUse => ({
			column,
			use: value === undefined ? 'none' : 'passedOver',
		}),
	);
	const sent = [...values].map(
		([{ property }, { name: column }]): ColumnUse => ({
			column,
			use: 'sent',
			as: property.displayName,
		}),
	);
	const others = columns
		.filter((column) => meaningOf(column) === undefined)
		.map(({ name: column }): ColumnUse => ({ column, use: 'none' }));
	return [...meaningful, ...sent, ...others];
}

function labelOf({ property: { displayName } }: LeadField, column: string): string {
	return normalizedName(column) === normalizedName(displayName)
		? displayName
		: `${displayName} (column ${quoted(column)})`;
}

const refusedBy = (column: string) =>
	new FieldProblem(
		`This person opted out of emails (column ${quoted(column)})`,
		orLeaveOut('If that is no longer so, correct the column'),
	);

function noColumn(field: LeadField, columns: Column[], asCustom: Set<Column>): FieldProblem {
	const { displayName } = field.property;
	const message = `There is no column for '${displayName}'`;
	const meanings: Array<Meaning | undefined> = field === FIRST_NAME ? [field, WHOLE_NAME] : [field];
	const taken = [...asCustom].find((column) => meanings.includes(meaningOf(column)));
	if (taken !== undefined) {
		return new FieldProblem(message, `Take ${quoted(taken.name)} out of '${CUSTOM_COLUMNS}'.`);
	}
	if (columns.length === 0) return new FieldProblem(message, 'The item is empty.');
	const names = columns.map(({ name }) => quoted(name));
	return new FieldProblem(
		message,
		`The columns are ${listed(names)}. Rename the one that holds it to ${displayName}, or set 'Mapping Mode' to 'Map Each Field Below'. If the trigger sends only an ID, put the node of your CRM that gets the person before this one.`,
	);
}
