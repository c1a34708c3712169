import { goesOut, READERS, trimmed, withoutMarkup } from '../../values';
import { FIRST_BESIDE_LAST, LAST_BEFORE_FIRST, LAST_BESIDE_FIRST } from './columnNames';
import { columnName, normalizedName, SECONDARY, wordsOf } from './columnName';
import type { Column, Entity } from './columns';
import { singleValue, textOf } from './rawValue';
import {
	ANYBODYS_DOMAIN,
	CHINESE_FAMILY_NAMES,
	COLLECTIVE,
	COMPANY_FORMS,
	EAST_ASIAN_COMPANY,
	JOB_WORDS,
	KOREAN_FAMILY_NAMES,
	NAMES,
	NO_NAME,
	SALUTATION_COLUMNS,
	SHARED_MAILBOX,
	SHORT_FORMS,
	SURNAME_PREFIX_COLUMNS,
	THING_NAMES,
	TITLE_WORDS,
	setOf,
} from './words';
import {
	atGivenName,
	isGivenName,
	isGivenOrLast,
	isSalutation,
	isSecondGiven,
	isSecondTurkish,
	isSurnamePrefix,
	isVietnameseLastName,
	lastNameFirst,
	PATRONYMIC,
	splitName,
	TWO_SIGNS_HAN,
	TWO_SIGNS_HANGUL,
	withoutDegreesBehind,
	withoutRemark,
	type Split,
} from './wholeName';

const FIRST_NAMES = new Set(FIRST_BESIDE_LAST.split(', ').map(normalizedName));
const TURNED = new Set(LAST_BEFORE_FIRST.split(', ').map(normalizedName));
const LAST_NAMES = new Map(
	Object.entries(LAST_BESIDE_FIRST).map(([first, last]) => [
		normalizedName(first),
		normalizedName(last),
	]),
);

/** A name without a blank, as Chinese, Japanese and Koreans write it: so many signs at most. It goes out whole, as they address each other. */
const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]+$/u;
const MOST_SIGNS = 6;

/** A name such as Chinese and Koreans write it. */
const EAST_ASIAN_NAME = new RegExp(
	`^(?:${TWO_SIGNS_HAN})\\p{Script=Han}{1,2}$|^(?:${TWO_SIGNS_HANGUL})\\p{Script=Hangul}[^팀님실부과]$|^[${CHINESE_FAMILY_NAMES}](?!女士|先生|小姐|经理|老师|同学|主任)\\p{Script=Han}{2}$|^[${KOREAN_FAMILY_NAMES}](?!사장|부장|과장|대표|선생)\\p{Script=Hangul}[^팀님실부과]$`,
	'u',
);

/** Whether a name has the form of a company in it, such as GmbH. */
export function isCompany(name: string): boolean {
	const words = wordsOf(name.replaceAll('.', ''));
	const ends = [2, 3].map((count) => words.slice(-count).join(''));
	return (
		SHORT_FORMS.test(name) ||
		EAST_ASIAN_COMPANY.test(name) ||
		words.some((word) => COMPANY_FORMS.has(word)) ||
		ends.some((end) => end !== words.join('') && COMPANY_FORMS.has(end))
	);
}

