#!/usr/bin/env bash
# The nodes Uplead and Keap ask for a person with the fields of the item before, where the person's own are empty.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund change-case@5.4.4 moment-timezone@0.5.48 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { Keap } = require('n8n-nodes-base/dist/nodes/Keap/Keap.node.js');
const { Uplead } = require('n8n-nodes-base/dist/nodes/Uplead/Uplead.node.js');

const PEOPLE = [
	{ email: 'ana@lead.test', firstname: 'Ana', lastname: 'Lopez', domain: 'lead.test' },
	{ email: 'bob@home.test', firstname: '', lastname: '', domain: '' },
	{ email: '', firstname: 'Eva', lastname: 'Roth', domain: 'roth.test' },
];
// The questions that a node asks its service for these people, as parameters of the address.
const asked = async (node, parametersOf) => {
	const questions = [];
	const request = async ({ qs }) => {
		questions.push({ ...qs });
		return { data: {}, contacts: [] };
	};
	await node.execute.call({
		getInputData: () => PEOPLE.map((json) => ({ json })),
		getNodeParameter: (name, index) => parametersOf(PEOPLE[index])[name],
		getNode: () => ({ name: 'Look Up' }),
		getCredentials: async () => ({ apiKey: 'key' }),
		continueOnFail: () => false,
		helpers: {
			request,
			requestOAuth2: (_type, options) => request(options),
			returnJsonArray: (list) => [list].flat().map((json) => ({ json })),
			constructExecutionMetaData: (items) => items,
		},
	});
	return questions;
};

(async () => {
	const uplead = await asked(new Uplead(), (person) => ({
		resource: 'person',
		operation: 'enrich',
		...person,
	}));
	const keap = await asked(new Keap(), ({ email, lastname }) => ({
		resource: 'contact',
		operation: 'getAll',
		returnAll: false,
		limit: 1,
		options: { email, familyName: lastname },
	}));
	console.dir({ uplead, keap }, { depth: null });
	assert.deepEqual(uplead, [
		{ email: 'ana@lead.test', first_name: 'Ana', last_name: 'Lopez', domain: 'lead.test' },
		{ email: 'bob@home.test', first_name: 'Ana', last_name: 'Lopez', domain: 'lead.test' },
		{ email: 'bob@home.test', first_name: 'Eva', last_name: 'Roth', domain: 'roth.test' },
	]);
	assert.deepEqual(keap, [
		{ email: 'ana@lead.test', family_name: 'Lopez', limit: 1 },
		{ email: 'bob@home.test', family_name: 'Lopez', limit: 1 },
		{ email: 'bob@home.test', family_name: 'Roth', limit: 1 },
	]);
})();
JS
