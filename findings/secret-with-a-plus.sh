#!/usr/bin/env bash
# A client secret with + or % logs in with n8n's OAuth2 client only where the server does not decode it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @n8n/client-oauth2@1.23.1 oidc-provider@9.13.3 simple-oauth2@5.1.0

node - <<'JS'
const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const { ClientOAuth2 } = require('@n8n/client-oauth2');
const { ClientCredentials } = require('simple-oauth2');

console.info = console.warn = () => {};

const loginServer = async (clientSecret) => {
	const { Provider } = await import('oidc-provider');
	const provider = new Provider('http://127.0.0.1', {
		clients: [
			{
				client_id: 'n8n',
				client_secret: clientSecret,
				grant_types: ['client_credentials'],
				redirect_uris: [],
				response_types: [],
				token_endpoint_auth_method: 'client_secret_basic',
			},
		],
		features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
	});
	const server = createServer(provider.callback());
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	return server;
};

const answer = (login) =>
	login.then(
		() => 'token',
		({ body, data }) => (body ?? data?.payload).error,
	);

(async () => {
	const seen = [];
	for (const secret of ['letters-and-7', 'plus+plus', 'per%cent', 'per%2Bcent']) {
		const server = await loginServer(secret);
		const tokenHost = `http://127.0.0.1:${server.address().port}`;
		const n8n = new ClientOAuth2({
			clientId: 'n8n',
			clientSecret: secret,
			accessTokenUri: `${tokenHost}/token`,
			authentication: 'header',
		});
		const other = new ClientCredentials({
			client: { id: 'n8n', secret },
			auth: { tokenHost, tokenPath: '/token' },
		});
		seen.push([secret, await answer(n8n.credentials.getToken()), await answer(other.getToken({}))]);
		server.close();
	}
	console.log(seen);
	assert.deepEqual(seen, [
		['letters-and-7', 'token', 'token'],
		['plus+plus', 'invalid_client', 'token'],
		['per%cent', 'invalid_request', 'token'],
		['per%2Bcent', 'invalid_client', 'token'],
	]);
})();
JS
