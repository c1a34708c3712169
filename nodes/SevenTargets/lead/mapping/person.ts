import { holdsText, trimmed } from '../../values';
import { addressesOf, isFrom, judged, type Address } from './addresses';
import { columnName, normalizedName, SECONDARY, wordsOf } from './columnName';
import { keyOf, rowOf, withParts, type Column, type Entity } from './columns';
import { singleValue, textOf } from './rawValue';
import {
	domainOf,
	holdBothNames,
	isInAddress,
	isName,
	isOtherName,
	isWritten,
	readName,
	wordsBefore,
	type PersonName,
} from './names';
import { nameInHeader, nameSaidBy } from './namesElsewhere';
import { columnsOf, fits, nameIn, recordOf } from './ownColumns';
import { hasSigns, isOthers, isThing, roleIn, saysColleague } from './roles';
import {
	ANYBODYS_DOMAIN,
	CONTACT_DATA,
	DEAL_SIGNS,
	EVENT_KEYS,
	PARTS,
	PAYERS,
	PURCHASE,
	SHARED_MAILBOX,
	PARENTS,
	PUPILS,
	ROLES,
} from './words';

/** Whom the assistant is to write to. */
export interface Person {
	address: Address;
	/** The objects that hold the address, the surest first. */
	entities: Entity[];
	name?: PersonName;
	/** The domains of the colleagues in the item. */
	colleaguesDomains: string[];
}

/** What was found: a person; or the addresses between which nobody can choose, or none of which is sure. */
export type Found = { person: Person } | { several: Address[] } | { addresses: Address[] };

/** Each address is judged by all columns: this many columns read take a third of a second. No row of one person comes near. */
const MOST_READ = 100_000;

/** Finds the person: the one address that is nobody else's. */
export function findPerson(root: Entity): Found {
	const all = addressesOf(root);
	const columns = withParts(root).reduce((sum, entity) => sum + entity.columns.length, 0);
	if (all.length * columns > MOST_READ) return { several: all };
	const addresses = judged(all, root);
	const sorted = sortedOut(addresses, root);
	const { sure, doubtful, likely, own } = sorted;
	const candidates = readByOne(distinct([...sure, ...likely, ...own]));
	if (candidates.length === 0) return { addresses };
	const several = sure.length + own.length > 0 ? candidates : distinct(doubtful);
	if (several.length > 1 && !areOne(several)) return { several };
	const [best] = candidates;
	const isSure = sure.some(({ value }) => value === best.value);
	const found = personOf(isSure ? sure : [...likely, ...own], best);
	const person = {
		...found,
		// Smartlead: to_name, beside to_email.
		name: found.name ?? nameBesideSame(addresses, best),
		colleaguesDomains: colleaguesDomains(addresses, best),
	};
	const rival = rivalOf(person, addresses, sorted, isSure);
	if (rival !== undefined) return { several: [best, rival] };
	const isForAnother = !isSure && own.length === 0 && namesCustomer(person);
	return isForAnother ||
		isOfPupilAndParent(person) ||
		withParts(root).some(isSomebodyWithout(person))
		? { addresses: [{ ...person.address, against: 'besideOther' }] }
		: { person };
}

/** The addresses of an item by what speaks for them. */
interface Sorted {
	sure: Address[];
	doubtful: Address[];
	/** Those of the doubtful ones that are the lead's if no other one is. */
	likely: Address[];
	/** Under the name of a sender, and that of the person in the row. */
	own: Address[];
	/** Whether a user buys something for a deal: then nobody knows which user it is. */
	isDealsPurchase: boolean;
}

function sortedOut(addresses: Address[], root: Entity): Sorted {
	const sure = addresses.filter(({ against }) => against === undefined);
	const doubtful = addresses.filter(({ against }) => against === 'doubtful');
	const hasUsers = doubtful.some(({ column }) => isUser(column.of));
	const [isPurchase, isDeal] = [saysPurchase, holdsDeal].map((is) => hasUsers && is(root));
	const isSale = isPurchase && !isDeal;
	const isOnly = addresses.every(({ value }) => value === addresses[0].value);
	const likely = doubtful.filter(
		(address) =>
			(isLikely(address, isSale && !sure.some(isOfPrefix)) ||
				(isOnly && isOnlyOne(address, isSale))) &&
			!(sure.length > 0 && saysColleague(address.column.of)),
	);
	const own = addresses.filter(
		(address) =>
			isRowsOwn(address) && !sure.some(({ column }) => column.of === address.column.of.parent),
	);
	return { sure, doubtful, likely, own, isDealsPurchase: isPurchase && isDeal };
}

