const { createServer: createNetServer } = require('node:net');
const http = require('node:http');

/** Starts an HTTP server on a free port of 127.0.0.1, or on `port`. `stop` also ends connections that are still open. */
async function listen(handler, port = 0) {
	const server = http.createServer(handler);
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		server,
		url: `http://127.0.0.1:${server.address().port}`,
		stop: () =>
			new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			}),
	};
}

/** The whole body of a request. */
async function bodyOf(request) {
	return Buffer.concat(await request.toArray()).toString();
}

const now = Date.now;

/** Moves the clock of this process ahead of the real one, both for the code under test and for the stand-ins. */
const passHours = (hours) =>
	jest.spyOn(Date, 'now').mockImplementation(() => now() + hours * 3_600_000);

/** Does something later. */
const after = (ms, work) => void setTimeout(work, ms);

/** A server that ends each connection at once, and counts them. */
async function startCounter() {
	let connections = 0;
	const server = createNetServer((socket) => {
		connections++;
		socket.destroy();
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/`,
		connections: () => connections,
		reset: () => void (connections = 0),
		stop: () => void server.close(),
	};
}

module.exports = { startCounter, after, passHours, listen, bodyOf };
