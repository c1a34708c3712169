const { parse } = require('node:querystring');
const { OAuth2Issuer, OAuth2Service } = require('oauth2-mock-server');
const { bodyOf, listen } = require('./servers');

const HOUR_S = 3600;

/**
 * The token server of 7Targets as oauth2-mock-server plays it, with one client. It keeps every request it was sent, and
 * gives a token only for the right client and secret, as HTTP Basic.
 */
async function startTokenServer({ port } = {}) {
	const client = {
		clientId: '4n0th3rcl13nt1dfr0m7t4rg3ts',
		clientSecret: 'S3cret/of+the=Client&7',
		userIdentifier: 'user-7-of-acme',
	};
	const issuer = new OAuth2Issuer();
	await issuer.keys.generate('RS256');
	const service = new OAuth2Service(issuer);
	let age = 0;
	let lifetime = HOUR_S;
	let tokens = 0;
	let answer = async () => undefined;
	const requests = [];
	service.on('beforeTokenSigning', ({ payload }) => {
		payload.client_id = client.clientId;
		payload.token_use = 'access';
		payload.iat -= age;
		payload.exp -= age;
		// Two tokens of the same second would be the same.
		payload.jti = String(tokens++);
	});
	service.on('beforeResponse', ({ body }) => (body.expires_in = lifetime));
	const { url, stop } = await listen(async (request, response) => {
		const body = parse(await bodyOf(request));
		requests.push({ headers: request.headers, body: { ...body } });
		const say = ({ status, headers, body: text }) =>
			response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
		const scripted = await answer(requests.length);
		if (scripted !== undefined) return say(scripted);
		const [id, secret] = basicOf(request.headers.authorization);
		if (id !== client.clientId || secret !== client.clientSecret) {
			return say({ status: 400, body: '{"error":"invalid_client"}' });
		}
		Object.assign(request, { body, _body: true });
		service.requestHandler(request, response);
	}, port);
	issuer.url = url;

	return {
		url: `${url}/token`,
		issuer: url,
		keys: issuer.keys.toJSON(),
		/** What a user enters into the credential. */
		client,
		/** The requests for a token so far, each `{ headers, body }`. */
		requests,
		/** From now on every token that is given out is already this old, in hours. */
		ageTokens: (hours) => (age = hours * HOUR_S),
		/** From now on every token that is given out is said to be valid for so many seconds. */
		tokensLast: (seconds) => (lifetime = seconds),
		/** Answers in place of the server: `script(n)` for the n-th request gives `{ status, headers, body }` or undefined. */
		script: (script) => (answer = script),
		reset: () => {
			requests.length = 0;
			age = 0;
			lifetime = HOUR_S;
			answer = async () => undefined;
		},
		stop,
	};
}

function basicOf(header = '') {
	const [, encoded = ''] = /^Basic (.+)$/.exec(header) ?? [];
	return Buffer.from(encoded, 'base64').toString().split(':');
}

module.exports = { startTokenServer };
