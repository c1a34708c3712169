#!/usr/bin/env bash
# A date with slashes is read in the time zone of the server, one with dashes in that of the workflow.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0

TZ=UTC node - <<'JS'
const assert = require('node:assert/strict');
const { Workflow } = require('n8n-workflow');

const type = { description: { properties: [], defaults: {}, inputs: [], outputs: [] } };
const node = {
	id: '1',
	name: 'Set',
	type: 'set',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const workflow = new Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => type },
	settings: { timezone: 'America/New_York' },
});

const result = (text) =>
	workflow.expression.getParameterValue(
		`={{ ${JSON.stringify(text)}.toDateTime().toISO() }}`,
		null,
		0,
		0,
		'Set',
		[{ json: {} }],
		'manual',
		{},
	);
const seen = {};
for (const text of ['2026-01-02', '01/02/2026', 'Jan 2, 2026']) seen[text] = result(text);
console.log(seen);
assert.deepEqual(seen, {
	'2026-01-02': '2026-01-02T00:00:00.000-05:00',
	'01/02/2026': '2026-01-01T19:00:00.000-05:00',
	'Jan 2, 2026': '2026-01-01T19:00:00.000-05:00',
});
JS
