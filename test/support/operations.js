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

/**
 * The text fields that the user adds to the form of a new lead, by the node's description.
 *
 * @returns {import('n8n-workflow').INodeProperties[]}
 */
const addedTexts = ({ properties }) =>
	properties
		.find(({ name }) => name === 'additionalFields')
		.options.filter(({ type }) => type === 'string');

module.exports = { addedTexts, operationsOf };
