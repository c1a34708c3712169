#!/usr/bin/env bash
# Rename Keys cannot swap two fields: one of the values is gone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { RenameKeys } = require('n8n-nodes-base/dist/nodes/RenameKeys/RenameKeys.node.js');

const parameters = {
	'keys.key': [
		{ currentKey: 'firstName', newKey: 'lastName' },
		{ currentKey: 'lastName', newKey: 'firstName' },
	],
};
const node = {
	getInputData: () => [{ json: { firstName: 'Lopez', lastName: 'Ana' } }],
	getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
	continueOnFail: () => false,
};
RenameKeys.prototype.execute.call(node).then(([[{ json }]]) => {
	console.log(json);
	assert.deepEqual(json, { firstName: 'Ana' });
});
JS
