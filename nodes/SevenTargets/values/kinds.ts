import { chosen } from './choice';
import { leadEmail } from './email';
import { withoutMarkup } from './markup';
import type { NoteValue } from './note';
import { FieldProblem, orLeaveOut, quoted } from './problem';
import { CUT_OFF, NO_VALUE, ODD, REFUSED, type Kind, type Rule } from './rules';
import { text, trimmed } from './text';

/**
 * Reads a value: the text that goes out, or undefined if it is blank or stands for no value.
 *
 * @param note is told what the value lost
 * @throws FieldProblem if the value cannot go out
 */
export type ReadValue = (value: unknown, label: string, note?: NoteValue) => string | undefined;

/** Whether a text is no value of its kind, or an error. */
export const isNoValue = (kind: Kind, content: string): boolean =>
	ODD.test(content) &&
	[...NO_VALUE, ...REFUSED].some(
		({ kinds, pattern }) => kinds.includes(kind) && pattern.test(content),
	);

/** Whether a value is read to something that goes out: it is no error, and not left out. */
export function goesOut(read: () => unknown): boolean {
	try {
		return read() !== undefined;
	} catch {
		return false;
	}
}

const readerOf = (kind: Exclude<Kind, 'email'>): ReadValue => {
	const ofKind = <R extends Rule>(rules: R[]) => rules.filter(({ kinds }) => kinds.includes(kind));
	const [noValue, cutOff, refused] = [ofKind(NO_VALUE), ofKind(CUT_OFF), ofKind(REFUSED)];
	const isName = kind === 'name' || kind === 'greeting';
	const greets = kind === 'greeting';

	return (given, label, note) => {
		const value = chosen(given);
		const content = text(value, label);
		if (content === undefined) return undefined;
		// Most values: it takes a tenth of the time of the rules.
		if (!ODD.test(content) && !isRounded(value) && (!greets || /[a-z]/i.test(content)))
			return content;
		if (isRounded(value) || noValue.some(({ pattern }) => pattern.test(content))) {
			if (greets) throw noName(content, label);
			note?.({ label, value: content });
			return undefined;
		}
		let sent = isName ? withoutMarkup(content) : content;
		for (const { pattern } of cutOff) sent = sent.replace(pattern, '');
		for (const { pattern, why, remedy } of refused) {
			const found = pattern.exec(sent);
			if (found !== null) {
				throw new FieldProblem(
					`'${label}' is ${quoted(sent)}, ${why(quoted(found[0]))}`,
					remedy.endsWith('.') ? remedy : orLeaveOut(remedy),
				);
			}
		}
		if (cutOff.length > 0 && sent !== content) {
			sent = trimmed(sent);
			note?.({ label, value: content, without: 'the mark before it' });
		}
		return sent === '' ? undefined : sent;
	};
};

/** Whether a number is so long that JavaScript, and so n8n, has rounded it. */
const isRounded = (value: unknown): boolean =>
	typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);

const noName = (content: string, label: string) =>
	new FieldProblem(
		`'${label}' is ${quoted(content)}, which is no name to greet a person with`,
		orLeaveOut('Fill in the first name'),
	);

/** What reads a value, by the kind of text that its field holds. */
export const READERS: Record<Kind, ReadValue> = {
	greeting: readerOf('greeting'),
	name: readerOf('name'),
	phone: readerOf('phone'),
	id: readerOf('id'),
	text: readerOf('text'),
	email: leadEmail,
};
