import type { IDataObject } from 'n8n-workflow';

import { listed } from '../../../shared/text';
import type { NoteColumn } from '../operation';
import { FieldProblem, holdsText, quoted, trimmed } from '../values';
import { customFields, type Row } from './customFields';
import { FULL_NAME, LEAD_FIELDS, SALUTATION } from './fields';
import type { LeadField } from './field';
import type { ValueOf } from './form';

/** The keys under which an item may hold the fields of a person, as the items of HubSpot, Airtable and webhooks do. */
const INSIDE = ['properties', 'fields', 'body', 'data'];
const LEVELS = ['', ...INSIDE];

/** The label of the parameter that names columns to go out as custom fields. */
export const CUSTOM_COLUMNS = 'Columns for Custom Fields';

/** The same for all ways to write a name: case, blanks, invisible characters and `_ - .` make no difference. */
export const plain = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_.\-\p{Cf}]+/gu, '');

/** What a column with the whole name of a person means: two fields. */
const WHOLE_NAME = 'whole name';
type Meaning = LeadField | typeof WHOLE_NAME;

const [FIRST_NAME, LAST_NAME, EMAIL] = LEAD_FIELDS;
const NAMES: Meaning[] = [FIRST_NAME, LAST_NAME, WHOLE_NAME];
/** A missing email is reported first, because the name is taken from the object that has the email. */
const NEEDED = [EMAIL, FIRST_NAME];

/** What a column means, by its plain name, and the place of that name among the names with this meaning. */
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
	/** The key of the object that holds it; '' for the item itself. */
	path: string;
	key: string;
	/** The plain form of the key. */
	id: string;
	/** Path and key, such as `properties.email`. */
	name: string;
	raw: unknown;
}

/** A column that may be used; its value is undefined if it is blank, or not a value of the field. */
interface Candidate extends Column {
	rank: number;
	value: unknown;
}

/** What an item holds. */
export interface Mapped {
	/** The value of a field, and its name for errors; undefined if no column holds it. */
	given: (field: LeadField) => ReturnType<ValueOf> | undefined;
	/** The custom fields: those in a column `customFields`, then the columns that were named. */
	custom: Row[][];
}

/**
 * Finds the fields of a lead among the columns of an item, by their names. If several columns mean the same field, those in the object
 * that has the email come first, because it is the person's; then the order of the field's names decides. Blank columns do not count.
 *
 * @param asCustom the columns that go out as custom fields under their own names
 * @param note is told what becomes of each column
 * @throws FieldProblem if there is no column for the email or the first name, which every lead needs and only the item can hold
 */
export function mapped(json: IDataObject, asCustom: string[], note: NoteColumn): Mapped {
	const columns = columnsOf(json);
	const names = [...new Map(asCustom.map((name) => [plain(name), name])).values()];
	const named = names.map((name) => columns.filter(isNamed(name)));
	const taken = new Set(named.flat());
	const found = meantBy(columns.filter((column) => !taken.has(column)));
	const home = best(found.get(EMAIL) ?? [])?.path;

	const values = new Map<LeadField, Pick<Candidate, 'name' | 'value'>>();
	const chosen = new Map<Meaning, Candidate>();
	for (const [meaning, candidates] of found) {
		for (const { name, value } of candidates) note(name, value === undefined ? undefined : '');
		const one = best(ofPerson(meaning, candidates, home), home);
		if (one === undefined) continue;
		chosen.set(meaning, one);
		if (meaning !== WHOLE_NAME && one.value !== undefined) values.set(meaning, one);
	}
	const whole = chosen.get(WHOLE_NAME);
	if (whole?.value !== undefined && !values.has(FIRST_NAME)) {
		const { name } = whole;
		const [first, last] = takenApart(String(whole.value), values.get(LAST_NAME)?.value);
		if (first !== undefined) values.set(FIRST_NAME, { name, value: first });
		if (last !== undefined) values.set(LAST_NAME, { name, value: last });
	}
	for (const [{ property }, { name }] of values) note(name, property.displayName);
	for (const { name, id } of columns) if (!MEANINGS.has(id)) note(name);

	const namedRows = rowsOf(named, home, names, note);
	for (const field of NEEDED.filter((needed) => !values.has(needed))) {
		const column = chosen.get(field) ?? (field === FIRST_NAME ? whole : undefined);
		if (column === undefined) throw noColumn(field, columns, taken);
		const value = inside(column.raw);
		values.set(field, { name: column.name, value: typeof value === 'object' ? value : null });
	}
	const ownRows = (values.get(customFields)?.value ?? []) as Row[];
	values.delete(customFields);
	return {
		custom: [ownRows, namedRows],
		given: (field) => {
			const column = values.get(field);
			return column && { value: column.value, label: labelOf(field, column.name) };
		},
	};
}

/** The columns that mean something, by what they mean. */
function meantBy(columns: Column[]): Map<Meaning, Candidate[]> {
	const found = new Map<Meaning, Candidate[]>();
	for (const column of columns) {
		const meaning = MEANINGS.get(column.id);
		if (meaning === undefined) continue;
		const { of, rank } = meaning;
		const candidate = { ...column, rank, value: valueFor(of, column) };
		const others = found.get(of);
		if (others === undefined) found.set(of, [candidate]);
		else others.push(candidate);
	}
	return found;
}

