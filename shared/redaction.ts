import { ENTITIES } from './entities';

const LONGEST_SHOWN = 300;
const LONGEST_READ = 20_000;
const LONGEST_SECRET = 2_000;

/** How Cognito's tokens begin, and what follows. */
const JWT = /\beyJ[\w-]*(?:\.[\w-]*){0,2}/g;

/** Keeps the secrets of one login out of what a server says. */
export class Redaction {
	private forms?: string[];
	private tokenForms?: string[];

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
		this.forms ??= formsOf(this.token, ...this.secrets);
		const text = typeof remote === 'string' ? remote : '';
		const known = strike(text, this.forms);
		// At its end, a text that is cut may hold the beginning of a secret.
		const part = withoutWritten(
			known.slice(0, 2 * LONGEST_READ),
			textsIn([this.token, ...this.secrets]),
		);
		const cut = known.length > 2 * LONGEST_READ ? LONGEST_SECRET : 0;
		const shown = part
			.slice(0, Math.min(LONGEST_READ, Math.max(0, part.length - cut)))
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
		this.tokenForms ??= formsOf(this.token);
		const inside = this.tokenForms.filter((form) => text.includes(form));
		return inside.length === 0 ? data : (strikeAll(data, inside) as T);
	}
}

const STRUCK = '***';

const strike = (text: string, forms: string[]) =>
	forms.reduce((shown, form) => shown.replaceAll(form, STRUCK), text);

function strikeAll(value: unknown, forms: string[]): unknown {
	if (typeof value === 'string') return strike(value, forms);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => strikeAll(entry, forms));
	const entries = Object.entries(value);
	return Object.fromEntries(
		entries.map(([key, entry]) => [strike(key, forms), strikeAll(entry, forms)]),
	);
}

/** The secrets as text, also as a form writes their blanks. n8n may keep a number as such. */
const textsIn = (secrets: unknown[]) =>
	secrets
		.map((secret) => (typeof secret === 'number' && secret > 999 ? String(secret) : secret))
		.flatMap((secret) =>
			typeof secret === 'string' && secret.trim() !== ''
				? [secret, secret.trim(), secret.replaceAll(' ', '+')]
				: [],
		);

/** Each secret as it is, and as a URL and JSON write it. */
const formsOf = (...secrets: unknown[]): string[] =>
	textsIn(secrets).flatMap((secret) => {
		// encodeURIComponent throws for half a surrogate pair.
		const inUrl = encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd'));
		const inSmall = inUrl.replace(/%../g, (code) => code.toLowerCase());
		const inHtml = secret.replace(/[&<>"']/g, (sign) => HTML_SIGNS[sign]);
		return [secret, inUrl, inSmall, inHtml, JSON.stringify(secret).slice(1, -1)];
	});

/** How a server may write a sign: `%2F`, `\\u002f`, `&#47;`, `&#x2f;`, `&amp;`, `\\/`. */
const WRITTEN =
	/((?:%[0-9a-f]{2})+)|\\{1,4}u([0-9a-f]{4})|&(?:amp;)?#(?:(\d{1,7})|x([0-9a-f]{1,8}));?|&([a-z][a-z\d]{1,7});|\\{1,3}(["'\\/])/gi;
const HTML_SIGNS: Record<string, string> = Object.fromEntries(
	['amp', 'lt', 'gt', 'quot', 'apos'].map((name) => [ENTITIES.get(name), `&${name};`]),
);

function signsIn([written, bytes, unit, decimal, hex, name, escaped]: string[]): string {
	if (bytes) return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString();
	if (unit) return String.fromCharCode(parseInt(unit, 16));
	if (name) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? written;
	if (escaped) return escaped;
	const point = decimal ? Number(decimal) : parseInt(hex, 16);
	return point > 0x10ffff ? '' : String.fromCodePoint(point);
}

const decoded = (text: string): string =>
	text.replace(WRITTEN, (...match) => signsIn(match as unknown as string[]));

/** A text without secrets, however a server wrote them, also if it did so twice. If there is one, the text comes back as it was before. */
function withoutWritten(text: string, secrets: string[]): string {
	let [shown, plain, wanted] = [text, text, secrets];
	for (let layer = 0; layer < 2; layer++) {
		plain = decoded(plain);
		// A secret may itself look like a spelling of another one.
		wanted = [...new Set([...wanted, ...wanted.map(decoded)])].filter((one) => one.trim() !== '');
		if (wanted.some((secret) => plain.includes(secret))) shown = plain = strike(plain, wanted);
	}
	return shown;
}