/** Invitee Email: the user beside it is the host. */
const isOfPrefix = ({ column: { of } }: Address): boolean => of.isPrefix && of.role === 'person';

const nameBesideSame = (addresses: Address[], { value }: Address): PersonName | undefined =>
	addresses
		.filter((one) => one.value === value && fits(nameIn(one.column.of, value), value))
		.map(({ column }) => nameIn(column.of, value))[0];

/** Who sends a form by mail: a colleague, or who filled it in. */
const SENDERS = new Set([
	'absender',
	'sender',
	'afzender',
	'mittente',
	'remitente',
	'avsender',
	'afsender',
	'nadawca',
	'odesilatel',
]);

/** Whether an address under the name of a sender, such as `Absender E-Mail`, is that of the person in the row: first and last name say so. */
function isRowsOwn({ against, column: { of }, value }: Address): boolean {
	if (against !== 'other' || !of.isPrefix || !SENDERS.has(keyOf(of))) return false;
	if (!of.parent?.columns.some(isContactData) || isOthers(of.parent)) return false;
	const { first, last } = readName(of.parent.columns, value, true) ?? {};
	return (
		first !== undefined && last !== undefined && isWritten(`${first.value} ${last.value}`, value)
	);
}

/** Who works for the user of the program, and nobody of the lead's own company. */
const OUR_ROLES =
	/owner|agent|advis|assign|seller|sales|consult|produc|vendor|broker|realtor|creat/;

const colleaguesDomains = (addresses: Address[], { value: own }: Address): string[] =>
	addresses
		.filter(({ against, column: { of } }) => against === 'other' && OUR_ROLES.test(keyOf(of)))
		.map(({ value }) => domainOf(value))
		.filter((domain) => domain !== domainOf(own));

/** Another address that may be the lead's as well as the one of the person. */
const rivalOf = (
	person: Person,
	addresses: Address[],
	{ sure, doubtful, isDealsPurchase }: Sorted,
	isSure: boolean,
): Address | undefined =>
	namesakeOf(person, addresses, [...sure, ...doubtful]) ??
	(isSure ? undefined : doubtful.find(isEqualTo(person))) ??
	(isDealsPurchase
		? doubtful.find((address) => address.value !== person.address.value && isUsers(address))
		: undefined);

/**
 * Another address that has the name in it, although the chosen one has not: two persons may be mixed up. It stands in the same object, or the
 * chosen one is who has sent the message; of that, the address for answers is another person's, too, as if a site has sent a form.
 */
function namesakeOf(
	{ address, name, entities }: Person,
	addresses: Address[],
	sure: Address[],
): Address | undefined {
	if (name === undefined || fits(name, address.value)) return undefined;
	if (!isFrom(address.column)) {
		return sure.find(
			({ value, column }) =>
				entities.includes(column.of) &&
				fits(name, value) &&
				!(OF_KIND.test(column.name) && wordsBefore(address.value).length < 2),
		);
	}
	return addresses.find(
		({ value, column }) =>
			value !== address.value && (/reply.?to/i.test(column.name) || fits(name, value)),
	);
}

/** Somebody has several addresses: Personal Email, Work Email. But tom.weber@… beside Ida Klein is Tom's. */
const OF_KIND = /work|business|office|personal|privat|gesch(?:ä|ae)ft|dienst|perso|pro(?:f|$)/i;

/** Whether an address is as good as the one that was found, and another one's: bride and groom. */
const isEqualTo =
	({ entities, name }: Person) =>
	({ value, column: { of } }: Address): boolean =>
		entities.includes(of) && isOtherName(nameSaidBy(of.columns, value), name);

/** Whether the name is a pupil's, and the address a parent's. */
const isOfPupilAndParent = ({ address, name }: Person): boolean => {
	const hasWord = ({ name }: Column, words: Set<string>) =>
		wordsOf(name).some((word) => words.has(word));
	return (
		name !== undefined &&
		hasWord(address.column, PARENTS) &&
		hasWord(name.first.column, PUPILS) &&
		!hasWord(name.first.column, PARENTS)
	);
};

