const { bodyOf, listen } = require('./servers');

const HOUR_S = 3600;
const FRESH = { age: 0, lifetime: HOUR_S };
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/**
 * A server that gives out tokens. It keeps every login it was sent, and leaves to an emulator what it is not told to answer.
 *
 * @typedef {{ status: number, headers?: Record<string, string>, body?: string }} Answer
 * @param {(text: string) => any} parse what the body of a login says
 */
async function startLoginServer(parse) {
	/** @type {Array<{ headers: import('node:http').IncomingHttpHeaders, body: any }>} */
	const requests = [];
	const tokens = { ...FRESH };
	/** @type {string[]} */
	const given = [];
	/** @type {(n: number) => Promise<Answer | void>} */
	let answer = async () => {};
	/** @type {(request: any, response: import('node:http').ServerResponse) => unknown} */
	let emulator;
	const { url, stop } = await listen(async (request, response) => {
		const body = parse(await bodyOf(request));
		requests.push({ headers: request.headers, body });
		const { end } = response;
		response.end = (/** @type {any[]} */ ...all) => {
			given.push(...(String(all[0]).match(TOKEN) ?? []));
			return Reflect.apply(end, response, all);
		};
		const scripted = await answer(requests.length);
		// The emulators' body parsers take a body that is marked as read for granted.
		if (!scripted) return emulator(Object.assign(request, { body, _body: true }), response);
		const headers = { 'content-type': 'application/json', ...scripted.headers };
		response.writeHead(scripted.status, headers).end(scripted.body);
	});
	return {
		url,
		/** How old the tokens are that are given out, and how long they are said to be valid, in seconds. */
		tokens,
		serve: (/** @type {typeof emulator} */ by) => void (emulator = by),
		/** All tokens that were given out, also before a reset. */
		given,
		/** The logins so far. */
		requests,
		/** From now on every token that is given out is already this old, in hours. */
		ageTokens: (hours) => void (tokens.age = hours * HOUR_S),
		/** From now on every token that is given out is said to be valid for so many seconds. */
		tokensLast: (seconds) => void (tokens.lifetime = seconds),
		/** Answers in place of the emulator: `script(n)` for the n-th login gives an answer or undefined. */
		script: (/** @type {typeof answer} */ script) => void (answer = script),
		reset: () => {
			requests.length = 0;
			Object.assign(tokens, FRESH);
			answer = async () => {};
		},
		stop,
	};
}

module.exports = { startLoginServer };
