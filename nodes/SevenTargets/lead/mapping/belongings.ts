import { goesOut, holdsText } from '../../values';
import { areCustomFields, customFields } from '../customFields';
import type { LeadField } from '../field';
import { LEAD_FIELDS } from '../fields';
import { CHECKS, isOfThing } from './checks';
import { normalizedName, SECONDARY } from './columnName';
import { keyOf, type Column, type Entity, type Value } from './columns';
import { singleValue, textOf } from './rawValue';
import { firmOf, isCalledAs } from './firms';
import { groupsOf } from './groups';
import type { Person } from './person';
import { hasSigns } from './roles';
import { AD_SIGNS, EVENT_KEYS, RECORDS, SENT_IN, THING_SIGNS } from './words';

/** The fields that a person is found by. */
const OF_PERSON = ['name', 'lastName', 'email'];
const BELONGINGS = LEAD_FIELDS.filter(({ property }) => !OF_PERSON.includes(property.name));

/** The value of each field that belongs to the person, and its column. */
export function belongings(person: Person): Map<LeadField, Value> {
	const groups = groupsOf(person);
	// A colleague's company, or that of the event: the account of the program.
	const isOurs = ({ property }: LeadField, { value, column }: Value) =>
		property.name === 'company' &&
		(isOfEvent(column) ||
			person.colleaguesDomains.some((domain) => isCalledAs(textOf(value), domain)));
	const values = new Map<LeadField, Value>();
	for (const field of BELONGINGS) {
		const { name } = field.property;
		const found =
			name === 'externalId'
				? idOf(person)
				: groups.map((group) => bestOf(field, group)).find((value) => value !== undefined);
		if (found !== undefined && !isOurs(field, found)) values.set(field, found);
	}
	const firm = firmOf(person);
	for (const field of LEAD_FIELDS) {
		const value = firm?.[field.property.name];
		if (value !== undefined && !values.has(field) && !isOurs(field, value))
			values.set(field, value);
	}
	return values;
}

/** Whether a company has the ID of the company around the person: Housecall Pro's customer.company_name. */
function isOfEvent({ of }: Column): boolean {
	const idIn = ({ columns }: Entity) => columns.find(({ id }) => id === 'companyid')?.raw;
	const own = idIn(of);
	for (let one = of.parent; one !== undefined && holdsText(own); one = one.parent) {
		const isEvent = one.columns.some(({ id }) => EVENT_KEYS.has(id)) && !hasSigns(one, THING_SIGNS);
		if (isEvent && idIn(one) === own) return true;
	}
	return false;
}

/** Meanings that count for a field only if their value or what stands beside them shows that they are it. */
export const AMBIGUOUS: Record<string, string> = {
	designation: 'anyTitle',
	location: 'anyPlace',
};

function bestOf(field: LeadField, group: Column[]): Value | undefined {
	const { name } = field.property;
	// ERPNext has the seller's company there, and the lead's in company_name.
	const isSellers = name === 'company' && group.some(({ id }) => id === 'doctype');
	// Bitrix24 has the title of its record there.
	const isRecords =
		name === 'designation' && group.some(({ id, raw }) => id === 'companytitle' && holdsText(raw));
	const isOfProgram = (id: string) =>
		name === 'designation' &&
		id in JOB_BESIDE &&
		group.some((one) => JOB_BESIDE[id].includes(one.id));
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
	if (field === customFields) return areCustomFields(column.raw) ? column.raw : undefined;
	const { name } = field.property;
	const all = singleValue(column.raw, column.meaning);
	const raw = name === 'phone' && Array.isArray(all) ? all.find(holdsText) : all;
	if (typeof raw === 'boolean' || !holdsText(raw)) return undefined;
	// Google Contacts puts all of a person's numbers into one cell.
	const one = typeof raw === 'string' ? raw.split(' ::: ').find(holdsText)! : raw;
	const text = String(one).trim();
	if (CHECKS[name]?.(text, column, group) === false) return undefined;
	return name === 'scheduleId' ? sequenceOf(one, column.key) : one;
}

/** A sequence by its name or its ID, if the key tells which. */
function sequenceOf(value: unknown, key: string): unknown {
	const [mode] = /name|id/i.exec(key) ?? [];
	return mode === undefined ? value : { __rl: true, mode: mode.toLowerCase(), value };
}

/** What is a job title beside another column only: in Bitrix24, and in Dropcontact's answer. Elsewhere, a post is a text, and a job a vacancy. */
const JOB_BESIDE: Record<string, string[]> = {
	post: ['assignedbyid'],
	job: ['civility', 'emailqualification'],
};

/** Close's contacts have an ID of their own, such as cont_1, and that of the company, which is the lead there. */
const isContact = (entity: Entity) =>
	entity.columns.some(
		({ id, raw }) => id === 'id' && (keyOf(entity) === 'contacts' || /^cont_/.test(textOf(raw))),
	);

/** A contact of Bitrix24 tells of the lead that it was. */
const wasLead = ({ columns }: Entity) =>
	['id', 'assignedbyid'].every((key) =>
		columns.some(({ id, raw }) => id === key && holdsText(raw)),
	);

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
					: id !== 'leadid' || !(isContact(one!) || wasLead(one!)),
			),
		);
		if (found !== undefined) {
			const id = singleValue(found.value);
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
const tellsEvent = ({ id, raw, of }: Column) =>
	typeof raw === 'string' &&
	((EVENT_KEYS.has(id) && (!['type', 'action'].includes(id) || /[._:]/.test(raw))) ||
		// Spree's events have a name.
		(id === 'name' && /^[a-z_]+\.[a-z_.]+$/.test(raw) && of.parts.some(isData)));
const isData = (part: Entity) => keyOf(part) === 'data';
