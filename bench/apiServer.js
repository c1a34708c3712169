// A server, in its own process, in place of the API: it answers every request with a lead, as a row of servers.js says. A message with a row
// and the number of leads resets it; with `isEmpty`, it answers 404 to every PUT. The message `seen` asks for its counts.

const { once } = require('node:events');
const http = require('node:http');
const https = require('node:https');
const { randomFrom } = require('../test/support/random');
const { certificateFor } = require('../test/support/tls');

const SEED = 7;

let how = {};
let random;
let seen;
let together;
/** When the first request came. */
let begun;
/** When a server opens again that was closed in the middle. */
let opens;
let second;
let inSecond;
let waiting;

function startAnew(told) {
	how = told;
	random = randomFrom(told.seed ?? SEED);
	seen = { leads: 0, refused: 0, most: 0 };
	together = 0;
	begun = opens = undefined;
	second = inSecond = 0;
	waiting = [];
}

function isTooMany() {
	if (how.refuses !== undefined) return random() < how.refuses;
	if (how.closed !== undefined && seen.leads >= how.closed.from) {
		opens ??= Date.now() + 1000 * how.closed.seconds;
		return Date.now() < opens;
	}
	if (how.perSecond === undefined) return false;
	begun ??= Date.now();
	const now = Math.floor((Date.now() - begun) / 1000);
	if (now !== second) [second, inSecond] = [now, 0];
	return ++inSecond > how.perSecond;
}

/** The milliseconds that the next request takes. */
function takes() {
	const { from, to } = how.then !== undefined && seen.leads >= how.count / 2 ? how.then : how;
	const alone = from + (to - from) * random();
	return how.crowd === undefined ? alone : alone * (1 + (together / how.crowd) ** 1.5);
}

function answer(request, response) {
	let text = '';
	request.on('data', (data) => (text += data));
	request.on('end', () => {
		const end = (status, body, headers) =>
			response
				.writeHead(status, { 'content-type': 'application/json', ...headers })
				.end(JSON.stringify(body));
		if (isTooMany()) {
			seen.refused++;
			const { retryAfter } = how;
			const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
			return end(429, { message: 'Too many requests' }, headers);
		}
		const work = () => {
			const isAbsent = how.isEmpty && request.method === 'PUT';
			const done = () => {
				together--;
				if (isAbsent) end(404, { message: 'Lead not found' });
				else end(201, { id: ++seen.leads, ...JSON.parse(text || '{}'), state: 'New' });
				waiting.shift()?.();
			};
			const wait = takes();
			if (wait === 0) done();
			else setTimeout(done, wait);
		};
		seen.most = Math.max(seen.most, ++together);
		if (how.workers !== undefined && together > how.workers) waiting.push(work);
		else work();
	});
}

process.on('message', (message) => {
	if (message === 'seen') return process.send(seen);
	startAnew(message);
	process.send('ready');
});
process.on('disconnect', () => process.exit());

const certificate = certificateFor('localhost');
const servers = [http.createServer(answer), https.createServer(certificate, answer)];
startAnew({ from: 0, to: 0 });
const ports = servers.map(async (server) => {
	server.keepAliveTimeout = 60_000;
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return server.address().port;
});
void Promise.all(ports).then(([port, tlsPort]) =>
	process.send({ port, tlsPort, certificate: String(certificate.cert) }),
);
