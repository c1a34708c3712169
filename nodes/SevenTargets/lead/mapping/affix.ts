import { columnName } from './columnName';

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
const OF_PERSON = new Set(['email', 'name', 'lastName', 'wholeName', 'phone', 'location']);
const NAMES = ['name', 'lastName', 'wholeName', 'anyName'];
const meaningOf = (key: string): string => columnName(key).meaning ?? '';

/**
 * The keys of a row without what many of them begin or end with, if that is no word that says whose they are, and the rest are names of
 * what a person has.
 */
export function withoutAffix(keys: string[]): Map<string, string> | undefined {
	if (keys.length < FEWEST) return undefined;
	for (const pattern of AFFIXES) {
		const byAffix = new Map<string, string[]>();
		for (const key of keys) {
			const [affix] = pattern.exec(key) ?? [];
			if (affix !== undefined) byAffix.set(affix, [...(byAffix.get(affix) ?? []), key]);
		}
		const found = [...byAffix].filter(([affix, own]) => isOfTable(affix, own, keys, pattern));
		// Two tables in one row may be two persons.
		if (found.length > 1) return undefined;
		if (found.length === 1)
			return new Map(found[0][1].map((key) => [key, key.replace(pattern, '')]));
	}
	return undefined;
}

function isOfTable(affix: string, own: string[], keys: string[], pattern: RegExp): boolean {
	const { role, meaning } = columnName(affix);
	const isWord = !/^\d+$/.test(affix) && (role ?? meaning) !== undefined;
	if (isWord || own.length < FEWEST || OTHERS.test(affix)) return false;
	const isOthers = (key: string) =>
		[columnName(key).role, columnName(key).owner].some((role) => TELLS_WHOSE.has(role));
	if (keys.some((key) => !own.includes(key) && isOthers(key))) return false;
	const told = new Set(own.map((key) => meaningOf(key.replace(pattern, ''))));
	if ([...told].filter((one) => OF_PERSON.has(one)).length < 2) return false;
	const others = new Set(keys.filter((key) => !own.includes(key)).map(meaningOf));
	// Of two addresses, or of two names beside one, nobody knows which is that of the row.
	return told.has('email')
		? !others.has('email')
		: !NAMES.some((one) => others.has(one)) && !/[aeiou]/i.test(affix);
}
