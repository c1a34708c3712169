#!/usr/bin/env bash
# The text "no" is true in a filter that converts types, false for .toBoolean(), and refused by Edit Fields.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

node - <<'JS'
const assert = require('node:assert/strict');
const { NodeHelpers, validateFieldType, Workflow, ...rest } = require('n8n-workflow');
const executeFilter = NodeHelpers.executeFilter ?? rest.executeFilter;

// What the newest If and Filter run for "is true" with "Convert types where required".
const isTrue = (leftValue) =>
	executeFilter({
		options: { version: 3, caseSensitive: true, leftValue: '', typeValidation: 'loose' },
		combinator: 'and',
		conditions: [
			{
				id: '1',
				leftValue,
				operator: { type: 'boolean', operation: 'true', singleValue: true },
				rightValue: '',
			},
		],
	});

const type = { description: { properties: [], defaults: {}, inputs: [], outputs: [] } };
const node = { id: '1', name: 'If', type: 'if', typeVersion: 1, position: [0, 0], parameters: {} };
const workflow = new Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => type },
});
const toBoolean = (text) =>
	workflow.expression.getParameterValue(
		`={{ ${JSON.stringify(text)}.toBoolean() }}`,
		null,
		0,
		0,
		'If',
		[{ json: {} }],
		'manual',
		{},
	);

const seen = ['yes', 'no', 'No', 'false', '0', 'off'].map((text) => ({
	text,
	isTrue: isTrue(text),
	toBoolean: toBoolean(text),
	// What Edit Fields runs for a field of the type Boolean.
	editFields: validateFieldType('subscribed', text, 'boolean').newValue ?? 'refused',
}));
console.table(seen);
assert.deepEqual(
	seen.map((row) => Object.values(row)),
	[
		['yes', true, true, 'refused'],
		['no', true, false, 'refused'],
		['No', true, false, 'refused'],
		['false', false, false, false],
		['0', false, false, false],
		['off', true, true, 'refused'],
	],
);
JS
