import {
	FieldProblem,
	leadEmail,
	mailboxOf,
	NO_VALUE,
	ODD,
	READERS,
	REFUSED,
	type Kind,
	type ValueNote,
} from '../../nodes/SevenTargets/values';

const KINDS: Kind[] = ['greeting', 'name', 'phone', 'id', 'text'];

/** What goes out, or the error; and what the user is told that the value lost. */
function read(kind: Kind, value: unknown): [string | undefined, ...string[]] {
	const notes: ValueNote[] = [];
	try {
		const sent = READERS[kind](value, 'X', (note) => notes.push(note));
		return [sent, ...notes.map(({ without }) => without ?? 'left out')];
	} catch (error) {
		expect(error).toBeInstanceOf(FieldProblem);
		const { message, remedy } = error as FieldProblem;
		expect(message).toMatch(/^'X' .*[^.]$/);
		expect(remedy).toMatch(/^[A-Z].*\.$|^[A-Z].* \}\}, or leave out .*\.$/);
		return [`error: ${message.slice("'X' is ".length)}`];
	}
}

describe('what an expression or a template leaves', () => {
	it.each<[Kind, string, string]>([
		['greeting', 'Ana undefined', 'undefined" is what an expression leaves for a missing value'],
		['greeting', 'undefined Lopez', 'undefined" is what an expression leaves'],
		['greeting', 'Bea null', '"null" is what an expression leaves'],
		['name', 'Lopez undefined', '"undefined" is what an expression leaves'],
		['name', 'Berlin, undefined', '"undefined" is what an expression leaves'],
		['greeting', '[object Object]', '"[object Object]" is what an expression makes of an object'],
		['text', 'We met [object Object]', '"[object Object]" is what an expression makes'],
		['greeting', '{{ $json.name }}', '"{{ $json.name }}" is an expression'],
		['text', 'Hi {{ $json.name }}!', '"{{ $json.name }}" is an expression'],
		['text', "$('Webhook').item.json.x", '"$(\'" is an expression'],
		['id', '$json.id', '"$json." is an expression'],
		['name', '$json["Last Name"]', '"$json[" is an expression'],
		['greeting', '*|FNAME|*', '"*|FNAME|*" is a placeholder'],
		['text', 'Hi *|FNAME|*', '"*|FNAME|*" is a placeholder'],
		['greeting', '%FIRSTNAME%', '"%FIRSTNAME%" is a placeholder'],
		['name', '{!Contact.LastName}', '"{!Contact.LastName}" is a placeholder'],
	])('%s: %j is an error', (kind, value, why) => {
		const [error] = read(kind, value);
		expect(error).toContain(`error: "${value}"`.slice(0, 40));
		expect(error).toContain(why);
	});
});

describe('a text that stands for no value', () => {
	const NONE = [
		...[
			'-',
			'--',
			'—',
			'.',
			'?',
			'N/A',
			'n/a',
			'n.a.',
			'null',
			'NULL',
			'null null',
			'undefined',
			'NaN',
		],
		...[
			'[not provided]',
			'[[Unknown]]',
			'#N/A',
			'#REF!',
			'#NAME?',
			'#DIV/0!',
			'#BEZUG!',
			'#ERROR!',
			'#¡REF!',
		],
		'<test lead: dummy data for first_name>',
	];

	it.each(NONE)('%j greets nobody', (value) => {
		expect(read('greeting', value)[0]).toMatch(/^error: .* no name to greet a person with$/);
	});

	it.each(NONE)('%j is left out of all other fields, which the user is told', (value) => {
		for (const kind of KINDS.slice(1)) expect(read(kind, value)).toEqual([undefined, 'left out']);
	});

	it.each(['Unknown', 'UNKNOWN', 'anonymous', 'No Name'])(
		'%j is nobody, and may stand in a text',
		(value) => {
			expect(read('greeting', value)[0]).toMatch(/^error: .* no name to greet a person with$/);
			expect(read('name', value)).toEqual([undefined, 'left out']);
			expect(read('text', value)).toEqual([value]);
		},
	);

	it.each(['4.41632E+11', '4,9170E+11', '1E+12'])('%j is no phone and no ID', (value) => {
		for (const kind of ['phone', 'id'] as const) {
			expect(read(kind, value)).toEqual([undefined, 'left out']);
		}
		expect(read('text', value)).toEqual([value]);
	});

	it.each([2 ** 53, 2 ** 53 + 2, 1e21])('%d is a number that n8n has rounded', (value) => {
		for (const kind of KINDS.slice(1)) expect(read(kind, value)).toEqual([undefined, 'left out']);
		expect(read('id', 2 ** 53 - 1)).toEqual(['9007199254740991']);
		expect(read('id', '9007199254740993')).toEqual(['9007199254740993']);
	});
});

