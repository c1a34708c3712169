const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { PROJECT } = require('./n8n/install');

/** Whether a node of an example is ours, by itself or as a tool. */
const isOurs = (/** @type {any} */ { type }) => type.startsWith('n8n-nodes-7targets.');

/** An example with a place for the credential, if it has none yet. */
const withCredential = (/** @type {any} */ { nodes, ...example }, changed = {}) => ({
	...example,
	nodes: nodes.map((node) =>
		isOurs(node)
			? {
					...node,
					parameters: { ...node.parameters, ...changed },
					credentials: node.credentials ?? {},
				}
			: node,
	),
});

/** The same with Dry Run off, as a user sets it to send. */
const withoutDryRun = (example) => withCredential(example, { dryRun: false });

/** A file of the folder with the examples, as a browser uploads it. */
const exampleFile = (name) => new File([readFileSync(join(PROJECT, 'examples', name))], name);

module.exports = { exampleFile, isOurs, withCredential, withoutDryRun };
