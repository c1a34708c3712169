import type { IDataObject } from 'n8n-workflow';

import { columnName } from './columnName';
import { isObject } from './rawValue';

/** What the keys of a table or a form begin or end with: `cp_email`, `OXEMAIL`, `email_adh`, `email22`. */
const AFFIXES = [
	/^[^_\s]{1,6}_(?=.)/,
	/^[A-Z]{2}(?=[A-Z\d]{2,}$)/,
	/(?<=.)_[^_\s]{2,4}$/,
	/(?<=[a-z])(?:[01]|\d{2,4})$/i,
];

/** Short for who works for the user, and for others: a manager, a driver, a buyer. */
const OTHERS =
	/^_?(?:.|a[em]|mgr|sup|sp|agt|resp|emp|rep|cs[mr]|bd[mr]|sdr|kam|drv|gp|prop|ref|adm|mem|com|tl|pm|hr)_?$/i;
/** Whose a key without the affix is: then the row tells of somebody else, too. */
const TELLS_WHOSE = new Set<string | undefined>(['person', 'company', 'user', 'other']);

/** The fewest keys of a row that have the same affix. */
const FEWEST = 5;
/** What a person has. */
export const OF_PERSON = new Set(['email', 'name', 'lastName', 'wholeName', 'phone', 'location']);
const NAMES = ['name', 'lastName', 'wholeName', 'anyName'];
const meaningOf = (key: string): string => columnName(key).meaning ?? '';

/**
 * The keys of a row without what many of them begin or end with, if that is no word that says whose they are, and the rest are names of
 * what a person has.
 */
export function withoutAffix(keys: string[], object: IDataObject): Map<string, string> | undefined {
	if (keys.length < FEWEST) return undefined;
	for (const pattern of AFFIXES) {
		const byAffix = new Map<string, string[]>();
		for (const key of keys) {
			const [affix] = pattern.exec(key) ?? [];
			if (affix !== undefined) byAffix.set(affix, [...(byAffix.get(affix) ?? []), key]);
		}
		const may = [...byAffix].filter(([affix, own]) => own.length >= FEWEST && isNoWord(affix));
		// Of so many, each would be compared with all keys.
		const found = may.slice(0, 9).filter(([affix, own]) => isOfTable(affix, own, object, pattern));
		// Two tables in one row may be two persons.
		if (found.length > 1) return undefined;
		if (found.length === 1)
			return new Map(found[0][1].map((key) => [key, key.replace(pattern, '')]));
	}
	return undefined;
}

const holdsAddress = (raw: unknown): boolean =>
	[raw]
		.flat()
		.filter(isObject)
		.some((one) =>
			Object.values(one).some((value) => typeof value === 'string' && value.includes('@')),
		);

/** Whether an affix says nothing of whose a column is. */
function isNoWord(affix: string): boolean {
	const { role, meaning } = columnName(affix);
	return (/^\d+$/.test(affix) || (role ?? meaning) === undefined) && !OTHERS.test(affix);
}

function isOfTable(affix: string, own: string[], object: IDataObject, pattern: RegExp): boolean {
	const keys = Object.keys(object);
	const isOthers = (key: string) =>
		[columnName(key).role, columnName(key).owner].some((role) => TELLS_WHOSE.has(role));
	const kept = new Set(own);
	// Of an object with an address of its own, the user chooses.
	if (keys.some((key) => !kept.has(key) && !holdsAddress(object[key]) && isOthers(key)))
		return false;
	const told = new Set(own.map((key) => meaningOf(key.replace(pattern, ''))));
	// Payple: PCD_PAYER_NAME, in a row of nothing but PCD_.
	const isOfAll = own.length === keys.length;
	const isOfPerson = (one: string) => OF_PERSON.has(one) || (isOfAll && one === 'anyName');
	if ([...told].filter(isOfPerson).length < 2) return false;
	const others = new Set(keys.filter((key) => !kept.has(key)).map(meaningOf));
	// Of two addresses, or of two names beside one, nobody knows which is that of the row.
	return told.has('email')
		? !others.has('email')
		: !NAMES.some((one) => others.has(one)) && !/[aeiou]/i.test(affix);
}
