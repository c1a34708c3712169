import { LEAD_FIELDS } from '../fields';
import { COLUMN_NAMES, LANGUAGES } from './columnNames';
import {
	BILLING_PREFIXES,
	BY,
	FILLERS,
	OURS,
	QUALIFIERS,
	ROLES,
	THING_PREFIXES,
	WHOLE_ONLY,
	setOf,
	type Role,
} from './words';

/** What the name of a column says. */
export interface ColumnName {
	/** Small letters without accents, blanks and signs. */
	id: string;
	/** The name of a field, or an ambiguous name; undefined if it means none. */
	meaning?: string;
	/** The place among the names with this meaning; from SECONDARY on it never counts. */
	rank: number;
	/** What stands before the name, and says whose it is, such as `billing`; '' if nothing does. */
	prefix: string;
	/** Whose the column is, by its prefix. */
	owner?: Role;
	/** Whose an object with this key is. */
	role?: Role;
}

/** From this qualifier on, as in `second contact`, it is never the lead's. */
const NEVER = 90;
export const SECONDARY = NEVER * 1000;

const LETTERS: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	æ: 'ae',
	đ: 'd',
	ı: 'i',
	œ: 'oe',
};

/** Small letters without accents, and blanks and signs as one blank. */
const folded = (text: string): string =>
	/^[ -~]*$/.test(text) ? foldedAscii(text) : foldedUnicode(text);

/** The same for ASCII, in a third of the time. */
const foldedAscii = (text: string): string =>
	text
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replaceAll('"', '')
		.replace(/[^a-z\d]+/g, ' ')
		.trim();

const foldedUnicode = (text: string): string =>
	text
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}\p{Cf}'’"]/gu, (sign) => (sign === "'" || sign === '’' ? ' ' : ''))
		.replace(/[ßøłæđıœ]/g, (letter) => LETTERS[letter])
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

export const wordsOf = (text: string): string[] => folded(text).split(' ').filter(Boolean);

/** The same for all ways to write a name: case, accents, blanks and signs make no difference. */
export const normalizedName = (name: string): string => folded(name).replaceAll(' ', '');

const MEANINGS = new Map<string, { meaning: string; rank: number }>();
function register(meaning: string, names: string[], from: number): void {
	names.forEach((name, n) => {
		const telling = wordsOf(name).filter((word) => !FILLERS.has(word));
		for (const id of [normalizedName(name), telling.join('')]) {
			if (id !== '' && !MEANINGS.has(id)) MEANINGS.set(id, { meaning, rank: from + n * 100 });
		}
	});
}
const own = LEAD_FIELDS.map(({ property, keys }) => ({
	meaning: property.name,
	names: [...keys, property.displayName],
}));
// First, because a bare name is no first name in the API's sense.
for (const [meaning, names] of Object.entries(COLUMN_NAMES)) {
	if (meaning.startsWith('any') || meaning === 'wholeName')
		register(meaning, Object.keys(names), 500);
}
for (const { meaning, names } of own) {
	register(meaning, names, 0);
	register(meaning, Object.keys(COLUMN_NAMES[meaning] ?? {}), 1000);
}
for (const { names } of LANGUAGES) {
	for (const [meaning, list] of Object.entries(names)) register(meaning, list.split(', '), 5000);
}

const ALL_ROLES = Object.keys(ROLES) as Role[];

/** Words beside the one that says whose an object is. */
const AROUND_ROLE = new Set(['id', 'ref', 'full']);
/** Such an object is a person's or a colleague's, too, but no login and no company: `user_info` is anybody's. */
const AROUND_PERSON = new Set([...AROUND_ROLE, 'field', 'fields', 'data', 'info', 'details']);

/** Whose a column with this prefix is. */
const roleOfPrefix = (id: string): Role | undefined =>
	BILLING_PREFIXES.has(id)
		? 'billing'
		: THING_PREFIXES.has(id)
			? 'thing'
			: ALL_ROLES.find((one) => ROLES[one].has(id));

