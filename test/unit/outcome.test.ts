import {
	forTheRun,
	isPage,
	outcomeOf,
	type Problem,
} from '../../nodes/SevenTargets/transport/outcome';
import { replyIn, type Reply } from '../../shared/network';
import { Redaction } from '../../shared/redaction';

const outcome = (reply: Reply, wanted: 'object' | 'list' = 'object') =>
	outcomeOf(reply, new Redaction(['s3cret']), 'api.7targets.com', wanted);
const answer = (status: number, body: unknown, headers = {}) =>
	outcome({ kind: 'answer', status, body, headers });
const problem = (status: number, body: unknown, headers = {}) =>
	answer(status, body, headers) as Problem;

describe('an answer', () => {
	it('of 2xx with JSON is done', () => {
		expect(answer(201, { id: 1 })).toEqual({ kind: 'done', body: { id: 1 } });
	});

	it.each([
		['text', 'Created', '201, but not with data that can be read: "Created"'],
		['nothing', '', '201, but not with data that can be read (it is empty).'],
		['null', null, '201, but not with data that can be read (it is empty).'],
		['nothing at all', undefined, '201, but not with data that can be read (it is empty).'],
		['a list', [{ id: 1 }], '201, but not with data that can be read: "[{"id":1}]"'],
		['no ID', {}, `201, but without an 'id': "{}"`],
		['a blank ID', { id: '' }, `201, but without an 'id': "{"id":""}"`],
		['an ID that is none', { id: null }, "201, but without an 'id'"],
		['an ID within another', { id: { id: 1 } }, "201, but without an 'id'"],
	])('of 201 with %s is unknown', (_, body, reason) => {
		expect(problem(201, body)).toMatchObject({
			kind: 'unknown',
			retryable: true,
			reason: expect.stringContaining(reason),
			advice: expect.stringContaining('If it is right, write to support@7targets.com.'),
		});
	});

	it.each([
		[400, 'refused'],
		[401, 'run'],
		[403, 'refused'],
		[404, 'refused'],
		[409, 'refused'],
		[418, 'refused'],
		[429, 'refused'],
		[500, 'unknown'],
		[502, 'unknown'],
		[503, 'refused'],
		[504, 'unknown'],
	])('of %i is %s, with a reason and advice of its own', (status, kind) => {
		const { reason, advice, ...rest } = problem(status, '');
		expect(rest).toMatchObject({ kind, status });
		expect(reason).toMatch(new RegExp(`^[A-Z].+[a-z] \\(status ${status}\\)$`));
		// What to do about a 409 depends on the operation, which has its own advice.
		expect(advice).toMatch(status === 409 ? /^$/ : /^[A-Z].+\.$/);
	});

	it.each([429, 503])('of %i says that 7Targets is busy, and not that a proxy is', (status) => {
		expect(problem(status, '').isBusy).toBe(true);
		expect(problem(status, '', { 'retry-after': '3600' }).isBusy).toBe(true);
		expect((outcome({ kind: 'proxy', status }) as Problem).isBusy).toBeUndefined();
	});

	it.each([
		['message', { message: 'Email is wrong', error: 'Bad Request' }, 'Email is wrong'],
		['error_description', { error: 'invalid', error_description: 'No scope.' }, 'No scope'],
		['error', { error: 'Bad Request' }, 'Bad Request'],
		['text', 'Email is wrong', 'Email is wrong'],
		['message with a secret', { message: 'Bad s3cret' }, 'Bad ***'],
		['error beside a blank message', { message: ' ', error: 'Bad Request' }, 'Bad Request'],
		['errorMessage', { errorMessage: 'No', error_description: 'no', detail: 'no' }, 'No'],
		['detail', { detail: 'No', error: 'no', title: 'no' }, 'No'],
		['title', { title: 'No' }, 'No'],
	])('shows the message in %s', (_, body, said) => {
		expect(problem(400, body).reason).toBe(`${said} (status 400)`);
	});

	it.each([
		['a page of HTML', '<!DOCTYPE html><html><body>nginx</body></html>'],
		['no message', { code: 7 }],
		['a message that is an object', { message: { en: 'no' } }],
		['a list', ['no']],
		['null', null],
		['nothing at all', undefined],
		['a page in a list', ['<html>no</html>']],
	])('has a reason of its own for %s', (_, body) => {
		expect(problem(404, body).reason).toBe('It was not found (status 404)');
	});

	it('of 2xx that is nested too deep is unknown', () => {
		const text = `${'{"id":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
		const deep = { ...JSON.parse(text), id: 1, more: JSON.parse(text) };
		expect(problem(200, deep)).toMatchObject({
			kind: 'unknown',
			reason: "7Targets answered with status 200, but without an 'id' (it is nested too deep).",
		});
		expect(problem(400, { message: 'No', deep }).answer?.()).toBe(' (it is nested too deep).');
	});

	it('of 3xx names the target', () => {
		expect(problem(302, '', { location: 'https://evil.example/?t=s3cret' }).reason).toBe(
			'The 7Targets API redirects this request to https://evil.example/?t=***. The redirect was not followed, because your login would go along (status 302)',
		);
	});
});

describe('a list', () => {
	const list = (body: unknown) =>
		outcome({ kind: 'answer', status: 200, body, headers: {} }, 'list');

	it.each([[[]], [[{}]], [[{ id: 1 }, { id: 2 }]]])('%j is done', (body) => {
		expect(list(body)).toEqual({ kind: 'done', body });
	});

	it.each([[{ id: 1 }], [[{ id: 1 }, 2]], [[[]]], [[null]], ['[]']])('%j is none', (body) => {
		expect(list(body)).toMatchObject({
			kind: 'unknown',
			retryable: true,
			reason: expect.stringMatching(/^7Targets answered with status 200, but not with data that /),
		});
	});
});

describe('what each status decides', () => {
	it.each([
		[300, 'refused', []],
		[399, 'refused', []],
		[400, 'refused', ['refusesContent']],
		[401, 'run', []],
		[403, 'refused', []],
		[404, 'refused', ['refusesContent']],
		[409, 'refused', ['refusesContent']],
		[418, 'refused', ['refusesContent']],
		[422, 'refused', ['refusesContent']],
		[429, 'refused', ['retryable', 'isBusy']],
		[499, 'refused', ['refusesContent']],
		[500, 'unknown', ['retryable']],
		[501, 'refused', []],
		[502, 'unknown', ['retryable']],
		[503, 'refused', ['retryable', 'isBusy']],
		[504, 'unknown', ['retryable']],
		[505, 'refused', []],
		[520, 'unknown', ['retryable']],
	])('%i: %s, %j', (status, kind, so) => {
		const { retryable, isBusy, refusesContent, ...rest } = problem(status, 'No');
		expect(rest).toMatchObject({ kind, status });
		expect(Object.entries({ retryable, isBusy, refusesContent })).toEqual(
			['retryable', 'isBusy', 'refusesContent'].map((name) => [name, so.includes(name)]),
		);
	});

	it.each([200, 201, 299])('%i: done', (status) => {
		expect(answer(status, { id: 'a' })).toEqual({ kind: 'done', body: { id: 'a' } });
	});

	it('what it holds is shown whole to who asks', () => {
		expect(problem(400, { code: 7, message: 'Bad s3cret' }).answer?.()).toBe(
			': "{"code":7,"message":"Bad ***"}"',
		);
	});
});

describe('what the user reads where no reason is given', () => {
	const CORRECT = 'Correct the fields of this item and try again.';

	it.each([
		[400, 'A field is missing, or has a value that 7Targets does not accept', CORRECT],
		[418, 'It gave no reason', CORRECT],
		[422, 'A field is missing, or has a value that 7Targets does not accept', CORRECT],
		[499, 'It gave no reason', CORRECT],
		...[500, 501, 502, 505].map((status) => [
			status,
			'The service is not working as it should',
			'If this goes on, write to support@7targets.com.',
		]),
		[503, 'The service is not available at the moment', 'Wait a few minutes and try again.'],
	])('of %i', (status, reason, advice) => {
		expect(problem(Number(status), '')).toMatchObject({
			reason: `${reason} (status ${status})`,
			advice,
		});
	});

	it.each([300, 399])('of %i', (status) => {
		expect(problem(status, '')).toMatchObject({
			reason: expect.stringMatching(
				/^The 7Targets API redirects this request to another address\./,
			),
			advice: "Enter the new address as the 'API URL' in the 7Targets credential, if you trust it.",
		});
	});
});

describe('Retry-After', () => {
	beforeEach(() => {
		jest.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it.each([
		['2', 2_000],
		['  12\t', 12_000],
		['60', 60_000],
		['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
		['Wed, 31 Dec 2025 23:59:00 GMT', 0],
		['soon', undefined],
		['-5', 0],
		['5 or so', undefined],
		[['5'], undefined],
		[undefined, undefined],
	])('of %j is obeyed', (value, retryAfter) => {
		for (const status of [429, 500]) {
			expect(problem(status, '', { 'retry-after': value })).toMatchObject({
				retryable: true,
				retryAfter,
			});
		}
	});

	it.each([
		[429, '61', 'run', 2],
		[503, 'Thu, 01 Jan 2026 01:00:00 GMT', 'run', 60],
		[500, '3600', 'unknown', 60],
	])('on %i of %s is too long: %s, %i minutes', (status, value, kind, minutes) => {
		expect(problem(status, 'No', { 'retry-after': value })).toEqual({
			kind,
			retryable: false,
			isBusy: status !== 500,
			status,
			reason: `No (status ${status})`,
			advice: `7Targets asks to wait ${minutes} minutes. Try again after that.`,
		});
	});

	it('does not matter where the same would be refused again', () => {
		expect(problem(400, 'No', { 'retry-after': '3600' })).toMatchObject({
			kind: 'refused',
			retryable: false,
			advice: 'Correct the fields of this item and try again.',
		});
	});
});

describe('a proxy', () => {
	it.each([
		[403, 'run', false],
		[407, 'run', false],
		[499, 'run', false],
		[500, 'refused', true],
		[503, 'refused', true],
	])('that answers %i: %s', (status, kind, retryable) => {
		expect(outcome({ kind: 'proxy', status })).toEqual({
			kind,
			retryable,
			neverSent: true,
			status,
			reason: expect.stringMatching(
				new RegExp(`^The proxy between your n8n and api\\.7targets\\.com .*\\(status ${status}\\)`),
			),
			advice: '',
		});
	});
});

it('an answer that broke off is unknown', () => {
	expect(outcome({ kind: 'brokenOff', status: 201 })).toEqual({
		kind: 'unknown',
		retryable: true,
		status: 201,
		reason: 'The answer of 7Targets broke off (status 201)',
		advice: expect.stringContaining("raise 'Timeout' in the options"),
	});
});

it('a problem of the whole run is not tried again', () => {
	const problems = [forTheRun('No login.'), forTheRun('No login.', 'Log in.')];
	expect(problems).toEqual(
		['', 'Log in.'].map((advice) => ({
			kind: 'run',
			retryable: false,
			reason: 'No login.',
			advice,
		})),
	);
});

it.each([
	['<!doctype html>', true],
	[' <HTML lang="en">', true],
	['<h1>No</h1>', false],
	['<htmlx>', false],
	[{ html: '<html>' }, false],
	[['<html>'], false],
	[null, false],
])('%j is a page for people: %s', (body, expected) => {
	expect(isPage(body)).toBe(expected);
});

/** As n8n gives it: around axios' error, which has the code, and around Node's, which alone has the call that failed. */
const silence = ({ syscall, ...error }: { code: string; syscall?: string; message?: string }) =>
	replyIn({
		message: 'the message',
		cause: { message: 'the message', ...error, cause: { ...error, syscall } },
	})!;

describe('no answer', () => {
	it.each([
		[{ code: 'ECONNREFUSED' }, 'refused', 'it refuses the connection.'],
		[{ code: 'ENOTFOUND' }, 'refused', 'there is no server with that name.'],
		[{ code: 'CERT_HAS_EXPIRED' }, 'refused', 'its security certificate has expired.'],
		[
			{ code: 'EPROTO', message: 'ssl3_get_record:wrong version number' },
			'refused',
			'the secure connection (https) did not work.',
		],
		[{ code: 'EHOSTUNREACH', syscall: 'connect' }, 'refused', 'your n8n has no connection to it.'],
		[{ code: 'EHOSTUNREACH', syscall: 'read' }, 'unknown', 'your n8n has no connection to it.'],
		[{ code: 'ETIMEDOUT', syscall: 'connect' }, 'refused', 'no answer came in time.'],
		[{ code: 'ETIMEDOUT' }, 'unknown', 'no answer came in time.'],
		[
			{ code: 'EPROTO', message: 'bad record mac' },
			'unknown',
			'the secure connection (https) did not work.',
		],
		// What a handshake has, but after the request (measured).
		[
			{ code: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'ssl3_get_record:wrong version number' },
			'unknown',
			'the secure connection (https) did not work.',
		],
		[
			{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' },
			'unknown',
			'the secure connection (https) did not work.',
		],
		[{ code: 'ECONNRESET' }, 'unknown', 'the connection was cut.'],
		[{ code: 'ECONNABORTED' }, 'unknown', 'no answer came in time.'],
		[{ code: 'EWHATEVER' }, 'unknown', 'the message.'],
	])('for %j is %s', (error, kind, end) => {
		expect(outcome(silence(error))).toMatchObject({
			kind,
			retryable: true,
			advice: expect.stringContaining(
				kind === 'refused' ? "Check the 'API URL' in the 7Targets credential" : "raise 'Timeout'",
			),
			reason: `The ${kind === 'refused' ? '7Targets API cannot be reached' : 'connection to the 7Targets API was lost'}: ${end}`,
		});
	});
});
