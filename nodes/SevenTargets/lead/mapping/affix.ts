import { columnName } from './columnName';

/** What the keys of a table begin with, as in `cp_email`, and what those of a table or a form end with: `email_adh`, `email22`. */
const AFFIXES = [/^[^_\s]{1,6}_(?=.)/, /(?<=.)_[^_\s]{2,4}$/, /(?<=[a-z])\d{1,4}$/i];
/** OXEMAIL */
const IN_CAPITALS = /^[A-Z]{2}(?=[A-Z]{2})/;

/** The fewest keys of a row that have the same affix, of which it is at least the half. */
const FEWEST = 5;
const OF_PERSON = new Set(['email', 'name', 'lastName', 'wholeName', 'phone', 'location']);

/**
 * The keys of a row without what most of them begin or end with, if that is no word that says whose they are, and the rest are names of
 * what a person has.
 */
export function withoutAffix(keys: string[]): Map<string, string> | undefined {
	if (keys.length < FEWEST) return undefined;
	const areCapitals = keys.every((key) => IN_CAPITALS.test(key));
	for (const pattern of areCapitals ? [IN_CAPITALS, ...AFFIXES] : AFFIXES) {
		const counts = new Map<string, number>();
		for (const key of keys) {
			const [affix] = pattern.exec(key) ?? [];
			if (affix !== undefined) counts.set(affix, (counts.get(affix) ?? 0) + 1);
		}
		const [most = ['', 0]] = [...counts].sort(([, one], [, other]) => other - one);
		const labels = mostWithout(keys, pattern, most);
		if (labels !== undefined) return labels;
	}
	return undefined;
}

function mostWithout(
	keys: string[],
	pattern: RegExp,
	[affix, count]: [string, number],
): Map<string, string> | undefined {
	const { role, meaning } = columnName(affix);
	const isWord = !/^\d+$/.test(affix) && (role ?? meaning) !== undefined;
	if (isWord || count < FEWEST || count < keys.length / 2) return undefined;
	const labels = new Map(
		keys
			.filter((key) => pattern.exec(key)?.[0] === affix)
			.map((key) => [key, key.replace(pattern, '')]),
	);
	const meaningOf = (key: string) => columnName(key).meaning ?? '';
	const told = new Set([...labels.values()].map(meaningOf).filter((one) => OF_PERSON.has(one)));
	const others = keys.filter((key) => !labels.has(key)).map(meaningOf);
	// Of two addresses, nobody knows which is that of the row.
	return told.size > 1 && !(told.has('email') && others.includes('email')) ? labels : undefined;
}
