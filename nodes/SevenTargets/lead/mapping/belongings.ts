import { goesOut, holdsText } from '../../values';
import { customFields } from '../customFields';
import type { LeadField } from '../field';
import { LEAD_FIELDS, SOURCES } from '../fields';
import { normalizedName, SECONDARY, wordsOf } from './columnName';
import { dug, keyOf, textOf, type Column, type Entity } from './columns';
import { isCompany, readName, type PersonName } from './names';
import { columnsOf, holds, isOf, isOfCustomFields, NAMES, recordOf, type Person } from './person';
import { hasSigns, isOthers, isThing } from './roles';
import {
	AD_SIGNS,
	ANYBODYS_DOMAIN,
	DEAL_SIGNS,
	EVENT_KEYS,
	EVENT_SIGNS,
	JOB_WORDS,
	NO_PLACE,
	OUR_COLUMNS,
	RECORDS,
	SENT_IN,
	SHARED_MAILBOX,
} from './words';

export interface Value {
	value: unknown;
	column: Column;
}

/** The columns that belong to a person, the surest first: of its own objects, of what hangs on them, of the row around a prefix. */
function groupsOf(person: Person): Column[][] {
	const { entities, name } = person;
	const address = person.address.value;
	const rows = rowsAround(entities);
	const isOfRow = (row: Entity) =>
		name?.first.column.of === row || !(isThing(row) || hasSigns(row, FOREIGN_KEYS));
	const near = beside(entities);
	const hanging = hangingOn(person, near);
	const repeated = near.filter(
		(part) =>
			part.role === 'unknown' &&
			!entities.includes(part) &&
			holds(part, address) &&
			isSame(readName(columnsOf(part, address), address, true), name),
	);
	return [
		...entities.map((entity) => columnsOf(entity, address)),
		...rows.map((row) =>
			row.columns.filter(({ meaning }) => meaning !== 'company' || isOfRow(row)),
		),
		...hanging.map(({ columns }) => columns.filter(({ meaning }) => meaning !== 'anyTitle')),
		...hanging.flatMap(({ parts }) => parts.filter(hangs)).map(({ columns }) => columns),
		...entities
			.flatMap(({ parts }) => parts.filter(isOfCustomFields))
			.map(({ columns }) => columns.filter(({ meaning = '' }) => OF_CUSTOM_FIELDS.has(meaning))),
		...repeated.map((part) => columnsOf(part, address)),
		...customersAround(person).flatMap((around) =>
			[around, ...around.parts.filter(hangs)].map(({ columns }) =>
				columns.filter(({ meaning = '' }) => OF_CUSTOMERS.has(meaning)),
			),
		),
		...firmsOf(person, near).map(({ columns }) =>
			columns.flatMap((column) =>
				column.meaning === 'anyName'
					? [{ ...column, meaning: 'company' }]
					: ['anyTitle', 'designation'].includes(column.meaning ?? '')
						? [column]
						: [],
			),
		),
	];
}

/** A customer without a name of its own around the one person who buys for it. */
const customersAround = ({ address, entities }: Person): Entity[] =>
	entities.flatMap(({ parent }) =>
		parent?.role === 'person' &&
		!parent.columns.some(({ meaning = '' }) => NAMES.has(meaning)) &&
		parent.parts.filter(({ role }) => role === 'person').length === 1 &&
		parent.columns.every(isOf(address.value))
			? [parent]
			: [],
	);
const OF_CUSTOMERS = new Set(['phone', 'company', 'location']);

/** What is read of a person's custom fields. */
const OF_CUSTOM_FIELDS = new Set(['phone', 'company', 'location', 'designation']);

const rowsAround = (entities: Entity[]): Entity[] =>
	entities.flatMap(({ isPrefix, parent }) => (isPrefix && parent ? [parent] : []));

const isSame = (one?: PersonName, other?: PersonName): boolean =>
	one !== undefined &&
	one.first.value === other?.first.value &&
	one.last?.value === other.last?.value;

/** Whether an object is an address, or what to reach somebody by. */
const hangs = ({ role, isPrefix, columns }: Entity): boolean =>
	['billing', 'address'].includes(role) ||
	(role === 'person' && isPrefix && !columns.some(({ meaning }) => meaning === 'email'));

