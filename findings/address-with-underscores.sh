#!/usr/bin/env bash
# An address with two underscores does not survive n8n's Markdown, in either direction.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --prefer-offline --silent --ignore-scripts --no-audit --no-fund node-html-markdown@1.2.0 showdown@2.1.0 lodash@4.18.1 n8n-workflow@2.41.0

mkdir node_modules/n8n-nodes-base
npm pack --prefer-offline --silent n8n-nodes-base@2.41.2 > /dev/null
tar -xzf n8n-nodes-base-2.41.2.tgz -C node_modules/n8n-nodes-base --strip-components 1

node - <<'JS'
const assert = require('node:assert/strict');
const { Workflow } = require('n8n-workflow');
const { Markdown } = require('n8n-nodes-base/dist/nodes/Markdown/Markdown.node.js');

const ADDRESS = 'ana_maria_lopez@lead.test';
const type = { description: { properties: [], defaults: {}, inputs: [], outputs: [] } };
const workflow = new Workflow({
	nodes: [{ id: '1', name: 'Set', type: 'set', typeVersion: 1, position: [0, 0], parameters: {} }],
	connections: {},
	active: false,
	nodeTypes: { getByNameAndVersion: () => type },
});
const removed = workflow.expression.getParameterValue(
	`={{ "${ADDRESS}".removeMarkdown() }}`,
	null,
	0,
	0,
	'Set',
	[{ json: {} }],
	'manual',
	{},
);
const converted = (parameters) => {
	const all = { destinationKey: 'data', options: {}, ...parameters };
	const node = {
		getInputData: () => [{ json: {} }],
		getNodeParameter: (name, _item, fallback) => all[name] ?? fallback,
		helpers: {
			returnJsonArray: (list) => [list].flat().map((json) => ({ json })),
			constructExecutionMetaData: (items) => items,
		},
		continueOnFail: () => false,
	};
	return Markdown.prototype.execute.call(node).then(([[{ json }]]) => json.data);
};
(async () => {
	const seen = {
		removeMarkdown: removed,
		toMarkdown: await converted({ mode: 'htmlToMarkdown', html: `<p>${ADDRESS}</p>` }),
		toHtml: await converted({ mode: 'markdownToHtml', markdown: ADDRESS }),
	};
	console.log(seen);
	assert.deepEqual(seen, {
		removeMarkdown: 'anamarialopez@lead.test',
		toMarkdown: 'ana\\_maria\\_lopez@lead.test',
		toHtml: '<p>ana<em>maria</em>lopez@lead.test</p>',
	});
})();
JS
