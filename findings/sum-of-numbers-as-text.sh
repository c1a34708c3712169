#!/usr/bin/env bash
# Summarize leaves numbers that are text out of a sum, and says nothing.
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
const { Summarize } = require('n8n-nodes-base/dist/nodes/Transform/Summarize/Summarize.node.js');

const summary = (...values) => {
	const parameters = {
		'fieldsToSummarize.values': ['sum', 'average', 'max', 'count'].map((aggregation) => ({
			aggregation,
			field: 'deal',
		})),
		fieldsToSplitBy: '',
		options: {},
	};
	const hints = [];
	const node = {
		getInputData: () => values.map((deal) => ({ json: { deal } })),
		getNodeParameter: (name, _item, fallback) => parameters[name] ?? fallback,
		getNode: () => ({ name: 'Summarize', typeVersion: 1.1 }),
		addExecutionHints: (...given) => hints.push(...given),
		continueOnFail: () => false,
	};
	return Summarize.prototype.execute.call(node).then(([[{ json }]]) => ({ ...json, hints }));
};
Promise.all([summary(1500, 200), summary('1500', '200'), summary('1500', '200', 10)]).then((seen) => {
	console.log(seen);
	assert.deepEqual(seen, [
		{ sum_deal: 1700, average_deal: 850, max_deal: 1500, count_deal: 2, hints: [] },
		{ sum_deal: 0, average_deal: NaN, max_deal: '200', count_deal: 2, hints: [] },
		{ sum_deal: 10, average_deal: 10, max_deal: '200', count_deal: 3, hints: [] },
	]);
});
JS
