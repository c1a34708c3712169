import {
	afterAttempt,
	forTheRun,
	isPage,
	isThrottled,
	mayPass,
	outcomeOf,
	refusesContent,
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

/** What to correct then, the operation knows. */
const isUnfit = ({ advice }: Problem) => advice === undefined;

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
		expect(mayPass(problem(201, body))).toBe(true);
		expect(problem(201, body)).toMatchObject({
			kind: 'unknown',
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
		// What to do about these depends on the operation, which has its own advice.
		expect(advice ?? '').toMatch([400, 409, 418].includes(status) ? /^$/ : /^[A-Z].+\.$/);
		expect(advice === undefined).toBe([400, 418].includes(status));
	});

	it.each([429, 503])('of %i says that 7Targets is busy, and not that a proxy is', (status) => {
		expect(isThrottled(problem(status, ''))).toBe(true);
		expect(isThrottled(outcome({ kind: 'proxy', status }) as Problem)).toBe(false);
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
		['msg', { msg: 'No' }, 'No'],
		['message within error', { error: { code: 5, message: 'No' } }, 'No'],
		['errors that are a text', { errors: 'No' }, 'No'],
		['list', [{ message: 'No' }], 'No'],
		['two that say the same', { message: 'No', error: { path: '/leads', message: 'No' } }, 'No'],
		['a list of texts', { errors: ['Email is wrong', 'No name'] }, 'Email is wrong; No name'],
		[
			'a list of errors, with their fields',
			{ errors: [{ field: 'email', message: 'is wrong' }, { defaultMessage: 'No s3cret' }] },
			'email: is wrong; No ***',
		],
		[
			'errors by field, beside a message',
			{ message: 'Not valid', errors: { email: ['is wrong', 'is taken'], name: 'is blank' } },
			'Not valid; email: is wrong; email: is taken; name: is blank',
		],
	])('shows the message in %s', (_, body, said) => {
		expect(problem(400, body).reason).toBe(`${said} (status 400)`);
	});

	it.each([
		['a page of HTML', '<!DOCTYPE html><html><body>nginx</body></html>'],
		['no message', { code: 7 }],
		['a message that is an object', { message: { en: 'no' } }],
		['a list', ['no']],
		['errors without words', { errors: [null, {}, { code: 7 }, true, [['no']]] }],
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
		expect(problem(400, { message: 'No', deep }).answer).toEqual({ message: 'No', deep });
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
			reason: expect.stringMatching(/^7Targets answered with status 200, but not with data that /),
		});
	});
});

describe('what each status decides', () => {
	it.each([
		[300, 'refused', []],
		[399, 'refused', []],
		[400, 'refused', ['refusesContent', 'isUnfit']],
		[401, 'run', []],
		[403, 'refused', []],
		[404, 'refused', ['refusesContent']],
		[409, 'refused', ['refusesContent']],
		[418, 'refused', ['refusesContent', 'isUnfit']],
		[422, 'refused', ['refusesContent', 'isUnfit']],
		[429, 'refused', ['mayPass', 'isThrottled']],
		[499, 'refused', ['refusesContent', 'isUnfit']],
		[500, 'unknown', ['mayPass']],
		[501, 'refused', []],
		[502, 'unknown', ['mayPass']],
		[503, 'refused', ['mayPass', 'isThrottled']],
		[504, 'unknown', ['mayPass']],
		[505, 'refused', []],
		[520, 'unknown', ['mayPass']],
	])('%i: %s, %j', (status, kind, so) => {
		const one = problem(status, 'No');
		expect(one).toMatchObject({ kind, status });
		const names = { mayPass, isThrottled, refusesContent, isUnfit };
		expect(
			Object.entries(names)
				.filter(([, holds]) => holds(one))
				.map(([name]) => name),
		).toEqual(so);
	});

	it.each([200, 201, 299])('%i: done', (status) => {
		expect(answer(status, { id: 'a' })).toEqual({ kind: 'done', body: { id: 'a' } });
	});
});

