const { startCognito } = require('./cognito');
const { startEngine } = require('./engine');
const { startSevenTargetsApi } = require('./sevenTargetsApi');

/** Cognito, the API and n8n's engine with one good credential in it, of ID 1. */
async function startWorld() {
	const cognito = await startCognito();
	const api = await startSevenTargetsApi({ cognito });
	/** @type {Record<string, any>} */
	const stored = {};
	const engine = await startEngine(stored);
	const world = {
		cognito,
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
		reset: () => {
			cognito.reset();
			api.reset();
			stored[1] = world.credential();
		},
		stop: async () => {
			await api.stop();
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

/** What must never be seen outside: the password, the client ID and every token given out so far. */
const secretsOf = ({ cognito, stored, api }) =>
	[
		cognito.login.password,
		cognito.login.clientId,
		...Object.values(stored).map(({ idToken }) => idToken),
		...api.requests.map(({ headers }) => headers.authorization?.replace('Bearer ', '')),
	].filter(Boolean);

module.exports = { secretsOf, useWorld };
