const LONGEST_SHOWN = 300;
const LONGEST_READ = 20_000;

/** What Cognito's tokens look like. */
const JWT = /\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g;

function struckOut(text: string, secrets: readonly string[]): string {
	return secrets
		.filter((secret) => secret.length > 0)
		.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

/**
 * Makes text from a server safe to show: no HTML, no control characters, one line, at most 300
 * characters, and none of the `secrets`, should the server have echoed one back.
 */
export function remoteText(text: string, secrets: readonly string[] = []): string {
	const shown = struckOut(text.slice(0, LONGEST_READ), secrets)
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

/** `text` as a sentence: ends with a full stop unless it already ends with a mark. */
export function asSentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Shorter ones are no secrets that Cognito would take, and might be part of a name. */
const SHORTEST_SECRET = 6;

/** The data as it is, but without the secrets in its texts, should the server have put one in. */
export function withoutSecrets<T extends object>(data: T, secrets: readonly string[]): T {
	const text = JSON.stringify(data);
	const inside = secrets.filter(
		(secret) => secret.length >= SHORTEST_SECRET && text.includes(secret),
	);
	if (inside.length === 0) return data;
	return JSON.parse(text, (_, value) =>
		typeof value === 'string' ? struckOut(value, inside) : value,
	) as T;
}

/** Each secret in every form in which a server may echo it: as it is, and as a URL, JSON and HTML write it. */
export function formsOf(...secrets: unknown[]): string[] {
	const given = secrets.filter(
		(secret): secret is string => typeof secret === 'string' && secret.trim() !== '',
	);
	return given.flatMap((secret) => [
		secret,
		encodeURIComponent(secret),
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
