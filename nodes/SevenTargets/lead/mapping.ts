import type { IDataObject } from 'n8n-workflow';

import type { NoteColumn } from '../operation';
import { FieldProblem, holdsText, quoted } from '../values';
import { customFields } from './customFields';
import { FULL_NAME, LEAD_FIELDS, SALUTATION, type Given } from './fields';
import type { LeadField } from './field';

/** Where an item may hold the fields of a person, one level down: HubSpot's, Airtable's and those of webhooks do. */
const INSIDE = ['properties', 'fields', 'body', 'data'];
const MOST_LISTED = 20;

/** The same for all ways to write a name: case, blanks, invisible characters and `_ - .` make no difference. */
export const plain = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_.\-\p{Cf}]+/gu, '');

/** What a column with the whole name of a person means: two fields. */
const WHOLE_NAME = 'whole name';
type Meaning = LeadField | typeof WHOLE_NAME;

const [FIRST_NAME, LAST_NAME] = LEAD_FIELDS;
const NEEDED = LEAD_FIELDS.filter(({ isPersonal, property }) => isPersonal && property.required);

/** What a column means, by its plain name, and which of the names for that it is. */
const MEANINGS = new Map<string, { of: Meaning; rank: number }>();
function learn(of: Meaning, names: string[]): void {
	names.map(plain).forEach((name, rank) => {
		if (!MEANINGS.has(name)) MEANINGS.set(name, { of, rank });
	});
}
learn(WHOLE_NAME, Object.keys(FULL_NAME));
for (const field of LEAD_FIELDS) {
	learn(field, [...field.keys, field.property.displayName, ...Object.keys(field.columns)]);
}

interface Column {
	/** With the object in which it stands: `properties.email`. */
	name: string;
	key: string;
	level: number;
	raw: unknown;
}

/** A column that means something; its value is undefined if it is blank, or cannot be what is meant. */
interface Found extends Column {
	rank: number;
	value: unknown;
}

/** What an item holds. */
export interface Mapped {
	/** For a field; undefined if it holds nothing. */
	given: (field: LeadField) => ReturnType<Given> | undefined;
	/** In the columns that go out as custom fields. */
	custom: Array<{ name: string; value: unknown }>;
}

/**
 * Finds the fields of a lead among the columns of an item, by their names. If several mean the same field, the first in the
 * order of the field's names that is not blank counts.
 *
 * @param asCustom the columns that go out as custom fields under their own names
 * @param note is told what becomes of each column
 * @throws FieldProblem if there is no column for a field that only the item can hold, and that every lead needs
 */
export function mapped(json: IDataObject, asCustom: string[], note: NoteColumn): Mapped {
	const named = new Set(asCustom.map(plain));
	const custom: Mapped['custom'] = [];
	const found = new Map<Meaning, Found>();
	const columns = columnsOf(json);
	for (const column of columns) {
		const { name, key, raw } = column;
		const id = plain(key);
		const meaning = MEANINGS.get(id);
		if (named.has(id)) {
			custom.push({ name: key, value: inside(raw) });
			note(name, customFields.property.displayName);
		} else if (meaning === undefined) {
			note(name);
		} else {
			const next = { ...column, rank: meaning.rank, value: valueFor(meaning.of, column) };
			const best = found.get(meaning.of);
			const isBest = best === undefined || comesBefore(next, best);
			if (isBest) found.set(meaning.of, next);
			const other = isBest ? best : next;
			if (other?.value !== undefined) note(other.name, '');
		}
	}
	const values = new Map<LeadField, { name: string; value: unknown }>();
	for (const [meaning, column] of found) {
		if (meaning !== WHOLE_NAME && column.value !== undefined) values.set(meaning, column);
	}
	const present = new Set(custom.map(({ name }) => plain(name)));
	for (const name of asCustom) if (!present.has(plain(name))) note(name, null);
	const whole = found.get(WHOLE_NAME);
	if (whole?.value !== undefined) {
		const { name } = whole;
		if (values.has(FIRST_NAME)) note(name, '');
		else {
			const [first, last] = takenApart(String(whole.value), values.get(LAST_NAME)?.value);
			values.set(FIRST_NAME, { name, value: first });
			if (last !== undefined) values.set(LAST_NAME, { name, value: last });
		}
	}
	for (const [{ property }, { name }] of values) note(name, property.displayName);
	for (const field of NEEDED.filter((needed) => !values.has(needed))) {
		const column = found.get(field) ?? (field === FIRST_NAME ? whole : undefined);
		if (column === undefined) throw noColumn(field, columns);
		values.set(field, { name: column.name, value: inside(column.raw) });
	}
	return {
		custom,
		given: (field) => {
			const column = values.get(field);
			return column && { value: column.value, label: labelOf(field, column.name) };
		},
	};
}

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function columnsOf(json: IDataObject): Column[] {
	const columns: Column[] = [];
	const inner = INSIDE.flatMap((path) => {
		// The Zoho node gives out a list of one lead.
		const [found, ...others] = [json[path]].flat();
		return isObject(found) && others.length === 0 ? [{ path, found }] : [];
	});
	const paths = inner.map(({ path }) => path);
	for (const [key, raw] of Object.entries(json)) {
		if (!paths.includes(key)) columns.push({ name: key, key, level: 0, raw });
	}
	inner.forEach(({ path, found }, n) => {
		for (const [key, raw] of Object.entries(found)) {
			columns.push({ name: `${path}.${key}`, key, level: n + 1, raw });
		}
	});
	return columns;
}

