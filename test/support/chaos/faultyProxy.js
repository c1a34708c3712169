const { answerBy } = require('../faults');
const { bodyOf, listen } = require('../servers');

/** Headers that belong to one connection, not to the message. */
const HOP_BY_HOP = /^(host|connection|content-length|transfer-encoding|keep-alive|expect)$/i;

const forwarded = (headers) =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.test(name)));

/**
 * A server in front of another one. It fails as it is told, and keeps what it was sent and what became of that.
 *
 * @param target the other one's address
 * @param {(seen: any) => { name: string, fault: import('../faults').Fault } | undefined} fateOf gives the fault (see `faults.js`) of a request, by what is kept of it; undefined if all goes well
 * @param elsewhere the address that redirects name
 */
async function startFaultyProxy(target, fateOf, elsewhere) {
	const requests = [];
	const serve = async (request, response) => {
		const { method, headers, url: path } = request;
		const text = await bodyOf(request);
		const seen = {
			at: Date.now(),
			method,
			path,
			headers,
			body: text.startsWith('{') ? JSON.parse(text) : {},
		};
		requests.push(seen);
		const { name, fault = {} } = fateOf(seen) ?? {};
		seen.fault = name;
		const carryOut = async () => {
			const answer = await fetch(`${target}${path}`, {
				method,
				headers: forwarded(headers),
				body: text || undefined,
			});
			seen.isDone = answer.ok;
			return {
				status: answer.status,
				headers: forwarded(Object.fromEntries(answer.headers)),
				text: await answer.text(),
			};
		};
		await answerBy(fault, { response, carryOut, elsewhere: `${elsewhere}leads` });
	};
	const handle = (request, response) =>
		serve(request, response).catch((error) => {
			// The client has gone, or the server behind is being stopped.
			response.destroy(error);
		});
	let server = await listen(handle);
	const { url } = server;
	return {
		url,
		/** What it was sent: `{ at, method, path, headers, body }`, the name of the `fault`, and, if it was forwarded, `isDone`. */
		requests,
		/** Refuses new connections, and ends the open ones. */
		goDown: async () => await server.stop(),
		comeBack: async () => (server = await listen(handle, Number(new URL(url).port))),
		stop: async () => await server.stop(),
	};
}

module.exports = { startFaultyProxy };
