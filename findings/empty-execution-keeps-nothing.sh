#!/usr/bin/env bash
# Of the two makers of a blank execution in n8n-workflow, the one that n8n's own Agents use makes one in which no node can keep anything.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

node - <<'JS'
const assert = require('node:assert/strict');
const {
	createEmptyRunExecutionData,
	createRunExecutionData,
	NodeHelpers,
} = require('n8n-workflow');

const node = { name: 'Create a lead' };
const kept = (execution) => {
	const context = NodeHelpers.getContext(execution, 'node', node);
	context.done = ['ana@lead.test'];
	return NodeHelpers.getContext(execution, 'node', node);
};

// What each maker puts into an execution of which nothing is known.
console.log('createRunExecutionData:      ', Object.keys(createRunExecutionData()).join(', '));
console.log('createEmptyRunExecutionData: ', Object.keys(createEmptyRunExecutionData()).join(', '));

assert.deepEqual(kept(createRunExecutionData()), { done: ['ana@lead.test'] });
console.log('kept in the first:  ', JSON.stringify(kept(createRunExecutionData())));

assert.throws(() => kept(createEmptyRunExecutionData()), /`executionData` is not initialized/);
try {
	kept(createEmptyRunExecutionData());
} catch (error) {
	console.log('kept in the second: ', `${error.constructor.name}: ${error.message}`);
}
JS
