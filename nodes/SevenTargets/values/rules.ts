/** What kind of text a field holds. */
export type Kind = 'greeting' | 'name' | 'phone' | 'email' | 'id' | 'text';

const EVERY: Kind[] = ['greeting', 'name', 'phone', 'id', 'text'];
const NAMES: Kind[] = ['greeting', 'name'];

/** A text that is found in CRMs, sheets and workflows, and is not what the field is for. docs/fields.md shows all of them. */
export interface Rule {
	/** As docs/fields.md shows them. */
	examples: string[];
	kinds: Kind[];
	/** Who leaves such a text, or who says what it is. */
	source: string;
	pattern: RegExp;
}

/** A text that stands for no value. In a first name, with which a person is greeted, it is an error; any other field is left out. */
export const NO_VALUE: Rule[] = [
	{
		examples: ['-', '—', '.', '?'],
		kinds: EVERY,
		source: 'What people type into a field that must not be blank',
		pattern: /^[-–—_.?/\\]+$/,
	},
	{
		examples: ['N/A', 'n.a.'],
		kinds: EVERY,
		source: 'The same. Not `NA`, which is a surname, a country code and a continent',
		pattern: /^(?:n\/a\.?|n\.a\.|\(n\/a\)|\[n\/a\])$/i,
	},
	{
		examples: ['null', 'NULL', 'undefined', 'NaN'],
		kinds: EVERY,
		source: 'JavaScript and SQL, as text. Not `Null` and `None`: people are called so',
		pattern: /^(?:(?:null|undefined|NaN)(?: (?:null|undefined|NaN))*|NULL|<null>|\(null\))$/,
	},
	{
		examples: ['[not provided]', '[[unknown]]'],
		kinds: EVERY,
		source:
			'Salesforce Web-to-Lead, knowledge article 000171026; Account Engagement (Pardot) for a missing company',
		pattern: /^(?:\[not provided\]|\[{1,2}unknown\]{1,2}|\(not set\))$/i,
	},
	{
		examples: ['Unknown', 'Anonymous'],
		kinds: NAMES,
		source: 'What shops, forms and telephone systems put where they know no name',
		pattern: /^(?:unknown|anonymous|no name)$/i,
	},
	{
		examples: ['#N/A', '#REF!', '#VALUE!', '#ERROR!', '#BEZUG!'],
		kinds: EVERY,
		source: 'Excel and Google Sheets, for a formula that failed, in the language of the sheet',
		pattern: /^#(?:[¡¿]?\p{Lu}[\p{Lu}\d/_]*[!?]|N\/[AD]|NV|GETTING_DATA|SPILL)$/u,
	},
	{
		examples: ['<test lead: dummy data for full_name>'],
		kinds: EVERY,
		source: "Meta's Lead Ads Testing Tool",
		pattern: /^<test lead: [^<>]*>$/i,
	},
	{
		examples: ['4.41632E+11', '4,9170E+11'],
		kinds: ['phone', 'id'],
		source: 'Excel, which rounds long numbers: the digits are lost',
		pattern: /^\d(?:[.,]\d*)?e\+?\d+$/i,
	},
];

