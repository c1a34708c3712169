#!/usr/bin/env bash
# .toTitleCase() leaves a name in capitals as it is, and one with a capital inside.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

node - <<'JS'
const assert = require('node:assert/strict');
const { ExpressionExtensions, Workflow } = require('n8n-workflow');

const type = { description: { properties: [], defaults: {}, inputs: [], outputs: [] } };
const node = {
	id: '1',
	name: 'Set',
	type: 'set',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const workflow = new Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => type },
});

const titleCase = (text) =>
	workflow.expression.getParameterValue(
		`={{ ${JSON.stringify(text)}.toTitleCase() }}`,
		null,
		0,
		0,
		'Set',
		[{ json: {} }],
		'manual',
		{},
	);
const { functions } = ExpressionExtensions.find(({ typeName }) => typeName === 'String');
const [documented] = functions.toTitleCase.doc.examples;
const seen = ['ANA LOPEZ', 'VAN DER BERG', 'ana lopez', 'quick a brown FOX'].map(titleCase);
console.log(seen, documented);
assert.deepEqual(seen, ['ANA LOPEZ', 'VAN DER BERG', 'Ana Lopez', 'Quick a Brown FOX']);
assert.deepEqual(documented, {
	example: '"quick a brown FOX".toTitleCase()',
	evaluated: '"Quick a Brown Fox"',
});
JS