/** The addresses of a person: in its objects, and where the bill of an order goes. */
function hangingOn(
	{ address: { value: address }, entities, name }: Person,
	near: Entity[],
): Entity[] {
	const isOwn = (part: Entity) => {
		if (!hangs(part) || isOthers(part)) return false;
		const other = readName(columnsOf(part, address), address, false)?.first.value.toLowerCase();
		return other === undefined || other === name?.first.value.toLowerCase();
	};
	const inside = [...entities, ...rowsAround(entities)].flatMap((entity) =>
		recordOf(entity, address).flatMap(({ parts }) =>
			parts.filter((part) => isOwn(part) && !entities.includes(part)),
		),
	);
	const isBill = (part: Entity) =>
		part.isPrefix &&
		keyOf(part).startsWith('bill') &&
		!part.columns.some(({ meaning }) => meaning === 'email');
	const bills = near.filter((part) => isBill(part) && isOwn(part));
	return [...new Set([...inside, ...bills])];
}

/** Around a person, a deal has the person's company, and a booking has that of the seller. */
const isDeal = (entity: Entity): boolean =>
	['deal', 'opportunity'].includes(keyOf(entity)) || hasSigns(entity, DEAL_SIGNS);

/** The companies of a person: in its objects, in the deal around them, and beside them if they have the person's domain. */
function firmsOf({ address: { value: address }, entities }: Person, near: Entity[]): Entity[] {
	const aroundDeal = entities.flatMap(({ role, parent }) =>
		role === 'person' && parent && isDeal(parent) ? [parent] : [],
	);
	const mayBeFirm = ({ role, columns }: Entity) =>
		role === 'company' ||
		(role === 'person' &&
			columns.some(({ meaning, raw }) => meaning === 'anyName' && isCompany(textOf(raw))) &&
			!columns.some((column) => OF_PERSONS.has(column.meaning ?? '') && !isSharedMailbox(column)));
	const domain = domainOf(address);
	return [...entities.filter((entity) => !isThing(entity)), ...rowsAround(entities)]
		.flatMap((entity) => recordOf(entity, address))
		.concat(aroundDeal)
		.flatMap(({ parts }) => parts.filter(({ role }) => role === 'company'))
		.concat(near.filter((part) => mayBeFirm(part) && isAtDomain(part, domain)));
}

/** The objects in and around those of a person. */
const beside = (entities: Entity[]): Entity[] => [
	...new Set(entities.flatMap(({ parts, parent }) => [...parts, ...(parent?.parts ?? [])])),
];

/** What a company does not have. */
const OF_PERSONS = new Set(['email', 'name', 'lastName', 'wholeName', 'designation', 'anyTitle']);

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);
const isSharedMailbox = ({ meaning, raw }: Column): boolean =>
	meaning === 'email' && SHARED_MAILBOX.has(normalizedName(textOf(dug(raw)).split('@')[0]));

