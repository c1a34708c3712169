#!/usr/bin/env bash
# Compare Datasets with Fuzzy Compare says "Same" of two items if only the one of input B has a further field.
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
const {
	CompareDatasets,
} = require('n8n-nodes-base/dist/nodes/CompareDatasets/CompareDatasets.node.js');

const OUTPUTS = ['In A only', 'Same', 'Different', 'In B only'];
const compared = async (a, b, fuzzyCompare) => {
	const parameters = {
		'mergeByFields.values': [{ field1: 'email', field2: 'email' }],
		resolve: 'includeBoth',
		fuzzyCompare,
		options: {},
	};
	const context = {
		getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
		getNode: () => ({ name: 'Compare Datasets', typeVersion: 2.3 }),
		getInputData: (index) => [{ json: [a, b][index] }],
	};
	const outputs = await new CompareDatasets().execute.call(context);
	return OUTPUTS.filter((_name, index) => outputs[index].length > 0).join();
};

const ana = { email: 'ana@lead.test', employees: 25 };
const others = [
	{ email: 'ana@lead.test', employees: '25' },
	{ email: 'ana@lead.test', employees: 25, optedOut: true },
];
(async () => {
	const seen = [];
	for (const [a, b] of [
		[ana, others[0]],
		[ana, others[1]],
		[others[1], ana],
	]) {
		seen.push([await compared(a, b, false), await compared(a, b, true)]);
	}
	console.log(seen);
	assert.deepEqual(seen, [
		['Different', 'Same'],
		['Different', 'Same'],
		['Different', 'Different'],
	]);
})();
JS
