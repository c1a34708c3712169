import { Redaction } from '../../shared/redaction';
import { asSentence } from '../../shared/text';

const remoteText = (text: string, secrets: string[] = []) => new Redaction(secrets).text(text);

describe('text of a server', () => {
	it.each([
		['a plain sentence', 'A plain sentence.', 'A plain sentence.'],
		['tags', '<p>Not <b>found</b></p>', 'Not found'],
		['scripts', 'Hi<script>alert("x")</script> there', 'Hi there'],
		['a script of several lines', 'Hi<script>\nalert("x")\n</script > there', 'Hi there'],
		['a script that does not end', 'Hi<style>p { color: red }', 'Hi'],
		['an unclosed tag', 'Hi <img src=x onerror=alert(1)', 'Hi'],
		['a sign that is no tag', 'Age must be < 5 and > 1', 'Age must be < 5 and > 1'],
		['control characters', 'a\u0000b\u001b[31mc\r\nd', 'a b [31mc d'],
		['invisible characters', 'a\u202eb\u200bc', 'a b c'],
		['a JWT', 'Bad token eyJhbGciOi.eyJzdWIi.c2ln here', 'Bad token *** here'],
		['a JWT that was cut off', 'Bad token eyJhbGciOi.eyJzdWIi', 'Bad token ***'],
		['a bearer token', 'Authorization: Bearer  abc.def-123', 'Authorization: Bearer ***'],
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
		expect(remoteText('x'.repeat(300))).toBe('x'.repeat(300));
	});

	it('reads no more than 20,000 characters', () => {
		expect(remoteText(`${'<p>'.repeat(6665)}end`)).toBe('end');
		expect(remoteText(`${'<p>'.repeat(6667)}end`)).toBe('');
		expect(remoteText(`${'<p>'.repeat(6665)}end s3cret`, ['s3cret'])).toBe('end *');
	});

	it.each([undefined, null, 7, {}])('is empty if it is %j', (remote) => {
		expect(new Redaction().text(remote)).toBe('');
	});
});

test('asSentence adds a full stop if one is missing', () => {
	expect(['No', 'No.', 'No?', 'No…'].map(asSentence)).toEqual(['No.', 'No.', 'No?', 'No…']);
});

