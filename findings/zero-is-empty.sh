#!/usr/bin/env bash
# .isEmpty() holds 0 and false for empty; $ifEmpty() does not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

node - <<'JS'
const assert = require('node:assert/strict');
const { Workflow } = require('n8n-workflow');

const type = { description: { properties: [], defaults: {}, inputs: [], outputs: [] } };
const node = { id: '1', name: 'If', type: 'if', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => type },
});

const result = (expression) =>
	workflow.expression.getParameterValue(
		`={{ ${expression} }}`,
		null,
		0,
		0,
		'If',
		[{ json: { score: 0, subscribed: false, name: '' } }],
		'manual',
		{},
	);
const seen = ['score', 'subscribed', 'name'].map((field) => [
	field,
	result(`$json.${field}.isEmpty()`),
	result(`$ifEmpty($json.${field}, "none")`),
]);
console.log(seen);
assert.deepEqual(seen, [
	['score', true, 0],
	['subscribed', true, false],
	['name', true, 'none'],
]);
JS