/** Whether the row of an address names a client, who is not the one with the address: a therapist or an engineer writes to none. */
function namesCustomer({ address: { value, column: own }, name }: Person): boolean {
	const { of } = own;
	if (of.parent === undefined && own.meaning === 'email') return false;
	const isOfAnother = (part: Entity) =>
		part.isPrefix && part.role === 'person' && part !== of && part !== name?.first.column.of;
	return [of, rowOf(of) ?? []]
		.flat()
		.flatMap(({ columns, parts }) => [
			...columns.filter(({ id, meaning }) => meaning === undefined && ROLES.person.has(id)),
			...parts.filter(isOfAnother).flatMap((part) => part.columns.filter(isName)),
		])
		.map(({ raw }) => textOf(singleValue(raw)))
		.some(
			(text) =>
				text.length < 80 &&
				/\p{L}{2}/u.test(text) &&
				!text.includes('@') &&
				!isInAddress(text, value) &&
				!wordsOf(text).some((word) => word.length > 2 && domainOf(value).includes(word)),
		);
}

/** Whether an object is that of another person, whose address is blank: then the address may be a colleague's. */
const isSomebodyWithout =
	({ address: { value }, name, entities }: Person) =>
	(entity: Entity): boolean =>
		!entities.includes(entity) &&
		roleIn(entity) === 'person' &&
		(PAYERS.has(keyOf(entity)) ||
			(entities.some(isUser) && entity.columns.some(isContactData)) ||
			entity.columns.some(
				({ meaning, raw, rank }) =>
					meaning === 'email' && rank < SECONDARY && !holdsText(singleValue(raw)),
			)) &&
		isOtherName(nameIn(entity, value), name);

/** One address for each object, the best of its columns; and each address once. */
function distinct(addresses: Address[]): Address[] {
	const byEntity = new Map<Entity, Address>();
	for (const address of [...addresses].sort(byRank)) {
		if (!byEntity.has(address.column.of)) byEntity.set(address.column.of, address);
	}
	return [...new Map([...byEntity.values()].map((address) => [address.value, address])).values()];
}
const byRank = (one: Address, other: Address) =>
	Number(one.against !== undefined) - Number(other.against !== undefined) ||
	one.column.rank - other.column.rank ||
	one.column.name.length - other.column.name.length ||
	(one.column.name < other.column.name ? -1 : 1);

/** Without the shared mailboxes, in whose objects is no person, beside the address of one. */
function readByOne(addresses: Address[]): Address[] {
	const isHeld = (one: Entity) => addresses.some(({ column }) => column.of === one);
	const hasName = ({ value, column: { of } }: Address) =>
		[lifted(of, value), of.parent && !isHeld(of.parent) ? of.parent : undefined].some(
			(one) => one && nameIn(one, value) !== undefined,
		);
	const isShared = (address: Address) =>
		SHARED_MAILBOX.has(normalizedName(address.value.split('@')[0])) &&
		!(hasName(address) && !addresses.some((one) => fits(nameAt(address), one.value)));
	const persons = addresses.filter((address) => !isShared(address));
	// Of a list of persons, none is chosen.
	const isInList = addresses.some(({ column }) => column.name.includes('['));
	const isBeside = addresses.every((one) => !isShared(one) || !one.column.name.includes('['));
	const areSure = persons.length > 0 && persons.every(({ against }) => against === undefined);
	return areSure && (!isInList || (isBeside && persons.length === 1)) ? persons : addresses;
}

/** Two addresses are one person's if both objects have the same first and last name. */
function areOne(addresses: Address[]): boolean {
	if (addresses.some(({ column }) => column.name.includes('['))) return false;
	const names = addresses.map(({ column, value }) => nameIn(column.of, value));
	const [first] = names;
	const same = (name?: PersonName) => `${name?.first.value} ${name?.last?.value}`.toLowerCase();
	return first?.last !== undefined && names.every((name) => same(name) === same(first));
}

/** The name in the object of an address, or in the row around a prefix. */
const nameAt = ({ column: { of }, value }: Address): PersonName | undefined =>
	nameIn(of, value) ??
	(of.isPrefix && of.parent ? nameIn(of.parent, value) : undefined) ??
	// The email of an order, and who pays it.
	of.parts
		.filter(({ role, isPrefix }) => role === 'billing' || (isPrefix && role === 'person'))
		.flatMap((part) => nameIn(part, value) ?? [])[0] ??
	nameSaidBy(of.columns, value);