/** What has happened to whom, as in `contactCreated`. */
const HAPPENED = new Set(['created', 'updated', 'added', 'changed', 'upserted', 'subscribed']);

/** Whose an object with this key is. */
function roleOf(whole: string, all: string[]): Role | undefined {
	const end = all.findLastIndex((word, n) => n === 0 || !HAPPENED.has(word)) + 1;
	const words = all.slice(0, end);
	const id = end === all.length ? whole : words.join('');
	const role = roleWithout(AROUND_ROLE, id, words);
	if (role !== undefined && role !== 'neutral') return role;
	const inner = roleWithout(AROUND_PERSON, id, words);
	return inner === 'person' || inner === 'other' ? inner : role;
}

function roleWithout(around: Set<string>, id: string, words: string[]): Role | undefined {
	const isOther = (word: string) => ROLES.other.has(word) && !WHOLE_ONLY.has(word);
	const isBy = words.length > 1 && BY.has(words[words.length - 1]);
	if (ROLES.other.has(id)) return 'other';
	const whole = ALL_ROLES.find((role) => ROLES[role].has(id));
	if (whole !== undefined) return whole;
	if (words.some(isOther) || isBy) return 'other';
	const rest = words.filter((word) => !around.has(word) && !/^\d+$/.test(word));
	if (rest.length === 0) return 'neutral';
	const bySuffix = rest.length < words.length ? roleOf(rest.join(''), rest) : undefined;
	// Without the ending of a German genitive: "des Ansprechpartners".
	const last = [rest[rest.length - 1], rest[rest.length - 1].replace(/s$/, '')];
	const role = bySuffix ?? ALL_ROLES.find((one) => last.some((word) => ROLES[one].has(word)));
	const isNotTheFirst = (word: string) => OURS.has(word) || (QUALIFIERS.get(word) ?? 0) >= NEVER;
	return role === 'person' && rest.slice(0, -1).some(isNotTheFirst) ? 'other' : role;
}

type Parsed = Omit<ColumnName, 'id' | 'role'>;

/** The most letters of a key that are taken apart: a longer one is a question or no name at all. */
const LONGEST = 60;

function readKnown(id: string): Parsed | undefined {
	const known = MEANINGS.get(id);
	return known && { ...known, prefix: '' };
}

/** Takes words such as "work" and "billing" off a name until a known one is left. @param tried what is left has been read before */
function parse(id: string, tried = new Map<string, Parsed | undefined>()): Parsed | undefined {
	if (tried.has(id)) return tried.get(id);
	const known = readKnown(id);
	tried.set(id, known);
	if (known === undefined && id.length <= LONGEST) tried.set(id, parseInside(id, tried));
	return tried.get(id);
}

function parseInside(id: string, tried: Map<string, Parsed | undefined>): Parsed | undefined {
	for (let end = id.length - 1; end > 2; end--) {
		const later = QUALIFIERS.get(id.slice(end));
		if (later === undefined) continue;
		const rest = parse(id.slice(0, end), tried);
		// The mobile of a ContactPerson, and no name.
		const isOf =
			['wholeName', 'anyName'].includes(rest?.meaning ?? '') &&
			readKnown(id.slice(end)) !== undefined;
		if (rest !== undefined && !isOf) return { ...rest, rank: rest.rank + 1 + later * 1000 };
	}
	for (let end = 1; end <= id.length - 3; end++) {
		const before = id.slice(0, end);
		// The name of a ContactPerson, and no PersonName; of a Homeowner, and no owner's.
		const isLonger = (word: string) =>
			id.startsWith(word, end) && roleOfPrefix(before + word) !== undefined;
		if (isLonger('person') || isLonger('owner')) continue;
		const later = QUALIFIERS.get(before);
		const role = later === undefined ? roleOfPrefix(before) : 'neutral';
		const rest = role === undefined || before === 'name' ? undefined : parse(id.slice(end), tried);
		// Eduzz has the seller in `pro_name`.
		if (rest === undefined || (before === 'pro' && rest.meaning === 'anyName')) continue;
		if (role === 'neutral') return { ...rest, rank: rest.rank + 1 + (later ?? 0) * 1000 };
		const owner = rest.owner === undefined || role === 'other' ? role : rest.owner;
		return { ...rest, prefix: before + rest.prefix, owner };
	}
	return undefined;
}