/** Whether a company beside the person has the domain of the person's address, in its name, its shared mailbox or its website. */
const isAtDomain = ({ columns }: Entity, domain: string): boolean =>
	columns.some(({ meaning, raw }) => {
		if (typeof raw !== 'string' || raw.length > 300 || ANYBODYS_DOMAIN.test(domain)) return false;
		if (meaning === 'anyName' && isNameOfDomain(raw, domain)) return true;
		const [local, host] = raw.includes('@')
			? raw.toLowerCase().split('@')
			: ['info', raw.toLowerCase()];
		const bare = host.replace(/^https?:\/\/(www\.)?|^www\./, '').split(/[/?#:]/)[0];
		return bare === domain && SHARED_MAILBOX.has(normalizedName(local));
	});

/** Whether a domain is a company's name, which may have its form behind it. */
const isNameOfDomain = (name: string, domain: string): boolean => {
	const label = normalizedName(domain.split('.')[0]);
	return (
		!ANYBODYS_DOMAIN.test(domain) && label.length > 4 && normalizedName(name).startsWith(label)
	);
};

/** Beside one of these, a company's name is that of the program's own account. */
const FOREIGN_KEYS = new Set(['companyid', 'accountid', 'workspaceid', 'tenantid']);

/** The value of each field that belongs to the person, and its column. */
export function belongings(person: Person): Map<LeadField, Value> {
	const groups = groupsOf(person);
	const values = new Map<LeadField, Value>();
	for (const field of LEAD_FIELDS.slice(3)) {
		const { name } = field.property;
		const found =
			name === 'externalId'
				? idOf(person)
				: groups.map((group) => bestOf(field, group)).find((value) => value !== undefined);
		if (found !== undefined) values.set(field, found);
	}
	const firm = firmOf(person);
	for (const field of LEAD_FIELDS) {
		const value = firm?.[field.property.name];
		if (value !== undefined && !values.has(field)) values.set(field, value);
	}
	return values;
}

/** Meanings that count for a field only if their value or what stands beside them shows that they are it. */
export const AMBIGUOUS: Record<string, string> = { designation: 'anyTitle', location: 'anyPlace' };

function bestOf(field: LeadField, group: Column[]): Value | undefined {
	const { name } = field.property;
	// ERPNext has the seller's company there, and the lead's in company_name.
	const isSellers = name === 'company' && group.some(({ id }) => id === 'doctype');
	// Bitrix24 has the title of its record there.
	const isRecords =
		name === 'designation' && group.some(({ id, raw }) => id === 'companytitle' && holdsText(raw));
	const isOfProgram = (id: string) =>
		name === 'designation' && id in JOB_BESIDE && group.some((one) => one.id === JOB_BESIDE[id]);
	const values = group
		.filter(
			({ id, meaning, rank }) =>
				isOfProgram(id) ||
				(rank < SECONDARY &&
					!(id === 'company' && isSellers) &&
					!(id === 'title' && isRecords) &&
					meaning !== undefined &&
					[name, AMBIGUOUS[name]].includes(meaning)),
		)
		.sort(
			(one, other) =>
				Number(one.meaning === 'anyTitle') - Number(other.meaning === 'anyTitle') ||
				one.rank - other.rank ||
				(one.key < other.key ? -1 : 1),
		)
		.flatMap((column) => {
			const value = valueOf(field, column, group);
			return value === undefined ? [] : [{ value, column }];
		});
	if (values.length < 2) return values[0];
	// If the field takes none of them, the first goes on, so that the user hears of it.
	return values.find(({ value }) => goesOut(() => field.toBody(value, ''))) ?? values[0];
}

/** The value of a column as one of the field; undefined if it is blank, or something else. */
function valueOf(field: LeadField, column: Column, group: Column[]): unknown {
	if (field === customFields) return customFields.fromColumn?.(column.raw, column.key);
	const { name } = field.property;
	const raw = dug(column.raw, column.meaning);
	if (typeof raw === 'boolean' || !holdsText(raw)) return undefined;
	// Google Contacts puts all of a person's numbers into one cell.
	const one = typeof raw === 'string' ? raw.split(' ::: ').find(holdsText)! : raw;
	const text = String(one).trim();
	if (CHECKS[name]?.(text, column, group) === false) return undefined;
	return field.fromColumn === undefined ? one : field.fromColumn(one, column.key);
}

/** What is a job title beside another column only: in Bitrix24, and in Dropcontact's answer. Elsewhere, a post is a text, and a job a vacancy. */
const JOB_BESIDE: Record<string, string> = { post: 'assignedbyid', job: 'civility' };
/** What a customer is called, a person or a company. */
const CUSTOMER_NAMES = new Set(['客户名称', 'partyname']);
/** A position may be a place on a page, or a rank: SuperOffice has a Title beside it, Teamleader what the person may decide. */
const isRecordsPosition = ({ columns }: Entity) =>
	columns.some(({ id, raw }) => id === 'isdecisionmaker' || (id === 'title' && holdsText(raw)));

/** Whether a question says "your": then nothing but the person is meant. */
const asksThePerson = (key: string): boolean => wordsOf(key).some((word) => YOUR.has(word));
const YOUR = new Set(
	'your ihre deine votre su tu sua seu tua tuo uw jouw din ditt twoja ваша'.split(' '),
);

type Check = (text: string, column: Column, group: Column[]) => boolean;
const hasLetters = (text: string) => /\p{L}/u.test(text);
/** Airtable's `rec` and 14 letters of either case, or a UUID; not the company Reca. */
const isRecordId = (text: string) =>
	/^rec(?:[A-Z\d]\w*|(?=\w*[A-Z\d])\w{14})$/.test(text) || /^[\da-f]{8}-[\da-f-]{20,}$/i.test(text);

/** By field, whether a text can be a value of it, and is not that of something else. */
const CHECKS: Record<string, Check> = {
	phone: (text) => {
		const digits = text.replace(/\D/g, '').length;
		return digits >= 5 && digits <= 20 && !/@|:\/\//.test(text);
	},
	company: (text, { id }) => {
		if (/^[\d\s.,-]*$|@|:\/\//.test(text) || isRecordId(text)) return false;
		if (id === 'companytitle') return !holdsJob(text);
		return !CUSTOMER_NAMES.has(id) || isCompany(text);
	},
	industry: hasLetters,
	designation: (text, column, group) => {
		if (!hasLetters(text) || text.includes('@')) return false;
		// One word is what the person may do in a program, such as "lead" or "owner".
		if (column.id === 'role' && !/\s/.test(text)) return false;
		const isJob =
			column.meaning !== 'anyTitle' ||
			asksThePerson(column.key) ||
			(column.id === 'position' && isRecordsPosition(column.of) && !isOfThing(column.of)) ||
			/^[A-Z]{2,4}$/.test(text) ||
			holdsJob(text);
		const hasCompany = () =>
			group.some(({ meaning, raw }) => meaning === 'company' && holdsText(dug(raw)));
		return isJob || (hasCompany() && !isOfThing(column.of));
	},
	location: (text, { meaning, of }) =>
		hasLetters(text) && !NO_PLACE.test(text) && !(meaning === 'anyPlace' && isOfThing(of)),
	type: (_, __, group) => isOurs(group),
	source: (text, { id }, group) => id === 'leadsource' || isOurs(group) || SOURCES.includes(text),
	scheduleId: (text, { id }, group) =>
		id.startsWith('schedule') ||
		id === 'sequencename' ||
		isOurs(group) ||
		(/^[1-9]\d*$/.test(text) && !group.some((one) => one.id.startsWith('campaign'))),
};

const holdsJob = (text: string) => wordsOf(text).some((word) => JOB_WORDS.has(word));
const isOurs = (group: Column[]) => group.some(({ id }) => OUR_COLUMNS.has(id));
const isOfThing = (entity: Entity) => isThing(entity) || hasSigns(entity, EVENT_SIGNS);

/** Close's contacts have an ID of their own, and that of the company, which is the lead there. */
const isContact = (entity: Entity) =>
	keyOf(entity) === 'contacts' && entity.columns.some(({ id }) => id === 'id');

/** The ID of the person's record: its own, or that around its fields; never one of an event, an order or an answer. */
function idOf({ entities }: Person): Value | undefined {
	const [entity] = entities;
	const externalId = LEAD_FIELDS.find(({ property }) => property.name === 'externalId')!;
	if (entities.length > 1) return undefined;
	for (let one: Entity | undefined = entity; one !== undefined; one = one.parent) {
		const isEvent = (isOfThing(one) || one.parts.some(isEventPart)) && !hasSigns(one, AD_SIGNS);
		const found = bestOf(
			externalId,
			one.columns.filter(({ id }) =>
				id === 'id'
					? !isEvent && !one!.columns.some(tellsEvent)
					: id !== 'leadid' || !isContact(one!),
			),
		);
		if (found !== undefined) {
			const id = dug(found.value);
			// VTEX: { clientProfileData: { id: "clientProfileData" } }
			if (normalizedName(textOf(id)) === keyOf(one)) return undefined;
			const value = typeof id === 'string' ? id.replace(/^'|^[a-z]{1,2}:(?=\d)/, '') : id;
			return { ...found, value };
		}
		if (!RECORDS.has(keyOf(one)) || (one.parent && SENT_IN.has(keyOf(one.parent))))
			return undefined;
	}
	return undefined;
}

/** An object with such a part is a registration for it. */
const isEventPart = (part: Entity) => part.role === 'thing' && EVENT_KEYS.has(keyOf(part));
const tellsEvent = ({ id, raw }: Column) =>
	EVENT_KEYS.has(id) &&
	typeof raw === 'string' &&
	(!['type', 'action'].includes(id) || /[._:]/.test(raw));

/** What sheets call a customer, a person or a company. */
const CLIENTS = new Set(['client', 'klient', 'kunde', 'customer', 'zakaznik', 'cliente']);

/** A Name, a contact or a client with the form of a company or the name of the domain, beside a person's names; or around them, with the place of that company. */
function firmOf({ address, name, entities }: Person): Record<string, Value> | undefined {
	const domain = domainOf(address.value);
	const ofName = wordsOf(`${name?.first.value} ${name?.last?.value ?? ''}`);
	const isFirm = (text: string) =>
		isCompany(text) ||
		(isNameOfDomain(text, domain) && !wordsOf(text).every((word) => ofName.includes(word)));
	const around = entities.flatMap((entity) => {
		const { parent } = entity;
		// Outseta: an account holds a list of what holds its persons.
		const isInList = parent !== undefined && Array.isArray(parent.raw);
		return [entity, parent, isInList ? parent.parent : undefined].filter(
			(one) => one !== undefined,
		);
	});
	const column = around
		.flatMap(({ columns }) => columns)
		.find(
			({ id, meaning = '', raw }) =>
				(['anyName', 'wholeName'].includes(meaning) || CLIENTS.has(id)) &&
				isFirm(textOf(dug(raw)).slice(0, 80)),
		);
	if (column === undefined) return undefined;
	const place = entities.includes(column.of)
		? undefined
		: [column.of, ...column.of.parts.filter(({ role }) => role === 'address')]
				.flatMap(({ columns }) => columns)
				.find(({ meaning, raw }) => meaning === 'location' && textOf(dug(raw)) !== '');
	const company = { column, value: dug(column.raw) };
	return place === undefined
		? { company }
		: { company, location: { column: place, value: dug(place.raw) } };
}
