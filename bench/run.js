// `npm run bench`: this node against n8n's HTTP Request node and a bare client, inside one n8n, on one server, with the same leads.
// `npm run bench:engine`: the same against n8n's engine alone. Writes a table and a chart beside this file.
//
// The whole takes more than an hour, most of it waiting for 10,000 leads; ROUNDS=1 and SIZES=100,1000 make it shorter.

const { readFileSync } = require('node:fs');
const { cpus } = require('node:os');
const { join } = require('node:path');
const { startStandIns } = require('../test/support/standIns');
const { startApi } = require('./api');
const { floor, httpRequestNode, leads, ourNode } = require('./contenders');
const { median, write } = require('./report');

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ENGINE_ONLY = process.argv.includes('engine');
const SIZES = (process.env.SIZES ?? (ENGINE_ONLY ? '100,1000' : '100,1000,10000'))
	.split(',')
	.map(Number);
const DELAYS = [
	{ name: 'at once', from: 0, to: 0 },
	{ name: 'after 30 to 70 ms', from: 30, to: 70 },
	{ name: 'after 120 to 280 ms', from: 120, to: 280 },
];
/** The real n8n. @returns what runs a node on leads there, and gives the milliseconds that n8n says it took */
async function inN8n(standIns, apiUrl) {
	const { installN8n, N8N_VERSION, STATE } = require('../test/support/n8n/install');
	const { freePort, startN8n } = require('../test/support/n8n/server');
	const start = async () =>
		await startN8n({
			folder: await installN8n(N8N_VERSION, () => {}),
			userFolder: join(STATE, 'bench'),
			port: await freePort(),
			env: { N8N_PAYLOAD_SIZE_MAX: '256' },
		});
	let n8n = await start();
	const newCredential = async () =>
		await n8n.addCredential('7Targets', 'sevenTargetsApi', standIns.login({ apiUrl }));
	const run = async (node, count, credential) => {
		const workflow = await n8n.addWorkflowOf({ items: leads(count), node, credential });
		const { data } = await n8n.execute(workflow);
		const [result] = data.resultData.runData['7Targets'];
		if (result.error) throw new Error(result.error.message);
		if (result.data.main[0].length !== count) throw new Error('leads are missing');
		return result.executionTime;
	};
	return {
		name: `n8n ${N8N_VERSION}`,
		newCredential,
		run,
		/** The peak of the process' memory in a run above what it was before, in MB, in an n8n that has just been started. */
		memory: async (node, count) => {
			await n8n.stop();
			n8n = await start();
			const credential = await newCredential();
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
		stop: async () => await n8n.stop(),
	};
}

/** n8n's engine in this process, without the server; its HTTP Request node is that of the n8n that the tests install. */
async function inEngine(standIns, apiUrl) {
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
		newCredential: async () => {
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
			if (error) throw error;
			if (items.length !== count) throw new Error('leads are missing');
			return run.data.resultData.runData['7Targets'][0].executionTime;
		},
		stop: async () => {},
	};
}

async function main() {
	const standIns = await startStandIns();
	const api = await startApi();
	try {
		const place = await (ENGINE_ONLY ? inEngine : inN8n)(standIns, api.url);
		try {
			await write({
				file: ENGINE_ONLY ? 'engine' : 'results',
				where: `${place.name}, Node ${ENGINE_ONLY ? process.version : '24'}, ${cpus().length} cores`,
				rounds: ROUNDS,
				memory: await measureMemory(place, api),
				rows: await measureTimes(place, api, standIns.cognito.requests),
			});
		} finally {
			await place.stop();
		}
	} finally {
		api.stop();
		await standIns.stop();
	}
}

async function measureMemory(place, api) {
	if (place.memory === undefined) return undefined;
	const size = Math.max(...SIZES);
	await api.set(DELAYS[0]);
	const ours = await place.memory(ourNode(), size);
	const httpRequest = await place.memory(httpRequestNode(api.url), size);
	console.log(
		`memory above idle, ${size} leads: ours ${ours.toFixed(0)} MB, HTTP Request ${httpRequest.toFixed(0)} MB`,
	);
	return { size, ours, httpRequest };
}

/** @param requests the logins so far */
async function measureTimes(place, api, requests) {
	// Its token is there before it is measured: it would log in once for each item that finds none.
	const warm = await place.newCredential();
	await place.run(httpRequestNode(api.url), 1, warm);
	const rows = [];
	for (const delay of DELAYS) {
		for (const size of SIZES) {
			const took = { ours: [], httpRequest: [], floor: [], ...(ENGINE_ONLY && { mapped: [] }) };
			const logins = [];
			for (let round = 0; round < ROUNDS; round++) {
				await api.set(delay);
				took.floor.push(await floor(api.url, size));
				await api.set(delay);
				requests.length = 0;
				took.ours.push(await place.run(ourNode(), size, await place.newCredential()));
				logins.push(requests.length);
				if ((await api.count()) !== size) throw new Error('not each lead was sent once');
				if (ENGINE_ONLY) {
					await api.set(delay);
					const node = ourNode('create', { mappingMode: 'autoMapInputData' });
					took.mapped.push(await place.run(node, size, await place.newCredential()));
					if ((await api.count()) !== size) throw new Error('not each lead was sent once');
				}
				await api.set(delay);
				took.httpRequest.push(await place.run(httpRequestNode(api.url), size, warm));
			}
			const row = {
				delay: delay.name,
				size,
				...Object.fromEntries(Object.entries(took).map(([who, times]) => [who, median(times)])),
				logins: [...new Set(logins)].join(),
			};
			rows.push(row);
			console.log(
				`${delay.name}, ${size} leads: floor ${row.floor.toFixed(0)} ms, ours ${row.ours} ms, HTTP Request ${row.httpRequest} ms; logins ${row.logins}`,
			);
		}
	}
	return rows;
}

void main().then(
	() => process.exit(0),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
