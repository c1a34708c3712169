import { holdsText } from '../../values';
import {
	columnsWithPrefixes,
	keyOf,
	MOST_ENTRIES,
	withParts,
	type Column,
	type Entity,
} from './columns';
import { domainOf, isCompany, isInAddress } from './names';
import { singleValue, textOf } from './rawValue';
import {
	ANYBODYS_DOMAIN,
	COLLEAGUE_KIND,
	GREETED,
	LEAD_BESIDE,
	PERSON_KIND,
	SAYS_KIND,
	STAFF_SIGNS,
	THING_SIGNS,
} from './words';

/** Whose an object is, if it does not say so itself: that of the object around it. The item is a person's. */
export function roleIn(entity: Entity): Entity['role'] {
	const roles = withAround(entity).map(ownRole);
	return roles.includes('other') ? 'other' : (roles.find((role) => role !== 'neutral') ?? 'person');
}

/** Whether an object is a colleague's or another person's. */
export const isOthers = (entity: Entity): boolean => roleIn(entity) === 'other';

/** An object and all those around it. */
function withAround(entity: Entity): Entity[] {
	const around: Entity[] = [];
	for (let one: Entity | undefined = entity; one; one = one.parent) around.push(one);
	return around;
}

const roles = new WeakMap<Entity, Entity['role']>();

function ownRole(entity: Entity): Entity['role'] {
	const known = roles.get(entity);
	if (known !== undefined) return known;
	const role = roleOf(entity);
	roles.set(entity, role);
	return role;
}

function roleOf(entity: Entity): Entity['role'] {
	const { role, columns } = entity;
	if (columns.some(saysOther) || isStaff(entity) || isZendesksAgent(entity)) return 'other';
	if (isSecondGuest(entity) || isRelative(entity) || isOfVacancy(entity)) return 'other';
	const isOther = ['other', 'user'].includes(role);
	return isOther && (saysPerson(entity) || isLeadBeside(entity)) ? 'person' : role;
}

/** Personio: { type: "Employee", attributes: … } */
const saysEmployee = ({ id, raw }: Column): boolean =>
	['type', 'usertype'].includes(id) && typeof raw === 'string' && /^(employee|staff)$/i.test(raw);

const OTHER_FLAGS = new Set([
	'self',
	'organizer',
	'isorganizer',
	'ishost',
	'isowner',
	'isagent',
	'isstaff',
	'internal',
	'resource',
]);
const saysOther = ({ id, raw }: Column) =>
	(raw === true && OTHER_FLAGS.has(id)) ||
	// Fathom and Gong, of who was at a meeting.
	(raw === false && id === 'isexternal') ||
	(raw === 'Internal' && id === 'affiliation') ||
	// Quickbase's users, such as who owns a record.
	(id === 'id' && typeof raw === 'string' && /^\d{5,}\.(?=.*[a-z])[a-z\d]{4}$/.test(raw)) ||
	(FORM_NAMES.has(id) && typeof raw === 'string' && OF_STAFF.test(raw.slice(0, 100)));
/** Zendesk keeps its customers and its own agents as users. */
const isZendesksAgent = (entity: Entity): boolean =>
	saysColleague(entity) && entity.columns.some(({ id }) => id === 'restrictedagent');
/** What a form is called, and how it says that it is about a new colleague. */
const FORM_NAMES = new Set(['slug', 'form', 'formname', 'formtitle']);
const OF_STAFF = /new[-_ ]?(employee|colleague)|(employee|staff)[-_ ]?onboarding/i;

/** A record of the company's own staff: it says so, or two of its columns do, of which one stands in forms and lists of members, too. */
const isStaff = (entity: Entity): boolean => {
	const own = columnsWithPrefixes(entity);
	const signs = own.filter(({ id, raw }) => STAFF_SIGNS.has(id) && holdsText(raw));
	const keys = entity.parts.map(keyOf).filter((key) => STAFF_SIGNS.has(key));
	return own.some(saysEmployee) || new Set([...signs.map(({ id }) => id), ...keys]).size > 1;
};

/** Whether a guest is a second person, as in a calendar, and not the lead, as in a hotel. Two objects with addresses are for the user to choose from. */
function isSecondGuest(entity: Entity): boolean {
	const key = keyOf(entity);
	if (!/guests?$/.test(key)) return false;
	if (entity.isPrefix) return isBesideFirst(entity, entity.parent!);
	return (key.endsWith('s') || !hasAddress(entity)) && hasAddressOutside(entity);
}

/** Whether a guest's columns stand beside those of the first person: an address of their own, or a name if the guest has no address. */
function isBesideFirst(guest: Entity, row: Entity): boolean {
	const others = row.parts.filter((one) => one !== guest && one.isPrefix && one.role === 'person');
	if (hasAddress(guest)) return [row, ...others].some(hasAddress);
	const address = textOf(
		singleValue(row.columns.find(({ meaning }) => meaning === 'email')?.raw),
	).slice(0, 200);
	const name = guest.columns.filter(isFirstName).map(({ raw }) => textOf(raw).slice(0, 80));
	// An agency books for a guest, too.
	const isOwn = ANYBODYS_DOMAIN.test(domainOf(address)) || isInAddress(name.join(' '), address);
	const hasFirst = [row, ...others].some(({ columns }) => columns.some(isFirstName));
	return hasAddress(row) && (hasFirst || !isOwn);
}
const isFirstName = ({ meaning = '' }: Column): boolean => GREETED.has(meaning);

