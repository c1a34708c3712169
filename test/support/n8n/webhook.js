/** A workflow: a webhook whose body holds leads, a node that makes items of these, and our node with `settings`. */
const webhookWorkflow = (path, settings) => ({
	name: path,
	nodes: [
		{
			id: '1',
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: path,
			parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
		},
		{
			id: '2',
			name: 'Split',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [200, 0],
			parameters: { fieldToSplitOut: 'body.leads', options: {} },
		},
		{
			id: '3',
			name: '7Targets',
			type: 'n8n-nodes-7targets.sevenTargets',
			typeVersion: 1,
			position: [400, 0],
			credentials: {},
			...settings,
		},
	],
	connections: {
		Webhook: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
		Split: { main: [[{ node: '7Targets', type: 'main', index: 0 }]] },
	},
});

module.exports = { webhookWorkflow };
