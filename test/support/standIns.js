const { startCognito } = require('./cognito');
const { findSecrets } = require('./secrets');
const { startSevenTargetsApi } = require('./sevenTargetsApi');
const { startTokenServer } = require('./tokenServer');

/**
 * Both login servers, and the API.
 *
 * @typedef {{ isOpen?: boolean, port?: number } & import('./leadStore').Reading} Options `isOpen` is an API that takes every token and field
 */
async function startStandIns(/** @type {Options} */ { isOpen = false, ...options } = {}) {
	const cognito = await startCognito();
	const tokenServer = await startTokenServer();
	const logins = isOpen ? undefined : { cognito, tokenServer };
	const api = await startSevenTargetsApi({ logins, ...options });
	/** Counts the resets: each makes the credentials those of another account, so that no login of an earlier test is found. */
	let account = 0;
	const own = (/** @type {string} */ url) => `${url}?account=${account}`;
	/** What was typed and must be seen nowhere, by what it is called. */
	const secrets = () => {
		const { clientId, clientSecret } = tokenServer.client;
		return {
			'the password': cognito.login.password,
			'the new password': cognito.newcomer.password,
			'the client ID of the password': cognito.login.clientId,
			'the client secret': clientSecret,
			'the client secret as Basic': Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
		};
	};
	/** All tokens that were given out. */
	const tokens = () => [...cognito.given, ...tokenServer.given];
	return {
		cognito,
		tokenServer,
		api,
		/** The credential for the password login as a user enters it, with the given fields changed. */
		login: (/** @type {object} */ changes = {}) => ({
			...cognito.login,
			cognitoUrl: own(cognito.url),
			apiUrl: api.url,
			...changes,
		}),
		/** The same for the OAuth2 login. */
		client: (/** @type {object} */ changes = {}) => ({
			...tokenServer.client,
			accessTokenUrl: own(tokenServer.url),
			apiUrl: api.url,
			...changes,
		}),
		secrets,
		/** Who logs in, by what it is called: no secret, but the probe shows none of it. */
		identities: () => ({
			'the user name': cognito.login.username,
			'the user identifier': tokenServer.client.userIdentifier,
			'the client ID': tokenServer.client.clientId,
		}),
		tokens,
		/** Looks for secrets and tokens in what was seen, by what it is called. @returns a line for each that was found */
		leaks: async (seen, hidden = secrets()) => {
			const places = Object.entries(seen).map(([what, value]) => [
				what,
				[typeof value === 'string' ? value : JSON.stringify(value)],
			]);
			return await findSecrets(hidden, tokens(), Object.fromEntries(places));
		},
		reset: () => {
			account++;
			cognito.reset();
			tokenServer.reset();
			api.reset();
		},
		stop: async () => {
			await api.stop();
			await tokenServer.stop();
			await cognito.stop();
		},
	};
}

module.exports = { startStandIns };
