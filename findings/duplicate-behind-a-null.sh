#!/usr/bin/env bash
# Remove Duplicates keeps a duplicate if an item whose field is null stands between the two.
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
// What the node Remove Duplicates runs for the items of one input.
const {
	removeDuplicateInputItems,
} = require('n8n-nodes-base/dist/nodes/Transform/RemoveDuplicates/utils.js');

const parameters = { compare: 'selectedFields', fieldsToCompare: 'email' };
const context = {
	getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
	getNode: () => ({ name: 'Remove Duplicates', typeVersion: 2 }),
};
const kept = (...emails) => {
	const items = emails.map((email) => ({ json: { email } }));
	return removeDuplicateInputItems(context, items)[0].map(({ json }) => json.email);
};

const [ANA, BOB] = ['ana@lead.test', 'bob@lead.test'];
const seen = [
	kept(ANA, BOB, ANA, BOB),
	kept(ANA, BOB, '', ANA, BOB),
	kept(ANA, BOB, null, ANA, BOB),
	kept(null, null),
];
console.log(seen);
assert.deepEqual(seen, [
	[ANA, BOB],
	[ANA, BOB, ''],
	[ANA, BOB, null, ANA, BOB],
	[null],
]);
JS
