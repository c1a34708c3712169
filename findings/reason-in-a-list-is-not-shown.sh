#!/usr/bin/env bash
# NodeApiError shows an API's reason from `message`, but not from a list of errors, `detail` or plain text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @n8n/backend-network@1.15.1 @n8n/di@0.17.0 reflect-metadata@0.2.2 n8n-workflow@2.41.0

node - <<'JS'
require('reflect-metadata');
const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const { Container } = require('@n8n/di');
const { OutboundHttp } = require('@n8n/backend-network');
const { NodeApiError } = require('n8n-workflow');

// What this.helpers.httpRequest of n8n-core 2.41.1 calls.
const { request } = Container.get(OutboundHttp).requests();
const node = {
	id: '1',
	name: 'CRM',
	type: 'crm',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const JSON_TYPE = 'application/json';
const ANSWERS = {
	message: [JSON_TYPE, '{"message":"The email is not valid"}'],
	errors: [JSON_TYPE, '{"errors":[{"field":"email","message":"The email is not valid"}]}'],
	byField: [JSON_TYPE, '{"errors":{"email":["The email is not valid"]}}'],
	problem: ['application/problem+json', '{"title":"Invalid","detail":"The email is not valid"}'],
	text: ['text/plain', 'The email is not valid'],
};
const server = createServer(({ url }, response) => {
	const [type, body] = ANSWERS[url.slice(1)];
	response.writeHead(422, { 'content-type': type }).end(body);
});
server.listen(0, '127.0.0.1', async () => {
	const seen = {};
	for (const shape of Object.keys(ANSWERS)) {
		const url = `http://127.0.0.1:${server.address().port}/${shape}`;
		const refused = await request({
			method: 'POST',
			url,
			body: { email: 'ana@lead' },
			json: true,
		}).then(
			() => assert.fail('not refused'),
			(error) => new NodeApiError(node, error),
		);
		seen[shape] = [refused.message, refused.description];
	}
	server.close();
	console.log(seen);
	const frame = 'Your request is invalid or could not be processed by the service';
	const status = 'Request failed with status code 422';
	assert.deepEqual(seen, {
		message: [frame, 'The email is not valid'],
		errors: [frame, status],
		byField: [frame, status],
		problem: [frame, status],
		text: [frame, status],
	});
});
JS
