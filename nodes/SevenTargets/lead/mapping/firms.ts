import { holdsText } from '../../values';
import { normalizedName, wordsOf } from './columnName';
import { keyOf, rowOf, withParts, type Column, type Entity, type Value } from './columns';
import { singleValue, textOf } from './rawValue';
import { brandOf, domainOf, isCompany, isNameOfDomain, wholeNameOf } from './names';
import type { Person } from './person';
import { recordOf } from './ownColumns';
import { hasSigns, isOthers, isThing } from './roles';
import {
	ANYBODYS_DOMAIN,
	CLIENTS,
	COLLECTIVE,
	DEAL_SIGNS,
	PARENTS,
	SHARED_MAILBOX,
	setOf,
} from './words';

export const rowsAround = (entities: Entity[]): Entity[] =>
	entities.flatMap((entity) => rowOf(entity) ?? []);

/** Around a person, a deal has the person's company, and a booking has that of the seller. */
const isDeal = (entity: Entity): boolean =>
	['deal', 'opportunity'].includes(keyOf(entity)) || hasSigns(entity, DEAL_SIGNS);

/** The companies of a person: in its objects, in the deal around them, and beside them if they have the person's domain. */
export function firmsOf(
	{ address: { value: address }, entities }: Person,
	near: Entity[],
): Entity[] {
	// Around an applicant, it is that of the vacancy.
	const aroundDeal = entities.flatMap((entity) =>
		entity.role === 'person' &&
		entity.parent &&
		isDeal(entity.parent) &&
		!/candidate|applicant/.test(keyOf(entity))
			? [entity.parent]
			: [],
	);
	const mayBeFirm = (entity: Entity) =>
		entity.role === 'company' || keyOf(entity) === 'companyinfo' || isFirm(entity);
	const isFirm = ({ role, columns }: Entity) =>
		['person', 'neutral', 'unknown'].includes(role) &&
		columns.some(({ meaning, raw }) => meaning === 'anyName' && isCompany(textOf(raw))) &&
		!columns.some((column) => OF_PERSONS.has(column.meaning ?? '') && !isSharedMailbox(column));
	const domain = domainOf(address);
	return [...entities.filter((entity) => !isThing(entity)), ...rowsAround(entities)]
		.flatMap((entity) => recordOf(entity, address))
		.concat(aroundDeal)
		.flatMap(({ parts }) =>
			parts.filter((part) => part.role === 'company' && !isParent(part) && !isOwn(part)),
		)
		.concat(near.filter((part) => mayBeFirm(part) && isAtDomain(part, domain)));
}

/** Whether a parent does not say that it is a company: it may be a person's mother. */
const isParent = (part: Entity): boolean =>
	PARENTS.has(keyOf(part)) &&
	!part.columns.some(({ meaning, raw }) => meaning === 'anyName' && isCompany(textOf(raw)));

/** Chatwoot: the account beside an event is that of the program. */
const isOwn = (entity: Entity): boolean =>
	keyOf(entity) === 'account' && (entity.parent?.columns.some(({ id }) => id === 'event') ?? false);

/** What a company does not have. */
const OF_PERSONS = new Set(['email', 'name', 'lastName', 'wholeName', 'designation', 'anyTitle']);

const isSharedMailbox = ({ meaning, raw }: Column): boolean =>
	meaning === 'email' && SHARED_MAILBOX.has(normalizedName(textOf(singleValue(raw)).split('@')[0]));

/** Whether a company beside the person has the domain of the person's address, in its name, its shared mailbox or its website. */
const isAtDomain = ({ columns }: Entity, domain: string): boolean =>
	columns.some(({ meaning, raw }) => {
		if (typeof raw !== 'string' || raw.length > 300 || ANYBODYS_DOMAIN.test(domain)) return false;
		if (['anyName', 'company'].includes(meaning ?? '') && isNameOfDomain(raw, domain)) return true;
		const [local, host] = raw.includes('@')
			? raw.toLowerCase().split('@')
			: ['info', raw.toLowerCase()];
		const bare = host.replace(/^https?:\/\/(www\.)?|^www\./, '').split(/[/?#:]/)[0];
		return bare === domain && SHARED_MAILBOX.has(normalizedName(local));
	});

/** Domains that are words which many companies have in their names. */
const TRADES = setOf(
	'insurance finance financial partner realty property properties travel security capital',
);

/** Whether a company has all of a domain in its name, and not only a word that many have. */
export function isCalledAs(name: string, domain: string): boolean {
	const brand = brandOf(domain);
	const isCommon = ANYBODYS_DOMAIN.test(domain) || COLLECTIVE.has(brand) || TRADES.has(brand);
	return brand.length > 6 && !isCommon && normalizedName(name).includes(brand);
}

/** Fatture in Cloud has the person to write to in the record of a company. */
const isOfContact = ({ columns }: Entity): boolean =>
	columns.some(({ id, raw }) => id === 'type' && /^company$/i.test(textOf(raw))) &&
	columns.some(({ id, raw }) => id === 'contactperson' && holdsText(raw));

/** What is sent to persons to be signed, and is none's company. */
const OF_DOCUMENT = setOf('recipients signers');

/** A company and its addresses; lexoffice has them beside it. */
const placesOf = (firm: Entity): Entity[] => [
	firm,
	...[...firm.parts, ...((firm.role === 'company' && firm.parent?.parts) || [])]
		.filter(({ role }) => role === 'address' || role === 'billing')
		.flatMap(withParts)
		.filter((one) => !isOthers(one))
		.sort((one, other) => (one.path < other.path ? -1 : 1)),
];

/** A Name, a contact or a client with the form of a company or the name of the domain, beside a person's names; or around them, with the place of that company. */
export function firmOf({ address, name, entities }: Person): Record<string, Value> | undefined {
	const domain = domainOf(address.value);
	const ofName = wordsOf(name ? wholeNameOf(name) : '');
	const isFirm = (text: string) =>
		(isCompany(text) || isNameOfDomain(text, domain)) &&
		!wordsOf(text).every((word) => ofName.includes(word));
	const around = entities.flatMap((entity) => {
		const { parent } = entity;
		// Outseta: an account holds a list of what holds its persons.
		const isInList = parent !== undefined && Array.isArray(parent.raw);
		return [entity, parent, isInList ? parent.parent : undefined].filter(
			(one) => one !== undefined && !hasSigns(one, OF_DOCUMENT),
		) as Entity[];
	});
	const column = around
		.flatMap(({ columns }) => columns)
		.find(
			({ id, meaning = '', raw, of }) =>
				(meaning === 'anyName' && isOfContact(of) && holdsText(raw)) ||
				((['anyName', 'wholeName'].includes(meaning) || CLIENTS.has(id)) &&
					isFirm(textOf(singleValue(raw)).slice(0, 80))),
		);
	if (column === undefined) return undefined;
	const place = entities.includes(column.of)
		? undefined
		: placesOf(column.of)
				.flatMap(({ columns }) => columns)
				.find(({ meaning, raw }) => meaning === 'location' && textOf(singleValue(raw)) !== '');
	const company = { column, value: singleValue(column.raw) };
	return place === undefined
		? { company }
		: { company, location: { column: place, value: singleValue(place.raw) } };
}
