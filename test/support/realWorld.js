const { rm } = require('node:fs/promises');
const { join } = require('node:path');
const { installN8n, N8N_VERSION, STATE } = require('./n8n/install');
const { freePort, startN8n } = require('./n8n/server');
const { startStandIns } = require('./standIns');

/** The stand-ins, and the real n8n with the packed node in it. */
async function startRealWorld(options) {
	const standIns = await startStandIns(options);
	// One of its own, so that two can run at the same time.
	const userFolder = join(STATE, `e2e-${process.pid}`);
	const n8n = await startN8n({
		folder: await installN8n(N8N_VERSION, () => {}),
		userFolder,
		port: await freePort(),
		env: { N8N_LOG_LEVEL: 'debug' },
	}).catch(async (error) => {
		await standIns.stop();
		throw error;
	});
	return {
		...standIns,
		n8n,
		/** Stores it anew, so that no token of an earlier test is in it. */
		newCredential: async (changes) =>
			await n8n.addCredential('7Targets account', 'sevenTargetsApi', standIns.login(changes)),
		newClient: async (changes) =>
			await n8n.addCredential('7Targets client', 'sevenTargetsOAuth2Api', standIns.client(changes)),
		stop: async () => {
			await n8n.stop();
			await rm(userFolder, { recursive: true, force: true });
			await standIns.stop();
		},
	};
}

module.exports = { startRealWorld };
