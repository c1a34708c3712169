const example = require('../../examples/ai-agent-tool.json');
const { startChatModel } = require('./chatModel');
const { isOurs } = require('./examples');

const REVIEW = 'Ask a person first';
const ANSWER = 'Answer in the chat';
const AGENT = { node: 'AI agent', type: 'ai_tool', index: 0 };

/** The example without the step that asks a person before the tool is called, which some agents, and n8n 1.x, do not have. */
function withoutReview({ nodes, connections, ...workflow }) {
	const { [REVIEW]: _, 'AI agent': __, ...others } = connections;
	return {
		...workflow,
		nodes: nodes
			.filter(({ name }) => name !== REVIEW && name !== ANSWER)
			.map((node) =>
				node.type.endsWith('.chatTrigger') ? { ...node, parameters: { options: {} } } : node,
			),
		connections: { ...others, 'Create or update a lead': { ai_tool: [[AGENT]] } },
	};
}

/**
 * Stores the example with an AI agent in a real n8n, with a model that calls its tool.
 *
 * @param {any} n8n
 * @param {any} example
 * @param {string} url of the model
 * @param {any} credential of the tool
 * @param {Record<string, object>} changes to the nodes, by their names
 */
async function addAgent(n8n, { nodes, ...workflow }, url, credential, changes) {
	const openAi = await n8n.addCredential('Chat model', 'openAiApi', { apiKey: 'none', url });
	const authentication = credential.type === 'sevenTargetsApi' ? 'password' : 'oAuth2';
	const ours = { authentication, dryRun: false };
	const changed = nodes.map((node) => {
		/** @type {{ parameters?: object }} */
		const change = changes[node.name] ?? {};
		const parameters = {
			...node.parameters,
			...(isOurs(node) && ours),
			...change.parameters,
		};
		if (node.name === 'Chat model') {
			// The stand-in knows only the older of OpenAI's two APIs.
			const older = { ...parameters, responsesApiEnabled: false };
			return { ...node, parameters: older, credentials: { openAiApi: openAi } };
		}
		const credentials = { [credential.type]: credential };
		return { ...node, ...change, parameters, ...(isOurs(node) && { credentials }) };
	});
	return await n8n.request('POST', '/workflows', { active: false, ...workflow, nodes: changed });
}

/**
 * Runs the example with an AI agent in a real n8n, with no person asked, and with a model that makes these calls of its tool.
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
		const workflow = await addAgent(n8n, withoutReview(example), model.url, credential, changes);
		const execution = await n8n.execute(workflow);
		return { execution, requests: model.requests, answers: model.answers() };
	} finally {
		await model.stop();
	}
}

module.exports = { addAgent, runAgent };
