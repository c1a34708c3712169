// What a server does in place of its answer, as data.

const { setTimeout: wait } = require('node:timers/promises');
const { gzipSync } = require('node:zlib');

/**
 * - `status`, `headers` and `body`: the answer; without a status, it is the real one;
 * - `elsewhere`: the answer names another host in `location`;
 * - `delay`: the milliseconds until the answer;
 * - `cut`: `early` ends the connection before the body of the request is read, `reset` after that, `silent` never answers, `half` breaks off
 *   in the middle of the answer, `gzip` in the middle of one that is compressed, `endless` begins an answer that never ends;
 * - `carriesOut`: whether the request is carried out first.
 *
 * @typedef {{
 *   status?: number, headers?: Record<string, string>, body?: string, elsewhere?: boolean, delay?: number, cut?: string, carriesOut?: boolean,
 * }} Fault
 * @typedef {{ status: number, headers: Record<string, string>, text: string }} Answer what a request really gets
 */

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html' };

/** @returns {Fault & { status: number }} */
const answer = (
	/** @type {number} */ status,
	/** @type {string | object} */ body = '{}',
	/** @type {Record<string, string>} */ headers = {},
) => ({
	status,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	headers: { ...JSON_TYPE, ...headers },
});

/** A refusal with a reason, as the API words it. */
const refusal = (/** @type {string} */ message, status = 400) => answer(status, { message });

const retryAfter = (/** @type {number} */ status, /** @type {string} */ time) =>
	answer(status, '{}', { 'retry-after': time });

/**
 * These do not show whether the request was carried out. Each exists both ways.
 *
 * @type {Record<string, Fault>}
 */
const UNKNOWN = {
	500: answer(500),
	502: answer(502, '<h1>Bad Gateway</h1>', HTML_TYPE),
	504: answer(504, ''),
	507: answer(507),
	520: answer(520),
	524: answer(524),
	'201 {}': answer(201),
	'201 []': answer(201, '[]'),
	'201 message': answer(201, { message: 'OK' }),
	'201 blank id': answer(201, { id: '' }),
	'201 null id': answer(201, { id: null }),
	reset: { cut: 'reset' },
	silent: { cut: 'silent' },
	half: { cut: 'half' },
	'half gzip': { cut: 'gzip' },
	endless: { cut: 'endless' },
	303: { ...answer(303), elsewhere: true },
	'broken JSON': answer(201, '{"id":1,"na'),
	'wrong type': answer(201, '<h1>Created</h1>', HTML_TYPE),
};

/** Refusals that may mean that the lead does not exist: the documents leave open which one means that. */
const MAY_BE_ABSENT = [400, 404, 409, 410, 422];
const OTHER_REFUSALS = [401, 402, 403, 405, 415, 418, 429, 501, 503, 505];

/** @type {Record<string, Fault>} */
const FAULTS = {
	...Object.fromEntries(
		[...MAY_BE_ABSENT, ...OTHER_REFUSALS].map((status) => [status, answer(status)]),
	),
	'503 for a second': retryAfter(503, '1'),
	'503 for an hour': retryAfter(503, '3600'),
	'429 for a second': retryAfter(429, '1'),
	'429 for an hour': retryAfter(429, '3600'),
	'429 soon': retryAfter(429, 'soon'),
	...Object.fromEntries(
		[301, 302, 307, 308].map((status) => [status, { ...answer(status), elsewhere: true }]),
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
	'wrong type': answer(200, '<h1>Welcome</h1>', HTML_TYPE),
};

/** Sends a piece of an answer again and again, as long as somebody listens. */
function drip(/** @type {import('node:http').ServerResponse} */ response) {
	const timer = setInterval(() => response.write('x'), 20);
	response.on('close', () => clearInterval(timer));
}

/**
 * Answers a request by a fault.
 *
 * @param {Fault} fault
 * @param {{ response: import('node:http').ServerResponse, carryOut: () => Promise<Answer>, elsewhere?: string }} server `elsewhere` is the
 * address that redirects name
 */
async function answerBy(fault, { response, carryOut, elsewhere }) {
	const { status, headers, body = '', cut, delay } = fault;
	const { carriesOut = status === undefined && cut === undefined } = fault;
	const real = carriesOut
		? await carryOut()
		: { status: 201, headers: JSON_TYPE, text: '{"id":1}' };
	if (delay !== undefined) await wait(delay);
	const whole = { ...real.headers, 'content-length': Buffer.byteLength(real.text) };
	switch (cut) {
		case 'reset':
			return response.socket?.destroy();
		case 'silent':
			return;
		case 'half':
			response.writeHead(real.status, whole);
			return response.write(real.text.slice(0, real.text.length / 2), () =>
				response.socket?.destroy(),
			);
		case 'gzip': {
			const zipped = gzipSync(real.text);
			const headers = { ...real.headers, 'content-encoding': 'gzip' };
			response.writeHead(real.status, { ...headers, 'content-length': zipped.length });
			return response.write(zipped.subarray(0, zipped.length / 2), () =>
				response.socket?.destroy(),
			);
		}
		case 'endless':
			response.writeHead(real.status, real.headers).write('{"id":1,"name":"');
			return drip(response);
	}
	if (status === undefined) return response.writeHead(real.status, whole).end(real.text);
	const location = fault.elsewhere && elsewhere && { location: elsewhere };
	response.writeHead(status, { ...(headers ?? JSON_TYPE), ...location }).end(body);
}

module.exports = { answer, answerBy, FAULTS, LOGIN_FAULTS, MAY_BE_ABSENT, refusal, retryAfter };
