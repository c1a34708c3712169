/**
 * What the API does in place of its answer to a request. `carriesOut` says whether it carries out the request first.
 *
 * - `status`, `headers` and `body`: the answer;
 * - `cut`: `reset` ends the connection, `silent` never answers, `half` breaks off in the middle of the answer, `endless` begins an
 *   answer that never ends;
 * - `elsewhere`: the answer names another host in `location`.
 *
 * @typedef {{
 *   status?: number, headers?: Record<string, string>, body?: string, cut?: string, elsewhere?: boolean, carriesOut?: boolean,
 * }} Fault
 */

const JSON_TYPE = { 'content-type': 'application/json' };
const answer = (status, body = '{}', headers = {}) => ({
	status,
	body,
	headers: { ...JSON_TYPE, ...headers },
});
const busy = (status, after) => answer(status, '{}', { 'retry-after': after });

/** These answers do not show whether the request was carried out. Each exists both ways. */
const UNKNOWN = {
	500: answer(500),
	502: answer(502, '<h1>Bad Gateway</h1>', { 'content-type': 'text/html' }),
	504: answer(504, ''),
	520: answer(520),
	'201 {}': answer(201),
	'201 []': answer(201, '[]'),
	'201 message': answer(201, '{"message":"OK"}'),
	'201 blank id': answer(201, '{"id":""}'),
	'201 null id': answer(201, '{"id":null}'),
	reset: { cut: 'reset' },
	silent: { cut: 'silent' },
	half: { cut: 'half' },
	endless: { cut: 'endless' },
	'broken JSON': answer(201, '{"id":1,"na'),
	'wrong type': answer(201, '<h1>Created</h1>', { 'content-type': 'text/html' }),
};

/** Refusals that may mean that the lead does not exist: the documents leave open which one means that. */
const MAY_BE_ABSENT = [400, 404, 409, 410, 422];

/** @type {Record<string, Fault>} */
const FAULTS = {
	...Object.fromEntries(
		[...MAY_BE_ABSENT, 401, 402, 403, 405, 415, 418, 429, 501, 503, 505].map((status) => [
			status,
			answer(status),
		]),
	),
	'503 for a second': busy(503, '1'),
	'503 for an hour': busy(503, '3600'),
	'429 for a second': busy(429, '1'),
	'429 for an hour': busy(429, '3600'),
	'429 soon': busy(429, 'soon'),
	...Object.fromEntries(
		[301, 302, 303, 307, 308].map((status) => [status, { ...answer(status), elsewhere: true }]),
	),
	...Object.fromEntries(
		Object.entries(UNKNOWN).flatMap(([name, fault]) => [
			[name, fault],
			[`${name}, carried out`, { ...fault, carriesOut: true }],
		]),
	),
};

/**
 * What a login server does in place of its answer. None is a refusal, because the node remembers that for a minute.
 *
 * @type {Record<string, Fault>}
 */
const LOGIN_FAULTS = {
	429: answer(429),
	500: answer(500),
	503: answer(503, ''),
	reset: { cut: 'reset' },
	half: { cut: 'half', carriesOut: true },
	'wrong type': answer(200, '<h1>Welcome</h1>', { 'content-type': 'text/html' }),
};

module.exports = { FAULTS, LOGIN_FAULTS, MAY_BE_ABSENT };
