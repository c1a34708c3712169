#!/usr/bin/env bash
# Append or Update Row adds a new lead once per item, and updates only the first row of a known one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund @e965/xlsx@0.20.3 jsonwebtoken@9.0.3 moment-timezone@0.5.48 lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
// What the Google Sheets node runs to sort items into new and known rows.
const { GoogleSheet } = require('n8n-nodes-base/dist/nodes/Google/Sheet/v2/helpers/GoogleSheet.js');

const sorted = (inputData, emailsInTheSheet) =>
	new GoogleSheet('1', {}).prepareDataForUpdateOrUpsert({
		inputData,
		indexKey: 'email',
		range: 'Leads!A:Z',
		keyRowIndex: 0,
		dataStartRowIndex: 1,
		valueRenderMode: 'UNFORMATTED_VALUE',
		upsert: true,
		columnNamesList: [['email', 'phone', 'name']],
		columnValuesList: emailsInTheSheet,
	});
const items = [
	{ email: 'ana@lead.test', phone: '+1 555 0100' },
	{ email: 'ana@lead.test', name: 'Ana' },
];
Promise.all([
	sorted(items, ['bob@lead.test']),
	sorted(items, ['ana@lead.test', 'bob@lead.test', 'ana@lead.test']),
]).then((seen) => {
	console.dir(seen, { depth: null });
	assert.deepEqual(seen, [
		{ updateData: [], appendData: items },
		{
			updateData: [
				{ range: 'Leads!B2', values: [['+1 555 0100']] },
				{ range: 'Leads!C2', values: [['Ana']] },
			],
			appendData: [],
		},
	]);
});
JS