describe('a first name', () => {
	it.each([
		['#1001', 'has no letter'],
		['#1001Ana', 'is a number, and no name'],
		['12345', 'has no letter'],
		['???!', 'has no letter'],
		['ana@lead.test', 'is an address'],
		['M\ufffdller', 'read in the wrong encoding'],
	])('%j is an error', (value, why) => {
		expect(read('greeting', value)[0]).toContain(why);
	});

	it('of a last name, only the encoding is looked at', () => {
		expect(read('name', 'M\ufffdller')[0]).toContain('read in the wrong encoding');
		expect(read('name', '1. FC Union')).toEqual(['1. FC Union']);
	});
});

it.each([
	'Null',
	'None',
	'Test',
	"O'Neil",
	'Undefined',
	'Nan',
	'Nancy',
	'Na',
	'X Æ A-12',
	'李',
	'D’Angelo',
	'👩‍👧 Anna',
])('%j is a name', (name) => {
	expect([read('greeting', name), read('name', name)]).toEqual([[name], [name]]);
});

it.each([
	'R&D',
	'AT&T',
	'A&B;',
	'Null Island',
	'dev/null',
	'100 % Bio',
	'$5 {special}',
	'a < b > c',
	'50 < 100',
])('%j stays in a name', (name) => {
	expect(read('name', name)).toEqual([name]);
});

it.each([
	'Our price is ${5}, or 100 %.',
	'The word "undefined" in quotes',
	'Das ist null und nichtig',
	'a {b} c',
	'AT&amp;T',
	'first\nsecond',
	'C++ undefined-behavior',
])('%j stays in free text', (value) => {
	expect(read('text', value)).toEqual([value]);
});

it.each([
	['Zo&euml;', 'Zoë'],
	['O&#39;Neill', "O'Neill"],
	['O&#x27;Neill', "O'Neill"],
	['Smith &amp; Sons', 'Smith & Sons'],
	['&Scaron;imek &ndash; Praha', 'Šimek – Praha'],
	['<b>Ana</b>', 'Ana'],
	['Ana <ana@lead.test>', 'Ana'],
	['Ana<br>María', 'Ana María'],
	['Ana\r\n  María\n', 'Ana María'],
	['&#0;&#xD800;&#x110000;&what;', '&#0;&#xD800;&#x110000;&what;'],
	['<br>', undefined],
])('a name %j is %j', (value, sent) => {
	expect(read('name', value)[0]).toBe(sent);
});

it.each([
	["'+44 20 7946 0000", '+44 20 7946 0000'],
	['p:+4915123456789', '+4915123456789'],
	["'p:+49", '+49'],
	['tel:+4915123456789', '+4915123456789'],
])('a phone %j is cut', (value, sent) => {
	expect(read('phone', value)).toEqual([sent, 'the mark before it']);
});

it.each(['+1 (202) 555-0123', '0044 20 7946 0000', '030/123456', '12345', '+49 151 p'])(
	'a phone %j stays',
	(value) => {
		expect(read('phone', value)).toEqual([value]);
	},
);

