const { join } = require('node:path');
const { startCognito } = require('./cognito');
const { installN8n, N8N_VERSION, STATE } = require('./n8n/install');
const { freePort, startN8n } = require('./n8n/server');
const { startSevenTargetsApi } = require('./sevenTargetsApi');

/** Cognito, the API and the real n8n with the packed node and one good credential in it. */
async function startRealWorld({ oncePerAddress = true } = {}) {
	const cognito = await startCognito();
	const api = await startSevenTargetsApi({ cognito, oncePerAddress });
	const standIns = async () => {
		await api.stop();
		await cognito.stop();
	};
	const n8n = await startN8n({
		folder: await installN8n(N8N_VERSION, () => {}),
		userFolder: join(STATE, 'e2e'),
		port: await freePort(),
		env: { N8N_LOG_LEVEL: 'debug' },
	}).catch(async (error) => {
		await standIns();
		throw error;
	});
	const data = (changes = {}) => ({
		...cognito.login,
		cognitoUrl: cognito.url,
		apiUrl: api.url,
		...changes,
	});
	const trigger = {
		id: '1',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	return {
		cognito,
		api,
		n8n,
		/** A credential as a user enters it, with the given fields changed. */
		data,
		/** Stores it under a name of its own, so that no token of an earlier test is in it. */
		newCredential: async (changes) => await n8n.addCredential('7Targets account', data(changes)),
		/** A workflow: a trigger that gives out `items`, and `node` behind it. */
		workflow: async ({ items, node, credential }) =>
			await n8n.addWorkflow(
				{
					name: 'test',
					nodes: [
						trigger,
						{
							id: '2',
							name: '7Targets',
							type: 'n8n-nodes-7targets.sevenTargets',
							typeVersion: 1,
							position: [200, 0],
							credentials: {},
							...node,
						},
					],
					connections: { Start: { main: [[{ node: '7Targets', type: 'main', index: 0 }]] } },
					pinData: { Start: items.map((json) => ({ json })) },
				},
				credential,
			),
		reset: () => {
			cognito.reset();
			api.reset();
		},
		stop: async () => {
			await n8n.stop();
			await standIns();
		},
	};
}

module.exports = { startRealWorld };
