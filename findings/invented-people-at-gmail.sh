#!/usr/bin/env bash
# The people that Debug Helper invents have addresses at Gmail, Yahoo and Hotmail.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund minifaker@1.34.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
// What the node Debug Helper runs for random data.
const {
	generateRandomEmail,
	generateRandomUser,
} = require('n8n-nodes-base/dist/nodes/DebugHelper/randomData.js');

const domains = (generate) => {
	const found = new Set();
	for (let count = 0; count < 1000; count++) found.add(generate().email.split('@')[1]);
	return [...found].sort();
};
const seen = [domains(generateRandomUser), domains(generateRandomEmail)];
console.log(seen);
const providers = ['gmail.com', 'hotmail.com', 'yahoo.com'];
assert.deepEqual(seen, [providers, providers]);
JS
