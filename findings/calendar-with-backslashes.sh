#!/usr/bin/env bash
# Extract from ICS leaves the backslashes of a calendar in its texts, and takes a space away where a line was folded.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund iconv-lite@0.6.3 ts-ics@1.2.2 lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
// What the node Extract from File runs for a calendar.
const { execute } = require('n8n-nodes-base/dist/nodes/Files/ExtractFromFile/actions/moveTo.operation.js');

const CALENDAR = [
	'BEGIN:VCALENDAR',
	'VERSION:2.0',
	'PRODID:-//Lead//Calendar//EN',
	'BEGIN:VEVENT',
	'UID:1@lead.test',
	'DTSTAMP:20260101T000000Z',
	'DTSTART:20260602T100000Z',
	'DTEND:20260602T110000Z',
	'SUMMARY:Demo for Lead\\, Inc.',
	'DESCRIPTION:Ana would like to hear what the product costs for a team of a',
	'  dozen.\\nHer number is +1 555 0100.',
	'END:VEVENT',
	'END:VCALENDAR',
	'',
].join('\r\n');
const parameters = { options: {}, binaryPropertyName: 'data', destinationKey: 'data' };
const node = {
	getNodeParameter: (name) => parameters[name],
	getWorkflowSettings: () => ({}),
	helpers: {
		assertBinaryData: () => ({}),
		getBinaryDataBuffer: async () => Buffer.from(CALENDAR),
		detectBinaryEncoding: () => 'utf8',
	},
	continueOnFail: () => false,
};
execute.call(node, [{ json: {}, binary: { data: {} } }], 'fromIcs').then(([{ json }]) => {
	const [{ summary, description }] = json.data.events;
	console.log({ summary, description });
	assert.equal(summary, 'Demo for Lead\\, Inc.');
	assert.equal(
		description,
		'Ana would like to hear what the product costs for a team of adozen.\\nHer number is +1 555 0100.',
	);
});
JS
