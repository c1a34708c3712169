import { holdsText } from '../../values';
import { columnName, normalizedName } from './columnName';
import { keyOf, withParts, type Column, type Entity } from './columns';
import { singleValue, textOf } from './rawValue';
import { firmsOf, rowsAround } from './firms';
import {
	domainOf,
	isNameOfDomain,
	isOtherName,
	readName,
	wholeNameOf,
	type PersonName,
} from './names';
import { isCustom, isOfCustomFields, type Person } from './person';
import { columnsOf, holds, isOf, recordOf } from './ownColumns';
import { hasSigns, isOthers, isThing } from './roles';
import { NAMES } from './words';

/** The columns that belong to a person, the surest first: of its own objects, of what hangs on them, of the row around a prefix. */
export function groupsOf(person: Person): Column[][] {
	const { entities, name } = person;
	const address = person.address.value;
	const near = beside([...entities, ...rowsAround(entities), ...entities.flatMap(wrapperOf)]);
	const hanging = hangingOn(person, near);
	// The person once more, with other fields.
	const repeated = near.filter(
		(part) =>
			holds(part, address) && isSame(readName(columnsOf(part, address), address, true), name),
	);
	return [
		...entities.map((entity) => columnsOf(entity, address)),
		...rowsAround(entities).map((row) => ofRow(row, person)),
		...hanging.map((part) =>
			columnsOf(part, address).filter(({ meaning }) => meaning !== 'anyTitle'),
		),
		...hanging.flatMap(({ parts }) => parts.filter(hangs)).map(({ columns }) => columns),
		goodsGoTo(person, near).filter(({ meaning }) => meaning === 'location'),
		...[
			...near
				.filter((part) => isOfCustomFields(part) || isMetadata(person, part))
				.map(({ columns }) => columns),
			answersAround(person, near),
		].map((columns) => columns.filter(({ meaning = '' }) => OF_CUSTOM_FIELDS.has(meaning))),
		...repeated.map((part) => {
			const isWhole = isPlain(part) || part.role !== 'thing';
			const only = isTicket(part) ? 'company' : 'phone';
			return columnsOf(part, address).filter(({ meaning }) => isWhole || meaning === only);
		}),
		...customersAround(person).flatMap((around) =>
			[around, ...around.parts.filter(hangs)].map(({ columns }) =>
				columns.filter(({ meaning = '' }) => OF_CUSTOMERS.has(meaning)),
			),
		),
		...firmsOf(person, near).map(({ columns }) => columns.flatMap(ofFirm(domainOf(address)))),
	];
}

/** What the row around a prefix says of the person. The company may be that of the program's own account; an employer is the person's, but for an applicant's. */
function ofRow(row: Entity, { name, entities }: Person): Column[] {
	const isOwn = name?.first.column.of === row || !(isThing(row) || hasSigns(row, FOREIGN_KEYS));
	const isApplicant = entities.some((one) => /candidate|applicant/.test(keyOf(one)));
	return row.columns.filter(
		({ id, meaning }) => meaning !== 'company' || isOwn || (id === 'employer' && !isApplicant),
	);
}

/** Wix Events has what somebody has entered in `checkoutForm`. */
const isPlain = (part: Entity): boolean => part.role === 'unknown' || keyOf(part).endsWith('form');

/** Tito has the company of who has registered in their ticket. */
const isTicket = (part: Entity): boolean => /^tickets?$/.test(keyOf(part));

/** What a company's column says of its person: the company, if it is its name; the industry; and the person's job. */
const ofFirm =
	(domain: string) =>
	(column: Column): Column[] => {
		const { meaning = '', raw } = column;
		if (meaning === 'anyName') return [{ ...column, meaning: 'company' }];
		const isSure = meaning === 'company' && isNameOfDomain(textOf(raw), domain);
		return isSure || ['anyTitle', 'designation', 'industry'].includes(meaning) ? [column] : [];
	};

/** A customer without a name of its own around the one person who buys for it, or, in MYOB, around the one address with a person in it. */
const customersAround = ({ address, entities, name }: Person): Entity[] =>
	entities.flatMap(({ parent, role: own }) =>
		parent !== undefined &&
		(parent.role === 'person' || (own === 'address' && parent.columns.some(isPersonsName))) &&
		(!parent.columns.some(
			({ meaning = '', raw }) => NAMES.has(meaning) && holdsText(singleValue(raw)),
		) ||
			isSame(readName(parent.columns, address.value, false), name)) &&
		parent.parts.filter(({ role }) => role === (own === 'address' ? own : 'person')).length === 1 &&
		parent.columns.every(isOf(address.value))
			? [parent]
			: [],
	);
const isPersonsName = ({ meaning = '' }: Column) => ['name', 'lastName'].includes(meaning);
const OF_CUSTOMERS = new Set(['phone', 'company', 'location']);

/** What somebody has answered to the questions of a shop or an organizer, such as HelloAsso's `customFields[0]`. */
const answersAround = ({ entities, name: own, address }: Person, near: Entity[]): Column[] =>
	[
		...entities.flatMap(({ parent }) => parent ?? []),
		...near.filter((one) => !isOthers(one) && keyOf(one) !== 'lineitems'),
	]
		.filter(({ columns, parts }) =>
			[{ columns }, ...parts].every(
				(one) => !isOtherName(readName(one.columns, address.value, true), own),
			),
		)
		.flatMap(({ columns }) => columns)
		.filter(({ name }) => name.endsWith(']') && isCustom(keyOf({ path: name })));