/** Whether a text can be the name of a person: letters, few words, no company. */
export function couldBePerson(name: string): boolean {
	if (name.length > 80 || !SIGNS.test(name.replace(PRONOUNS, '')) || NO_NAME.test(name))
		return false;
	const words = name.split(/\s+/);
	const areFew = words.length <= 6 || words.filter((word) => !isSurnamePrefix(word)).length <= 6;
	return areFew && wordsOf(name).length > 0 && !isCompany(name);
}
/** Letters, and what stands in names: also a joiner (Persian, Sinhala), maqaf and geresh (Hebrew), tsheg (Tibetan) and a hyphen that does not break. */
const SIGNS = /^[\p{L}\p{M}\s.,;'’‘`\-–·・()\u200c-\u200d\u05be\u05f3\u0f0b\u2010-\u2011]+$/u;
/** Ana Lopez (she/her) */
const PRONOUNS = /\((?:\p{L}{2,5}\/)+\p{L}{2,5}\)/u;

/** The words before the @ of an address. */
export const wordsBefore = (address: string): string[] =>
	wordsOf(address.slice(0, address.indexOf('@')));
export const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

/** What a company has of its domain: acme of shop.acme.com and of acme.co.uk. */
export function brandOf(domain: string): string {
	const parts = domain.split('.').slice(0, -1);
	if (parts.length > 1 && /^(?:co|com|org|net|ac|gov|edu)$/.test(parts.at(-1)!)) parts.pop();
	return normalizedName(parts.at(-1) ?? '');
}

/** Whether a domain is a company's name, which may have its form behind it. */
export const isNameOfDomain = (name: string, domain: string): boolean => {
	const brand = brandOf(domain);
	return (
		!ANYBODYS_DOMAIN.test(domain) &&
		brand.length > 4 &&
		!name.includes('@') &&
		(normalizedName(name).startsWith(brand) ||
			(brand.length > 6 && isCompany(name) && normalizedName(name).includes(brand)))
	);
};

/** Whether an address has a word of the name before its @. */
export function isInAddress(name: string, address: string): boolean {
	const [local, domain = ''] = address.toLowerCase().split('@');
	const letters = normalizedName(local.split('+')[0]);
	const parts = wordsOf(local);
	const isIn = wordsOf(name).some((word) =>
		isInCyrillic(word)
			? isWrittenInLatin(word, letters)
			: word.length > 2
				? letters.includes(word)
				: parts.includes(word),
	);
	return isIn && !(SHARED_MAILBOX.has(letters) && domain.includes(normalizedName(name)));
}

const isInCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** What is left of Cyrillic letters in every way to write them in Latin ones: the consonants, in one spelling. */
const CONSONANTS: Record<string, string> = Object.fromEntries(
	[...'бвгґджзклмнпрстфхцчшщ'].map((letter, n) => [letter, 'bvhhdzzklmnprstfhccss'[n]]),
);
const LATIN_CONSONANTS: Array<[RegExp, string]> = [
	[/shch|sch|sh/g, 's'],
	[/zh/g, 'z'],
	[/ch|t[sz]/g, 'c'],
	[/kh|g|x/g, 'h'],
	[/ph/g, 'f'],
	[/w/g, 'v'],
	[/[aeiouyj]/g, ''],
];
/** The fewest consonants that tell a name. */
const TELLING = 4;
const consonantsOf = (text: string): string =>
	isInCyrillic(text)
		? [...text].map((letter) => CONSONANTS[letter] ?? '').join('')
		: LATIN_CONSONANTS.reduce((rest, [from, to]) => rest.replace(from, to), text);
function isWrittenInLatin(word: string, letters: string): boolean {
	const wanted = consonantsOf(word);
	return wanted.length >= TELLING && consonantsOf(letters).includes(wanted);
}

/** A name read from columns, with the columns that it is from. */
export interface PersonName {
	first: { value: string; column: Column };
	last?: { value: string; column: Column };
}

export const wholeNameOf = ({ first, last }: PersonName): string =>
	last === undefined ? first.value : `${first.value} ${last.value}`;

export interface Told {
	value: string;
	column: Column;
}

/** What stands in columns that mean nothing but a first or a last name. */
const KINDS: Record<string, 'greeting' | 'name'> = { name: 'greeting', lastName: 'name' };

/** Salutations that are names, too, if the address has them: Wei Pan, Heer Patel, Fru Ndi. */
const SALUTATION_OR_NAME = /^(?:(?:de )?heer|pani?|fru|ibu|dott)$/i;
function isWrittenName(text: string, kind: string, address: string): boolean {
	if (!SALUTATION_OR_NAME.test(text)) return false;
	const name = normalizedName(text);
	// jdeheer@…
	const isIn = (word: string) => word === name || (kind === 'name' && word.endsWith(name));
	return wordsBefore(address).some(isIn) || isWritten(text, address);
}

/** aroha.tewhata, which a shop may have in customerUsername. */
const LOGIN = /^\p{Ll}+\.\p{Ll}+$/u;

/** Whether a second name is a father's, or stands beside a column for the last one. */
const isMiddle = (text: string, { columns }: Entity): boolean =>
	PATRONYMIC.test(text) ||
	columns.some(
		({ id, meaning = '', raw }) =>
			(meaning === 'lastName' && id !== 'secondname') ||
			(['wholeName', 'anyName'].includes(meaning) && /\S\s+\S/.test(textOf(raw).slice(0, 80))),
	);

/** A column's text, if it is one that a name can be. */
function told(column: Column, address: string): Told[] {
	const value = singleValue(column.raw);
	const typed = typeof value === 'string' ? trimmed(value) : '';
	if (typed === '' || column.rank >= SECONDARY) return [];
	const kind = KINDS[column.meaning ?? ''];
	if (column.id === 'secondname' && isMiddle(typed, column.of)) return [];
	if (kind !== undefined) {
		const isName = !isSalutation(typed) || isWrittenName(typed, kind, address);
		return goesOut(() => READERS[kind](typed, '')) && isName ? [{ value: typed, column }] : [];
	}
	const text = trimmed(
		withoutMarkup(typed).replace(
			/\p{Extended_Pictographic}\uFE0F?$| ["“][^"“”]{1,20}["”](?= )/gu,
			'',
		),
	);
	if (NO_NAME.test(text) || LOGIN.test(text) || !/\p{L}/u.test(text)) return [];
	return text.length > 80 || /[@\d<>{}|#\uFFFD]|:\/\//.test(text) ? [] : [{ value: text, column }];
}

/**
 * The name that columns of one object hold; undefined if none of them is the name of a person.
 *
 * @param address of the person: a bare Name counts more surely if it has a word of it
 * @param isDoubtful whether a bare Name beside them may be that of a thing
 */
export function readName(
	columns: Column[],
	address: string,
	isDoubtful: boolean,
): PersonName | undefined {
	const all = (meaning: string) =>
		columns
			.filter((column) => column.meaning === meaning)
			.sort((one, other) => one.rank - other.rank || (one.name < other.name ? -1 : 1))
			.flatMap((column) => told(column, address));
	const best = (meaning: string): Told | undefined => all(meaning)[0];
	const fulls = all('wholeName');
	const full = fulls.find(isPossible(address)) ?? fulls[0];
	const last = withPrefix(best('lastName'), columns);
	const first = all('name').find(({ value }) => !isNobody(value, last?.value));
	const bares = all('anyName');
	const bare = likelier(bares, address);
	const whole = wholeOf({ full, bare, last }, address);
	if (first !== undefined) {
		const beside = [...(whole === undefined ? [] : [whole]), ...bares.filter(mayHoldLastName)];
		return {
			first,
			last:
				last ??
				withPrefix(beside.map((one) => lastBeside(first, one, address)).find(Boolean), columns),
		};
	}
	if (whole === undefined) return undefined;
	const parts = inOrderOf(whole, splitName(whole.value, last?.value), address);
	const { first: given } = parts;
	const isBare = whole === bare;
	const lastName = last?.value ?? parts.last;
	if (given === undefined || !isReadable(columns, { first: given, last: lastName }, isBare))
		return undefined;
	const isNamed = isBare
		? isOfPerson(whole, given, { address, isDoubtful, last: last?.value })
		: !isOfGroup(whole.value, address);
	const name = nameFrom(whole.column, given, parts.last);
	return !isNamed ? undefined : last === undefined ? name : { ...name, last };
}

/** Whether a name without a blank is one to greet with: not a long one in Chinese signs, and no last name behind a salutation: Herr, Lopez. */
function isReadable(
	columns: Column[],
	{ first, last }: { first: string; last?: string },
	isBare: boolean,
): boolean {
	if (last !== undefined) return true;
	if (HAN.test(first) && first.length > MOST_SIGNS) return false;
	const isSalutationBeside = () =>
		columns.some(
			({ id, raw }) => SALUTATION_COLUMNS.has(id) && typeof raw === 'string' && isSalutation(raw),
		);
	return /\s/.test(first) || !isBare || !isSalutationBeside();
}

/** Nombre de facturación, as Nombre. */
const withoutOwner = (id: string, key: string): string =>
	id.replace(columnName(key).prefix, '').replace(/d[aei]$/, '');

/** Whether a bare Name is a person's: the last name beside it says so, or the name itself. */
function isOfPerson(
	{ value, column: { id, key } }: Told,
	first: string,
	{ address, isDoubtful, last }: { address: string; isDoubtful: boolean; last?: string },
): boolean {
	const hasLast = last !== undefined;
	return (
		(hasLast && (FIRST_NAMES.has(withoutOwner(id, key)) || isWholeBeside(value, last, address))) ||
		isPersons(value, first, { address, isDoubtful: isDoubtful || THING_NAMES.has(id), hasLast })
	);
}

/** A name of which both parts stand in one column. */
export const nameFrom = (column: Column, first: string, last?: string): PersonName => ({
	first: { value: first, column },
	last: last === undefined ? undefined : { value: last, column },
});

/** The whole name: a full one before a bare one. None if the address has the words of the other one: nobody knows whom to greet. */
function wholeOf(
	{ full, bare, last }: { full?: Told; bare?: Told; last?: Told },
	address: string,
): Told | undefined {
	// ФИО beside Имя and Фамилия: the whole name holds the first.
	const isBareFirst =
		last &&
		bare &&
		full &&
		FIRST_NAMES.has(bare.column.id) &&
		(wordsOf(full.value).includes(normalizedName(bare.value)) || /\.\s*$/.test(full.value));
	const [whole, other] = (isBareFirst ? [bare, full] : [full, bare]).filter(isPossible(address));
	const isOthers =
		other !== undefined &&
		other === bare &&
		isWritten(other.value, address) &&
		!wordsOf(whole.value).some((word) => wordsOf(other.value).includes(word));
	return isOthers ? undefined : whole;
}

/** Columns of a Turkish form in which the first name comes first. */
const OF_TURKS = /.soy(?:ad|isim|ismi)/;
/** Columns of Hungarian and Turkish forms in which the last name comes first. */
const LAST_FIRST = /nev(?:e|name)?$|^kapcsolattarto|^soy(?:ad|isim|ismi)/;
/** What Hungarians and Turks write, and where, and their commonest last names without accents, but for given names. */
const HUNGARIAN =
	'nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete szilagyi torok szucs kocsis fodor szalai sipos lukacs biro';
const TURKISH =
	'yilmaz demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin koc';
const OF_THEIRS = new RegExp(
	`[áéíóöőúüűçğışİ]|\\.(?:hu|tr)$|^(?:${`${HUNGARIAN} ${TURKISH}`.replaceAll(' ', '|')}) `,
	'iu',
);
// Nagy is a given name in Egypt.
const HUNGARIAN_LAST_NAMES = setOf(HUNGARIAN.replace('nagy ', ''));
const isHungarian = (word: string): boolean => HUNGARIAN_LAST_NAMES.has(normalizedName(word));

/** The parts of a name as its column says that they stand, unless a well-known given name or the address says otherwise. */
export function inOrderOf({ value, column: { id } }: Told, parts: Split, address: string): Split {
	const { first = '', last } = parts;
	const text = `${first} ${last}`;
	if (last === undefined || !value.includes(text)) return parts;
	const told = inOrderOfWords(text.split(' '), id, address);
	if (told !== undefined) return told;
	const isLastFirst = LAST_FIRST.test(id);
	if (!TURNED.has(id) && !isLastFirst) return parts;
	const [start, ...behind] = text.split(' ');
	const [one, ...others] = wordsBefore(address);
	const isAddress = (name: string) => isSpelt(normalizedName(name), [one, ...others].join(''));
	const isOf = (before: string, after: string) =>
		[before, before[0]].some((name) => isAddress(name + after));
	const isTurned = isOf(last, first) || others.at(-1) === normalizedName(first);
	const isInitialFirst = isAddress(text[0] + text.slice(text.lastIndexOf(' ')));
	// Милана Тарас, m.taras@…
	if (isInitialFirst && isGivenName(first) && isGivenOrLast(last)) return parts;
	const known = atGivenName(text, isInitialFirst);
	if (known !== undefined) return known;
	if (isTurned) return { first: last, last: first };
	const isWrittenSo = others.length > 0 && !/\s/.test(last) && isOf(first, last);
	const isSure = isLastFirst ? !OF_THEIRS.test(text + address) : !isInCyrillic(text);
	if (isWrittenSo && isSure) return parts;
	const column = isLastFirst ? { first: behind.join(' '), last: start } : parts;
	return lastNameFirst(text) ?? column;
}

/** The parts of a name if the address or its words tell, whatever the column says. */
function inOrderOfWords(
	[start, second, ...behind]: string[],
	id: string,
	address: string,
): Split | undefined {
	const [one, ...others] = wordsBefore(address);
	if (behind.length > 0) {
		const ofTwo = { first: `${start} ${second}`, last: behind.join(' ') };
		if (OF_TURKS.test(id) && isSecondTurkish(second)) return ofTwo;
		const joined = normalizedName(start + second);
		// De Luca Giuseppina, giusy.deluca@…
		if (isSurnamePrefix(start) && others.at(-1) === joined)
			return { first: ofTwo.last, last: ofTwo.first };
		// João Pedro Albuquerque, joaopedro@…
		const isOfGiven = others.length === 0 && one !== undefined && isSpelt(joined, one);
		const isGiven = isSecondGiven(second) && !/^(?:rosa|luz)$/i.test(second);
		return isOfGiven && isGiven ? ofTwo : undefined;
	}
	const isList = isHungarian(start) || (/\p{Script=Greek}/u.test(start) && !isGivenName(start));
	// Rossi Giulia, giulia.rossi@…
	const isTold =
		!LAST_FIRST.test(id) &&
		!isGivenName(start) &&
		[second, start].map(normalizedName).join() === [one, ...others].join();
	return (isList || isTold) && isGivenName(second) ? { first: second, last: start } : undefined;
}

/** Whether letters are nothing but a name, also one in Cyrillic. */
const isSpelt = (name: string, letters: string): boolean =>
	letters === name || (isInCyrillic(name) && consonantsOf(letters) === consonantsOf(name));

const isPossible =
	(address: string) =>
	(one?: Told): one is Told =>
		one !== undefined && (couldBePerson(one.value) || isWithInitials(one, address));

/** "Ramesh B V" in a column of whole names, ramesh@…: the father's and the place's initials, which stand apart as those of no company. */
function isWithInitials({ value, column }: Told, address: string): boolean {
	const [, name = ''] = /^(\p{L}{3,}) \p{Lu}\.? \p{Lu}\.?$/u.exec(value) ?? [];
	const given = normalizedName(name);
	return (
		column.meaning === 'wholeName' &&
		given !== '' &&
		address.startsWith(given) &&
		!domainOf(address).includes(given)
	);
}

/** Whether an address has the words of a name one by one: ana.lopez@… */
export const isWritten = (name: string, address: string): boolean => {
	const words = wordsOf(name);
	const parts = wordsBefore(address);
	return /\s/.test(name) && words.length > 1 && words.every((word) => parts.includes(word));
};

/** Of several bare names, the one that is written in the address, or the first. */
const likelier = (names: Told[], address: string): Told | undefined =>
	(names.length > 1 ? names.find(({ value }) => isWritten(value, address)) : undefined) ?? names[0];

/** A last name with what a sheet keeps apart from it: Tussenvoegsel. */
function withPrefix(last: Told | undefined, columns: Column[]): Told | undefined {
	// In capitals, a middle name is one: Van; and so is that of a Vietnamese man.
	const isMiddleName = (text: string) =>
		text !== text.toLowerCase() || (text === 'van' && isVietnameseLastName(last?.value ?? ''));
	const prefix = columns.find(
		({ id, raw }) =>
			(SURNAME_PREFIX_COLUMNS.has(id) || (id === 'middlename' && !isMiddleName(textOf(raw)))) &&
			isSurnamePrefix(textOf(raw)),
	)?.raw;
	if (last === undefined || typeof prefix !== 'string') return last;
	const begins = `${trimmed(prefix)} `;
	const isThere = last.value.toLowerCase().startsWith(begins.toLowerCase());
	return isThere ? last : { ...last, value: begins + last.value };
}

/** The last name in a bare or whole name beside the first name: Nom beside Prénom; "Anna Schmidt" beside Anna. */
function lastBeside(first: Told, whole: Told, address: string): Told | undefined {
	const { value, column } = whole;
	const [start, end] = [value.toLowerCase(), first.value.toLowerCase()];
	if (start.startsWith(`${end} `))
		return { value: trimmed(withoutRemark(value).slice(end.length)), column };
	// Trần Hoàng Long beside Long
	if (start.endsWith(` ${end}`) && isVietnameseLastName(start.split(' ', 1)[0]))
		return { value: trimmed(value.slice(0, -end.length)), column };
	// Meulen beside Femke, femke.vdmeulen@…
	const words = wordsBefore(address);
	const isInAddressToo =
		words.includes(normalizedName(end)) && words.at(-1)!.endsWith(normalizedName(start));
	const isLast =
		LAST_NAMES.get(bareId(first.column)) === bareId(column) || (start !== end && isInAddressToo);
	return isLast ? whole : undefined;
}

/** Whether a bare Name can hold a last name: DE SA ends like a company, and is none. */
const mayHoldLastName = ({ value }: Told): boolean =>
	couldBePerson(value) || isSurnamePrefix(value.slice(0, value.lastIndexOf(' ') + 1));

/** Whether a bare Name ends with the last name beside it, and the address says both: Ana Lopez beside Lopez, a.lopez@… */
const isWholeBeside = (whole: string, last: string, address: string): boolean =>
	whole.toLowerCase().endsWith(` ${last.toLowerCase()}`) &&
	isInAddress(last, address) &&
	normalizedName(whole)[0] === address[0];

/** What the name of a column says without whose it is. */
const bareId = ({ id, of: { isPrefix, path } }: Column): string =>
	isPrefix
		? id.replace(path.slice(path.lastIndexOf('/') + 1), '').replace(/d(?:[aeiu]|e[lrs])$/, '')
		: id;

/** "Ana Lopez, Berlin": only the address tells it from "García Márquez, Gabriel"; and "Berg - Küche" from "Ana from Acme". */
export const isWithRemark = (name: string): boolean =>
	/^\S+\s[^,]*,/.test(withoutDegreesBehind(name)) ||
	(/\s/.test(name) && !/\s/.test(withoutRemark(name)));

/** The words of a name, without what stands behind it or in brackets. */
export const ownWords = (name: string): string[] =>
	wordsOf(withoutRemark(name.replace(/\([^()]*\)/g, ' ')));

/** Words of offices that are last names, too. */
const LAST_NAMES_TOO = setOf('spring summer autumn winter bau handel bank sales fair guest');

/** Words beside those of offices and jobs, and what joins them. */
const BESIDE_OFFICE = setOf('general managing human hr it executive duty operations kadry place');
const JOINS = /^(?:of|and|the|und|de|der|die|das|du|des|di|da|le|la|el|il|i|y|e|et|og|och|en)$/;

const isOfficeWord = (word = ''): boolean => COLLECTIVE.has(word) && !LAST_NAMES_TOO.has(word);

/** Whether a name is nothing but the words of an office or a job: General Manager. `Md` is a given name. */
export function isOffice(name: string): boolean {
	const words = wordsOf(name).filter((word) => !JOINS.test(word));
	const isOne = (word: string) =>
		(words.length > 1 ? COLLECTIVE.has(word) : isOfficeWord(word)) ||
		BESIDE_OFFICE.has(word) ||
		(JOB_WORDS.has(word) && word !== 'md');
	return words.length > 0 && words.every(isOne);
}

/** Whether the name of a contact is that of a department, such as "Einkauf", or has a firm or a place behind it. */
const isOfGroup = (name: string, address: string): boolean => {
	const [before, behind = ''] = name.split(',');
	if ([before, behind].some((part) => isOfficeWord(wordsOf(part)[0]))) return true;
	if (isOffice(name) || isOfMailbox(wordsOf(name), address)) return true;
	const [given] = wordsOf(splitName(name).first ?? '');
	if (isWithRemark(name) && behind === '')
		return !isInAddress(given ?? '', address) || isLastName(withoutRemark(name), address);
	const isTurned = isWithRemark(name) && given !== undefined && given === wordsOf(behind)[0];
	return isTurned && !isInAddress(given, address) && given[0] !== address[0];
};

const isLastName = (name: string, address: string): boolean => {
	const [start, ...others] = wordsBefore(address);
	return others.at(-1) === wordsOf(name).join(' ') && !SHARED_MAILBOX.has(start);
};

/** Whether a name is that of a mailbox and of its domain: Kadry Acme, kadry@acme.pl. */
function isOfMailbox(words: string[], address: string): boolean {
	const [local, label] = address.toLowerCase().split(/[@.]/);
	const isBrand = words.filter((word) => word !== local).join('') === label;
	return isBrand && words.includes(local) && (SHARED_MAILBOX.has(local) || isOffice(local));
}

/** Whether a first name is what shops and CRMs write for none: Info, Office, Valued Customer, or a company. */
function isNobody(first: string, last = ''): boolean {
	const [start] = first.split(' ');
	if (isGivenName(start)) return false;
	if (/\p{L}/u.test(last))
		return (
			(COLLECTIVE.has(normalizedName(first)) && isOffice(`${first} ${last}`)) ||
			isPlaceholder(first, last)
		);
	return isOffice(first) || isPlaceholder(first, '') || (/\s/.test(first) && isCompany(first));
}
const isPlaceholder = (first: string, last: string): boolean =>
	/^(?:valued customer|info|friend|there|customer|subscriber|user|office|admin|kunde)$/i.test(
		`${first} ${last}`.trim(),
	);

/** Where somebody works in a company. */
const DEPARTMENTS = setOf(
	'finance marketing sales vertrieb hr it accounting accounts einkauf purchasing procurement operations engineering legal support customer service admin administration logistics management production warehouse export import quality research development',
);
/** What firms have in their names, and how last names end. */
const NO_CYRILLIC_GIVEN =
	/(?:ко|[оеё]ва?|[ую]к|ск(?:ий|ая))$|сервис|сервіс|строй|торг|групп|маркет|бизнес|бізнес|центр|компл|нефт|банк|газ|пром|инвест|техник|студи/iu;

const isGivenNames = (text: string): boolean =>
	text.split(' ').every((word) => isGivenName(word) || isSecondGiven(word));

/** Whether a bare Name is that of a person, and not of a login, a company or a thing. */
export function isPersons(
	value: string,
	first: string,
	{ address, isDoubtful, hasLast }: { address: string; isDoubtful: boolean; hasLast: boolean },
): boolean {
	const bare = withoutRemark(value);
	const [local, domain = ''] = address.toLowerCase().split('@');
	const isNamed = isInAddress(first, `${local}@`);
	const isGiven = isNamed && isGivenName(first);
	// Sarah Miller (Finance), not Bella Italia (Restaurant)
	const [own, all] = [ownWords(value), wordsOf(value)];
	const isOfDepartment = all.slice(own.length).every((word) => DEPARTMENTS.has(word));
	const isOwn = isOfDepartment ? isGiven || (isNamed && own.length > 1) : isGiven && own.length > 1;
	const words = isOwn ? own : all;
	const isLastNameToo = (word: string) =>
		(isNamed && LAST_NAMES_TOO.has(word)) ||
		(isGiven && words.length === 2 && /^(?:hospital|bakeri)$/.test(word));
	if (isOffice(value) || words.some((word) => COLLECTIVE.has(word) && !isLastNameToo(word)))
		return false;
	// Huber, anna.huber@…
	if (isLastName(bare, address) && !hasLast) return false;
	// Acme Newsroom, newsroom@acme.com
	const isOfBrand = words.at(-1) === local && words.slice(0, -1).join('') === domain.split('.')[0];
	if ((isOfBrand && !hasLast && !isGivenName(first)) || isOfMailbox(words, address)) return false;
	if (isWithRemark(value) && !isInAddress(first, address)) return false;
	const isOneWord = !/[\s,]/.test(bare);
	if (isOneWord && NO_CYRILLIC_GIVEN.test(value) && !hasLast && !isGivenName(first)) return false;
	if (isOneWord && normalizedName(local) === normalizedName(bare) && value === value.toLowerCase())
		return false;
	const isInitial = !isDoubtful || isInCyrillic(first) || local[0] === normalizedName(first)[0];
	if (isInAddress(first, address) || (!hasLast && isInitial && isInAddress(bare, address)))
		return true;
	if (isDoubtful || normalizedName(domain).includes(normalizedName(bare))) return false;
	if (/^(?:senior|junior)$/.test(words[0]) || words.some((word) => TITLE_WORDS.has(word)))
		return false;
	// Of other letters, the address tells nothing.
	if (hasLast) return isGivenNames(value) || (isOneWord && !/\p{Script=Latin}/u.test(value));
	return (!isOneWord || EAST_ASIAN_NAME.test(value)) && !SHARED_MAILBOX.has(normalizedName(local));
}

export const isName = ({ meaning = '', raw }: Column) =>
	NAMES.has(meaning) && /\p{L}/u.test(textOf(raw));

/** Whether columns hold a first and a last name. */
export const holdBothNames = (columns: Column[]): boolean =>
	['name', 'lastName'].every((one) =>
		columns.some((column) => column.meaning === one && isName(column)),
	);

/** Whether neither of two names may be a short form of the other. */
export function isOtherName(one?: PersonName, other?: PersonName): boolean {
	if (one === undefined || other === undefined) return false;
	const wordsIn = (name: PersonName) =>
		wordsOf(wholeNameOf(name)).filter((word) => word.length > 1);
	const [words, others] = [wordsIn(one), wordsIn(other)];
	const areIn = (inner: string[], outer: string[]) => inner.every((word) => outer.includes(word));
	return !areIn(words, others) && !areIn(others, words);
}
