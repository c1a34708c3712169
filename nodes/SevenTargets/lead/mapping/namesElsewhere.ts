import { trimmed } from '../../values';
import { columnName, normalizedName, wordsOf } from './columnName';
import type { Column } from './columns';
import {
	couldBePerson,
	domainOf,
	inOrderOf,
	isInAddress,
	isOffice,
	isPersons,
	isWithRemark,
	nameFrom,
	ownWords,
	LAST_FIRST,
	wordsBefore,
	type PersonName,
	type Told,
} from './names';
import { isSurnamePrefix, splitName } from './wholeName';
import { ANYBODYS_DOMAIN, COLLECTIVE } from './words';

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

const isWordOfText = (word: string): boolean => /^\p{Ll}/u.test(word) && !isSurnamePrefix(word);

/** A name in a column that is not known for one, if the address has all of it; or, of "Lopez, Ana" under the key of a person such as Kunde, the first name. */
export function nameSaidBy(columns: Column[], address: string): PersonName | undefined {
	const local = address.slice(0, address.indexOf('@') + 1);
	for (const column of columns) {
		const text = typeof column.raw === 'string' ? trimmed(column.raw) : '';
		const { role, meaning } = columnName(column.key);
		const isPerson = role === 'person';
		const mayBeOf = isPerson || RECIPIENTS.has(column.id) || (role ?? meaning) === undefined;
		if (!mayBeOf) continue;
		if (
			!/\s/.test(text) ||
			!couldBePerson(text) ||
			isOffice(text) ||
			ownWords(text).some((word) => COLLECTIVE.has(word))
		)
			continue;
		const { first, last } = inOrderOf({ value: text, column }, splitName(text), address);
		if (first === undefined || last === undefined) continue;
		// "Annika Feldman replied" is no name.
		if (text !== text.toLowerCase() && last.split(' ').some(isWordOfText)) continue;
		const [hasFirst, hasLast] = [first, last].map((name) => isInAddress(name, local));
		const [start, ...others] = wordsBefore(address);
		const [one, two] = [first, last].map(normalizedName);
		const isSaid = hasLast && (hasFirst || start === one[0]);
		const isReference = column.id === 'yourreference' && columns.some(isOfFirm);
		const isContact = isPerson && hasFirst && (text.includes(',') || column.id === 'contact');
		if (!isSaid && !isReference && !isContact) continue;
		const isTurned = start === two && others.at(-1) === one && !LAST_FIRST.test(column.id);
		return isTurned ? nameFrom(column, last, first) : nameFrom(column, first, last);
	}
	return undefined;
}