/** Leaves out names that may not be the person's: an event has a name too, and an owner has a first name. */
function ofPerson(meaning: Meaning, candidates: Candidate[], home?: string): Candidate[] {
	const own = candidates.filter(({ path }) => path === home);
	if (meaning === WHOLE_NAME) return own;
	return NAMES.includes(meaning) && own.length > 0 ? own : candidates;
}

/** Whether a column has that name, with or without the path of its object. */
function isNamed(name: string): (column: Column) => boolean {
	const typed = name.trim();
	const path = INSIDE.find((one) => typed.startsWith(`${one}.`));
	const id = plain(typed);
	const idInside = path === undefined ? undefined : plain(typed.slice(path.length + 1));
	return (column) => column.id === id || (column.path === path && column.id === idInside);
}

/** The rows of the columns that go out as custom fields, one for each that was named. */
function rowsOf(
	named: Column[][],
	home: string | undefined,
	names: string[],
	note: NoteColumn,
): Row[] {
	return named.flatMap((columns, n) => {
		if (columns.length === 0) note(names[n], null);
		const candidates = columns.map((column) => ({
			...column,
			rank: 0,
			value: customText(column.raw),
		}));
		for (const { name, value } of candidates) note(name, value === undefined ? undefined : '');
		const one = best(candidates, home);
		if (one?.value === undefined) return [];
		note(one.name, customFields.property.displayName);
		return [{ name: one.key, value: one.value }];
	});
}

/** The value of a column as a custom field: a list becomes one text; undefined if it is blank. */
function customText(raw: unknown): unknown {
	const value = inside(raw);
	const isList = Array.isArray(value) && value.every((part) => typeof part !== 'object');
	const one = isList ? value.filter(holdsText).join(', ') : value;
	return (typeof one === 'object' && one !== null) || holdsText(one) ? one : undefined;
}

/** Chooses the same column for every item, no matter in which order the items hold them. */
const best = (candidates: Candidate[], home?: string): Candidate | undefined =>
	[...candidates].sort(
		(one, other) =>
			Number(one.value === undefined) - Number(other.value === undefined) ||
			Number(other.path === home) - Number(one.path === home) ||
			one.rank - other.rank ||
			LEVELS.indexOf(one.path) - LEVELS.indexOf(other.path) ||
			(one.key < other.key ? -1 : 1),
	)[0];

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function columnsOf(json: IDataObject): Column[] {
	const inner = INSIDE.flatMap((path) => {
		const value = json[path];
		// The Zoho node gives out a list of one lead.
		const isList = path === 'data' && Array.isArray(value) && value.length === 1;
		const found: unknown = isList ? value[0] : value;
		return isObject(found) ? [{ path, found }] : [];
	});
	const paths = inner.map(({ path }) => path);
	const own = Object.entries(json).filter(([key]) => !paths.includes(key));
	return [
		...own.map(([key, raw]) => ({ path: '', key, id: plain(key), name: key, raw })),
		...inner.flatMap(({ path, found }) =>
			Object.entries(found).map(([key, raw]) => ({
				path,
				key,
				id: plain(key),
				name: `${path}.${key}`,
				raw,
			})),
		),
	];
}

/** Takes the value out of HubSpot's object, or out of Pipedrive's list: there the primary one, or else the first. */
function inside(raw: unknown): unknown {
	if (Array.isArray(raw)) {
		const entries = raw.filter((entry) => isObject(entry) && 'value' in entry);
		const one = entries.find(({ primary }) => primary === true) ?? entries[0];
		return raw.length === 0 || one !== undefined ? one?.value : raw;
	}
	return isObject(raw) && 'value' in raw ? raw.value : raw;
}

function valueFor(meaning: Meaning, { key, raw }: Column): unknown {
	if (meaning === customFields) return customFields.fromColumn?.(raw, key);
	const value = inside(raw);
	// Odoo sends false for a blank field.
	if (typeof value === 'boolean' || !holdsText(value)) return undefined;
	// Google Contacts puts all of a person's addresses into one cell.
	const one = typeof value === 'string' ? value.split(' ::: ').find(holdsText) : value;
	return meaning === WHOLE_NAME || meaning.fromColumn === undefined
		? one
		: meaning.fromColumn(one, key);
}

/** Splits a whole name into first and last name. If the last name is known, it cuts that off and returns only the first name. */
function takenApart(whole: string, lastName: unknown): [string?, string?] {
	const name = trimmed(whole).replace(SALUTATION, '');
	const last = trimmed(String(lastName ?? ''));
	if (last !== '') {
		const ends = ` ${name}`.toLowerCase().endsWith(` ${last.toLowerCase()}`);
		return [(ends ? name.slice(0, -last.length).trim() : name) || undefined];
	}
	const [first, ...others] = name.split(/\s+/);
	return [first || undefined, others.length > 0 ? name.slice(first.length).trim() : undefined];
}

function labelOf({ property: { displayName } }: LeadField, column: string): string {
	return plain(column) === plain(displayName)
		? displayName
		: `${displayName} (column ${quoted(column)})`;
}

function noColumn(field: LeadField, columns: Column[], asCustom: Set<Column>): FieldProblem {
	const { displayName } = field.property;
	const message = `There is no column for '${displayName}'`;
	const meanings: Array<Meaning | undefined> = field === FIRST_NAME ? [field, WHOLE_NAME] : [field];
	const taken = [...asCustom].find(({ id }) => meanings.includes(MEANINGS.get(id)?.of));
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
