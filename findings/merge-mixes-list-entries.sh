#!/usr/bin/env bash
# Merge mixes the entries of two lists by their place: one entry gets fields of another.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
// What the node Merge runs for "Combine" by "Matching Fields".
const { execute } = require('n8n-nodes-base/dist/nodes/Merge/v3/actions/mode/combineByFields.js');

const parameters = {
	advanced: false,
	fieldsToMatchString: 'email',
	joinMode: 'keepMatches',
	outputDataFrom: 'both',
	options: {},
};
const node = {
	getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
	getNode: () => ({ name: 'Merge', typeVersion: 3.2 }),
};
const item = (json) => [{ json: { email: 'ana@lead.test', ...json } }];

const before = item({
	phones: [{ number: '+1 555 0100', extension: '9' }, { number: '+1 555 0111' }],
	tags: ['fair', 'trial', 'open'],
});
const after = item({ phones: [{ number: '+1 555 0122' }], tags: ['customer'] });
execute.call(node, [before, after]).then((outputs) => {
	const seen = outputs.flat().map(({ json }) => json);
	console.dir(seen, { depth: null });
	assert.deepEqual(seen, [
		{
			email: 'ana@lead.test',
			phones: [{ number: '+1 555 0122', extension: '9' }, { number: '+1 555 0111' }],
			tags: ['customer', 'trial', 'open'],
		},
	]);
});
JS
