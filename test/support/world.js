const { startCognito } = require('./cognito');
const { startEngine } = require('./engine');
const { startSevenTargetsApi } = require('./sevenTargetsApi');
const { startTokenServer } = require('./tokenServer');

/** Both servers for logins, the API, and n8n's engine with a good credential of each kind in it, of ID 1 and `client`. */
async function startWorld() {
	const cognito = await startCognito();
	const tokenServer = await startTokenServer();
	const api = await startSevenTargetsApi({ cognito, tokenServer });
	/** @type {Record<string, any>} */
	const stored = {};
	const engine = await startEngine(stored);
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
			stored[1] = world.credential();
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

/** A world for the tests of a file, as new for each of them. */
function useWorld() {
	/** @type {Awaited<ReturnType<typeof startWorld>>} */
	const world = /** @type {any} */ ({});
	beforeAll(async () => void Object.assign(world, await startWorld()));
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

module.exports = { secretsOf, useWorld };
