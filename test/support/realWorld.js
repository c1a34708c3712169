const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { installN8n, N8N_VERSION } = require('./n8n/install');
const { freePort, startN8n } = require('./n8n/server');
const { startStandIns } = require('./standIns');

// How `{"alg":` and `{"kid":` begin in base64. (The first three letters alone also stand in one of n8n's random IDs now and then.)
const TOKENS = { 'a token': 'eyJhbGciOi', 'a token of Cognito': 'eyJraWQiOi' };

/**
 * The stand-ins, and the real n8n with the packed node in it.
 *
 * @param {{ env?: object | ((standIns: Awaited<ReturnType<typeof startStandIns>>) => object), isEmpty?: boolean } & import('./standIns').Options} options
 * more of n8n's environment variables, or what makes them of the stand-ins; whether n8n is without the node
 */
async function startRealWorld({ env = {}, isEmpty = false, ...options } = {}) {
	const standIns = await startStandIns(options);
	// Outside the project, or the node would find the project's n8n-workflow, and not that of n8n.
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-'));
	const n8n = await startN8n({
		folder: await installN8n(N8N_VERSION, () => {}),
		userFolder,
		port: await freePort(),
		env: { N8N_LOG_LEVEL: 'debug', ...(typeof env === 'function' ? env(standIns) : env) },
		isEmpty,
	}).catch(async (error) => {
		await standIns.stop();
		throw error;
	});
	let accounts = 0;
	/** Makes each credential another account, so that none finds the login of an earlier one. */
	const own = (url) => `${url}?account=${accounts++}`;
	const login = (changes) => standIns.login({ cognitoUrl: own(standIns.cognito.url), ...changes });
	const client = (changes) =>
		standIns.client({ accessTokenUrl: own(standIns.tokenServer.url), ...changes });
	return {
		...standIns,
		n8n,
		login,
		client,
		newCredential: async (changes) =>
			await n8n.addCredential('7Targets account', 'sevenTargetsApi', login(changes)),
		newClient: async (changes) =>
			await n8n.addCredential('7Targets client', 'sevenTargetsOAuth2Api', client(changes)),
		/** The same, and in n8n's log. */
		leaks: async (seen, secrets = standIns.secrets()) =>
			await standIns.leaks({ ...seen, "n8n's log": n8n.log() }, { ...secrets, ...TOKENS }),
		stop: async () => {
			await n8n.stop();
			await rm(userFolder, { recursive: true, force: true });
			await standIns.stop();
		},
	};
}

module.exports = { startRealWorld };