/**
 * The only address of the item, under a name that says nothing: it counts if it is that of the name beside it.
 *
 * @param isSale whether a user buys something
 */
function isLikely(address: Address, isSale: boolean): boolean {
	const { column, value, name: header = '' } = address;
	const { of } = column;
	const role = roleIn(of);
	const around = of.parent;
	const name = nameAt(address);
	const isContact = columnsOf(of, value).some(isContactData);
	// Of a name in other letters, the address tells nothing.
	const hasParts =
		name?.first.column.meaning === 'name' && name.last?.column.meaning === 'lastName';
	const isOfOther =
		isContact &&
		(role === 'unknown' || (keyOf(of) === 'order' && hasParts)) &&
		!of.isPrefix &&
		name !== undefined &&
		!/\p{Script=Latin}/u.test(name.first.value);
	if (isOfOther) return true;
	if (!fits(name, value)) return role === 'thing' && isInAddress(header, value);
	if (['thing', 'person', 'billing'].includes(role)) return true;
	if (role === 'user') return isSale;
	return isContact || (role === 'unknown' && hasParts && around !== undefined && !isRecord(around));
}
/** Whether an address may be that of anybody: nobody's name, and no mailbox of a firm. */
const isAnybodys = (address: string, { columns }: Entity): boolean => {
	const local = normalizedName(address.split('@')[0]);
	return (
		ANYBODYS_DOMAIN.test(domainOf(address)) &&
		wordsBefore(address).length < 2 &&
		!SHARED_MAILBOX.has(local) &&
		!columns.some(
			({ meaning, raw }) =>
				meaning === 'company' && normalizedName(textOf(raw).slice(0, 200)).includes(local),
		)
	);
};

/** Whether the only address of an item is the person's although the name does not say so: Company Email beside First and Last Name, or the user's who buys. */
function isOnlyOne({ column: { meaning, of }, value }: Address, isSale: boolean): boolean {
	const { role, isPrefix, parent: row } = of;
	if (meaning !== 'email' || !isPrefix || row === undefined || isOthers(row)) return false;
	const name = nameIn(row, value);
	if (role === 'user' && isSale && name === undefined) return true;
	return (
		['company', 'user'].includes(role) &&
		!PARENTS.has(keyOf(of)) &&
		holdBothNames(row.columns) &&
		!isThing(row) &&
		!row.columns.some((column) => column.meaning === 'email') &&
		(fits(name, value) || isAnybodys(value, row))
	);
}
const isContactData = ({ meaning = '', raw }: Column): boolean =>
	CONTACT_DATA.has(meaning) && holdsText(singleValue(raw));
/** Whether an object has a name, a title or a state of its own. */
const isRecord = (entity: Entity): boolean =>
	isThing(entity) ||
	entity.columns.some(
		({ meaning, id }) => ['anyName', 'anyTitle'].includes(meaning ?? '') || id === 'status',
	);
const saysPurchase = (root: Entity): boolean =>
	withParts(root).some(
		({ columns, parts }) =>
			[
				...columns.map(({ key }) => key),
				...parts.filter(({ isPrefix }) => !isPrefix).map(keyOf),
			].some((key) => PURCHASE.test(key)) ||
			columns.some(
				({ id, raw }) =>
					(EVENT_KEYS.has(id) || /^x.*event$/.test(id)) && PURCHASE.test(textOf(raw).slice(0, 60)),
			),
	);
const holdsDeal = (root: Entity): boolean =>
	withParts(root).some((entity) => hasSigns(entity, DEAL_SIGNS));

const isUser = (entity: Entity): boolean => roleIn(entity) === 'user';
const isUsers = (address: Address): boolean =>
	isUser(address.column.of) && fits(nameAt(address), address.value);

