const TOOL = 'n8n-nodes-7targets.sevenTargetsTool';
const AGENT = 'test.agent';

/**
 * Has an agent call the node as its tool, in the context that n8n gives to a tool.
 *
 * @param {Awaited<ReturnType<typeof import('./engine').startEngine>>} engine
 * @param {{ item?: object, parameters: object, args?: object }} how `item` comes in to the agent, and `args` are the model's
 * @returns what the model reads
 */
async function callAsTool(engine, { item = {}, parameters, args = {} }) {
	const description = { ...structuredClone(engine.description), inputs: [], outputs: ['ai_tool'] };
	engine.add(TOOL, Object.create(engine.nodeType, { description: { value: description } }));
	/** @type {any} */
	let answer;
	engine.add(AGENT, {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: [],
			version: 1,
			defaults: { name: 'Agent' },
			inputs: ['main', { type: 'ai_tool', displayName: 'Tool' }],
			outputs: ['main'],
			properties: [],
		},
		/** @this {import('n8n-workflow').IExecuteFunctions} */
		async execute() {
			const [tool] = [await this.getInputConnectionData('ai_tool', 0)].flat();
			answer = await /** @type {any} */ (tool).invoke(args);
			return [[{ json: {} }]];
		},
	});
	await engine.run({
		items: [item],
		parameters: { toolDescription: 'Creates a lead', descriptionType: 'manual', ...parameters },
		settings: { type: TOOL },
		agent: {
			id: '3',
			name: 'Agent',
			type: AGENT,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	});
	return answer;
}

module.exports = { callAsTool };
