#!/usr/bin/env bash
# An empty text is the number 0, in Edit Fields and in a filter that converts types.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

node - <<'JS'
const assert = require('node:assert/strict');
const { NodeHelpers, validateFieldType, ...workflow } = require('n8n-workflow');
const executeFilter = NodeHelpers.executeFilter ?? workflow.executeFilter;

// What If and Filter run with "Convert types where required".
const below50 = (leftValue) =>
	executeFilter({
		options: { version: 2, caseSensitive: true, leftValue: '', typeValidation: 'loose' },
		combinator: 'and',
		conditions: [
			{ id: '1', leftValue, operator: { type: 'number', operation: 'lt' }, rightValue: 50 },
		],
	});
const seen = ['', ' ', null, undefined].map((score) => [
	score,
	// What Edit Fields runs for a field of the type Number, without ignoring errors.
	validateFieldType('score', score, 'number').newValue,
	below50(score),
]);
const others = ['boolean', 'array', 'object', 'dateTime'].map(
	(type) => validateFieldType('field', '', type).valid,
);
console.log(seen, others);
assert.deepEqual(seen, [
	['', 0, true],
	[' ', 0, true],
	[null, undefined, true],
	[undefined, undefined, false],
]);
assert.deepEqual(others, [false, false, false, false]);
JS
