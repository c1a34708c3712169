const LONGEST_SHOWN = 300;
const LONGEST_READ = 20_000;

/** How Cognito's tokens begin, and what follows. */
const JWT = /\beyJ[\w-]*(?:\.[\w-]*){0,2}/g;

/** Keeps the secrets of one login out of what a server says. */
export class Redaction {
	private pattern?: RegExp;
	private tokenPattern?: RegExp;

	/**
	 * @param secrets what the user typed that must not be shown
	 * @param token the only part of a login that the API gets; blank if there is none
	 */
	constructor(
		private readonly secrets: unknown[] = [],
		readonly token = '',
	) {}

	/**
	 * Makes text from a server safe to show: no HTML, no control characters, one line, at most 300 characters, and none
	 * of the secrets, even if the server echoed one. Anything but text becomes ''.
	 */
	text(remote: unknown): string {
		this.pattern ??= patternOf(this.token, ...this.secrets);
		const text = typeof remote === 'string' ? remote : '';
		const shown = text
			.replace(this.pattern, STRUCK)
			.slice(0, LONGEST_READ)
			.replace(JWT, '***')
			.replace(/\bBearer\s+[^\s"'<,;]+/gi, 'Bearer ***')
			.replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
			.replace(/<\/?[a-z!][^>]*(>|$)/gi, ' ')
			// Cc and Cf: control and invisible formatting characters, such as the right-to-left override.
			.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
			.replace(/\s+/g, ' ')
			.trim();
		return shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN - 1)}…` : shown;
	}

	/**
	 * The data without the token, in case the server put it in. Nothing else is struck out: the API never got the
	 * password, and a word in the data may well be the same.
	 *
	 * @throws RangeError for data that is nested too deep to be read
	 */
	data<T extends object>(data: T): T {
		const text = JSON.stringify(data);
		const pattern = (this.tokenPattern ??= patternOf(this.token));
		return text.search(pattern) < 0 ? data : (strikeAll(data, pattern) as T);
	}
}

const STRUCK = '***';

function strikeAll(value: unknown, pattern: RegExp): unknown {
	if (typeof value === 'string') return value.replace(pattern, STRUCK);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => strikeAll(entry, pattern));
	const entries = Object.entries(value);
	return Object.fromEntries(
		entries.map(([key, entry]) => [key.replace(pattern, STRUCK), strikeAll(entry, pattern)]),
	);
}

/** Finds secrets in every spelling in which a server may echo them, sign by sign: as they are, and as a URL, a form, JSON and HTML write them. */
function patternOf(...secrets: unknown[]): RegExp {
	const given = secrets.flatMap((secret) =>
		typeof secret === 'string' && secret.trim() !== '' ? [secret, secret.trim()] : [],
	);
	const patterns = given.map((secret) => [...secret].map(spellings).join(''));
	return patterns.length === 0 ? /(?!)/g : new RegExp(patterns.join('|'), 'g');
}

/** A pattern of one sign in all its spellings, also if it was written so twice. */
function spellings(sign: string): string {
	if (/^[A-Za-z0-9]$/.test(sign)) return sign;
	const hex = (code: number, digits: number) =>
		code
			.toString(16)
			.padStart(digits, '0')
			.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
	const point = sign.codePointAt(0)!;
	const units = Array.from({ length: sign.length }, (_, n) => sign.charCodeAt(n));
	const html = [`#0{0,6}${point}`, `#[xX]0{0,6}${hex(point, 1)}`, ...(NAMED[sign] ?? [])];
	return `(?:${[
		literal(sign),
		`\\\\{1,3}${literal(sign)}`,
		literal(JSON.stringify(sign).slice(1, -1)),
		...(sign === ' ' ? ['\\+'] : []),
		[...new TextEncoder().encode(sign)].map((byte) => `%(?:25)?${hex(byte, 2)}`).join(''),
		units.map((unit) => `\\\\{1,4}u${hex(unit, 4)}`).join(''),
		`&(?:amp;)?(?:${html.join('|')});?`,
	].join('|')})`;
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** What HTML calls these signs. */
const NAMED: Record<string, string[]> = {
	'&': ['amp'],
	'<': ['lt'],
	'>': ['gt'],
	'"': ['quot'],
	"'": ['apos'],
};
