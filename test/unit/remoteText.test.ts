import {
	asSentence,
	formsOf,
	remoteText,
	withoutSecrets,
} from '../../nodes/SevenTargets/transport/remoteText';

describe('remoteText', () => {
	it.each([
		['a plain sentence', 'A plain sentence.', 'A plain sentence.'],
		['tags', '<p>Not <b>found</b></p>', 'Not found'],
		['scripts', 'Hi<script>alert("x")</script> there', 'Hi there'],
		['an unclosed tag', 'Hi <img src=x onerror=alert(1)', 'Hi'],
		['a sign that is no tag', 'Age must be < 5 and > 1', 'Age must be < 5 and > 1'],
		['control characters', 'a\u0000b\u001b[31mc\r\nd', 'a b [31mc d'],
		['invisible characters', 'a\u202eb\u200bc', 'a b c'],
		['a JWT', 'Bad token eyJhbGciOi.eyJzdWIi.c2ln here', 'Bad token *** here'],
		['a bearer token', 'Authorization: Bearer abc.def-123', 'Authorization: Bearer ***'],
	])('cleans %s', (_, text, shown) => {
		expect(remoteText(text)).toBe(shown);
	});

	it('takes the secrets out before anything else', () => {
		expect(remoteText('pass <b>s3cret</b>, again s3cret', ['s3cret', ''])).toBe(
			'pass *** , again ***',
		);
	});

	it('cuts to 300 characters', () => {
		expect(remoteText('x'.repeat(5000))).toBe(`${'x'.repeat(299)}…`);
	});
});

test('asSentence adds a full stop where one is missing', () => {
	expect(['No', 'No.', 'No?', 'No…'].map(asSentence)).toEqual(['No.', 'No.', 'No?', 'No…']);
});

describe('secrets', () => {
	const password = 'Horse"7&<x';

	it.each([
		['as it is', password],
		['in JSON', JSON.stringify({ password })],
		['in a URL', `https://example.com/?p=${encodeURIComponent(password)}`],
		['in HTML', 'Horse&quot;7&amp;&lt;x'],
	])('are struck out %s', (_, text) => {
		expect(remoteText(text, formsOf(password))).toContain('***');
		expect(remoteText(text, formsOf(password))).not.toContain('Horse');
	});

	it('are struck out of texts in data, and numbers are left alone', () => {
		const data = { id: 51234567, name: 'a 123456 b', list: ['123456'], none: null };
		expect(withoutSecrets(data, formsOf('123456'))).toEqual({
			id: 51234567,
			name: 'a *** b',
			list: ['***'],
			none: null,
		});
	});

	it('that are none leave the data as it is', () => {
		const data = { name: 'John' };
		expect(withoutSecrets(data, formsOf('John', '', undefined))).toBe(data);
	});
});
