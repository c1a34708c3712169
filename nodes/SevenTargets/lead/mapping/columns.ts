import type { IDataObject } from 'n8n-workflow';

import { holdsText } from '../../values';
import { customFields } from '../customFields';
import type { LeadField } from '../field';
import { LEAD_FIELDS } from '../fields';
import { COLUMN_NAMES, WHOLE_NAME_COLUMNS } from './columnNames';

/** The keys under which an item may hold the fields of a person, as the items of HubSpot, Airtable and webhooks do. */
const INSIDE = ['properties', 'fields', 'body', 'data'];

/** The places where an item may hold a person: itself, then the objects inside. */
export const PATHS = ['', ...INSIDE];

/** What a column with the whole name of a person means: two fields. */
export const WHOLE_NAME = 'whole name';
export type Meaning = LeadField | typeof WHOLE_NAME;

export interface Column {
	/** The key of the object that holds it; '' for the item itself. */
	path: string;
	key: string;
	/** The normalized key. */
	id: string;
	/** Path and key, such as `properties.email`. */
	name: string;
	raw: unknown;
}

/** A column that may be used; its value is undefined if it is blank, or not a value of the field. */
export interface Candidate extends Column {
	/** The place of its name among the names with this meaning. */
	rank: number;
	value: unknown;
}

/** The same for all ways to write a name: case, blanks, invisible characters and `_ - .` make no difference. */
export const normalizedName = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s_.\-\p{Cf}]+/gu, '');

/** What a column means, by its normalized name, and the place of that name among the names with this meaning. */
const MEANINGS = new Map<string, { of: Meaning; rank: number }>();
function register(of: Meaning, names: string[]): void {
	names.map(normalizedName).forEach((name, rank) => {
		if (!MEANINGS.has(name)) MEANINGS.set(name, { of, rank });
	});
}
register(WHOLE_NAME, Object.keys(WHOLE_NAME_COLUMNS));
for (const field of LEAD_FIELDS) {
	const { name, displayName } = field.property;
	register(field, [...field.keys, displayName, ...Object.keys(COLUMN_NAMES[name] ?? {})]);
}

/** What a column means; undefined if no field. */
export const meaningOf = ({ id }: Column): Meaning | undefined => MEANINGS.get(id)?.of;

/** All columns of an item, and of the objects inside. */
export function columnsOf(json: IDataObject): Column[] {
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
		...own.map(([key, raw]) => ({ path: '', key, id: normalizedName(key), name: key, raw })),
		...inner.flatMap(({ path, found }) =>
			Object.entries(found).map(([key, raw]) => ({
				path,
				key,
				id: normalizedName(key),
				name: `${path}.${key}`,
				raw,
			})),
		),
	];
}

/** The columns that mean something, by what they mean. */
export function columnsByMeaning(columns: Column[]): Map<Meaning, Candidate[]> {
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

/** Takes the value out of HubSpot's object, or out of Pipedrive's list: there the primary one, or else the first. */
export function unwrapped(raw: unknown): unknown {
	if (Array.isArray(raw)) {
		const entries = raw.filter((entry) => isObject(entry) && 'value' in entry);
		const one = entries.find(({ primary }) => primary === true) ?? entries[0];
		return raw.length === 0 || one !== undefined ? one?.value : raw;
	}
	return isObject(raw) && 'value' in raw ? raw.value : raw;
}

/** The value of a column as one of what it means; undefined if it is blank, or something else. */
function valueFor(meaning: Meaning, { key, raw }: Column): unknown {
	if (meaning === customFields) return customFields.fromColumn?.(raw, key);
	const value = unwrapped(raw);
	// Odoo sends false for a blank field.
	if (typeof value === 'boolean' || !holdsText(value)) return undefined;
	// Google Contacts puts all of a person's addresses into one cell.
	const one = typeof value === 'string' ? value.split(' ::: ').find(holdsText) : value;
	return meaning === WHOLE_NAME || meaning.fromColumn === undefined
		? one
		: meaning.fromColumn(one, key);
}

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
