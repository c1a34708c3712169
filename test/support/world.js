const { startCognito } = require('./cognito');
const { startEngine } = require('./engine');
const { startFaultyApi } = require('./faultyApi');
const { startSevenTargetsApi } = require('./sevenTargetsApi');
const { startTokenServer } = require('./tokenServer');

/** Both servers for logins, the API, and n8n's engine with a good credential of each kind in it, of ID 1 and `client`. */
async function startWorld(startApi) {
	const cognito = await startCognito();
	const tokenServer = await startTokenServer();
	const api = await startApi({ cognito, tokenServer });
	/** @type {Record<string, any>} */
	const stored = {};
	const engine = await startEngine(stored);
	let account = 0;
	const world = {
		cognito,
		tokenServer,
		api,
		engine,
		stored,
		/** A credential as a user enters it, with the given fields changed. */
		credential: (changes = {}) => ({
			...cognito.login,
			cognitoUrl: cognito.url,
			apiUrl: api.url,
			idToken: '',
			...changes,
		}),
		client: (changes = {}) => ({
			...tokenServer.client,
			accessTokenUrl: tokenServer.url,
			apiUrl: api.url,
			...changes,
		}),
		reset: () => {
			cognito.reset();
			tokenServer.reset();
			api.reset();
			// An account of its own for each test, so that none finds the token of the one before.
			stored[1] = world.credential({ account: account++ });
			stored.client = world.client();
		},
		stop: async () => {
			await api.stop();
			await tokenServer.stop();
			await cognito.stop();
		},
	};
	world.reset();
	return world;
}

/**
 * A world for the tests of a file, as new for each of them.
 *
 * @template {{ url: string, requests: any[], reset: () => void, stop: () => Promise<void> }} Api
 * @param startApi starts the API, or what stands in its place
 */
function useWorldWith(/** @type {(servers: any) => Promise<Api>} */ startApi) {
	/** @typedef {Awaited<ReturnType<typeof startWorld>>} World */
	const world = /** @type {Omit<World, 'api'> & { api: Api }} */ (/** @type {any} */ ({}));
	beforeAll(async () => void Object.assign(world, await startWorld(startApi)));
	beforeEach(() => world.reset());
	afterAll(async () => await world.stop());
	return world;
}

/** What must never be seen outside: the password, the client ID, the client's secret and every token given out so far. */
const secretsOf = ({ cognito, tokenServer, stored, api }) =>
	[
		cognito.login.password,
		cognito.login.clientId,
		tokenServer.client.clientSecret,
		...Object.values(stored).map(({ idToken }) => idToken),
		...api.requests.map(({ headers }) => headers.authorization?.replace('Bearer ', '')),
	].filter(Boolean);

const useWorld = () => useWorldWith(startSevenTargetsApi);
const useFaultyWorld = () => useWorldWith(startFaultyApi);

module.exports = { secretsOf, useFaultyWorld, useWorld };