/** Reads a name with the one whose it is behind it, such as "correo del propietario". */
function parseBefore(words: string[]): Parsed | undefined {
	for (let end = words.length - 1; end > 0; end--) {
		const rest = words.slice(end).filter((word) => !FILLERS.has(word));
		const before = words.slice(0, end).filter((word) => !FILLERS.has(word));
		const parsed = rest.length === 0 ? undefined : parse(before.join(''));
		const owner =
			parsed &&
			(BILLING_PREFIXES.has(rest.join('')) && parsed.meaning !== 'email'
				? 'billing'
				: roleOf(rest.join(''), rest));
		if (parsed && owner !== undefined && owner !== 'neutral') {
			return { ...parsed, prefix: rest.join('') + parsed.prefix, owner };
		}
	}
	return undefined;
}

/** Whom a question is to, and what it asks for if it is to reach them; and what else it may ask. */
const TO_READER = setOf(
	'you your we us sie ihre du dein deine wir vous votre nous tu te su seu sua voce podemos',
);
const EMAIL_WORDS = setOf('email emails mail mailadresse correo courriel');
const OTHER_QUESTION =
	/partner|accountant|counsell?or| (?:of|de|da|do) (?:your|su|tu|seu|sua|votre) (?!choice|choix|eleccion)| from$|colleague|friend|refer|boss|manager|someone|else|invoice|newsletter|receive|consent|opt|marketing|(?:^| )(?:may|how|why|when|do|did|have|has) |(?<!(?:so|where) we )(?<=^| )can /;

/** "What email should we use?" */
function asksForEmail(words: string[]): Parsed | undefined {
	const text = words.join(' ').replace(/(?<=^| )e (?=mail)/g, 'e');
	const asked = text.split(' ');
	const isOthers = (word: string) =>
		(QUALIFIERS.get(word) ?? 0) >= NEVER || (ROLES.other.has(word) && !WHOLE_ONLY.has(word));
	const isOne =
		asked.length > 3 &&
		asked.some((word) => EMAIL_WORDS.has(word)) &&
		asked.some((word) => TO_READER.has(word)) &&
		!asked.some(isOthers) &&
		!OTHER_QUESTION.test(text);
	return isOne ? { meaning: 'email', rank: 4000, prefix: '' } : undefined;
}

/** What a word beside such a name does not make another person's. */
const WITH_REMARK = new Set(['company', 'designation', 'anyTitle', 'location', 'industry']);

/** Reads a name in two languages, such as "Correo / Email"; or with another word or a remark, as in "Firma (falls vorhanden)". */
function parseParts(key: string): { parsed: Parsed; isWhole: boolean } | undefined {
	const remarks = key.match(/\([^()]*\)/g) ?? [];
	const parts = [...key.replace(/\([^()]*\)/g, ' ').split(/[/|]/), ...remarks]
		.map((part) => wordsOf(part).filter((word) => !FILLERS.has(word)))
		.filter((words) => words.length > 0)
		.map((words) => ({ words, parsed: parse(words.join('')) }));
	if (parts.length < 2) return undefined;
	const told = parts.flatMap(({ parsed }) => parsed ?? []);
	const [best] = told;
	const isSame = ({ meaning, prefix }: Parsed) => prefix === '' && meaning === best.meaning;
	const isOther = (word: string) =>
		(QUALIFIERS.get(word) ?? 0) >= NEVER ||
		(!BILLING_PREFIXES.has(word) && roleOf(word, [word]) !== undefined);
	const others = parts.filter(({ parsed }) => parsed === undefined);
	if (best === undefined || !told.every(isSame)) return undefined;
	if (others.length === 0) return { parsed: best, isWhole: true };
	const isOne =
		WITH_REMARK.has(best.meaning ?? '') && !others.some(({ words }) => words.some(isOther));
	return isOne ? { parsed: { ...best, rank: best.rank + 6000 }, isWhole: false } : undefined;
}

