// A server of its own process in the API's place: it answers a lead to every request, after a time that is drawn evenly from a
// seeded generator. Told `{ from, to, seed }` it starts anew; asked `count` it says how many leads it was sent. Told `isEmpty`,
// too, it answers 404 to every PUT.

const { createServer } = require('node:http');

let delay = () => 0;
let count = 0;
let isEmpty = false;

const server = createServer((request, response) => {
	let text = '';
	request.on('data', (data) => (text += data));
	request.on('end', () => {
		const isAbsent = isEmpty && request.method === 'PUT';
		const status = isAbsent ? 404 : 201;
		const body = isAbsent
			? { message: 'Lead not found' }
			: { id: ++count, ...JSON.parse(text || '{}'), state: 'New' };
		const answer = () =>
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		const wait = delay();
		if (wait === 0) answer();
		else setTimeout(answer, wait);
	});
});
server.keepAliveTimeout = 60_000;

process.on('message', (message) => {
	if (message === 'count') return process.send({ count });
	count = 0;
	isEmpty = message.isEmpty === true;
	delay = evenly(message);
	process.send('ready');
});
process.on('disconnect', () => process.exit());

/** Mulberry32: small, and good enough for waiting times. */
function evenly({ from, to, seed }) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return from + ((to - from) * ((bits ^ (bits >>> 14)) >>> 0)) / 2 ** 32;
	};
}

server.listen(0, '127.0.0.1', () => process.send(server.address().port));
