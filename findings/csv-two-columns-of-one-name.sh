#!/usr/bin/env bash
# A CSV file with two columns "Email" loses the address of the first; an Excel file does not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund csv-parse@7.0.2 @e965/xlsx@0.20.3 lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { utils, write } = require('@e965/xlsx');
// What the node Extract from File runs for a CSV or an Excel file.
const { execute } = require('n8n-nodes-base/dist/nodes/SpreadsheetFile/v2/fromFile.operation.js');

const ROWS = [
	['Email', 'Name', 'Email'],
	['ana@lead.test', 'Ana', ''],
	['bob@lead.test', 'Bob', 'bob@home.test'],
];
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), 'Leads');
const FILES = {
	csv: Buffer.from(ROWS.join('\n')),
	xlsx: write(book, { type: 'buffer', bookType: 'xlsx' }),
};
const rows = (operation) => {
	const parameters = { options: {}, operation, binaryPropertyName: 'data' };
	const node = {
		getNodeParameter: (name) => parameters[name],
		helpers: {
			assertBinaryData: () => ({ data: FILES[operation].toString('base64'), mimeType: '' }),
			detectBinaryEncoding: () => 'utf8',
		},
		continueOnFail: () => false,
	};
	return execute
		.call(node, [{ json: {} }], 'operation', { failOnCsvBufferError: true })
		.then((items) => items.map(({ json }) => json));
};
Promise.all([rows('csv'), rows('xlsx')]).then((seen) => {
	console.dir(seen, { depth: null });
	assert.deepEqual(seen, [
		[{ Name: 'Ana' }, { Email: 'bob@home.test', Name: 'Bob' }],
		[
			{ Email: 'ana@lead.test', Name: 'Ana', Email_1: '' },
			{ Email: 'bob@lead.test', Name: 'Bob', Email_1: 'bob@home.test' },
		],
	]);
});
JS
