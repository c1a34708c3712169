// Where the nodes are measured: in a real n8n, and in n8n's engine alone.

const { readFileSync } = require('node:fs');
const { mkdtemp, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { leads } = require('./contenders');

/**
 * Starts a real n8n.
 *
 * @returns `run` runs a node on leads there: the milliseconds that it took as n8n reports them, or the error that ended it
 */
async function inN8n(standIns, api) {
	const { installN8n, N8N_VERSION, STATE } = require('../test/support/n8n/install');
	const { freePort, startN8n } = require('../test/support/n8n/server');
	const folder = await mkdtemp(join(tmpdir(), 'bench-'));
	const trusted = join(folder, 'certificate.pem');
	await writeFile(trusted, api.certificate);
	const start = async () =>
		await startN8n({
			folder: await installN8n(N8N_VERSION, () => {}),
			userFolder: join(STATE, 'bench'),
			port: await freePort(),
			env: { N8N_PAYLOAD_SIZE_MAX: '256', NODE_EXTRA_CA_CERTS: trusted },
		});
	let n8n = await start();
	const newCredential = async (apiUrl) =>
		await n8n.addCredential('7Targets', 'sevenTargetsApi', standIns.login({ apiUrl }));
	const run = async (node, count, credential) => {
		const workflow = await n8n.addWorkflowOf({ items: leads(count), node, credential });
		const { data } = await n8n.execute(workflow);
		const [{ error, data: out, executionTime }] = data.resultData.runData['7Targets'];
		if (!error && out.main[0].length !== count) throw new Error('leads are missing');
		return { took: executionTime, error: error?.message };
	};
	return {
		name: `n8n ${N8N_VERSION}`,
		get url() {
			return n8n.url;
		},
		newCredential,
		run,
		/** How far the memory of an n8n that was just started rises in a run, in MB. */
		memory: async (node, count) => {
			await n8n.stop();
			n8n = await start();
			const credential = await newCredential(api.url);
			await run(node, 10, credential);
			const rss = () =>
				Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${n8n.pid}/status`, 'utf8'))[1]) / 1024;
			const before = rss();
			let peak = before;
			const timer = setInterval(() => (peak = Math.max(peak, rss())), 20);
			await run(node, count, credential);
			clearInterval(timer);
			return peak - before;
		},
		stop: async () => {
			await n8n.stop();
			await rm(folder, { recursive: true });
		},
	};
}

/** n8n's engine in this process, without the server; its HTTP Request node is that of the n8n that the tests install. */
async function inEngine(standIns) {
	const { startEngine } = require('../test/support/engine');
	const { STATE, N8N_VERSION } = require('../test/support/n8n/install');
	const stored = {};
	const engine = await startEngine(stored);
	const nodes = join(STATE, `n8n-${N8N_VERSION}/node_modules/n8n-nodes-base/dist/nodes`);
	const { HttpRequest } = require(join(nodes, 'HttpRequest/HttpRequest.node.js'));
	engine.add('n8n-nodes-base.httpRequest', new HttpRequest());
	let credentials = 0;
	return {
		name: `n8n-core ${require('n8n-core/package.json').version} alone, without n8n's server and its database (from which the HTTP Request node would read its credential for each item)`,
		newCredential: async (apiUrl) => {
			const id = `bench${credentials++}`;
			stored[id] = standIns.login({ apiUrl, idToken: '' });
			return { id, name: '7Targets' };
		},
		run: async ({ type, typeVersion, parameters }, count, credential) => {
			const { run, items, error } = await engine.run({
				items: leads(count),
				parameters,
				settings: { type, typeVersion, credentials: { sevenTargetsApi: credential } },
			});
			if (!error && items.length !== count) throw new Error('leads are missing');
			const { executionTime } = run.data.resultData.runData['7Targets'][0];
			return { took: executionTime, error: error?.message };
		},
		stop: async () => {},
	};
}

/**
 * Measures in a real n8n, with stand-ins for 7Targets, and ends the process.
 *
 * @param {(place: any, api: any) => Promise<void>} measure
 */
function measureInN8n(measure) {
	const { startStandIns } = require('../test/support/standIns');
	const { startApi } = require('./api');
	const main = async () => {
		const standIns = await startStandIns();
		const api = await startApi();
		const place = await inN8n(standIns, api);
		try {
			await measure(place, api);
		} finally {
			await place.stop();
			api.stop();
			await standIns.stop();
		}
	};
	void main().then(
		() => process.exit(0),
		(error) => {
			console.error(error);
			process.exit(1);
		},
	);
}

module.exports = { inEngine, inN8n, measureInN8n };
