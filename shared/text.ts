/** `text` as a sentence: ends with a full stop unless it already ends with a mark. */
export function asSentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The parts that are not blank, one after the other. */
export const sentences = (...parts: string[]): string =>
	parts.filter((part) => part !== '').join(' ');
