#!/usr/bin/env bash
# .pluck() with two fields gives their values in the order of each object, and not in the order that was asked for.
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
const node = { id: '1', name: 'Set', type: 'set', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => type },
});
const people = [
	{ email: 'bob@lead.test', firstName: 'Bob', lastName: 'Martin' },
	{ email: 'ana@lead.test', lastName: 'Thomas', firstName: 'Ana' },
	{ email: 'eva@lead.test', firstName: 'Eva' },
	{ email: 'info@lead.test' },
];
const seen = workflow.expression.getParameterValue(
	'={{ $json.people.pluck("firstName", "lastName") }}',
	null,
	0,
	0,
	'Set',
	[{ json: { people } }],
	'manual',
	{},
);
console.log(seen);
assert.deepEqual(seen, [['Bob', 'Martin'], ['Thomas', 'Ana'], 'Eva']);
JS
