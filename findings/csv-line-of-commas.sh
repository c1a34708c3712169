#!/usr/bin/env bash
# A line of commas in a CSV file is an item without fields: "skip empty lines" does not mean it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund csv-parse@7.0.2 @e965/xlsx@0.20.3 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
// What the node Extract from File runs for a CSV file.
const { execute } = require('n8n-nodes-base/dist/nodes/SpreadsheetFile/v2/fromFile.operation.js');

const CSV = 'Email,Name\nana@lead.test,Ana\n,\n\nbob@lead.test,Bob\n,\n';
const parameters = { options: {}, operation: 'csv', binaryPropertyName: 'data' };
const node = {
	getNodeParameter: (name) => parameters[name],
	helpers: {
		assertBinaryData: () => ({
			data: Buffer.from(CSV).toString('base64'),
			mimeType: 'text/csv',
			fileExtension: 'csv',
		}),
	},
	continueOnFail: () => false,
};
execute.call(node, [{ json: {} }], 'operation', { failOnCsvBufferError: true }).then((items) => {
	const seen = items.map(({ json }) => json);
	console.log(seen);
	assert.deepEqual(seen, [
		{ Email: 'ana@lead.test', Name: 'Ana' },
		{},
		{ Email: 'bob@lead.test', Name: 'Bob' },
		{},
	]);
});
JS