const MOST_KEPT = 5000;

/** Keys come again with each item, so what is read of them is kept. */
export function memoized<T>(read: (key: string) => T): (key: string) => T {
	const known = new Map<string, T>();
	return (key) => {
		if (known.has(key)) return known.get(key)!;
		const value = read(key);
		if (known.size >= MOST_KEPT) known.clear();
		known.set(key, value);
		return value;
	};
}

/** What one says before a question: "Hi there! What's …", and what Elementor says of a field without a label. */
const GREETING =
	/^(?:no label (?=\S)|(?:hi|hello|hey|great|thanks|nice to meet you|first things first|and|please (?:provide|enter|type|tell us))(?: there)?[ ,!.:–-]+)/i;

/** A Chinese question, such as "2、您的手机号码是？", an example, such as "(e.g. 5550100)", and what HelloAsso calls the fields that an organizer adds. */
const withoutQuestion = (key: string): string =>
	key
		.replace(GREETING, '')
		.replace(GREETING, '')
		.replace(/^what(?:['’]?s| is| are) (?!app)/i, '')
		.replace(/\((?:first (?:and|&) last|required|optional|as on [^()]*)\)/i, ' ')
		.replace(/^(?:\d{1,3}、|Champ (?:additionnel|complémentaire) ?: ?)/, '')
		.replace(/^(?:请问|请填写|请输入)?(?:您|你)(?:所在)?的?/, '')
		.replace(/(?:名称)?是(?:什么)?[？?]?$|？$/, '')
		.replace(
			/\((?:contoh|example|exemple|e\.g\.?|z\. ?b\.|ex[.:]|ej[.:]|np[.:]|bijv\.|es[.:])[^()]*\)/i,
			' ',
		);

/** What the name of a column, or of an object, says. */
export const columnName = memoized((key): ColumnName => {
	// Jumpseller's and Odoo's own fields start with x_, Cognito's with custom:, and XML elements with the short name of a namespace.
	const short = withoutQuestion(
		key
			.replace(
				/^(?:x_|custom:|(?!(?:org|to|cc|bcc|re|hr|pm|sp|ae|am|pa|vp|og|dc):)[a-z]{2,3}\d?:(?=[a-zA-Z]))/,
				'',
			)
			.slice(0, 200),
	);
	const words = wordsOf(short);
	const id = words.join('');
	// "1. Name", and the number of a form's field, as in email_1525.
	const isNumber = (word: string, n: number) =>
		n === 0 ? /^q?\d+$/.test(word) : n === words.length - 1 && /^\d{3,}$/.test(word);
	const telling = words.filter((word, n) => !FILLERS.has(word) && !isNumber(word, n));
	const parts = parseParts(short);
	// Zoho CRM's own columns start with a dollar.
	const parsed = key.startsWith('$')
		? undefined
		: (readKnown(id) ??
			(parts?.isWhole ? parts.parsed : undefined) ??
			parse(id) ??
			parse(telling.join('')) ??
			parts?.parsed ??
			parseBefore(words) ??
			asksForEmail(words));
	const role = roleOf(id, words);
	const name: ColumnName = { rank: 0, prefix: '', ...parsed, id, role };
	if (name.prefix !== '' && (role === 'other' || ROLES.other.has(name.prefix)))
		name.owner = 'other';
	return name;
});
