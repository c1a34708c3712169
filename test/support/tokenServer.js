const { parse } = require('node:querystring');
const { OAuth2Issuer, OAuth2Service } = require('oauth2-mock-server');
const { startLoginServer } = require('./loginServer');

/** What a client may be given a token for (RFC 6749, 4.4 and 3.3). */
const ALL = { grants: ['client_credentials'], scopes: ['leads/post'] };

/**
 * The token server of 7Targets, which is Amazon Cognito's, as oauth2-mock-server plays it. What that one lets pass, or answers otherwise than
 * AWS' page on the token endpoint says, is put right here: it gives a token only to a client with its secret, as HTTP Basic, for a form that
 * asks for what this client may have.
 */
async function startTokenServer() {
	const client = {
		clientId: '4n0th3rcl13nt1dfr0m7t4rg3ts',
		clientSecret: 'S3cret/of+the=Client&7',
		userIdentifier: 'user-7-of-acme',
	};
	const withoutGrant = { ...client, clientId: 'n0cl13ntcr3d3nt14ls' };
	const withoutScope = { ...client, clientId: 'n0l34dsp0st' };
	const clients = {
		[client.clientId]: ALL,
		[withoutGrant.clientId]: { ...ALL, grants: [] },
		[withoutScope.clientId]: { ...ALL, scopes: [] },
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
	service.on('beforeResponse', ({ body }) => {
		body.expires_in = tokens.lifetime;
		delete body.scope;
	});
	serve((request, response) => {
		const [id, secret] = basicOf(request.headers.authorization);
		const allowed = secret === client.clientSecret ? clients[id] : undefined;
		const error = errorOf(request, allowed);
		if (error === undefined) return service.requestHandler(request, response);
		response.writeHead(400, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ error }));
	});

	return {
		...server,
		url: `${url}/token`,
		issuer: url,
		keys: issuer.keys.toJSON(),
		/** What a user enters into the credential. */
		client,
		/** The same of a client that may not log in by client credentials, and of one without the scope for leads. */
		withoutGrant,
		withoutScope,
	};
}

/** Why a request gets no token, in Cognito's words, which it gives mostly without a description. */
function errorOf({ headers, body }, /** @type {typeof ALL | undefined} */ allowed) {
	if (!String(headers['content-type']).startsWith('application/x-www-form-urlencoded')) {
		return 'invalid_request';
	}
	if (!ALL.grants.includes(body.grant_type)) return 'unsupported_grant_type';
	if (allowed === undefined) return 'invalid_client';
	if (!allowed.grants.includes(body.grant_type)) return 'unauthorized_client';
	const scopes = body.scope?.split(' ') ?? [];
	if (!scopes.every((/** @type {string} */ scope) => allowed.scopes.includes(scope)))
		return 'invalid_scope';
	return undefined;
}

function basicOf(header = '') {
	const [, encoded = ''] = /^Basic (.+)$/.exec(header) ?? [];
	return Buffer.from(encoded, 'base64').toString().split(':');
}

module.exports = { startTokenServer };
