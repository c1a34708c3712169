const { fork } = require('node:child_process');
const { join } = require('node:path');

/** The server, in a process of its own. */
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
		/** What is to be trusted for `tlsUrl`. */
		certificate,
		/** @param how one of the table in servers.js, and how many leads will come */
		set: async (how) => await ask(how),
		/** How many leads were taken and how many requests refused, and the most that it worked on or that waited. */
		seen: async () => await ask('seen'),
		stop: () => child.disconnect(),
	};
}

module.exports = { startApi };
