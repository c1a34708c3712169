#!/usr/bin/env bash
# n8n's httpRequest leaves out a body that is {}, [], false or 0, and the body of every GET.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @n8n/backend-network@1.15.1 @n8n/di@0.17.0 reflect-metadata@0.2.2

node - <<'JS'
require('reflect-metadata');
const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const { text } = require('node:stream/consumers');
const { Container } = require('@n8n/di');
const { OutboundHttp } = require('@n8n/backend-network');

// What this.helpers.httpRequest of n8n-core 2.41.1 calls.
const { request } = Container.get(OutboundHttp).requests();

const server = createServer(async (incoming, response) => {
	response.end(JSON.stringify(`${incoming.method} ${(await text(incoming)) || 'without a body'}`));
});
server.listen(0, '127.0.0.1', async () => {
	const url = `http://127.0.0.1:${server.address().port}/`;
	const seen = [];
	for (const [method, body] of [
		['POST', { name: 'Ana' }],
		['POST', {}],
		['POST', []],
		['POST', false],
		['POST', 0],
		['GET', { name: 'Ana' }],
	]) {
		seen.push(await request({ method, url, body, json: true }));
	}
	server.close();
	console.log(seen);
	assert.deepEqual(seen, [
		'POST {"name":"Ana"}',
		'POST without a body',
		'POST without a body',
		'POST without a body',
		'POST without a body',
		'GET without a body',
	]);
});
JS
