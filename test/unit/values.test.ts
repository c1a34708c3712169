import {
	chosen,
	email,
	FieldProblem,
	holdsText,
	idOrEmail,
	leadEmail,
	modeOf,
	orLeaveOut,
	quoted,
	text,
	trueOrFalse,
	unknownChoice,
	wholeNumber,
} from '../../nodes/SevenTargets/values';

const DATE = new Date('2026-01-02T03:04:05Z');
/** As Luxon has it: its text is in the zone of the workflow. */
const dateOfLuxon = (isValid = true) => ({
	toISO: () => (isValid ? '2026-01-02T05:04:05.000+02:00' : null),
	toISOString: undefined,
	valueOf: () => (isValid ? DATE.valueOf() : NaN),
});

/** What the user reads of a value that cannot go out, and what to do. */
function problemOf(read: () => unknown): [string, string] {
	try {
		read();
	} catch (error) {
		if (error instanceof FieldProblem) return [error.message, error.remedy];
	}
	return ['', ''];
}

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
		[DATE, '2026-01-02T03:04:05.000Z'],
		[dateOfLuxon(), '2026-01-02T05:04:05.000+02:00'],
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

	it.each([new Date('soon'), dateOfLuxon(false)])('refuses %p as a date', (value) => {
		expect(problemOf(() => text(value, 'Context'))).toEqual([
			"'Context' is not a valid date",
			'Correct the date.',
		]);
	});

	it('says what to do with an object', () => {
		expect(problemOf(() => text({}, 'Context'))[1]).toMatch(/^Choose one value from inside it, /);
	});
});

it.each([
	['John', true],
	[0, true],
	[false, true],
	[DATE, true],
	[dateOfLuxon(), true],
	['', false],
	[' \u200b', false],
	[null, false],
	[undefined, false],
	[{}, false],
	[['John'], false],
])('%p holds text: %s', (value, expected) => {
	expect(holdsText(value)).toBe(expected);
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

	it('says what to do', () => {
		expect(problemOf(() => wholeNumber('x', 'Sequence'))[1]).toBe('Enter digits only.');
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
		'john@example.com?subject=Hello',
		'john@example.com/path',
		'mailto:',
		'no-mailto:john@example.com',
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

	it.each(['', ' ', null, undefined])('is none in %j', (value) => {
		expect([email(value, 'Email'), leadEmail(value, 'Email')]).toEqual([undefined, undefined]);
	});

	it('says what to do', () => {
		expect(problemOf(() => email('x', 'Email'))[1]).toBe(
			'Correct it: no mail server takes this one.',
		);
		expect(problemOf(() => email('a@x.test, b@x.test', 'Email'))[1]).toMatch(
			/^Correct it\. Of several/,
		);
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
		[null, undefined],
	])('%j is %j', (value, expected) => expect(read(value)).toEqual(expected));

	it.each(['abc', '-1', '1.5', '11 or 12'])('%j is neither', (value) =>
		expect(problemOf(() => read(value))).toEqual([
			`'Lead' must be the ID or the email address of a lead, but is "${value}"`,
			'Try again.',
		]),
	);

	it.each(['john@', { value: '11' }, [11]])('%j is neither either', (value) =>
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

it('says what to do with a switch that is none', () => {
	expect(problemOf(() => trueOrFalse('yes', 'x'))[1]).toBe(
		'Correct the expression, or use the switch.',
	);
});

it.each([
	[{ __rl: true, mode: 'list', value: 11 }, 11, 'list'],
	[{ mode: 'list', value: 11 }, { mode: 'list', value: 11 }, undefined],
	[{ __rl: true, mode: 'list' }, { __rl: true, mode: 'list' }, undefined],
	['11', '11', undefined],
	[null, null, undefined],
])('in %j is chosen %j, by %j', (value, what, mode) => {
	expect([chosen(value), modeOf(value)]).toEqual([what, mode]);
});

it.each([
	['a  b\n\tc', '"a b c"'],
	['x'.repeat(60), `"${'x'.repeat(60)}"`],
	['x'.repeat(61), `"${'x'.repeat(59)}…"`],
])('an error shows %j as %s', (value, shown) => {
	expect(quoted(value)).toBe(shown);
});

it('a choice that no list offers is shown, with what to do', () => {
	const { message, remedy } = unknownChoice('Operation', 'upsertAll');
	expect(message).toBe(
		`'Operation' is "upsertAll", which this version of the 7Targets node does not know`,
	);
	expect(remedy).toBe('Choose it from the list, or update the node.');
});

it('items that lack something can be mended or left out', () => {
	expect(orLeaveOut('Fill it in')).toBe(
		'Fill it in, or leave out such items with a Filter node before this one.',
	);
});
