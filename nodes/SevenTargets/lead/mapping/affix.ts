import type { IDataObject } from 'n8n-workflow';

import { columnName } from './columnName';
import { isObject } from './rawValue';
import { NAMES } from './words';

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
const meaningOf = (key: string): string => columnName(key).meaning ?? '';

/**
 * The keys of a row without what many of them begin or end with, if that is no word that says whose they are, and the rest are names of
 * what a person has.
 */
export function withoutAffix(object: IDataObject): Map<string, string> | undefined {
	const keys = Object.keys(object);
	if (keys.length < FEWEST) return undefined;
	for (const pattern of AFFIXES) {
		const byAffix = new Map<string, string[]>();
		for (const key of keys) {
			const [affix] = pattern.exec(key) ?? [];
			if (affix === undefined) continue;
			if (!byAffix.has(affix)) byAffix.set(affix, []);
			byAffix.get(affix)!.push(key);
		}
		const may = [...byAffix].filter(([affix, own]) => own.length >= FEWEST && isNoWord(affix));
		if (may.length === 0) continue;
		const row: Row = {
			keys,
			telling: new Set(keys.filter((key) => !holdsAddress(object[key]) && tellsWhose(key))),
			emails: keys.filter(isEmail).length,
			names: keys.filter(isName).length,
		};
		const found = may.filter(([affix, own]) => isOfTable(affix, own, row, pattern));
		// Two tables in one row may be two persons.
		if (found.length > 1) return undefined;
		if (found.length === 1)
			return new Map(found[0][1].map((key) => [key, key.replace(pattern, '')]));
	}
	return undefined;
}

/** What the keys of a row say as they are, counted once, because each affix is compared with it. */
interface Row {
	keys: string[];
	/** Those that say whose the row is; not an object with an address of its own, between which and the row the user chooses. */
	telling: Set<string>;
	emails: number;
	names: number;
}

const isEmail = (key: string): boolean => meaningOf(key) === 'email';
const isName = (key: string): boolean => NAMES.has(meaningOf(key));
const tellsWhose = (key: string): boolean => {
	const { role, owner } = columnName(key);
	return TELLS_WHOSE.has(role) || TELLS_WHOSE.has(owner);
};

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

function isOfTable(
	affix: string,
	own: string[],
	{ keys, telling, emails, names }: Row,
	pattern: RegExp,
): boolean {
	const count = (is: (key: string) => boolean) => own.filter(is).length;
	if (count((key) => telling.has(key)) < telling.size) return false;
	const told = new Set(own.map((key) => meaningOf(key.replace(pattern, ''))));
	// Payple: PCD_PAYER_NAME, in a row of nothing but PCD_.
	const isOfAll = own.length === keys.length;
	const isOfPerson = (one: string) => OF_PERSON.has(one) || (isOfAll && one === 'anyName');
	if ([...told].filter(isOfPerson).length < 2) return false;
	// Of two addresses, or of two names beside one, nobody knows which is that of the row.
	return told.has('email')
		? count(isEmail) === emails
		: count(isName) === names && !/[aeiou]/i.test(affix);
}
