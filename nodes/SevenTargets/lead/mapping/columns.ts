import type { IDataObject } from 'n8n-workflow';

import { holdsText } from '../../values';
import { columnName, SECONDARY, wordsOf, type ColumnName } from './columnName';
import { PARENTS, PUPILS, QUALIFIERS, type Role } from './words';

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
/** The keys of an object that hold what it stands for, and those that hold its label. */
const VALUES = [
	'value',
	'values',
	'address',
	'email',
	'emailaddress',
	'number',
	'phonenumber',
	'phone',
	'freeformnumber',
	'formattednumber',
	'full',
	'name',
	'cityname',
	'displayname',
	'text',
	'plaintext',
	'content',
];
const ANSWERS = [
	'value',
	'values',
	'stringvalue',
	'answer',
	'response',
	'rawvalue',
	'fieldvalue',
	'identifier',
	'answertext',
	'text',
];
/** Omnisend: { type: "email", id: "…" } */
const IDENTIFIERS: Record<string, RegExp> = { email: /@/, phone: /^\+?\d+$/ };
const LABELS = [
	'column',
	'columnid',
	'field',
	'ref',
	'key',
	'label',
	'title',
	'question',
	'name',
	'columnname',
	'fieldname',
	'fieldlabel',
	'questiontext',
	'inputname',
	'id',
	'type',
];

export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !holdsText(value);

/** All values of an item, in the objects that they belong to. */
export function flatten(json: IDataObject): Entity {
	const root: Entity = { path: '', role: 'neutral', isPrefix: false, columns: [], parts: [] };
	fill(root, json, 0);
	return root;
}