/** The person of an address: all objects that have it, and the name in or around them. */
function personOf(addresses: Address[], best: Address): Omit<Person, 'colleaguesDomains'> {
	const own = addresses.filter(({ value }) => value === best.value).sort(byRank);
	const all = [...new Set(own.map(({ column, value }) => lifted(column.of, value)))];
	const isInside = (entity: Entity) =>
		all.some((one) => one !== entity && recordOf(one, best.value).includes(entity));
	const entities = all.filter((entity) => !isInside(entity));
	const surest = (entity: Entity) =>
		Number(isThing(entity)) * 2 + Number(roleIn(entity) !== 'person' || entity.role === 'neutral');
	entities.sort((one, other) => surest(one) - surest(other) || (one.path < other.path ? -1 : 1));
	const address = own.find(({ column }) => entities[0].columns.includes(column)) ?? own[0];
	const name = nameOf(entities, own);
	return { address, entities, name };
}

/** The object around one that only holds the address, if the name in it is that of the address. */
function lifted(entity: Entity, address: string): Entity {
	const { parent } = entity;
	if (parent === undefined || entity.isPrefix || nameIn(entity, address) !== undefined)
		return entity;
	const isPart =
		PARTS.has(keyOf(entity)) ||
		(entity.role === 'address' && !parent.columns.some(({ meaning }) => meaning === 'email'));
	const around = lifted(parent, address);
	return isPart || (!isThing(around) && fits(nameIn(around, address), address)) ? around : entity;
}

/** Where some newsletters keep even the name of a person, and Razorpay, whose objects have an `entity`, what a shop wants to know. */
export function isOfCustomFields(entity: Entity): boolean {
	const isRazorpays = () => entity.parent?.columns.some(({ id }) => id === 'entity') ?? false;
	const key = keyOf(entity);
	return key === 'notes' ? isRazorpays() : isCustom(key);
}
/** Billetweb, InSales; Zoho Bookings' `customer_more_info`, Delighted's `person_properties`. */
const CUSTOM =
	/^(?:custom|fieldsvalues|(?:person|customer|client|contact|attendee)(?:properties|moreinfo))$/;
export const isCustom = (key: string): boolean => {
	const { id, meaning } = columnName(key);
	return meaning === 'customFields' || CUSTOM.test(id);
};

/** A first and a last name before an address, as in Digistore24's `address_first_name`; not the name of the place. */
const isNamed = ({ role, isPrefix, columns }: Entity): boolean =>
	role === 'address' && isPrefix && holdBothNames(columns);

/** The contacts of a company beside the address that have its name. */
const contactsOfCompany =
	(address: string) =>
	({ role, parts }: Entity): Entity[] =>
		role === 'company' ? parts.filter((part) => fits(nameIn(part, address), address)) : [];

/** The objects in and beside rows that may hold the name: those whose name the address has, or of the parents of a pupil, or all. */
function partsWithNames(rows: Entity[], address: string): Entity[] {
	const isOwn = (part: Entity) => fits(nameIn(part, address), address);
	const isParents = (part: Entity) =>
		PARENTS.has(keyOf(part)) && nameIn(part, address) !== undefined;
	const bills = rows
		.flatMap(({ parent }) => parent?.parts ?? [])
		.filter((part) => part.role === 'billing' && isOwn(part));
	const beside = rows.flatMap(({ parts }) =>
		[...parts, ...parts.flatMap(contactsOfCompany(address)), ...bills].filter(
			(part) =>
				(['billing', 'person'].includes(part.role) && !isOthers(part)) ||
				isNamed(part) ||
				isOfCustomFields(part),
		),
	);
	const told = [isOwn, isParents].map((is) => beside.filter(is));
	return told.find((parts) => parts.length > 0) ?? beside;
}

function nameOf(entities: Entity[], addresses: Address[]): PersonName | undefined {
	const [{ value }] = addresses;
	for (const entity of entities) {
		const name = nameIn(entity, value);
		if (name !== undefined) return name;
	}
	for (const { name = '', column } of addresses) {
		const inHeader = nameInHeader({ value: trimmed(name), column }, value);
		if (inHeader !== undefined) return inHeader;
	}
	const rows = entities.flatMap((entity) => [rowOf(entity) ?? [], entity].flat());
	for (const row of rows) {
		const name = readName(columnsOf(row, value), value, true);
		if (name !== undefined) return name;
	}
	const names = partsWithNames(rows, value).flatMap((part) => nameIn(part, value) ?? []);
	const isSame = (name: PersonName) => name.first.value === names[0].first.value;
	if (names.length > 0) return names.every(isSame) ? names[0] : undefined;
	return nameSaidBy(
		rows.flatMap(({ columns }) => columns),
		value,
	);
}
