import { email } from './email';
import { FieldProblem, quoted } from './problem';
import { text } from './text';

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

/** A switch, given as true or as "true"; false if blank. @throws FieldProblem for anything else */
export function trueOrFalse(value: unknown, label: string): boolean {
	const word = text(value, label)?.toLowerCase() ?? 'false';
	if (word === 'true' || word === 'false') return word === 'true';
	throw new FieldProblem(
		`'${label}' must be true or false, but is ${quoted(word)}`,
		'Correct the expression, or use the switch.',
	);
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
