const { startEngine } = require('./engine');
const { startFaultyApi } = require('./faultyApi');
const { refuseOldBuild } = require('./projectFiles');
const { startSevenTargetsApi } = require('./sevenTargetsApi');
const { startStandInsWith } = require('./standIns');

/**
 * The servers, and n8n's engine with a working credential of each kind, with the IDs 1 and `client`.
 *
 * @template {{ url: string, requests: any[], reset: () => void, stop: () => Promise<void> }} Api
 */
async function startWorld(/** @type {(servers: any) => Promise<Api>} */ startApi) {
	const standIns = await startStandInsWith(startApi);
	/** @type {Record<string, any>} */
	const stored = {};
	const engine = await startEngine(stored);
	let account = 0;
	/** Makes each test another account, so that none finds the login of an earlier test. */
	const own = (url) => `${url}?account=${account}`;
	const world = {
		...standIns,
		login: (changes) => standIns.login({ cognitoUrl: own(standIns.cognito.url), ...changes }),
		client: (changes) =>
			standIns.client({ accessTokenUrl: own(standIns.tokenServer.url), ...changes }),
		engine,
		stored,
		reset: () => {
			standIns.reset();
			account++;
			stored[1] = world.login();
			stored.client = world.client();
		},
	};
	world.reset();
	return world;
}

/**
 * A world for the tests of a file, reset before each of them.
 *
 * @template {{ url: string, requests: any[], reset: () => void, stop: () => Promise<void> }} Api
 * @param startApi starts the API, or what stands in its place
 */
function useWorldWith(/** @type {(servers: any) => Promise<Api>} */ startApi) {
	const world = /** @type {Awaited<ReturnType<typeof startWorld<Api>>>} */ (
		/** @type {any} */ ({})
	);
	beforeAll(async () => {
		refuseOldBuild();
		Object.assign(world, await startWorld(startApi));
	});
	beforeEach(() => world.reset());
	afterAll(async () => await world.stop?.());
	return world;
}

const useWorld = () => useWorldWith(startSevenTargetsApi);
const useFaultyWorld = () => useWorldWith(startFaultyApi);

module.exports = { useFaultyWorld, useWorld };
