import { asSentence, remoteText } from '../../nodes/SevenTargets/transport/remoteText';

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
