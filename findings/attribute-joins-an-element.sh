#!/usr/bin/env bash
# The node XML puts an attribute and an element of one name into a list, and writes attributes back as elements.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund n8n-workflow@2.41.0 xml2js@0.6.2

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { Xml } = require('n8n-nodes-base/dist/nodes/Xml/Xml.node.js');

const run = async (mode, json) => {
	const parameters = { mode, dataPropertyName: 'data', options: {} };
	const [[item]] = await new Xml().execute.call({
		getInputData: () => [{ json }],
		getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
		getNode: () => ({ name: 'XML' }),
		continueOnFail: () => false,
	});
	return item.json;
};
(async () => {
	const customer = '<customer status="active"><name>Ana</name><status>gold</status></customer>';
	const read = await run('xmlToJson', { data: customer });
	const plain = await run('xmlToJson', { data: customer.replace(' status="active"', '') });
	const { data: written } = await run('jsonToxml', read);
	console.dir({ read, plain, written }, { depth: null });
	assert.deepEqual(JSON.parse(JSON.stringify(read)), {
		customer: { status: ['active', 'gold'], name: 'Ana' },
	});
	assert.equal(plain.customer.status, 'gold');
	assert.match(written, /<customer>\s*<status>active<\/status>\s*<status>gold<\/status>/);
})();
JS
