/** `text` as a sentence: ends with a full stop unless it already ends with a mark. */
export function asSentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const MOST_LISTED = 20;

/** The first 20 of them, with a comma between. */
export const listed = (parts: Array<string | number>): string =>
	`${parts.slice(0, MOST_LISTED).join(', ')}${parts.length > MOST_LISTED ? ', …' : ''}`;

/** As n8n shows it in a hint, which is HTML. */
export const asHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The parts that are not blank, one after the other. */
export const sentences = (...parts: string[]): string =>
	parts.filter((part) => part !== '').join(' ');
