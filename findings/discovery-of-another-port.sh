#!/usr/bin/env bash
# cognito-local on another PORT puts it into its tokens, but not into the discovery document of the same pool.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund cognito-local@5.3.0 pino@7.11.0

port=$(node -e '
	const server = require("http").createServer().listen(0, () => {
		console.log(server.address().port);
		server.close();
	});')
HOST=127.0.0.1 PORT=$port AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE=1 node - <<'JS'
const assert = require('node:assert/strict');
const { createDefaultServer } = require('cognito-local');
const { pino } = require('pino');

(async () => {
	await (await createDefaultServer(pino({ level: 'silent' }))).start();
	const url = `http://127.0.0.1:${process.env.PORT}`;
	const call = async (target, body) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/x-amz-json-1.1',
				'X-Amz-Target': `AWSCognitoIdentityProviderService.${target}`,
			},
			body: JSON.stringify(body),
		});
		return await response.json();
	};

	const Username = 'ana@lead.test';
	const Password = 'Correct-Horse-7';
	const { UserPool } = await call('CreateUserPool', { PoolName: 'leads' });
	const UserPoolId = UserPool.Id;
	const { UserPoolClient } = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'api' });
	await call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' });
	await call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true });
	const { AuthenticationResult } = await call('InitiateAuth', {
		ClientId: UserPoolClient.ClientId,
		AuthFlow: 'USER_PASSWORD_AUTH',
		AuthParameters: { USERNAME: Username, PASSWORD: Password },
	});
	const claims = Buffer.from(AuthenticationResult.IdToken.split('.')[1], 'base64url');
	const { iss } = JSON.parse(claims.toString());
	const discovery = await fetch(`${url}/${UserPoolId}/.well-known/openid-configuration`);
	const { issuer, jwks_uri: keysUrl } = await discovery.json();
	const keys = await fetch(`${iss}/.well-known/jwks.json`);
	console.log({ iss, issuer, keysUrl, keysByIss: keys.status });
	assert.equal(iss, `${url}/${UserPoolId}`);
	assert.equal(issuer, `http://localhost:9229/${UserPoolId}`);
	assert.equal(keysUrl, `http://localhost:9229/${UserPoolId}/.well-known/jwks.json`);
	assert.equal(keys.status, 200);
	process.exit();
})();
JS
