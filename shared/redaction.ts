const LONGEST_SHOWN = 300;
const LONGEST_READ = 20_000;

/** What Cognito's tokens look like. */
const JWT = /\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g;

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
		const shown = strike(text, this.forms)
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
		this.tokenForms ??= formsOf(this.token);
		const inside = this.tokenForms.filter((form) => text.includes(form));
		return inside.length === 0 ? data : (strikeAll(data, inside) as T);
	}
}

const strike = (text: string, forms: string[]) =>
	forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);

function strikeAll(value: unknown, forms: string[]): unknown {
	if (typeof value === 'string') return strike(value, forms);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((entry) => strikeAll(entry, forms));
	const entries = Object.entries(value);
	return Object.fromEntries(
		entries.map(([key, entry]) => [strike(key, forms), strikeAll(entry, forms)]),
	);
}

/** Each secret in every form in which a server may echo it: as it is, and as a URL, JSON and HTML write it. */
function formsOf(...secrets: unknown[]): string[] {
	const given = secrets.filter(
		(secret): secret is string => typeof secret === 'string' && secret.trim() !== '',
	);
	return given.flatMap((secret) => [
		secret,
		secret.trim(),
		// encodeURIComponent throws for half a surrogate pair.
		encodeURIComponent(secret.replace(/\p{Cs}/gu, '\ufffd')),
		JSON.stringify(secret).slice(1, -1),
		secret.replace(/[&<>"']/g, (sign) => HTML_SIGNS[sign]),
	]);
}

const HTML_SIGNS: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};
