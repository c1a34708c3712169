const { once } = require('node:events');
const http = require('node:http');
const { createServer: createNetServer } = require('node:net');

/** Has a server listen on a port of 127.0.0.1, by default a free one. Gives the port. */
async function startListening(/** @type {import('node:net').Server} */ server, port = 0) {
	await once(server.listen(port, '127.0.0.1'), 'listening');
	return portOf(server);
}

/** The port that a server listens on. */
const portOf = (/** @type {import('node:net').Server} */ server) =>
	/** @type {import('node:net').AddressInfo} */ (server.address()).port;

/**
 * Starts an HTTP server on a free port of 127.0.0.1, or on `port`. `stop` also ends connections that are still open.
 *
 * @param {import('node:http').RequestListener} handler
 */
async function listen(handler, port = 0) {
	const server = http.createServer(handler);
	return {
		server,
		url: `http://127.0.0.1:${await startListening(server, port)}`,
		stop: () =>
			new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			}),
	};
}

/** The whole body of a request. */
async function bodyOf(/** @type {import('node:stream').Readable} */ request) {
	return Buffer.concat(await request.toArray()).toString();
}

const now = Date.now;

/** Moves the clock of this process ahead of the real one, both for the code under test and for the stand-ins. */
const passHours = (hours) =>
	jest.spyOn(Date, 'now').mockImplementation(() => now() + hours * 3_600_000);

/** Does something later. */
const after = (ms, work) => void setTimeout(work, ms);

/** Counts requests that are under way at the same time: `add` takes the reply to each. */
function countTogether() {
	let underWay = 0;
	const seen = {
		most: 0,
		add: (reply) => {
			seen.most = Math.max(seen.most, ++underWay);
			reply.raw.on('close', () => underWay--);
		},
	};
	return seen;
}

/** A server that ends each connection at once, and counts them. */
async function startCounter() {
	let connections = 0;
	const server = createNetServer((socket) => {
		connections++;
		socket.destroy();
	});
	return {
		url: `http://127.0.0.1:${await startListening(server)}/`,
		connections: () => connections,
		reset: () => void (connections = 0),
		stop: () => void server.close(),
	};
}

module.exports = {
	startCounter,
	startListening,
	after,
	countTogether,
	passHours,
	listen,
	bodyOf,
	portOf,
};