/** What is cut off; the rest is the value. */
export const CUT_OFF: Rule[] = [
	{
		examples: ["'+44 20 7946 0000"],
		kinds: ['phone'],
		source: 'The mark by which Excel and Google Sheets keep a cell as text',
		pattern: /^['’`]+/,
	},
	{
		examples: ['p:+4915123456789', 'tel:+4915123456789'],
		kinds: ['phone'],
		source: "Meta's file of leads; links (RFC 3966)",
		pattern: /^(?:p|tel):/i,
	},
];

/** A rule whose text is an error wherever it stands in a value. */
export interface Refused extends Rule {
	/** Ends the sentence "'First Name' is "…", ". @param found the part that was found */
	why: (found: string) => string;
	remedy: string;
}

/** What n8n or another program was to fill in, and did not. */
const IN_THE_SOURCE = 'Fill in the value in the program that the item comes from';

const FIRST_NAME = 'Fill in the first name, or choose the column that holds it';

export const REFUSED: Refused[] = [
	{
		examples: ['{{ $json.name }}', '$json.name'],
		kinds: EVERY,
		source: 'n8n, in a field that is set to Fixed',
		pattern: /\{\{[^{}]*\}\}|\$(?:json|node|input|item|vars)\b[.[(]|\$\(['"]/,
		why: (found) => `in which ${found} is an expression that n8n has not worked out`,
		remedy:
			"Switch the field from 'Fixed' to 'Expression'. If the text comes from the input, correct it there.",
	},
	{
		examples: ['*|FNAME|*'],
		kinds: EVERY,
		source: 'Mailchimp, merge tags',
		pattern: /\*\|[^|]*\|\*/,
		why: (found) => `in which ${found} is a placeholder that another program has not filled in`,
		remedy: IN_THE_SOURCE,
	},
	{
		examples: ['%FIRSTNAME%', '${name}', '{!Contact.FirstName}'],
		kinds: NAMES,
		source: 'ActiveCampaign, JavaScript and Salesforce, in templates',
		pattern: /%[A-Z_]{2,}%|\$\{[^{}]*\}|\{![^{}]*\}/,
		why: (found) => `in which ${found} is a placeholder that another program has not filled in`,
		remedy: IN_THE_SOURCE,
	},
	{
		examples: ['[object Object]'],
		kinds: EVERY,
		source: 'JavaScript, of an object that is made text',
		pattern: /\[object \w+\]/,
		why: (found) => `in which ${found} is what an expression makes of an object`,
		remedy:
			'Choose one value from inside the object, for example by dragging it from the input panel.',
	},
	{
		examples: ['Ana undefined', 'Bea null', 'NaN'],
		kinds: NAMES,
		source: 'JavaScript, of a missing value in `first + " " + middle`',
		pattern: /(?<![^\s,;(])(?:undefined|null|NaN)(?![^\s,;)])/,
		why: (found) => `in which ${found} is what an expression leaves for a missing value`,
		remedy:
			"Correct the expression. With columns first and middle, for example: {{ [$json.first, $json.middle].filter(Boolean).join(' ') }}",
	},
	{
		examples: ['M\ufffdller'],
		kinds: NAMES,
		source: 'Unicode, U+FFFD: what no program could read',
		pattern: /\ufffd/,
		why: () => 'which was read in the wrong encoding',
		remedy:
			'Set the encoding of the file in the node that reads it, for example to UTF-8 or Windows-1252',
	},
	{
		examples: ['ana@example.com'],
		kinds: ['greeting'],
		source: 'CRMs that have no name of the person',
		pattern: /[^\s@]@[^\s@]/,
		why: () => 'which is an address, and no name',
		remedy: FIRST_NAME,
	},
	{
		examples: ['#1001', '???'],
		kinds: ['greeting'],
		source: 'Shops, which name an order so; a name has a letter in every script',
		pattern: /^\P{L}*$/u,
		why: () => 'which has no letter, and so is no name',
		remedy: FIRST_NAME,
	},
	{
		examples: ['#1001Ana'],
		kinds: ['greeting'],
		source: 'The same, beside a name in one expression',
		pattern: /#\d+/,
		why: (found) => `in which ${found} is a number, and no name`,
		remedy: FIRST_NAME,
	},
];

/** What each text has that a rule is about, at least; a text without it needs no further look. */
export const ODD =
	/[{$*%<&@#[\ufffd\n\r\u0085\u2028\u2029]|null|NULL|NaN|undefined|nknown|NKNOWN|onymous|ONYMOUS|[nN][oO] [nN][aA]|^(?:[-–—_.?/\\'’`(]|[nN][./]|[pP]:|[tT][eE][lL]:|\d[\d.,]*[eE])/;
