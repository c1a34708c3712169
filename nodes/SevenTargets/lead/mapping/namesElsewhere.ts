import { trimmed } from '../../values';
import { columnName, normalizedName, wordsOf } from './columnName';
import type { Column } from './columns';
import {
	couldBePerson,
	domainOf,
	inOrderOf,
	isInAddress,
	isNameOfDomain,
	isOffice,
	isPersons,
	isWithRemark,
	nameFrom,
	ownWords,
	wholeNameOf,
	wordsBefore,
	type PersonName,
	type Told,
} from './names';
import { textOf } from './rawValue';
import { isGivenName, isSurnamePrefix, splitName } from './wholeName';
import { ANYBODYS_DOMAIN, CLIENTS, COLLECTIVE, PUPILS, SHARED_MAILBOX } from './words';

/** The name before an address in a header; undefined if it is not that of a person. */
export function nameInHeader({ value, column }: Told, address: string): PersonName | undefined {
	const { first, last } = couldBePerson(value) ? splitName(value) : {};
	if (first === undefined) return undefined;
	const domain = domainOf(address);
	const words = wordsOf(value);
	const isOfFirm =
		isOffice(value) || words.some((word) => COLLECTIVE.has(word) || domain.includes(word));
	const isNamed =
		last === undefined ? ANYBODYS_DOMAIN.test(domain) : !isWithRemark(value) && !isOfFirm;
	if (!isNamed && !isPersons(value, first, { address, isDoubtful: false, hasLast: false }))
		return undefined;
	return nameFrom(column, first, last);
}

/** To whom a company has its mail sent. Fortnox has them in the record of a company; elsewhere, a reference is what a buyer calls an order. */
const RECIPIENTS = new Set(['recipient', 'attention', 'attn', 'yourreference']);
const isOfFirm = ({ id, raw }: Column) => id === 'type' && (raw === 'COMPANY' || raw === 'company');

/** Who owns a firm: the lead, if the address is at that firm. Elsewhere, who looks after the lead. */
const PROPRIETORS =
	/^(?:inhaber(?:in)?|titolare|encargad[oa]|duen[oa]|dirigeante?|gerante?|responsavel|proprietor)$/;
const isFirmAt =
	(domain: string) =>
	({ id, meaning = '', raw }: Column): boolean =>
		(['company', 'anyName'].includes(meaning) || CLIENTS.has(id)) &&
		isNameOfDomain(textOf(raw), domain);

/** What no company is. */
const ONE_PERSON =
	/^(?:attendee|participant|teilnehmer(?:in)?|bewerber(?:in)?|candidate|applicant|patient(?:in)?|mitglied|member|mieter(?:in)?|eigentumer(?:in)?|tenant|homeowner|besucher|visitor|donor|guest|passenger|resident|claimant|borrower|requester|interessent|prospect|interesado)$/;

/** Names of a person or of a firm. */
const MAY_BE_FIRMS = /^(?:kundenname|names|foundername)$/;
/** Whether a column holds the name of somebody of whom nobody knows who it is: Therapist, Submitted By. */
function namesAnother({ key, raw }: Column): boolean {
	const { role, meaning } = columnName(key);
	const text = textOf(raw);
	const mayBeOther = role === 'other' || (role ?? meaning) === undefined;
	return mayBeOther && mayBeName(text) && isGivenName(text.split(' ')[0]);
}

const isPupil = (word: string): boolean => PUPILS.has(word);
const isWordOfText = (word: string): boolean => /^\p{Ll}/u.test(word) && !isSurnamePrefix(word);

/** Whether a text of more than one word may be the name of somebody. */
const mayBeName = (text: string): boolean =>
	/\s/.test(text) &&
	couldBePerson(text) &&
	!isOffice(text) &&
	!ownWords(text).some((word) => COLLECTIVE.has(word));

/** A name in a column that is not known for one, if the address has all of it; or, of "Lopez, Ana" under the key of a person such as Kunde, the first name. */
export const nameSaidBy = (columns: Column[], address: string): PersonName | undefined =>
	columns
		.flatMap((column) => nameSaidIn(column, columns, address) ?? [])
		.sort(
			(one, other) =>
				// Of two, the longer one is the whole name.
				wholeNameOf(other).length - wholeNameOf(one).length ||
				(one.first.column.name < other.first.column.name ? -1 : 1),
		)[0];

function nameSaidIn(column: Column, columns: Column[], address: string): PersonName | undefined {
	const text = typeof column.raw === 'string' ? trimmed(column.raw) : '';
	const { role, meaning } = columnName(column.key);
	const [local, domain] = [address.slice(0, address.indexOf('@') + 1), domainOf(address)];
	const isPerson = role === 'person';
	const isProprietors = PROPRIETORS.test(column.id) && columns.some(isFirmAt(domain));
	const mayBeOf =
		isPerson || isProprietors || RECIPIENTS.has(column.id) || (role ?? meaning) === undefined;
	if (!mayBeOf || !mayBeName(text)) return undefined;
	const { first, last } = inOrderOf({ value: text, column }, splitName(text), address);
	if (first === undefined || last === undefined) return undefined;
	// "Annika Feldman replied" is no name.
	if (text !== text.toLowerCase() && last.split(' ').some(isWordOfText)) return undefined;
	const [hasFirst, hasLast] = [first, last].map((name) => isInAddress(name, local));
	const [start = ''] = wordsBefore(address);
	const isSaid =
		(hasLast && (hasFirst || start === normalizedName(first)[0])) || (isProprietors && hasFirst);
	const isReference = column.id === 'yourreference' && columns.some(isOfFirm);
	const isContact = isPerson && hasFirst && (text.includes(',') || column.id === 'contact');
	// Tim Huber, maria.huber@…
	const isAnothers =
		!hasFirst && (hasLast || isGivenName(start) || wordsOf(column.key).some(isPupil));
	const isPrivate =
		(isPerson || MAY_BE_FIRMS.test(column.id)) &&
		isGivenName(first) &&
		ANYBODYS_DOMAIN.test(domain);
	const isCalled =
		(ONE_PERSON.test(column.id) || isPrivate) &&
		!isAnothers &&
		![SHARED_MAILBOX, COLLECTIVE].some((words) => words.has(start.replace(/\d/g, ''))) &&
		!columns.some((one) => one !== column && namesAnother(one)) &&
		!/[:/|]/.test(text) &&
		text.split(' ').length < 5;
	if (!isSaid && !isReference && !isContact && !isCalled) return undefined;
	return nameFrom(column, first, last);
}
