/** The names of U+00A0 to U+00FF in their order, and of the signs beside them: HTML 4.01, chapter 24. */
const LATIN_1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
	'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
	'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** The signs by their names in HTML. */
export const ENTITIES = new Map([
	...LATIN_1.split(' ').map((name, n): [string, string] => [name, String.fromCharCode(0xa0 + n)]),
	...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
	...Object.entries({ OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š', Yuml: 'Ÿ', fnof: 'ƒ' }),
	...Object.entries({ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚' }),
	...Object.entries({ ldquo: '“', rdquo: '”', bdquo: '„', hellip: '…', euro: '€', trade: '™' }),
]);