describe('an address', () => {
	it.each([
		["'ana@lead.test'", 'ana@lead.test'],
		['`ana@lead.test`', 'ana@lead.test'],
		['*ana@lead.test*', 'ana@lead.test'],
		['"ana@lead.test"', 'ana@lead.test'],
		['<ana@lead.test>', 'ana@lead.test'],
		['(ana@lead.test)', 'ana@lead.test'],
		['‘ana@lead.test’', 'ana@lead.test'],
		["'<mailto:ana@lead.test>'", 'ana@lead.test'],
		["'ana@lead.test", 'ana@lead.test'],
		['Ana Lopez <ana@lead.test>', 'ana@lead.test'],
		['"Lopez, Ana" <mailto:ana@lead.test>', 'ana@lead.test'],
	])('in quotes, %j, is read, and the user is told', (value, address) => {
		expect(read('email', value)).toEqual([address, 'what stands around it']);
	});

	it.each([
		...["ana@lead.test'", 'ana@lead.test|', 'ana@lead.test*', 'ana@lead.test!', 'ana@lead.test&'],
		...['ana@lead.test=', 'ana@lead_x.test', 'ana@-lead.test', 'ana@lead-.test', 'ana@lead.123'],
		...[`${'a'.repeat(65)}@lead.test`, `${'é'.repeat(33)}@lead.test`, `ana@${'a'.repeat(64)}.test`],
		...[
			`ana@${'abcdefghi.'.repeat(25)}test`,
			'ana@mül ler.test',
			'ana@m\ufffdller.test',
			'jo\ufffd@x.test',
		],
		...['a@b.test, Ana <ana@lead.test>', 'Ana <ana@lead.test> b@lead.test'],
		...['ana:b@lead.test', 'ana@müller.test/x', 'ana@xn--.test\u0001', 'ana@🙂🙂.'],
	])('that no mail server takes, %j, is an error', (value) => {
		expect(read('email', value)[0]).toMatch(/^error: ?.*but is "/);
	});

	it.each([
		...["o'brien@lead.test", 'ana+news@lead.test', 'jürgen@müller.test', 'ana@xn--mller-kva.test'],
		...['ana..b@docomo.ne.jp', '.ana@lead.test', 'ana.@lead.test', `${'a'.repeat(64)}@lead.test`],
		...['user=5@lead.test', '*ana@lead.test', 'ana@a-b.co.uk', '用户@例子.测试', 'ana@1und1.de'],
	])('%j stays', (value) => {
		expect(read('email', value)).toEqual([value]);
	});

	it('has no dot upon its i, however it was typed', () => {
		const spellings = ['İpek@lead.test', 'I\u0307pek@lead.test', 'i\u0307pek@lead.test'];
		expect(spellings.map((one) => leadEmail(one, 'X'))).toEqual(Array(3).fill('ipek@lead.test'));
	});

	it('is one mailbox in all its spellings', () => {
		const spellings = [
			...['jürgen@müller.test', 'ju\u0308rgen@mu\u0308ller.test', 'JÜRGEN@MÜLLER.TEST'],
			...['jürgen@xn--mller-kva.test', "'jürgen@müller。test'"],
		];
		const mailboxes = spellings.map((one) => mailboxOf(leadEmail(one, 'X') ?? ''));
		expect(new Set(mailboxes)).toEqual(new Set(['jürgen@xn--mller-kva.test']));
	});
});

it('no text is passed over that a rule is about', () => {
	const rules = [...NO_VALUE, ...REFUSED.filter(({ why }) => !why('').includes('no letter'))];
	for (const { examples, pattern } of rules) {
		for (const example of examples) {
			const texts = [example, ` ${example}`, `${example} x`, `x ${example}`, `(${example})`];
			for (const text of texts.map((one) => one.trim())) {
				expect([text, pattern.test(text) && !ODD.test(text)]).toEqual([text, false]);
			}
			expect([example, pattern.test(example)]).toEqual([example, true]);
		}
	}
});
