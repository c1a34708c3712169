const { execFileSync } = require('node:child_process');
const dns = require('node:dns');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const net = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const tls = require('node:tls');
const { startListening } = require('./servers');

/** A self-signed certificate for one or more names, made by openssl: `{ key, cert }`. */
function certificateFor(...names) {
	const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
	const files = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
	const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=${names[0]} -addext subjectAltName=${names.map((name) => `DNS:${name}`)}`;
	try {
		execFileSync('openssl', [...made.split(' '), '-keyout', files.key, '-out', files.cert], {
			stdio: 'ignore',
		});
		return { key: readFileSync(files.key), cert: readFileSync(files.cert) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Makes this process trust a certificate, as NODE_EXTRA_CA_CERTS would. */
function trust({ cert }) {
	const { createSecureContext } = tls;
	jest
		.spyOn(tls, 'createSecureContext')
		.mockImplementation((options) => createSecureContext({ ...options, ca: cert }));
}

/** Makes a host name resolve to these addresses. */
function resolveTo(name, addresses) {
	const { lookup } = dns;
	jest.spyOn(dns, 'lookup').mockImplementation((host, options, done) => {
		if (host !== name) return lookup(host, options, done);
		const found = addresses.map((address) => ({ address, family: net.isIP(address) }));
		setImmediate(done, null, found);
	});
}

/** Counts how often this process tries to connect to a host and port from now on. @returns a function that returns the count */
function connectionsTo({ hostname, port, protocol }) {
	const wanted = Number(port) || (protocol === 'https:' ? 443 : 80);
	const connect = jest.spyOn(net.Socket.prototype, 'connect');
	return () =>
		connect.mock.calls.filter(([first]) => {
			const { host, port: to } = Array.isArray(first) ? first[0] : first;
			return host === hostname && Number(to) === wanted;
		}).length;
}

const HELLO = '\x16';
const ENDS = {
	cut: (socket) => socket.destroy(),
	reset: (socket) => socket.resetAndDestroy(),
	hold: () => {},
	drip: (socket) => {
		const timer = setInterval(() => socket.write('x'), 20);
		socket.on('close', () => clearInterval(timer));
	},
	/** Beside the encryption, as a firewall does: a page of plain HTTP, … */
	page: (socket) => rawOf(socket).write('HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n'),
	/** … or a record that is longer than any may be. */
	longRecord: (socket) => rawOf(socket).write(Buffer.from('170303ffff', 'hex')),
};
/** The connection that carries an encrypted one. */
const rawOf = (socket) => socket._parent;

/**
 * A server on 127.0.0.1 that reads a whole request (or, without a certificate, the first bytes of a TLS handshake), writes
 * `answer` as it is, and then ends as said in `ENDS`.
 *
 * @param {{ answer?: string, end?: keyof typeof ENDS, certificate?: object }} behavior
 */
async function startRawServer(behavior) {
	const { answer = '', end = 'cut', certificate } = behavior;
	const sockets = new Set();
	let requests = 0;
	const serve = (socket) => {
		let text = '';
		socket.on('error', () => {});
		socket.on('data', (data) => {
			text += data.toString('latin1');
			const [head, body] = text.split('\r\n\r\n', 2);
			const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
			const isWhole = body !== undefined && body.length >= length;
			if (!isWhole && !text.startsWith(HELLO)) return;
			if (isWhole) requests++;
			text = '';
			if (answer === '') ENDS[end](socket);
			else socket.write(answer, () => ENDS[end](socket));
		});
	};
	const server = certificate ? tls.createServer(certificate, serve) : net.createServer(serve);
	server.on('connection', (socket) => sockets.add(socket));
	return {
		port: await startListening(server),
		requests: () => requests,
		stop: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

module.exports = { certificateFor, connectionsTo, resolveTo, startRawServer, trust };
