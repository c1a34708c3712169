#!/usr/bin/env bash
# Extract HTML Content breaks a text after 80 characters, and "Clean Up Text" then glues the two words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund cheerio@1.1.0 html-to-text@9.0.5 lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { Html } = require('n8n-nodes-base/dist/nodes/Html/Html.node.js');

const NEED = 'We would like to know what your product costs for a team of twelve people in New York.';
const PAGE = `<article><h2>Ana Lopez</h2><p>Sales at Lead</p></article><blockquote>${NEED}</blockquote>`;

const extracted = (typeVersion, cssSelector) => {
	const parameters = {
		operation: 'extractHtmlContent',
		sourceData: 'json',
		dataPropertyName: 'data',
		extractionValues: { values: [{ key: 'text', cssSelector, returnValue: 'text' }] },
		// The defaults of the node.
		options: { trimValues: true, cleanUpText: true },
	};
	const node = {
		getInputData: () => [{ json: { data: PAGE } }],
		getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
		getNode: () => ({ name: 'HTML', typeVersion }),
		continueOnFail: () => false,
	};
	return Html.prototype.execute.call(node).then(([[{ json }]]) => json.text);
};
(async () => {
	const seen = {};
	for (const version of [1, 1.2]) {
		seen[version] = [await extracted(version, 'blockquote'), await extracted(version, 'article')];
	}
	console.log(seen);
	assert.deepEqual(seen, {
		1: [NEED, 'Ana LopezSales at Lead'],
		1.2: [NEED.replace('New York', 'NewYork'), 'ANA LOPEZSales at Lead'],
	});
})();
JS
