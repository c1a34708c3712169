#!/usr/bin/env bash
# What a user stored in an option that a node has no more is gone before the node runs, without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

node - <<'JS'
const assert = require('node:assert/strict');
const { NodeHelpers, Workflow } = require('n8n-workflow');

const operation = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	options: [{ name: 'Create', value: 'create' }],
	default: 'create',
};
const email = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	default: '',
	displayOptions: { show: { operation: ['create'] } },
};
const more = {
	displayName: 'More',
	name: 'more',
	type: 'collection',
	default: {},
	options: [{ displayName: 'Town', name: 'town', type: 'string', default: '' }],
};
const description = { properties: [operation, email, more], defaults: {}, inputs: [], outputs: [] };

const runWith = (parameters) => {
	const node = { id: '1', name: 'CRM', type: 'crm', typeVersion: 1, position: [0, 0], parameters };
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: { getByNameAndVersion: () => ({ description }) },
	});
	return {
		parameters: workflow.nodes.CRM.parameters,
		issues: NodeHelpers.getNodeParametersIssues(
			description.properties,
			workflow.nodes.CRM,
			description,
		),
	};
};

// "city" was the name of "town" in an earlier version of the node, and "upsert" an operation.
const renamedOption = runWith({
	operation: 'create',
	email: 'ana@lead.test',
	more: { city: 'Rome' },
});
const removedOperation = runWith({ operation: 'upsert', email: 'ana@lead.test', more: {} });
console.dir({ renamedOption, removedOperation }, { depth: null });
assert.deepEqual(renamedOption, {
	parameters: { operation: 'create', email: 'ana@lead.test', more: {} },
	issues: null,
});
assert.deepEqual(removedOperation, { parameters: { operation: 'upsert', more: {} }, issues: null });
JS
