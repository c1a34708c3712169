/**
 * The operations that a node offers, each with its resource, by the node's description.
 *
 * @returns {Array<import('n8n-workflow').INodePropertyOptions & { resource: string }>}
 */
const operationsOf = ({ properties }) =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			options.map((option) => ({ ...option, resource: displayOptions.show.resource[0] })),
		);

module.exports = { operationsOf };
