import { outcomeOf, type Problem } from '../../nodes/SevenTargets/transport/outcome';
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
	])('shows the message in %s', (_, body, said) => {
		expect(problem(400, body).reason).toBe(`${said} (status 400)`);
	});

	it.each([
		['a page of HTML', '<!DOCTYPE html><html><body>nginx</body></html>'],
		['no message', { code: 7 }],
		['a message that is an object', { message: { en: 'no' } }],
		['a list', ['no']],
		['null', null],
	])('has a reason of its own for %s', (_, body) => {
		expect(problem(404, body).reason).toBe('It was not found (status 404)');
	});

	it('of 3xx names the target', () => {
		expect(problem(302, '', { location: 'https://evil.example/?t=s3cret' }).reason).toBe(
			'The 7Targets API redirects this request to https://evil.example/?t=***. The redirect was not followed, because your login would go along (status 302)',
		);
	});
});

/** As n8n throws it: around axios' error, which has the code, and Node's, which also names the call that failed. */
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
			reason: `The ${kind === 'refused' ? '7Targets API cannot be reached' : 'connection to the 7Targets API was lost'}: ${end}`,
		});
	});
});
