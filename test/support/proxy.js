const net = require('node:net');
const { listen } = require('./servers');

const NAMES = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'];
const pageOf = (status) =>
	`<!DOCTYPE html><html><body><h1>${status}</h1>${'<p>The proxy says no.</p>'.repeat(50)}</body></html>`;

const CONNECTED = 'HTTP/1.1 200 Connection Established\r\n\r\n';
const headOf = (status) =>
	`HTTP/1.1 ${status} No\r\ncontent-type: text/html\r\ncontent-length: ${pageOf(status).length}\r\n\r\n`;

/** What the proxy does after a CONNECT. */
const WAYS = {
	/** Answers with a status and a page of HTML. */
	answer: (socket, { status }) => socket.end(headOf(status) + pageOf(status)),
	/** The same, but with the page so late after the headers that nobody waits for it. */
	answerLate: (socket, { status }) => {
		socket.write(headOf(status));
		setTimeout(() => socket.end(pageOf(status)), 50);
	},
	hangUp: (socket) => socket.destroy(),
	reset: (socket) => socket.resetAndDestroy(),
	hold: () => {},
	/** Says that it is connected, and cuts the connection when the TLS handshake begins. */
	cutTunnel: (socket) => {
		socket.write(CONNECTED);
		socket.once('data', () => socket.destroy());
	},
	/** The same with a reset. */
	resetTunnel: (socket) => {
		socket.write(CONNECTED);
		socket.once('data', () => socket.resetAndDestroy());
	},
	tunnel: (socket, { port }) => {
		const target = net.connect(port, '127.0.0.1', () => socket.write(CONNECTED));
		target.on('error', () => socket.destroy());
		socket.on('close', () => target.destroy());
		socket.pipe(target).pipe(socket);
	},
};

/**
 * An HTTP proxy on 127.0.0.1.
 *
 * @param way what it does with every CONNECT
 * @param more the status of its own answer, and the port where its tunnels end, whatever they are asked for
 */
async function startProxy(
	/** @type {keyof typeof WAYS} */ way,
	/** @type {{ status?: number, port?: number }} */ more = {},
) {
	const sockets = new Set();
	/** @type {string[]} */
	const connects = [];
	let sent = 0;
	const { server, url, stop } = await listen((_request, response) => response.end());
	/** @type {(socket: any, more: any) => unknown} */
	const goOn = WAYS[way];
	server.on('connect', ({ url: target }, socket) => {
		connects.push(String(target));
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('data', (data) => (sent += data.length));
		goOn(socket, more);
	});
	return {
		url,
		/** The `host:port` of each CONNECT so far. */
		connects,
		/** How many bytes it got after a CONNECT. */
		sent: () => sent,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			await stop();
		},
	};
}

/** The environment in which programs go through a proxy for https, but not to this machine. */
const environmentThrough = (url) =>
	Object.fromEntries(NAMES.map((name) => [name, /https/i.test(name) ? url : '127.0.0.1']));

/** Makes n8n in this process go through a proxy. @returns a function that undoes it */
function throughProxy(url) {
	const before = NAMES.map((name) => /** @type {const} */ ([name, process.env[name]]));
	Object.assign(process.env, environmentThrough(url));
	return () => {
		for (const [name, value] of before) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
	};
}

module.exports = { environmentThrough, startProxy, throughProxy };