/** HubSpot puts a value into an object, and Pipedrive several into a list, one of which is the primary one. */
function inside(raw: unknown): unknown {
	if (Array.isArray(raw)) {
		const entries = raw.filter((entry) => isObject(entry) && 'value' in entry);
		const one = entries.find(({ primary }) => primary === true) ?? entries[0];
		return raw.length === 0 || one !== undefined ? one?.value : raw;
	}
	return isObject(raw) && 'value' in raw ? raw.value : raw;
}

function valueFor(meaning: Meaning, { key, raw }: Column): unknown {
	const value = inside(raw);
	if (meaning === WHOLE_NAME) return holdsText(value) ? value : undefined;
	if (meaning === customFields) return customFields.fromColumn?.(raw, key);
	// Odoo has false for what is blank.
	if (typeof value === 'boolean' || !holdsText(value)) return undefined;
	// Google Contacts puts all of a person's addresses into one cell.
	const one = typeof value === 'string' ? value.split(' ::: ')[0] : value;
	return meaning.fromColumn === undefined ? one : meaning.fromColumn(one, key);
}

/** Whichever comes first in the item, the same column is chosen for every item. */
function comesBefore(one: Found, other: Found): boolean {
	const isBlank = [one, other].map(({ value }) => value === undefined);
	if (isBlank[0] !== isBlank[1]) return isBlank[1];
	return (one.rank - other.rank || one.level - other.level || (one.key < other.key ? -1 : 1)) < 0;
}

/** The first and the last name in a whole one, which may end with the last name that is known. */
function takenApart(whole: string, lastName: unknown): [string, string?] {
	const name = whole.replace(SALUTATION, '').trim() || whole.trim();
	const last = String(lastName ?? '').trim();
	if (last !== '') {
		const ends = name.toLowerCase().endsWith(` ${last.toLowerCase()}`);
		return [ends ? name.slice(0, -last.length).trim() : name];
	}
	const [first, ...others] = name.split(/\s+/);
	return [first, others.length > 0 ? name.slice(first.length).trim() : undefined];
}

function labelOf({ property: { displayName } }: LeadField, column: string): string {
	return plain(column) === plain(displayName)
		? displayName
		: `${displayName} (column ${quoted(column)})`;
}

function noColumn({ property: { displayName } }: LeadField, columns: Column[]): FieldProblem {
	const names = columns.slice(0, MOST_LISTED).map(({ name }) => quoted(name));
	const more = columns.length > MOST_LISTED ? ', …' : '';
	return new FieldProblem(
		`There is no column for '${displayName}'`,
		`The columns are ${names.join(', ')}${more}. Rename the one that holds it to ${displayName}, or set 'Mapping Mode' to 'Map Each Field Below'. If the trigger sends only an ID, put the node of your CRM that gets the person before this one.`,
	);
}
