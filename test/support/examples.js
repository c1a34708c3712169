const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { PROJECT } = require('./n8n/install');

/** An example with Dry Run off, as a user leaves it who wants to send. */
const withoutDryRun = (/** @type {any} */ { nodes, ...example }) => ({
	...example,
	nodes: nodes.map((node) =>
		node.parameters.options?.dryRun
			? { ...node, parameters: { ...node.parameters, options: {} } }
			: node,
	),
});

/** A file beside the examples, as a browser uploads it. */
const exampleFile = (name) => new File([readFileSync(join(PROJECT, 'examples', name))], name);

module.exports = { exampleFile, withoutDryRun };
