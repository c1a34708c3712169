import { ENTITIES } from '../../../shared/entities';
import { trimmed } from './text';

const MARKUP = /[<&\n\r\u0085\u2028\u2029]/;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,7}));/gi;
/** A tag, or the address behind a name in a mail's header. */
const TAG = /<(\/?[a-z][^<>]*)>/gi;
const BREAK = /^\/?(?:br|p|div|li|tr|td|h\d)\b/i;
const LINES = /[\n\r\u0085\u2028\u2029]/;

function character(decimal?: string, hex?: string): string | undefined {
	const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
	const isOne = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return isOne ? String.fromCodePoint(code) : undefined;
}

/** A name as a person writes it: without HTML's tags and entities, and on one line. */
export function withoutMarkup(name: string): string {
	if (!MARKUP.test(name)) return name;
	const plain = name
		.replace(TAG, (_, tag: string) => (BREAK.test(tag) ? '\n' : ''))
		.replace(
			ENTITY,
			(entity, decimal?: string, hex?: string, named?: string) =>
				(named === undefined ? character(decimal, hex) : ENTITIES.get(named)) ?? entity,
		);
	const lines = LINES.test(plain) ? plain.split(LINES) : [plain];
	return lines
		.map(trimmed)
		.filter((line) => line !== '')
		.join(' ');
}
