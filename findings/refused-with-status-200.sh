#!/usr/bin/env bash
# n8n's OAuth2 client takes a refusal that comes with status 200 for a login, with a token that is undefined.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @n8n/client-oauth2@1.23.1

node - <<'JS'
const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const { ClientOAuth2 } = require('@n8n/client-oauth2');

const REFUSAL = { error: 'invalid_client', error_description: 'The secret is wrong' };
const server = createServer(({ url }, response) => {
	response.writeHead(Number(url.slice(1)), { 'content-type': 'application/json' });
	response.end(JSON.stringify(REFUSAL));
});
server.listen(0, '127.0.0.1', async () => {
	const logIn = (status) =>
		new ClientOAuth2({
			clientId: 'n8n',
			clientSecret: 'secret',
			accessTokenUri: `http://127.0.0.1:${server.address().port}/${status}`,
		}).credentials.getToken();

	const refused = await logIn(400).then(
		() => assert.fail('not refused'),
		({ message }) => message,
	);
	const token = await logIn(200);
	server.close();
	const seen = { accessToken: token.accessToken, expired: token.expired(), data: token.data };
	console.log(refused, seen);
	assert.match(refused, /^Client authentication failed/);
	assert.deepEqual(seen, { accessToken: undefined, expired: false, data: REFUSAL });
	assert.throws(() => token.sign({ url: 'http://crm.test/', method: 'GET' }), {
		message: 'Unable to sign without access token',
	});
});
JS