describe('secrets', () => {
	const password = `Horse"7'&<x>/ é😀+`;
	/** Each sign that is no letter, by the hexadecimal number of it, or of each of its halves. */
	const inHex = (before: string, after = '') =>
		password.replace(/[^a-z0-9]/giu, (sign) => before + sign.codePointAt(0)!.toString(16) + after);
	const inUnits = (before: string) =>
		password.replace(
			/[^a-z0-9]/gi,
			(unit) => `${before}u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
	const capital = (text: string) =>
		text.replace(/(?<=[#xXu%0-9])[a-f0-9]*(?=[;\\&%]|$)/g, (code) => code.toUpperCase());

	it.each([
		['as it is', password],
		['in JSON', JSON.stringify({ password })],
		['within a text in JSON', JSON.stringify({ message: `No ${password}!` })],
		['in a URL', `https://example.com/?p=${encodeURIComponent(password)}`],
		['in a URL in small letters', encodeURIComponent(password).toLowerCase().replace('h', 'H')],
		['in a form', new URLSearchParams({ password }).toString()],
		['in HTML', 'Horse&quot;7&#39;&amp;&lt;x&gt;/ é😀+'],
		[
			'in HTML with other names',
			'Horse&#34;7&apos;&#038;&#60;x&#62;&#47;&#32;&#233;&#128512;&#43;',
		],
		['in HTML by hexadecimal numbers', inHex('&#x', ';')],
		['in HTML by capital ones', capital(inHex('&#X00', ';'))],
		['in HTML within HTML', inHex('&amp;#x', ';')],
		['in JSON that escapes all', inUnits('\\')],
		['in JSON in capital letters', capital(inUnits('\\'))],
		['in JSON within JSON', inUnits('\\\\')],
		['in a URL within a URL', encodeURIComponent(encodeURIComponent(password))],
		['in JSON that escapes slashes', JSON.stringify(password).replace('/', '\\/')],
	])('are struck out %s', (_, text) => {
		expect(remoteText(text, [password])).toContain('***');
		expect(remoteText(text, [password])).not.toContain('orse');
	});

	const token = ['eyJhbGciOi', 'eyJzdWIi', 'c2ln'].join('.');

	it('leave data alone, but for the token, in names and values, however the server wrote it', () => {
		const data = {
			id: 51234567,
			email: 'a@company.com',
			name: `a ${token} b`,
			list: [token],
			[`of ${token}`]: null,
		};
		expect(new Redaction(['company', '123456'], token).data(data)).toEqual({
			id: 51234567,
			email: 'a@company.com',
			name: 'a *** b',
			list: ['***'],
			'of ***': null,
		});
		expect(new Redaction([], 'a+b/c==').data({ url: '/?t=a%2Bb%2Fc%3D%3D' })).toEqual({
			url: '/?t=***',
		});
		expect(new Redaction([], 'a+b/c==').data({ url: '/?t=a%2bb%2fc%3d%3d' })).toEqual({
			url: '/?t=***',
		});
	});

	it('that look like a spelling of another sign are struck out, too, if they are written as HTML', () => {
		const html = (text: string) => text.replaceAll('&', '&amp;');
		for (const secret of ['x%41y&Zq', 'x\\\\y&Zq', 'x\\/y&Zq', 'a&lt;b', '%2520&x']) {
			expect(remoteText(`(${html(secret)})`, [secret])).toBe('(***)');
		}
		expect(new Redaction([], 'a&b"c').text('(a&amp;b&quot;c)')).toBe('(***)');
	});

	it('that a long text begins with at its end do not show', () => {
		const text = `${'&#32;'.repeat(7_998)}Geheim/Wort#1`;
		expect(
			remoteText(`x/Geheim&#47;Wort#1 ${text}${'y'.repeat(9_000)}`, ['Geheim/Wort#1']),
		).not.toContain('Geheim');
	});

	it('that begin at the end of a long text do not show, also if that shrinks to a few signs', () => {
		const secret = `Geheim/${'x'.repeat(100)}`;
		const written = secret.replace('/', '&#47;');
		const shrinks = `${written}${' '.repeat(1_750)}`;
		// A number that is no sign goes; the text is read up to the middle of the secret.
		const nothing = '&#x7fffffff;'.repeat(3_163);
		const blanks = ' '.repeat(40_000 - 95 - shrinks.length - nothing.length);
		expect(remoteText(`${shrinks}${nothing}${blanks}${written}`, [secret])).not.toContain('Geheim');
	});

	it('that look like a spelling of another sign are struck out as they are', () => {
		for (const secret of ['a%25b&amp;c', 'x\\\\y', '&lt;', '%%%', 'a+ b', '\\u0041']) {
			expect(remoteText(`(${secret})`, [secret])).toBe('(***)');
		}
	});

	it('that are not in it leave the very same data', () => {
		const data = { name: 'John' };
		expect(new Redaction(['John'], token).data(data)).toBe(data);
		expect(new Redaction(['', undefined]).data(data)).toBe(data);
	});

	it('of half a surrogate pair are no trouble', () => {
		expect(remoteText('x \ud800secret', ['\ud800secret'])).toBe('x ***');
		expect(remoteText('x=%EF%BF%BDsecret', ['\ud800secret'])).toBe('x=***');
	});

	it('are struck out without the blanks around them; blanks alone, and what is no text or number, are none', () => {
		expect(remoteText('(s3cret)', [' s3cret '])).toBe('(***)');
		expect(new Redaction([' ', true, null]).text('a true null')).toBe('a true null');
	});

	it.each([
		['a number', 'Incorrect password 83920174.', [83920174], 'Incorrect password ***.'],
		['with a letter by its name in HTML', 'of Caf&eacute;1', ['Café1'], 'of ***'],
		['beside a name that HTML does not have', '&foo; of s3cret', ['s3cret'], '&foo; of ***'],
	])('%s', (_, said, secrets, shown) => {
		expect(new Redaction(secrets).text(said)).toBe(shown);
	});

	it.each(['ab&#x2F;Cd&#x2B;Ef==', 'ab\\/Cd+Ef=='])(
		'the token as HTML or JSON writes it: %s',
		(written) => {
			expect(new Redaction([], 'ab/Cd+Ef==').text(`The token ${written} has no scope`)).toBe(
				'The token *** has no scope',
			);
		},
	);
});
