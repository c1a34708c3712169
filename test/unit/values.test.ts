import {
	email,
	FieldProblem,
	idOrEmail,
	leadEmail,
	text,
	trueOrFalse,
	wholeNumber,
} from '../../nodes/SevenTargets/values';

describe('text', () => {
	it.each([
		['  John  ', 'John'],
		['', undefined],
		[' \t\n', undefined],
		[null, undefined],
		[undefined, undefined],
		[919123456789, '919123456789'],
		[0, '0'],
		[false, 'false'],
		['李小龍', '李小龍'],
		['\ufeffJohn\u200b ', 'John'],
		[' \u200b\u2060', undefined],
		['👩‍👧 Anna', '👩‍👧 Anna'],
		['نمی‌خواهم', 'نمی‌خواهم'],
	])('%j becomes %j', (value, sent) => {
		expect(text(value, 'First Name')).toBe(sent);
	});

	it('is read at once, however many blanks it has inside', () => {
		const long = `a${' '.repeat(1_000_000)}b`;
		const begun = Date.now();
		expect(text(` ${long} `, 'Context')).toBe(long);
		expect(Date.now() - begun).toBeLessThan(1000);
	});

	it.each([
		[{ first: 'John' }, "'First Name' is an object, but must be text"],
		[['John'], "'First Name' is a list, but must be text"],
		[[], "'First Name' is a list, but must be text"],
	])('refuses %j', (value, message) => {
		expect(() => text(value, 'First Name')).toThrow(FieldProblem);
		expect(() => text(value, 'First Name')).toThrow(message);
	});
});

describe('wholeNumber', () => {
	it.each([
		[56, 56],
		['56', 56],
		[' 007 ', 7],
		[0, 0],
		['', undefined],
		[null, undefined],
		[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	])('%j becomes %j', (value, sent) => {
		expect(wholeNumber(value, 'Sequence')).toBe(sent);
	});

	it.each(['abc', '4.5', 4.5, -1, '-1', '1e3', 1e21, '9007199254740993', true, NaN, '0x10', '١٢'])(
		'refuses %j',
		(value) => {
			expect(() => wholeNumber(value, 'Sequence')).toThrow(
				/^'Sequence' must be a whole number, but is "/,
			);
		},
	);
});

describe('email', () => {
	it.each([
		'john.doe@example.com',
		'a+b@sub.example.co.uk',
		'josé@exämple.de',
		"o'neil@example.com",
	])('takes %s', (address) => {
		expect(email(` ${address}\n`, 'Email')).toBe(address);
	});

	it.each([
		'john',
		'john@example',
		'@example.com',
		'john@',
		'john@@example.com',
		'john@example..com',
		'john@.com',
		'john@example.com.',
		'john doe@example.com',
		'a@example.com, b@example.com',
		'a@example.com;b@example.com',
		'John <john@example.com>',
		'john@example.com?subject=Hello',
		'john@example.com/path',
		'mailto:',
	])('refuses %s', (address) => {
		expect(() => email(address, 'Email')).toThrow(/^'Email' must be one email address/);
	});

	it.each([
		['mailto:John@Example.com', 'John@Example.com'],
		['MAILTO: john@example.com', 'john@example.com'],
		['john\u200b@exam\u00adple.com\u2060', 'john@example.com'],
		['\u202ajohn@example.com\u202c', 'john@example.com'],
		['mailto://john@example.com?subject=Hello%20there', 'john@example.com'],
		['john\ufe0f@example.com\u3164', 'john@example.com'],
	])('takes the address in %j', (value, address) => {
		expect(email(value, 'Email')).toBe(address);
		expect(leadEmail(value, 'Email')).toBe(address.toLowerCase());
	});

	it('shows a long or broken value short and on one line', () => {
		expect(() => email(`x\u202e\n${'y'.repeat(500)}`, 'Email')).toThrow(/is "x y{57}…"$/);
	});
});

describe('an ID or an email address', () => {
	const words = { of: 'a lead', remedy: 'Try again.' };
	const read = (value: unknown) => idOrEmail(value, 'Lead', words);

	it.each([
		[{ __rl: true, mode: 'email', value: ' 11 ' }, { id: 11 }],
		[{ __rl: true, mode: 'id', value: 'john@example.com' }, { email: 'john@example.com' }],
		[11, { id: 11 }],
		['', undefined],
		[{ __rl: true, mode: 'list', value: null }, undefined],
	])('%j is %j', (value, expected) => expect(read(value)).toEqual(expected));

	it.each(['abc', '-1', '1.5', 'john@', { value: '11' }, [11]])('%j is neither', (value) =>
		expect(() => read(value)).toThrow(FieldProblem),
	);
});

test('a switch is true, false, or their words, and off if blank', () => {
	expect([true, 'true', false, 'FALSE', null].map((value) => trueOrFalse(value, 'x'))).toEqual([
		true,
		true,
		false,
		false,
		false,
	]);
	expect(() => trueOrFalse('yes', 'Return All')).toThrow(/^'Return All' must be true or false/);
});
