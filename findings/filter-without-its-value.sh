#!/usr/bin/env bash
# A filter of jsforce whose value is undefined, or a list without entries, asks Salesforce for all records.
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

const queries = [];
const server = createServer(({ url }, response) => {
	queries.push(new URL(url, 'http://127.0.0.1').searchParams.get('q'));
	response.setHeader('content-type', 'application/json');
	response.end('{"totalSize":2500,"done":true,"records":[]}');
});
server.listen(0, '127.0.0.1', async () => {
	const instanceUrl = `http://127.0.0.1:${server.address().port}`;
	const leads = new Connection({ instanceUrl, accessToken: 'token' }).sobject('Lead');
	for (const Email of ['ana@lead.test', null, undefined, { $in: [] }, { $ne: undefined }]) {
		await leads.find({ Email }, 'Id');
	}
	await leads.find({ Status: 'Open', Email: undefined }, 'Id');
	const counted = await leads.count({ Email: undefined });
	server.close();
	console.log(queries, counted);
	assert.deepEqual(queries, [
		"SELECT Id FROM Lead WHERE Email = 'ana@lead.test'",
		'SELECT Id FROM Lead WHERE Email = null',
		'SELECT Id FROM Lead',
		'SELECT Id FROM Lead',
		'SELECT Id FROM Lead',
		"SELECT Id FROM Lead WHERE Status = 'Open'",
		'SELECT count() FROM Lead',
	]);
	assert.equal(counted, 2500);
});
JS
