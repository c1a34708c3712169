const example = require('../../examples/ai-agent-tool.json');
const { startChatModel } = require('./chatModel');

/**
 * Runs the example with an AI agent in a real n8n, with a model that makes these calls of its tool.
 *
 * @param {any} n8n
 * @param {object} credential of the tool
 * @param {Record<string, object>} changes to the nodes, by their names
 * @param {object[]} calls
 * @returns the execution, what the model was asked, and what it was told that its calls came to
 */
async function runAgent(n8n, credential, changes, ...calls) {
	const model = await startChatModel(...calls);
	try {
		const openAi = await n8n.addCredential('Chat model', 'openAiApi', {
			apiKey: 'none',
			url: model.url,
		});
		const nodes = example.nodes.map((node) => {
			/** @type {{ parameters?: object }} */
			const change = changes[node.name] ?? {};
			const parameters = { ...node.parameters, ...change.parameters };
			if (node.name === 'Chat model') {
				// The stand-in knows the older of the two APIs of OpenAI.
				const older = { ...parameters, responsesApiEnabled: false };
				return { ...node, parameters: older, credentials: { openAiApi: openAi } };
			}
			const credentials = { sevenTargetsApi: credential };
			return { ...node, ...change, parameters, ...(node.credentials && { credentials }) };
		});
		const workflow = await n8n.request('POST', '/workflows', { active: false, ...example, nodes });
		const execution = await n8n.execute(workflow);
		return { execution, requests: model.requests, answers: model.answers() };
	} finally {
		await model.stop();
	}
}

module.exports = { runAgent };
