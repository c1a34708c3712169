const { startEngine } = require('./engine');
const { refuseOldBuild } = require('./projectFiles');
const { startStandIns } = require('./standIns');

/** The servers, and n8n's engine with a working credential of each kind, with the IDs 1 and `client`. */
async function startWorld(/** @type {import('./standIns').Options} */ options) {
	const standIns = await startStandIns(options);
	/** @type {Record<string, any>} */
	const stored = {};
	const engine = await startEngine(stored);
	const world = {
		...standIns,
		engine,
		stored,
		reset: () => {
			standIns.reset();
			stored[1] = standIns.login();
			stored.client = standIns.client();
		},
	};
	world.reset();
	return world;
}

/** A world for the tests of a file, reset before each of them. */
function useWorld(/** @type {import('./standIns').Options} */ options = {}) {
	/** @type {any} */
	const begun = {};
	/** @type {Awaited<ReturnType<typeof startWorld>>} */
	const world = begun;
	beforeAll(async () => {
		refuseOldBuild();
		Object.assign(world, await startWorld(options));
	});
	beforeEach(() => world.reset());
	afterAll(async () => await world.stop?.());
	return world;
}

/** The same with an API that takes every token and every field. */
const useOpenWorld = () => useWorld({ isOpen: true });

module.exports = { useOpenWorld, useWorld };
