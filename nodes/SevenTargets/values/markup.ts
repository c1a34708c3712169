import { trimmed } from './text';

/** The names of U+00A0 to U+00FF in their order, and of the signs beside them: HTML 4.01, chapter 24. */
const LATIN_1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
	'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
	'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const ENTITIES = new Map([
	...LATIN_1.split(' ').map((name, n): [string, string] => [name, String.fromCharCode(0xa0 + n)]),
	...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
	...Object.entries({ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ' }),
	...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚' }),
	...Object.entries({ ldquo: '“', rdquo: '”', bdquo: '„', hellip: '…', euro: '€', trade: '™' }),
]);

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
