import type { IDataObject } from 'n8n-workflow';

import type { NoteColumn } from '../operation';
import { FieldProblem, holdsText, quoted } from '../values';
import { customFields } from './customFields';
import { FULL_NAME, LEAD_FIELDS, SALUTATION, type Given } from './fields';
import type { LeadField } from './field';

/** Where an item may hold the fields of a person, one level down: HubSpot's, Airtable's and those of webhooks do. */
const INSIDE = ['properties', 'fields', 'body', 'data'];
const MOST_LISTED = 20;

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
	/** The object in which it stands: 0 is the item itself. */
	level: number;
	raw: unknown;
}

/** A column that may be used; its value is undefined if it is blank, or cannot be what is meant. */
interface Candidate extends Column {
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
 * Finds the fields of a lead among the columns of an item, by their names. If several mean the same field, those in the object that
 * has the email come first, since it is the person's; then the order of the field's names decides. Blank ones do not count.
 *
 * @param asCustom the columns that go out as custom fields under their own names
 * @param note is told what becomes of each column
 * @throws FieldProblem if there is no column for a field that only the item can hold, and that every lead needs
 */
export function mapped(json: IDataObject, asCustom: string[], note: NoteColumn): Mapped {
	const columns = columnsOf(json);
	const [custom, found] = sorted(columns, asCustom, note);
	const home = best(found.get(EMAIL) ?? [])?.level;
	const hasNames = NAMES.some((name) => found.get(name)?.some(({ level }) => level === home));
	const values = new Map<LeadField, { name: string; value: unknown }>();
	const chosen = new Map<Meaning, Candidate>();
	for (const [meaning, candidates] of found) {
		// An event may have a name, too.
		const isOnlyAtHome = hasNames && NAMES.includes(meaning);
		const own = candidates.filter(({ level }) => !isOnlyAtHome || level === home);
		const one = best(own, home);
		if (one !== undefined) chosen.set(meaning, one);
		for (const { name, value } of candidates) note(name, value === undefined ? undefined : '');
		if (meaning !== WHOLE_NAME && one?.value !== undefined) values.set(meaning, one);
	}
	const whole = chosen.get(WHOLE_NAME);
	if (whole?.value !== undefined && !values.has(FIRST_NAME)) {
		const { name } = whole;
		const [first, last] = takenApart(String(whole.value), values.get(LAST_NAME)?.value);
		if (first !== undefined) values.set(FIRST_NAME, { name, value: first });
		if (last !== undefined) values.set(LAST_NAME, { name, value: last });
	}
	for (const [{ property }, { name }] of values) note(name, property.displayName);
	for (const field of NEEDED.filter((needed) => !values.has(needed))) {
		const column = chosen.get(field) ?? (field === FIRST_NAME ? whole : undefined);
		if (column === undefined) throw noColumn(field, columns, asCustom);
		const value = column.value === undefined ? inside(column.raw) : undefined;
		values.set(field, { name: column.name, value: typeof value === 'boolean' ? null : value });
	}
	return {
		custom: custom.map(({ key, value }) => ({ name: key, value })),
		given: (field) => {
			const column = values.get(field);
			return column && { value: column.value, label: labelOf(field, column.name) };
		},
	};
}

/** The columns that go out as custom fields, and those that mean something, by what they mean. */
function sorted(
	columns: Column[],
	asCustom: string[],
	note: NoteColumn,
): [Candidate[], Map<Meaning, Candidate[]>] {
	const named = new Map(asCustom.map((name) => [plain(name), name]));
	const custom = new Map<string, Candidate[]>();
	const found = new Map<Meaning, Candidate[]>();
	const add = <K>(to: Map<K, Candidate[]>, key: K, candidate: Candidate) => {
		const others = to.get(key);
		if (others === undefined) to.set(key, [candidate]);
		else others.push(candidate);
	};
	for (const column of columns) {
		const id = plain(column.key);
		const meaning = MEANINGS.get(id);
		if (named.size > 0 && isNamed(named, column)) {
			const value = inside(column.raw);
			const isBlank = typeof value !== 'object' && !holdsText(value);
			add(custom, id, { ...column, rank: 0, value: isBlank ? undefined : value });
		} else if (meaning === undefined) {
			note(column.name);
		} else {
			const { of, rank } = meaning;
			add(found, of, { ...column, rank, value: valueFor(of, column) });
		}
	}
	for (const candidates of custom.values()) {
		for (const candidate of candidates)
			note(candidate.name, candidate.value === undefined ? undefined : '');
	}
	const used = [...custom.values()].flatMap((candidates) => best(candidates) ?? []);
	for (const { name, value } of used) {
		if (value !== undefined) note(name, customFields.property.displayName);
	}
	for (const [id, name] of named) {
		if (!columns.some((column) => isNamed(new Map([[id, name]]), column))) note(name, null);
	}
	return [used, found];
}

/** As the hint shows it, or by its own name alone. */
const isNamed = (named: Map<string, string>, { key, name }: Column): boolean =>
	named.has(plain(key)) || named.has(plain(name));

/** Whichever comes first in the item, the same one is chosen for every item. */
const best = (candidates: Candidate[], home?: number): Candidate | undefined =>
	[...candidates].sort(
		(one, other) =>
			Number(one.value === undefined) - Number(other.value === undefined) ||
			Number(other.level === home) - Number(one.level === home) ||
			one.rank - other.rank ||
			one.level - other.level ||
			(one.key < other.key ? -1 : 1),
	)[0];

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
	if (meaning === customFields) return customFields.fromColumn?.(raw, key);
	const value = inside(raw);
	// Odoo has false for what is blank.
	if (typeof value === 'boolean' || !holdsText(value)) return undefined;
	// Google Contacts puts all of a person's addresses into one cell.
	const one = typeof value === 'string' ? value.split(' ::: ').find(holdsText) : value;
	return meaning === WHOLE_NAME || meaning.fromColumn === undefined
		? one
		: meaning.fromColumn(one, key);
}

/** The first and the last name in a whole one, which may end with the last name that is known, or be nothing else. */
function takenApart(whole: string, lastName: unknown): [string?, string?] {
	const name = whole.trim().replace(SALUTATION, '');
	const last = String(lastName ?? '').trim();
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

function noColumn(field: LeadField, columns: Column[], asCustom: string[]): FieldProblem {
	const { displayName } = field.property;
	const message = `There is no column for '${displayName}'`;
	const taken = asCustom.find((name) => MEANINGS.get(plain(name))?.of === field);
	if (taken !== undefined) {
		return new FieldProblem(message, `Take ${quoted(taken)} out of '${CUSTOM_COLUMNS}'.`);
	}
	if (columns.length === 0) return new FieldProblem(message, 'The item is empty.');
	const names = columns.slice(0, MOST_LISTED).map(({ name }) => quoted(name));
	const more = columns.length > MOST_LISTED ? ', …' : '';
	return new FieldProblem(
		message,
		`The columns are ${names.join(', ')}${more}. Rename the one that holds it to ${displayName}, or set 'Mapping Mode' to 'Map Each Field Below'. If the trigger sends only an ID, put the node of your CRM that gets the person before this one.`,
	);
}
