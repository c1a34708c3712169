import type { IDataObject } from 'n8n-workflow';

import { withoutAffix } from './affix';
import { labelled, labelsOf, primaryFirst, withTitles } from './answers';
import { columnName, SECONDARY, wordsOf, type ColumnName } from './columnName';
import { singleValue, isObject, parsed } from './rawValue';
import { GREETED, PARENTS, PUPILS, type Role } from './words';

/** An object of the item, or the columns of one with the same prefix, such as `billing_`. */
export interface Entity {
	/** Where it is, such as `body.contact`; '' for the item itself. */
	path: string;
	role: Role | 'unknown';
	/** Whether its columns stand in the object around it, with a prefix. */
	isPrefix: boolean;
	parent?: Entity;
	/** The object or the list; undefined for a prefix. */
	raw?: unknown;
	columns: Column[];
	parts: Entity[];
}

/** A value of the item, and what its name says. */
export interface Column extends Pick<ColumnName, 'id' | 'meaning' | 'rank'> {
	/** Its path, such as `properties.email`. */
	name: string;
	key: string;
	raw: unknown;
	/** The object that it belongs to. */
	of: Entity;
}

/** A value that belongs to a person, and the column that it is from. */
export interface Value {
	value: unknown;
	column: Column;
}

/** The most entries of a list that are read: of two persons, none is chosen, so more make no difference. */
export const MOST_ENTRIES = 10;
/** The same of answers with a label each. */
const MOST_ANSWERS = 200;
const DEEPEST = 12;
/** What may be a list or an object, and is one value nevertheless. */
const SINGLE = new Set([
	'email',
	'phone',
	'company',
	'designation',
	'location',
	'externalId',
	'customFields',
	'anyTitle',
	'industry',
]);
/** All values of an item, in the objects that they belong to. */
export function treeOf(json: IDataObject): Entity {
	const root: Entity = { path: '', role: 'neutral', isPrefix: false, columns: [], parts: [] };
	fill(root, json, 0);
	return root;
}

/** A parent beside a pupil is a person, and elsewhere a company. */
export function markParentsOfPupils(entities: Entity[]): void {
	const parents = entities.filter(
		(one) => ['company', 'other'].includes(one.role) && PARENTS.has(keyOf(one)),
	);
	if (parents.length > 0 && entities.some(isOfPupil))
		for (const parent of parents) parent.role = 'person';
}

/** Whether a pupil is told of; not the `child_ids` of a company. */
const isOfPupil = ({ path, columns }: Entity): boolean =>
	[path, ...columns.map(({ key }) => key)].some((key) => {
		const words = wordsOf(key.slice(-200));
		return words.some((word) => PUPILS.has(word)) && !words.some((word) => /^ids?$/.test(word));
	});

/** What the key of an entity says, without the path before it and the place in its list behind it. */
export const keyOf = ({ path }: Pick<Entity, 'path'>): string => {
	const inner = path.replace(/\[\d+\]$/, '');
	return columnName(inner.slice(Math.max(inner.lastIndexOf('.'), inner.lastIndexOf('/')) + 1)).id;
};

/** An entity with all those inside it. */
export const withParts = (entity: Entity): Entity[] => [entity, ...entity.parts.flatMap(withParts)];

/** The object around the columns of a prefix. */
export const rowOf = ({ isPrefix, parent }: Entity): Entity | undefined =>
	isPrefix ? parent : undefined;

/** The columns of an object, also those with a prefix. */
export const columnsWithPrefixes = ({ columns, parts }: Entity): Column[] =>
	columns.concat(parts.flatMap((part) => (part.isPrefix ? part.columns : [])));

function fill(entity: Entity, object: IDataObject, depth: number): void {
	const whole = withTitles(unfolded(object));
	const entries = Object.entries(whole);
	const keys = entries.map(([key]) => key);
	const labels = labelsOf(object, keys) ?? withoutAffix(whole);
	let prefixes: Set<string> | undefined;
	for (const [key, raw] of entries) {
		const hasAddress = typeof raw === 'string' && raw.includes('@') && isPersonsKey(key);
		// Instamojo has the address in `buyer`, beside `buyer_name`.
		if (hasAddress) prefixes ??= new Set(keys.map((one) => columnName(one).prefix));
		const isOwner = hasAddress && prefixes!.has(columnName(key).id);
		const name = isOwner ? `${key}_email` : (labels?.get(key) ?? key);
		const path = name === key ? undefined : pathOf(entity, key);
		const value = Array.isArray(raw) ? primaryFirst(raw, key, object) : raw;
		add(entity, name, value, { depth, isAlone: entries.length === 1, path });
	}
}

function isPersonsKey(key: string): boolean {
	const { meaning, role } = columnName(key);
	return role === 'person' && meaning !== 'email';
}

const pathOf = (entity: Entity, key: string): string =>
	entity.path === '' ? key : `${entity.path}.${key}`;

/** The lists that were made of keys, with the numbers of their entries, so that a user who types the key finds the column. */
const unfoldedLists = new WeakMap<object, string[]>();