/** What a program of the user has put into the record of a person at a shop or a bank, such as Clover and Stripe. */
const isMetadata = ({ entities }: Person, part: Entity): boolean =>
	keyOf(part) === 'metadata' && part.parent !== undefined && entities.includes(part.parent);

/** What is read of a person's custom fields. */
const OF_CUSTOM_FIELDS = new Set(['phone', 'company', 'location', 'designation', 'anyTitle']);

const isSame = (one?: PersonName, other?: PersonName): boolean =>
	one !== undefined &&
	one.first.value === other?.first.value &&
	one.last?.value === other.last?.value;

/** Whether an object is an address, or what to reach somebody by. A location with an ID and a name is an office, as HighLevel has its own. */
const hangs = (entity: Entity): boolean => {
	const { role, isPrefix, columns } = entity;
	const isOffice = () =>
		keyOf(entity) === 'location' &&
		['id', 'name'].every((id) => columns.some((column) => column.id === id));
	return role === 'address'
		? !isOffice()
		: role === 'billing' ||
				(role === 'person' && isPrefix && !columns.some(({ meaning }) => meaning === 'email'));
};

/** The addresses of a person: in its objects, and where the bill of an order goes. */
function hangingOn(person: Person, near: Entity[]): Entity[] {
	const {
		address: { value: address },
		entities,
		name,
	} = person;
	const isOwn = (part: Entity) => {
		if (!hangs(part) || isOthers(part)) return false;
		const other = readName(columnsOf(part, address), address, false);
		return other === undefined || (name !== undefined && !isOtherName(other, name));
	};
	const inside = [...entities, ...rowsAround(entities)].flatMap((entity) =>
		recordOf(entity, address).flatMap(({ parts }) =>
			parts.filter((part) => isOwn(part) && !entities.includes(part)),
		),
	);
	const isBill = (part: Entity) =>
		(part.isPrefix ? keyOf(part).startsWith('bill') : isBuyer(person) && part.role === 'billing') &&
		!part.columns.some(({ meaning }) => meaning === 'email');
	const bills = near.filter((part) => isBill(part) && isOwn(part));
	const all = [...inside, ...bills, ...near.flatMap(withParts).filter(isNamesake(person))];
	const isFirms = (part: Entity) => Number(/company|employer|organi[sz]ation/.test(keyOf(part)));
	return [...new Set(all)].sort((one, other) => isFirms(one) - isFirms(other));
}

/** Who pays the bill beside them; not an attendee or a patient. */
const BUYER =
	/customer|client|buyer|purchas|payer|invoice|bill|kund|klient|klant|besteller|acheteur|comprador/;
const isBuyer = ({ entities }: Person): boolean =>
	entities.some((one) => one.role === 'neutral' || BUYER.test(keyOf(one)));
/** Where an order goes. */
const SENT = 'ship(?:ping)?|deliver(?:y)?|liefer(?:ung)?|envio|livraison|spedizione|kargo|teslimat';
const SHIPPING = new RegExp(SENT);
/** Not who ships, nor a partnership. */
const DELIVERY = new RegExp(
	`^(?:${SENT})(?:to|s?address|adresse?|adresi|anschrift|details|info|person|contact)?$`,
);
const RECEIVER = /recip|receiv|consign|empfang|destinat|^att(?:entio)?n/;
/** Where what somebody buys goes, if nobody else is named there. */
const goodsGoTo = (person: Person, near: Entity[]): Column[] => {
	const columnsIn = (key: RegExp) =>
		near
			.filter((part) => key.test(keyOf(part)))
			.flatMap((part) => columnsOf(part, person.address.value));
	const places = columnsIn(DELIVERY);
	const isOwn = ![...places, ...columnsIn(RECEIVER)].some(isOfReceiver(person));
	return isBuyer(person) && isOwn ? places : [];
};
/** Whether a column names somebody else, or how to reach them. */
const isOfReceiver =
	({ name }: Person) =>
	({ id, key, meaning = '', raw }: Column): boolean =>
		(NAMES.has(meaning) ||
			meaning === 'email' ||
			columnName(key).role === 'other' ||
			RECEIVER.test(id)) &&
		holdsText(singleValue(raw)) &&
		normalizedName(textOf(singleValue(raw))) !== normalizedName(name ? wholeNameOf(name) : '');

/** Whether an object without an address has the whole name of the person: `customer_data`, or where an order goes, also inside what was bought. */
const isNamesake =
	({ address: { value }, name }: Person) =>
	(part: Entity): boolean =>
		(['person', 'billing'].includes(part.role) || SHIPPING.test(keyOf(part))) &&
		name?.last !== undefined &&
		!part.columns.some(({ meaning }) => meaning === 'email') &&
		isSame(readName(columnsOf(part, value), value, false), name);

/** What holds nothing but the `data` of a person, as Laravel's resources do. */
const wrapperOf = ({ role, parent }: Entity): Entity[] =>
	role === 'neutral' && parent?.role === 'person' && parent.columns.length === 0 ? [parent] : [];

/** The objects in and around those of a person. */
const beside = (entities: Entity[]): Entity[] => [
	...new Set(entities.flatMap(({ parts, parent }) => [...parts, ...(parent?.parts ?? [])])),
];

/** Beside one of these, a company's name is that of the program's own account. */
const FOREIGN_KEYS = new Set(['companyid', 'accountid', 'workspaceid', 'tenantid']);