/** FHIR: whom to call for a patient, who has an address of their own. */
const isRelative = (entity: Entity): boolean =>
	!entity.isPrefix &&
	(entity.columns.some(({ id }) => id === 'relationship') ||
		entity.parts.some((part) => keyOf(part) === 'relationship')) &&
	hasAddress(entity.parent);

/** Whom to ask about a vacancy, beside the one who applies for it. */
const isOfVacancy = (entity: Entity): boolean =>
	entity.role === 'person' &&
	entity.parent !== undefined &&
	/^(?:job|joborder|vacancy|position|requisition)$/.test(keyOf(entity.parent)) &&
	withParts(withAround(entity).at(-1)!).some(
		(one) => /^(?:candidate|applicant)$/.test(keyOf(one)) && hasAddress(one),
	);

const hasAddress = (entity?: Entity): boolean =>
	entity?.columns.some(({ meaning, raw }) => meaning === 'email' && holdsText(singleValue(raw))) ??
	false;

/** Whether an address stands outside an object that is no colleague's by its key. */
function hasAddressOutside(entity: Entity): boolean {
	const root = withAround(entity).at(-1)!;
	return withParts(root).some((one) => {
		const around = withAround(one);
		return (
			!around.includes(entity) && around.every(({ role }) => role !== 'other') && hasAddress(one)
		);
	});
}

/** The sender and the author of a message say themselves whether they are a colleague; of several in a list, all must say so. */
const saysPerson = (entity: Entity): boolean =>
	SAYS_KIND.has(keyOf(entity)) && isPersonsKind(entity) && othersInList(entity).every(isOthersKind);

const kindsOf = ({ columns }: Entity): string[] =>
	columns.flatMap(({ id, raw }) =>
		['type', 'kind', 'role'].includes(id) &&
		typeof raw === 'string' &&
		!(id === 'role' && /^lead$/i.test(raw))
			? [raw]
			: [],
	);
const isPersonsKind = (entity: Entity): boolean =>
	kindsOf(entity).some((kind) => PERSON_KIND.test(kind));
const isOthersKind = (entity: Entity): boolean =>
	kindsOf(entity).some((kind) => COLLEAGUE_KIND.test(kind)) && !isPersonsKind(entity);

/** Whether a record says that it is a colleague's: by its type, or by a role that is no job. */
export const saysColleague = ({ columns }: Entity): boolean =>
	columns.some(
		({ id, raw }) =>
			typeof raw === 'string' &&
			((id === 'type' && COLLEAGUE_KIND.test(raw)) || (id === 'role' && OF_PROGRAMS.test(raw))),
	);
/** Roles that are no jobs. */
const OF_PROGRAMS = /^(agent|operator|admin|bot)$/i;

function othersInList(entity: Entity): Entity[] {
	const { path, parent } = entity;
	const key = path.replace(/\[\d+\]$/, '');
	if (key === path) return [];
	// What stands behind the entries that are read may be the client.
	if (Array.isArray(entity.raw) && entity.raw.length > MOST_ENTRIES) return [entity];
	return parent!.parts.filter((one) => one !== entity && one.path.startsWith(`${key}[`));
}

/** Holded: the one contact of a company that has no name of a person itself. */
const isOneOf = ({ path }: Entity, { columns }: Entity): boolean =>
	!path.endsWith(']') &&
	!columns.some(({ meaning, raw }) => meaning === 'name' && holdsText(singleValue(raw))) &&
	columns.some(
		({ meaning = '', raw }) => ['anyName', 'wholeName'].includes(meaning) && isCompany(textOf(raw)),
	);
const CHANNEL_TALK = ['channelid', 'memberid'];
function isLeadBeside(entity: Entity): boolean {
	const { parent } = entity;
	const key = keyOf(entity);
	if (key === 'contactpersons' && parent && (parent.role === 'company' || isOneOf(entity, parent)))
		return true;
	// Channel Talk, where colleagues are managers.
	if (key === 'user' && CHANNEL_TALK.every((id) => entity.columns.some((one) => one.id === id)))
		return true;
	const signs = LEAD_BESIDE[key];
	const around = [parent, parent?.role === 'neutral' ? parent.parent : undefined];
	const isBeside = around.some(
		(one) => one && columnsWithPrefixes(one).some(({ id }) => signs?.test(id)),
	);
	return isBeside && !hasAddress(parent);
}

export const hasSigns = (entity: Entity, signs: Set<string>): boolean =>
	entity.columns.some(({ id }) => signs.has(id)) ||
	entity.parts.some((part) => !part.isPrefix && signs.has(keyOf(part)));

/** A bare Name may be that of a thing, such as an order's number. */
export const isThing = (entity: Entity): boolean =>
	entity.role === 'thing' || hasSigns(entity, THING_SIGNS);
