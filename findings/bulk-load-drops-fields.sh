#!/usr/bin/env bash
# A bulk load of jsforce writes only the fields that the first record has.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund jsforce@3.10.16

node - <<'JS'
const assert = require('node:assert/strict');
const { createServer } = require('node:http');
const { Connection } = require('jsforce');

let sent = '';
const server = createServer((request, response) => {
	const { method, url } = request;
	if (method === 'PUT') request.on('data', (part) => (sent += part));
	request.resume().on('end', () => {
		if (method === 'PUT') return response.writeHead(201).end();
		if (url.includes('Results') || url.endsWith('unprocessedrecords')) {
			response.setHeader('content-type', 'text/csv');
			return response.end('sf__Id,sf__Created,LastName\n');
		}
		response.setHeader('content-type', 'application/json');
		response.end('{"id":"750","state":"JobComplete"}');
	});
});
server.listen(0, '127.0.0.1', async () => {
	const instanceUrl = `http://127.0.0.1:${server.address().port}`;
	const { bulk2 } = new Connection({ instanceUrl, accessToken: 'token' });
	await bulk2.loadAndWaitForResults({
		object: 'Lead',
		operation: 'insert',
		input: [
			{ LastName: 'Lopez', Email: 'ana@lead.test' },
			{ LastName: 'Roth', Email: 'eva@lead.test', Phone: '+1 555 0100', HasOptedOutOfEmail: true },
		],
		pollInterval: 10,
		pollTimeout: 5000,
	});
	server.close();
	console.log(sent);
	assert.equal(sent, 'Id,LastName,Email\n,Lopez,ana@lead.test\n,Roth,eva@lead.test\n');
	process.exit();
});
JS
