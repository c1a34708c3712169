const { fork } = require('node:child_process');
const { join } = require('node:path');

const SEED = 7;

/** The server, in a process of its own. */
async function startApi() {
	const child = fork(join(__dirname, 'apiServer.js'));
	const told = () => new Promise((resolve) => child.once('message', resolve));
	const port = await told();
	const ask = async (message) => {
		const answer = told();
		child.send(message);
		return await answer;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		set: async (how) => await ask({ ...how, seed: SEED }),
		count: async () => (await ask('count')).count,
		stop: () => child.disconnect(),
	};
}

module.exports = { startApi };