/** n8n hands on a form's keys as they came: what stands in a list of objects, such as `contacts[add][0][name]`, is put there. */
function unfolded(object: IDataObject): IDataObject {
	const keys = new Set<string>();
	for (const key of Object.keys(object)) if (isInList(key, object)) keys.add(key);
	if (keys.size === 0) return object;
	const made = new Set<unknown>();
	const newObject = (): IDataObject => {
		// Without `toString` and the like, which a key may be called.
		const object = Object.create(null) as IDataObject;
		made.add(object);
		return object;
	};
	const whole = newObject();
	for (const key of Object.keys(object)) {
		const path = keys.has(key) ? key.split(/[[\]]+/).filter(Boolean) : [key];
		let inner: unknown = whole;
		for (const step of path.slice(0, -1)) {
			if (made.has(inner)) inner = (inner as IDataObject)[step] ??= newObject();
		}
		if (made.has(inner)) (inner as IDataObject)[path[path.length - 1]] ??= object[key];
	}
	return asLists(whole, made) as IDataObject;
}

const IN_LIST = /^[^[\]]{1,60}(?:\[[^[\]]{1,60}\]){2,12}$/;
/** Whether a key says that a value is in an object of a list; not one of those that every object has. */
const isInList = (key: string, object: IDataObject): boolean =>
	key.endsWith(']') &&
	IN_LIST.test(key) &&
	/\[\d\]/.test(key) &&
	// So many entries are not read.
	!/\[\d{2,}\]/.test(key) &&
	!Object.hasOwn(object, key.slice(0, key.indexOf('['))) &&
	!/(^|\[)(__proto__|constructor|prototype)(\]|\[)/.test(key);

/** With the objects that were made and whose keys are numbers as lists. */
function asLists(value: unknown, made: Set<unknown>): unknown {
	if (!isObject(value) || !made.has(value)) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, asLists(inner, made)] as const);
	if (entries.length === 0 || !entries.every(([key]) => /^\d$/.test(key)))
		return Object.fromEntries(entries);
	const list = entries.map(([, inner]) => inner);
	unfoldedLists.set(
		list,
		entries.map(([key]) => key),
	);
	return list;
}

interface Place {
	depth: number;
	/** Whether the object around it holds nothing else: then it is the same thing. */
	isAlone: boolean;
	/** Its path, if the name is from a label. */
	path?: string;
}

function add(entity: Entity, key: string, raw: unknown, place: Place): void {
	const name = columnName(key);
	const path = place.path ?? pathOf(entity, key);
	const value = parsed(raw);
	const isList = Array.isArray(value);
	if (!isList && !isObject(value)) return addColumn(entity, name, key, path, value);
	const objects = isList ? value.filter(isObject) : [value];
	const isNamed = objects.length === 1 && 'email' === name.meaning && holdsName(objects[0]);
	const isValue =
		SINGLE.has(name.meaning ?? '') && !isNamed && name.role !== 'person' && name.owner !== 'thing';
	const hasValue = isValue && singleValue(value, name.meaning) !== undefined;
	if (objects.length === 0 || place.depth > DEEPEST || hasValue) {
		addColumn(entity, name, key, path, value);
		if (name.meaning !== 'company' && name.meaning !== 'customFields') return;
	}
	let parts = 0;
	objects.slice(0, MOST_ANSWERS).forEach((object, n) => {
		const inside = { depth: place.depth + 1, isAlone: false };
		const index = isList
			? (unfoldedLists.get(value)?.[n] ?? (objects.length > 1 ? n : undefined))
			: undefined;
		const at = index === undefined ? path : `${path}[${index}]`;
		const answer = labelled(object, name);
		if (answer !== undefined)
			return add(entity, answer.label ?? key, answer.value, { ...inside, path: at });
		if (++parts > MOST_ENTRIES) return;
		const part: Entity = {
			path: at,
			role:
				roleAt(name, isList) ??
				(place.isAlone || isNameOfParts(name, object) ? 'neutral' : 'unknown'),
			isPrefix: false,
			parent: entity,
			raw: value,
			columns: [],
			parts: [],
		};
		entity.parts.push(part);
		fill(part, object, inside.depth);
	});
}

/** Whose an object is by its key. Of a contact, a list of properties is for sale; HubSpot has an object. */
function roleAt({ id, meaning, role }: ColumnName, isList: boolean): Role | undefined {
	if (isList && id === 'properties') return 'thing';
	return meaning === 'customFields' ? undefined : role;
}

function addColumn(
	entity: Entity,
	{ id, meaning: named, rank, prefix, owner }: ColumnName,
	key: string,
	name: string,
	raw: unknown,
): void {
	let of = entity;
	if (prefix !== '') {
		const path = `${entity.path}/${prefix}`;
		const there = entity.parts.find((part) => part.isPrefix && part.path === path);
		of = there ?? {
			path,
			role: owner ?? 'unknown',
			isPrefix: true,
			parent: entity,
			columns: [],
			parts: [],
		};
		if (there === undefined) entity.parts.push(of);
	}
	// Razorpay: the phone of the payer.
	const isPhone = id === 'contact' && typeof raw === 'string' && /^\+?\d[\d ().-]{5,}$/.test(raw);
	// Formspree: the address of who filled in the form.
	const isReplyTo = key === '_replyto';
	const meaning = isPhone ? 'phone' : isReplyTo ? 'email' : named;
	// Written out, because a spread takes ten times as long.
	of.columns.push({ name, key, id, meaning, rank: isReplyTo ? SECONDARY - 1 : rank, raw, of });
}

/** HeyForm's full name: { firstName: "Ana", lastName: "Lopez" } */
const isNameOfParts = ({ meaning }: ColumnName, object: IDataObject): boolean =>
	meaning === 'wholeName' && holdsName(object);

const holdsName = (object: IDataObject): boolean =>
	Object.entries(object).some(
		([key, value]) =>
			GREETED.has(columnName(key).meaning ?? '') &&
			!(typeof value === 'string' && value.includes('@')),
	);
