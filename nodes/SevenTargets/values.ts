import { UserError } from 'n8n-workflow';

/** A value that cannot go out. */
export class FieldProblem extends UserError {
	/**
	 * @param message starts with the field's label in quotes, and has no full stop
	 * @param remedy what to do, a sentence
	 */
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
	}
}

/** A choice that no list offers: from an expression, or from a workflow that a newer version of this package has saved. */
export const unknownChoice = (label: string, value: unknown) =>
	new FieldProblem(
		`'${label}' is ${quoted(String(value))}, which this version of the 7Targets node does not know`,
		'Choose it from the list, or update the node.',
	);

/** What to do about items that lack something: correct them, or filter them out. */
export const orLeaveOut = (remedy: string) =>
	`${remedy}, or leave out such items with a Filter node before this one.`;

// White space, and the invisible characters that come along if text is copied from a page: a soft hyphen, zero-width spaces,
// direction marks, and the byte order mark.
const BLANK = /[\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;

/** Without BLANK at both ends. A pattern such as /[…]+$/ would take minutes for a text with many blanks inside. */
export function trimmed(value: string): string {
	let start = 0;
	let end = value.length;
	while (start < end && BLANK.test(value[start])) start++;
	while (start < end && BLANK.test(value[end - 1])) end--;
	return value.slice(start, end);
}

/** A function that returns the ISO text of a Date, or of a Luxon date such as `{{ $now }}`; undefined for anything else. */
function toIsoOf(value: object & { toISO?: unknown; toISOString?: unknown }) {
	const toIso = value.toISO ?? value.toISOString;
	return typeof toIso === 'function' ? () => String(toIso.call(value)) : undefined;
}

/**
 * A value as the text that goes out: trimmed, also of invisible characters; undefined if blank. `null` and `undefined`,
 * which CRMs send for an empty field, count as blank; numbers and booleans become text, dates ISO text.
 *
 * @throws FieldProblem for an array or an object, which would otherwise go out as "[object Object]", and for an invalid date
 */
export function text(value: unknown, label: string): string | undefined {
	if (value === null || value === undefined) return undefined;
	if (typeof value === 'object') {
		const toIso = toIsoOf(value);
		if (toIso !== undefined) {
			if (!Number.isNaN(value.valueOf())) return toIso();
			throw new FieldProblem(`'${label}' is not a valid date`, 'Correct the date.');
		}
		const kind = Array.isArray(value) ? 'a list' : 'an object';
		throw new FieldProblem(
			`'${label}' is ${kind}, but must be text`,
			'Choose one value from inside it, for example by dragging it from the input panel, or make text of it with an Edit Fields node before this one.',
		);
	}
	const content = trimmed(String(value));
	return content === '' ? undefined : content;
}

/** Whether a value is one that `text` can read, and not blank: a date counts, other objects and lists do not. */
export const holdsText = (value: unknown): boolean =>
	typeof value === 'object' && value !== null
		? toIsoOf(value) !== undefined
		: trimmed(String(value ?? '')) !== '';

/**
 * A whole number, given as a number or as text; undefined if blank.
 *
 * @throws FieldProblem for anything else
 */
export function wholeNumber(value: unknown, label: string): number | undefined {
	const digits = text(value, label);
	if (digits === undefined) return undefined;
	const number = Number(digits);
	if (!/^\d+$/.test(digits) || !Number.isSafeInteger(number)) {
		throw new FieldProblem(
			`'${label}' must be a whole number, but is ${quoted(digits)}`,
			'Enter digits only.',
		);
	}
	return number;
}

// One address: something before the one @, a domain with a dot behind it, no blanks, lists, paths or <…>.
const EMAIL = /^[^\s@,;<>()[\]"]+@[^\s@,;<>()[\]"/?#:.]+(\.[^\s@,;<>()[\]"/?#:.]+)+$/;

/** What no address holds: invisible characters, and marks that make variants of other characters. */
const INVISIBLE = /\p{Cf}|(?!\s)\p{Cc}|\p{Variation_Selector}|[\u2800\u3164]|\u034F/gu;
const LINK = /^mailto:(?:\/\/)?/i;

/** The address in a link, without what follows it, such as `?subject=…`; any other text as it is. */
const outOfLink = (address: string): string =>
	LINK.test(address) ? trimmed(address.replace(LINK, '').split('?')[0]) : address;

/**
 * One email address, without invisible characters and the parts of a link (`mailto:`, `?subject=…`); undefined if blank.
 *
 * @throws FieldProblem for what is not one address
 */
export function email(value: unknown, label: string): string | undefined {
	const given = text(value, label)?.replace(INVISIBLE, '');
	const address = given && outOfLink(given);
	if (address !== undefined && !EMAIL.test(address)) {
		throw new FieldProblem(
			`'${label}' must be one email address, such as john.doe@example.com, but is ${quoted(address)}`,
			'Correct it, or enter the first address only.',
		);
	}
	return address;
}

/**
 * The email address of a lead, in lower case: one mailbox is one lead, even if CRMs spell it differently; undefined if blank.
 *
 * @throws FieldProblem for what is not one address
 */
export const leadEmail = (value: unknown, label: string): string | undefined =>
	email(value, label)?.toLowerCase();

/**
 * Which assistant or lead is meant: a value with an @ is an email address, a whole number an ID, no matter how it was
 * chosen in its resource locator, because an expression may give either; undefined if blank.
 *
 * @param words for the error: `of` whom it must be the ID or email, and what to do
 * @throws FieldProblem for anything else
 */
export function idOrEmail(
	value: unknown,
	label: string,
	{ of, remedy }: { of: string; remedy: string },
): { id: number } | { email: string } | undefined {
	const key = text(chosen(value), label);
	if (key === undefined) return undefined;
	const address = key.includes('@') ? email(key, label) : undefined;
	if (address !== undefined) return { email: address };
	const id = /^\d+$/.test(key) ? wholeNumber(key, label) : undefined;
	if (id !== undefined) return { id };
	throw new FieldProblem(
		`'${label}' must be the ID or the email address of ${of}, but is ${quoted(key)}`,
		remedy,
	);
}

/** A value as an error shows it: on one line, in quotes, not longer than 60 characters. */
export function quoted(value: string): string {
	const line = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
	return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}

interface Locator {
	mode?: unknown;
	value: unknown;
}

const isLocator = (value: unknown): value is Locator =>
	typeof value === 'object' && value !== null && '__rl' in value && 'value' in value;

/** What was chosen in a resource locator; any other value stays as it is. */
export const chosen = (value: unknown): unknown => (isLocator(value) ? value.value : value);

/** The mode in which something was chosen in a resource locator; undefined for any other value. */
export const modeOf = (value: unknown): unknown => (isLocator(value) ? value.mode : undefined);

/** A switch, given as true or as "true"; false if blank. @throws FieldProblem for anything else */
export function trueOrFalse(value: unknown, label: string): boolean {
	const word = text(value, label)?.toLowerCase() ?? 'false';
	if (word === 'true' || word === 'false') return word === 'true';
	throw new FieldProblem(
		`'${label}' must be true or false, but is ${quoted(word)}`,
		'Correct the expression, or use the switch.',
	);
}
