const { fork } = require('node:child_process');
const { join } = require('node:path');

/** Starts the server in another process. */
async function startApi() {
	const child = fork(join(__dirname, 'apiServer.js'));
	const told = () => new Promise((resolve) => child.once('message', resolve));
	const { port, tlsPort, certificate } = await told();
	const ask = async (message) => {
		const answer = told();
		child.send(message);
		return await answer;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		tlsUrl: `https://localhost:${tlsPort}`,
		/** The certificate to trust for `tlsUrl`. */
		certificate,
		/** @param how a row of servers.js, with `count`, the number of leads that will come */
		set: async (how) => await ask(how),
		/** How many leads were taken, how many requests were refused, and the most that were there at a time. */
		seen: async () => await ask('seen'),
		stop: () => child.disconnect(),
	};
}

module.exports = { startApi };