describe('what the user reads where no reason is given', () => {
	it.each<[status: number, reason: string, advice: string | undefined]>([
		[400, 'A field is missing, or has a value that 7Targets does not accept', undefined],
		[418, 'It gave no reason', undefined],
		[422, 'A field is missing, or has a value that 7Targets does not accept', undefined],
		[499, 'It gave no reason', undefined],
		...[500, 501, 502, 505].map((status): [number, string, string] => [
			status,
			'The service is not working as it should',
			'If this goes on, write to support@7targets.com.',
		]),
		[503, 'The service is not available at the moment', 'Wait a few minutes and try again.'],
	])('of %i', (status, reason, advice) => {
		const said = problem(status, '');
		expect([said.reason, said.advice]).toEqual([`${reason} (status ${status})`, advice]);
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

describe('what an attempt that failed shows, if an earlier one may have done the same', () => {
	it.each(['refused', 'unreached', 'unknown', 'run'] as const)('%s: not known', (kind) => {
		const one: Problem = { kind, reason: 'No.', advice: '', status: 400 };
		expect(afterAttempt(one, true)).toEqual({ ...one, kind: 'unknown' });
		expect(afterAttempt(one, false)).toEqual(one);
	});
});

it('n8n that may not connect to the address: which one, and whom to ask', () => {
	const message = 'The request was blocked because it resolves to a restricted IP address';
	expect(outcome(replyIn({ code: 'E', cause: { message } }))).toEqual({
		kind: 'run',
		reason:
			"The 7Targets API at api.7targets.com cannot be reached: n8n's protection of inner networks blocks it. Ask whoever runs your n8n to allow it (N8N_SSRF_ALLOWED_HOSTNAMES).",
		advice: '',
	});
	expect(replyIn({ message })).toMatchObject({ kind: 'silence', neverSent: true });
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
		['45.5', 45_500],
		['soon', undefined],
		['-5', 0],
		['5 or so', undefined],
		[['5'], undefined],
		[undefined, undefined],
	])('of %j is obeyed', (value, retryAfter) => {
		for (const status of [429, 500]) {
			const one = problem(status, '', { 'retry-after': value });
			expect([one.retryAfter, mayPass(one)]).toEqual([retryAfter, true]);
		}
	});

	it("as a date counts from the answer's own, whatever this machine's clock says", () => {
		const headers = {
			'retry-after': 'Thu, 01 Jan 2026 05:00:30 GMT',
			date: 'Thu, 01 Jan 2026 05:00:10 GMT',
		};
		expect(problem(429, '', headers).retryAfter).toBe(20_000);
	});

	it.each([
		[429, '61', 'run', 2],
		[503, 'Thu, 01 Jan 2026 01:00:00 GMT', 'run', 60],
		[500, '3600', 'unknown', 60],
	])('on %i of %s is too long: %s, %i minutes', (status, value, kind, minutes) => {
		const one = problem(status, 'No', { 'retry-after': value });
		expect(mayPass(one)).toBe(false);
		expect(one).toEqual({
			kind,
			status,
			answer: 'No',
			retryAfter: minutes === 2 ? 61_000 : 3_600_000,
			reason: `No (status ${status})`,
			advice: `7Targets asks to wait ${minutes} minutes. Try again after that.`,
		});
	});

	it('does not matter where the same would be refused again', () => {
		expect(problem(400, 'No', { 'retry-after': '3600' })).toMatchObject({
			kind: 'refused',
			advice: undefined,
		});
	});
});

describe('a proxy', () => {
	it.each([
		[403, 'run', false],
		[407, 'run', false],
		[499, 'run', false],
		[500, 'unreached', true],
		[503, 'unreached', true],
	])('that answers %i: %s', (status, kind, again) => {
		const one = outcome({ kind: 'proxy', status });
		expect(mayPass(one as Problem)).toBe(again);
		expect(one).toEqual({
			kind,
			status,
			reason: expect.stringMatching(
				new RegExp(`^The proxy between your n8n and api\\.7targets\\.com .*\\(status ${status}\\)`),
			),
			advice: '',
		});
	});
});

it.each([
	[201, 'unknown'],
	[400, 'refused'],
	[401, 'run'],
	[502, 'unknown'],
])('an answer of %s that broke off is %s, and says nothing of why', (status, kind) => {
	expect(outcome({ kind: 'brokenOff', status })).toEqual({
		kind,
		status,
		reason: `The answer of 7Targets broke off (status ${status})`,
		advice: expect.stringContaining("raise 'Timeout' in the options"),
	});
});

it.each([
	[201, true],
	[303, true],
	[308, false],
	[400, true],
	[401, false],
	[502, true],
])('an answer of %s that broke off is asked for again: %s', (status, isAgain) => {
	expect(mayPass(outcome({ kind: 'brokenOff', status }) as Problem)).toBe(isAgain);
});

it('a redirect to the result (303) says that the request was carried out, so it is not known to have failed', () => {
	const location = 'https://api.lead.test/leads/1';
	expect(problem(303, '', { location })).toMatchObject({ kind: 'unknown', advice: '' });
});

it.each([405, 406, 408, 415, 421, 425, 431])(
	'status %i is not about the values of the request',
	(status) => {
		const one = problem(status, '');
		expect(isUnfit(one)).toBe(false);
		expect(one.advice).toMatch(/^(Check the 'API URL'|Try again)/);
	},
);

it('a problem of the whole run is not tried again', () => {
	const problems = [forTheRun('No login.'), forTheRun('No login.', 'Log in.')];
	expect(problems).toEqual(
		['', 'Log in.'].map((advice) => ({
			kind: 'run',
			reason: 'No login.',
			advice,
		})),
	);
	expect(problems.some(mayPass)).toBe(false);
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
		[{ code: 'ECONNREFUSED' }, 'unreached', 'it refuses the connection.'],
		[{ code: 'ENOTFOUND' }, 'unreached', 'there is no server with that name.'],
		[{ code: 'CERT_HAS_EXPIRED' }, 'unreached', 'its security certificate has expired.'],
		[
			{ code: 'EPROTO', message: 'ssl3_get_record:wrong version number' },
			'unreached',
			'the secure connection (https) did not work.',
		],
		[
			{ code: 'EHOSTUNREACH', syscall: 'connect' },
			'unreached',
			'your n8n has no connection to it.',
		],
		[{ code: 'EHOSTUNREACH', syscall: 'read' }, 'unknown', 'your n8n has no connection to it.'],
		[{ code: 'ETIMEDOUT', syscall: 'connect' }, 'unreached', 'no answer came in time.'],
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
			advice: expect.stringContaining(
				kind === 'unreached' ? "Check the 'API URL' in the 7Targets credential" : "raise 'Timeout'",
			),
			reason: `The ${kind === 'unreached' ? '7Targets API cannot be reached' : 'connection to the 7Targets API was lost'}: ${end}`,
		});
	});
});
