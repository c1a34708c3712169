import type { IDataObject } from 'n8n-workflow';

import type { ColumnUse } from '../../operation';
import { holdsText, quoted, type FieldProblem } from '../../values';
import { customFields, type Row } from '../customFields';
import type { LeadField } from '../field';
import { LEAD_FIELDS } from '../fields';
import { bodyOf, type ValueOf } from '../form';
import { AMBIGUOUS, belongings } from './belongings';
import { bounced } from './bounced';
import { columnName, normalizedName, SECONDARY } from './columnName';
import {
	treeOf,
	markParentsOfPupils,
	withParts,
	type Column,
	type Entity,
	type Value,
} from './columns';
import { singleValue } from './rawValue';
import { customRows, namedColumns } from './customColumns';
import { isOfOptOut, optedOut } from './optOut';
import { findPerson, type Found, type Person } from './person';
import {
	noAddress,
	noAddressNorName,
	noName,
	mailsBounce,
	personOptedOut,
	problemOfItem,
	severalPersons,
} from './problems';
import { columnsOf, recordOf } from './ownColumns';
import { isOthers } from './roles';
import { GREETED } from './words';

const [FIRST_NAME, LAST_NAME, EMAIL] = LEAD_FIELDS;
const NAMES = [...GREETED];

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
	/** The person opted out, or no person can be told from the item. */
	| { mapped?: undefined; problem: FieldProblem }
);

/**
 * Finds the person in an item, and the fields that belong to it: the item's values become a tree of objects; the one address that may be
 * the lead's says who it is; then the name is read, and what else belongs to that person.
 *
 * @param asCustom the columns that go out as custom fields under their own names
 */
export function mapItem(json: IDataObject, asCustom: string[]): MappedItem {
	const root = treeOf(json);
	const entities = withParts(root);
	markParentsOfPupils(entities);
	const columns = entities.flatMap((entity) => entity.columns);
	const named = namedColumns(asCustom, entities);
	const taken = new Set([...named.values()].flat());
	if (taken.size > 0) {
		for (const entity of entities)
			entity.columns = entity.columns.filter((column) => !taken.has(column));
	}
	const found = findPerson(root);
	const person = 'person' in found ? found.person : undefined;
	const values = person === undefined ? new Map<LeadField, Value>() : valuesOf(person);
	const custom = customRows(named, person?.entities ?? [root]);
	const uses = [...usesOf(entities, values, found), ...custom.uses];
	const refusal = optedOut(columns);
	if (refusal !== undefined) return { uses, problem: personOptedOut(refusal) };
	const bounce = bounced(columns);
	if (bounce !== undefined) return { uses, problem: mailsBounce(bounce) };
	const problem = problemIn({ found, columns, taken: [...taken] }, json);
	if (problem !== undefined) return { uses, problem };
	const ownRows = (values.get(customFields)?.value ?? []) as Row[];
	values.delete(customFields);
	const valueOf: Mapped['valueOf'] = (field) => {
		const value = values.get(field);
		return value && { value: value.value, label: labelOf(field, value.column.name) };
	};
	const others = ownRows.filter((row) => !isSentAsField(row, values));
	return { uses, mapped: { valueOf, custom: [others, custom.rows] } };
}

/** Whether a form repeats in its custom fields what goes out as a field of the lead. */
const isSentAsField = ({ name, value }: Row, values: Map<LeadField, Value>): boolean =>
	[...values].some(
		([{ property }, sent]) =>
			[property.name, AMBIGUOUS[property.name]].includes(columnName(String(name)).meaning ?? '') &&
			sent.value === value,
	);

function valuesOf(person: Person): Map<LeadField, Value> {
	const { address, name } = person;
	const values = new Map<LeadField, Value>();
	if (name !== undefined) values.set(FIRST_NAME, name.first);
	if (name?.last !== undefined) values.set(LAST_NAME, name.last);
	values.set(EMAIL, { column: address.column, value: address.typed });
	for (const [field, value] of belongings(person)) values.set(field, value);
	return values;
}

/** Why the item is no lead; undefined if it is one. */
function problemIn(
	{ found, columns, taken }: { found: Found; columns: Column[]; taken: Column[] },
	json: IDataObject,
): FieldProblem | undefined {
	const meaning = (meanings: string[], columns: Column[]) =>
		columns.find((column) => meanings.includes(column.meaning ?? '') && column.rank < SECONDARY);
	if ('several' in found) return severalPersons(found.several);
	if ('addresses' in found) {
		const ofItem = problemOfItem(columns);
		if (ofItem !== undefined) return ofItem;
		const free = columns.filter((column) => !taken.includes(column) && !isOthers(column.of));
		const column = meaning(['email'], free);
		const lacksName = meaning(NAMES, free) === undefined;
		if (found.addresses.length > 0 || column === undefined) {
			return noAddress(columns, found.addresses, { lacksName, taken: meaning(['email'], taken) });
		}
		if (lacksName && !holdsText(singleValue(column.raw))) return noAddressNorName(column);
		// The name is not asked for, because the address is what is wrong.
		return refusalOf(EMAIL, column, json) ?? noAddress(columns, [], { lacksName });
	}
	const { address, name, entities } = found.person;
	if (name !== undefined) return undefined;
	const column = entities
		.map((entity) => meaning(NAMES, columnsOf(entity, address.value)))
		.find(Boolean);
	// A text that is no first name at all is left for the field to say so.
	const refusal = column && refusalOf(FIRST_NAME, column, json);
	return refusal ?? noName(address, column, meaning(NAMES, taken));
}

/** What a field says of a column whose value it does not take, such as a blank; undefined if it takes it. */
function refusalOf(field: LeadField, column: Column, json: IDataObject): FieldProblem | undefined {
	const value = { value: singleValue(column.raw) ?? null, label: labelOf(field, column.name) };
	try {
		bodyOf([field], () => value, { json, authentication: 'password' });
		return undefined;
	} catch (error) {
		return error as FieldProblem;
	}
}

/** What became of the columns that are no custom fields. */
function usesOf(entities: Entity[], values: Map<LeadField, Value>, found: Found): ColumnUse[] {
	const sent = [...values].map(
		([{ property }, { column }]): ColumnUse => ({
			column: column.name,
			use: 'sent',
			as: property.displayName,
		}),
	);
	const used = new Set([...values.values()].map(({ column }) => column.name));
	const person = 'person' in found ? found.person : undefined;
	const own = new Set(person?.entities.flatMap((one) => recordOf(one, person.address.value)));
	const others = entities.flatMap(({ columns }) => columns.filter(({ name }) => !used.has(name)));
	return sent.concat(
		others.map((column): ColumnUse => {
			if (isOfOptOut(column)) {
				return { column: column.name, use: 'passedOver', why: 'read for an opt-out' };
			}
			const isBlank = column.meaning === undefined || !holdsText(singleValue(column.raw));
			if (isBlank) return { column: column.name, use: 'none' };
			if (own.size === 0 || own.has(column.of)) return { column: column.name, use: 'passedOver' };
			const why = isOthers(column.of) ? "another person's" : "not of the lead's own object";
			return { column: column.name, use: 'passedOver', why };
		}),
	);
}

function labelOf({ property: { displayName } }: LeadField, column: string): string {
	return normalizedName(column) === normalizedName(displayName)
		? displayName
		: `${displayName} (column ${quoted(column)})`;
}
