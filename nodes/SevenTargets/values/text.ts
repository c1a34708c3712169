import { FieldProblem } from './problem';

// White space, and the invisible characters that come along if text is copied from a page: a soft hyphen, zero-width spaces,
// direction marks, and the byte order mark.
const BLANK = /[\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/;

/** Whether the character at a place is none that `trimmed` takes off. Most texts begin and end in ASCII, which needs no pattern. */
function isVisible(value: string, place: number): boolean {
	const code = value.charCodeAt(place);
	return (code > 0x20 && code < 0x7f) || !BLANK.test(value[place]);
}

/** Without BLANK at both ends. A pattern such as /[…]+$/ would take minutes for a text with many blanks inside. */
export function trimmed(value: string): string {
	let start = 0;
	let end = value.length;
	while (start < end && !isVisible(value, start)) start++;
	while (start < end && !isVisible(value, end - 1)) end--;
	return value.slice(start, end);
}

/** A function that returns the ISO text of a Date, or of a Luxon date such as `{{ $now }}`; undefined for anything else. */
function toIsoOf(value: object & { toISO?: unknown; toISOString?: unknown }) {
	const toIso = value.toISO ?? value.toISOString;
	return typeof toIso === 'function' ? () => String(toIso.call(value)) : undefined;
}

/**
 * A value as text: trimmed, also of invisible characters; undefined if blank. `null` and `undefined`, which CRMs send for an empty
 * field, count as blank; numbers and booleans become text, dates ISO text.
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
