const LONGEST_SHOWN = 300;

/**
 * Makes text from a server safe to show: no HTML, no control characters, one line, at most 300
 * characters, and none of the `secrets`, should the server have echoed one back.
 */
export function remoteText(text: string, secrets: readonly string[] = []): string {
	let shown = text.slice(0, 20_000);
	for (const secret of secrets) {
		if (secret.length > 0) shown = shown.replaceAll(secret, '***');
	}
	shown = shown
		// A bearer token is a JWT here (Cognito) or opaque after the word Bearer.
		.replace(/\beyJ[\w-]+\.[\w-]*\.?[\w-]*/g, '***')
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
