const { parse } = require('node:querystring');
const { OAuth2Issuer, OAuth2Service } = require('oauth2-mock-server');
const { startLoginServer } = require('./loginServer');

/**
 * The token server of 7Targets as oauth2-mock-server plays it, with one client. It gives a token only for the right
 * client and secret, as HTTP Basic.
 */
async function startTokenServer() {
	const client = {
		clientId: '4n0th3rcl13nt1dfr0m7t4rg3ts',
		clientSecret: 'S3cret/of+the=Client&7',
		userIdentifier: 'user-7-of-acme',
	};
	const issuer = new OAuth2Issuer();
	await issuer.keys.generate('RS256');
	const service = new OAuth2Service(issuer);
	const { url, tokens, serve, ...server } = await startLoginServer((text) => ({ ...parse(text) }));
	issuer.url = url;
	let count = 0;
	service.on('beforeTokenSigning', ({ payload }) => {
		payload.client_id = client.clientId;
		payload.token_use = 'access';
		payload.iat -= tokens.age;
		payload.exp -= tokens.age;
		// Two tokens of the same second would be the same.
		payload.jti = String(count++);
	});
	service.on('beforeResponse', ({ body }) => (body.expires_in = tokens.lifetime));
	serve((request, response) => {
		const [id, secret] = basicOf(request.headers.authorization);
		const isRight = id === client.clientId && secret === client.clientSecret;
		if (isRight) return service.requestHandler(request, response);
		response.writeHead(400, { 'content-type': 'application/json' });
		response.end('{"error":"invalid_client"}');
	});

	return {
		...server,
		url: `${url}/token`,
		issuer: url,
		keys: issuer.keys.toJSON(),
		/** What a user enters into the credential. */
		client,
	};
}

function basicOf(header = '') {
	const [, encoded = ''] = /^Basic (.+)$/.exec(header) ?? [];
	return Buffer.from(encoded, 'base64').toString().split(':');
}

module.exports = { startTokenServer };
