#!/usr/bin/env bash
# Merge by email joins people who have no address with each other.
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
// What the node Merge runs for "Combine" by "Matching Fields".
const { execute } = require('n8n-nodes-base/dist/nodes/Merge/v3/actions/mode/combineByFields.js');

const parameters = {
	advanced: false,
	fieldsToMatchString: 'email',
	joinMode: 'keepMatches',
	outputDataFrom: 'both',
	options: {},
};
const node = {
	getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
	getNode: () => ({ name: 'Merge', typeVersion: 3.2 }),
};
const input = (...rows) => rows.map((json) => ({ json }));

const leads = input(
	{ email: 'ana@lead.test', name: 'Ana' },
	{ email: null, name: 'Bob' },
	{ email: '', name: 'Eva' },
	{ name: 'Max' },
);
const phones = input(
	{ email: 'ana@lead.test', phone: '+1 555 0100' },
	{ email: null, phone: '+1 555 0111' },
	{ email: '', phone: '+1 555 0122' },
	{ phone: '+1 555 0133' },
);
execute.call(node, [leads, phones]).then((outputs) => {
	const seen = outputs.flat().map(({ json }) => json);
	console.log(seen);
	assert.deepEqual(seen, [
		{ email: 'ana@lead.test', name: 'Ana', phone: '+1 555 0100' },
		{ email: null, name: 'Bob', phone: '+1 555 0111' },
		{ email: '', name: 'Eva', phone: '+1 555 0122' },
	]);
});
JS