/** A parent beside a pupil is a person, and elsewhere a company. */
export function tellParents(entities: Entity[]): void {
	const parents = entities.filter((one) => one.role === 'company' && PARENTS.has(keyOf(one)));
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
export const keyOf = ({ path }: Entity): string => {
	const inner = path.replace(/\[\d+\]$/, '');
	return columnName(inner.slice(Math.max(inner.lastIndexOf('.'), inner.lastIndexOf('/')) + 1)).id;
};

/** An entity with all those inside it. */
export const withParts = (entity: Entity): Entity[] => [entity, ...entity.parts.flatMap(withParts)];

function fill(entity: Entity, object: IDataObject, depth: number): void {
	const entries = Object.entries(unfolded(object));
	const keys = entries.map(([key]) => key);
	const labels = labelsOf(object, keys);
	const primaryIds = new Set(
		entries
			.filter(([key, value]) => key.startsWith('primary') && holdsText(value))
			.map(([, id]) => id),
	);
	let prefixes: Set<string> | undefined;
	for (const [key, raw] of entries) {
		const hasAddress = typeof raw === 'string' && raw.includes('@') && isPersonsKey(key);
		// Instamojo has the address in `buyer`, beside `buyer_name`.
		if (hasAddress) prefixes ??= new Set(keys.map((one) => columnName(one).prefix));
		const isOwner = hasAddress && prefixes!.has(columnName(key).id);
		const name = isOwner ? `${key}_email` : (labels?.get(key) ?? key);
		const path = name === key ? undefined : pathOf(entity, key);
		const value = Array.isArray(raw) ? primaryFirst(raw, primaryIds) : raw;
		add(entity, name, value, { depth, isAlone: entries.length === 1, path });
	}
}

/** What forms call the fields that they number: Wufoo tells it, and in Gravity Forms a name has a part 3 and a part 6; an address has a part 1, too. */
function labelsOf(object: IDataObject, keys: string[]): Map<string, string> | undefined {
	if ('FieldStructure' in object) return labelsOfWufoo(parsed(object.FieldStructure));
	if (!('form_id' in object)) return undefined;
	const first = keys.filter((key) => /^\d{1,4}\.3$/.test(key)).map((key) => key.slice(0, -2));
	const names = first.filter((n) => `${n}.6` in object && !(`${n}.1` in object));
	return new Map(
		names.flatMap((n) => [
			[`${n}.3`, 'First Name'],
			[`${n}.6`, 'Last Name'],
		]),
	);
}

function labelsOfWufoo(structure: unknown): Map<string, string> {
	const fields = isObject(structure) && Array.isArray(structure.Fields) ? structure.Fields : [];
	return new Map(
		(fields.filter(isObject) as IDataObject[]).flatMap(({ ID, Title, SubFields }) => [
			[String(ID), String(Title)] as const,
			...(Array.isArray(SubFields) ? SubFields.filter(isObject) : []).map(
				(part) => [String(part.ID), `${String(part.Label)} ${String(Title)}`] as const,
			),
		]),
	);
}

/** Clerk tells the ID of the address that counts: `primary_email_address_id`. */
function primaryFirst(list: unknown[], primaryIds: Set<unknown>): unknown[] {
	const isPrimary = (one: unknown) => isObject(one) && primaryIds.has(one.id);
	const primary = list.findIndex(isPrimary);
	return primary < 1 ? list : [list[primary], ...list.filter((_, n) => n !== primary)];
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
	const hasValue = isValue && dug(value, name.meaning) !== undefined;
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
			role: roleAt(name, isList) ?? (place.isAlone ? 'neutral' : 'unknown'),
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

/** An object or a list that was sent as text. */
function parsed(raw: unknown): unknown {
	if (typeof raw !== 'string' || !/^\s?[[{]"?/.test(raw) || raw.length > 100_000) return raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return raw;
	}
}

/** '' for what is no text or number, which may have no text at all. */
export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const holdsObject = (value: unknown): boolean =>
	isObject(value) || (Array.isArray(value) && value.some(isObject));

/** Its keys, folded. The text of an XML element is in `_`. */
const byId = (object: IDataObject): Map<string, unknown> => {
	const isElement = typeof object._ === 'string' && !Object.values(object).some(holdsObject);
	return new Map(
		Object.entries(object).map(([key, value]) => [
			key === '_' && isElement ? 'value' : columnName(key).id,
			value,
		]),
	);
};

const holdsName = (object: IDataObject): boolean =>
	Object.entries(object).some(
		([key, value]) =>
			['anyName', 'wholeName', 'name'].includes(columnName(key).meaning ?? '') &&
			!(typeof value === 'string' && value.includes('@')),
	);

const OF_A_RECORD = new Set(['email', 'name', 'lastName', 'phone', 'location']);

/** The name and the value of an answer such as `{ label: "Email", value: "…" }`; undefined if the object is something else. */
function labelled(
	object: IDataObject,
	name: ColumnName,
): { label?: string; value: unknown } | undefined {
	const held = byId(object);
	const type = held.get('type');
	const ownType = typeof type === 'string' ? columnName(type).id : '';
	const kind = typeof type === 'string' ? columnName(type).meaning : undefined;
	// monday.com codes the value, and tells its text.
	const isCoded = holdsText(held.get('text')) && /^["{]/.test(textOf(held.get('value')));
	const answer =
		(isCoded ? 'text' : ANSWERS.find((one) => held.has(one))) ??
		(IDENTIFIERS[kind ?? '']?.test(textOf(held.get('id'))) ? 'id' : undefined) ??
		(held.has(ownType) && !isObject(held.get(ownType)) ? ownType : undefined);
	if (answer === undefined) return undefined;
	const value = chosen(held.get(answer), held.get('options'));
	const others = Object.keys(object).filter(
		(key) => ![...LABELS, answer, ownType].includes(columnName(key).id),
	);
	const isRecord = others.some((key) => {
		const { meaning = '', role } = columnName(key);
		return OF_A_RECORD.has(meaning) || (role === 'person' && holdsObject(object[key]));
	});
	if (isRecord) return undefined;
	// Auto-lead Data Format: <name part="first">
	const part = held.get('part');
	if (name.meaning === 'anyName' && typeof part === 'string')
		return { label: `${part} name`, value };
	// Jotform asks in a text.
	const own = answer === 'answer' ? [...LABELS, 'text'] : LABELS;
	const labels = (name.id === 'telecom' ? ['system'] : own)
		.flatMap((one) => {
			const label = held.get(one);
			return isObject(label)
				? [label.ref, label.title, label.label, label.name, label.id]
				: [label];
		})
		.filter((label): label is string => typeof label === 'string' && label !== '');
	const isNamed =
		name.owner !== 'thing' &&
		!(name.role === 'person' && name.meaning === 'anyName') &&
		![undefined, 'customFields'].includes(name.meaning);
	if (labels.length === 0 || isNamed)
		return [value, ...others.map((key) => object[key])].some(holdsObject) ? undefined : { value };
	return { label: likeliest(labels), value };
}

/** The texts of what was chosen: Tally answers with IDs, and has the texts beside them. */
function chosen(answer: unknown, options: unknown): unknown {
	if (!Array.isArray(options)) return answer;
	const texts = new Map(options.filter(isObject).map(({ id, text }) => [id, text] as const));
	const textFor = (id: unknown): unknown => texts.get(id as string) ?? id;
	return Array.isArray(answer) ? answer.map(textFor) : textFor(answer);
}

/** Of two labels, the one with such a meaning tells more than "Name" or "Location". */
const SURELY = new Set(['name', 'lastName', 'wholeName', 'email', 'phone', 'location']);

/** Of the labels of an answer, the one that means most: another person's, a field's name, what a person has written, and then an ID. */
function likeliest(labels: string[]): string {
	const named = labels.filter((label) => columnName(label).meaning !== undefined);
	const own = named.filter((label) => {
		const { prefix, rank } = columnName(label);
		return prefix === '' && rank < SECONDARY;
	});
	return (
		named.find((label) => columnName(label).owner === 'other') ??
		own.find((label) => SURELY.has(columnName(label).meaning!)) ??
		own[0] ??
		named[0] ??
		labels.find((label) => /\s|^\p{Lu}\p{Ll}/u.test(label)) ??
		labels[0]
	);
}

/** The one value in an object or a list, such as Pipedrive's list of addresses; undefined if there is none. */
export function dug(raw: unknown, meaning?: string): unknown {
	if (Array.isArray(raw)) {
		if (raw.length === 2 && typeof raw[0] === 'number' && typeof raw[1] === 'string') return raw[1];
		const entries = raw.filter((entry) => entry !== null && entry !== '');
		if (!entries.some(isObject)) return entries.length > 1 ? raw : entries[0];
		const objects = entries.filter(isObject).map(byId);
		const isPrimary = (entry: Map<string, unknown>) =>
			['primary', 'isprimary'].some((key) => entry.get(key) === true);
		// Clerk's primary one is always a verified one.
		const isVerified = (entry: Map<string, unknown>) => {
			const verification = entry.get('verification');
			return isObject(verification) && verification.status === 'verified';
		};
		const best = [isPrimary, isVerified].map((is) => objects.findIndex(is)).find((n) => n >= 0);
		return dug(entries.filter(isObject)[best ?? 0]);
	}
	if (!isObject(raw)) return raw;
	const held = byId(raw);
	const kinds = [...held.keys()]
		.filter((key) => QUALIFIERS.has(key))
		.sort((one, other) => QUALIFIERS.get(one)! - QUALIFIERS.get(other)!);
	// { name: "Your company", value: "Acme" } is an answer; { name: "Acme", value: 77 } is a company.
	const isAnswer = () =>
		held.has('value') && columnName(textOf(held.get('name'))).meaning === 'company';
	const isCompany = meaning === 'company' && !isAnswer();
	for (const key of isCompany ? ['name', ...VALUES] : [...VALUES, ...kinds]) {
		const value = dug(held.get(key));
		if (value !== undefined && !isObject(value) && !Array.isArray(value) && holdsText(value))
			return value;
	}
	return undefined;
}
