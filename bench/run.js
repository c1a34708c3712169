// `npm run bench`: this node against n8n's HTTP Request node and a bare client, inside one n8n, on the servers of servers.js, with the same
// leads. `npm run bench:engine`: the same in n8n's engine alone, on the first three. Writes a table and a chart next to this file.
//
// SIZES=10000 sends that many leads, ROUNDS=1 makes it shorter, and SERVERS='answers at once;gets slower half-way' measures only these
// again: the other rows stay.

const { readFileSync } = require('node:fs');
const { mkdtemp, rm, writeFile } = require('node:fs/promises');
const { cpus, tmpdir } = require('node:os');
const { join } = require('node:path');
const { startStandIns } = require('../test/support/standIns');
const { startApi } = require('./api');
const { floor, httpRequestNode, leads, ourNode } = require('./contenders');
const { write } = require('./report');
const { SERVERS } = require('./servers');

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ENGINE_ONLY = process.argv.includes('engine');
const SIZES = (process.env.SIZES ?? (ENGINE_ONLY ? '100,1000' : '1000')).split(',').map(Number);
const MEMORY_SIZE = 10_000;
const TRIAL_SIZE = 300;
const WARM_UP_SIZE = 1000;
/** After fewer runs, both nodes still become faster from one run to the next. */
const WARM_UPS = 5;
const ONLY = process.env.SERVERS?.split(';');

/** The batches that a patient user would try. The fastest one that loses no lead counts. */
const BATCHINGS = [
	{ size: 50, pause: 1 },
	{ size: 100, pause: 1000 },
	{ size: 90, pause: 1000 },
];
const NUMBERS = [10, 16, 20, 32, 64];

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

async function main() {
	const standIns = await startStandIns();
	const api = await startApi();
	try {
		const place = await (ENGINE_ONLY ? inEngine : inN8n)(standIns, api);
		try {
			await write(ENGINE_ONLY ? 'engine' : 'results', {
				where: `${place.name}, Node ${ENGINE_ONLY ? process.version : '24'}, ${cpus().length} cores`,
				rounds: ROUNDS,
				memory: await measureMemory(place, api),
				rows: await measureAll(place, api, standIns.cognito.requests),
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
	if (place.memory === undefined || ONLY) return undefined;
	const size = MEMORY_SIZE;
	await api.set({ ...SERVERS[0], count: size });
	const ours = await place.memory(ourNode(), size);
	const httpRequest = await place.memory(httpRequestNode(api.url), size);
	console.log(
		`memory above idle, ${size} leads: ours ${ours.toFixed(0)} MB, HTTP Request ${httpRequest.toFixed(0)} MB`,
	);
	return { size, ours, httpRequest };
}

/** @param logins the requests to the login server so far */
async function measureAll(place, api, logins) {
	// The credential has its token before the measurement: without one, the HTTP Request node logs in once for each item. And both nodes run
	// before it, as in an n8n that has been up for a while.
	const warm = {};
	for (const url of [api.url, api.tlsUrl]) {
		warm[url] = await place.newCredential(url);
		await api.set({ ...SERVERS[0], count: 1 });
		const { error } = await place.run(httpRequestNode(url), 1, warm[url]);
		if (error) throw new Error(error);
		if (ENGINE_ONLY) break;
	}
	for (let round = 0; round < WARM_UPS; round++) {
		await api.set({ ...SERVERS[0], count: WARM_UP_SIZE });
		await place.run(httpRequestNode(api.url), WARM_UP_SIZE, warm[api.url]);
		await place.run(ourNode(), WARM_UP_SIZE, await place.newCredential(api.url));
	}
	const rows = [];
	const servers = ENGINE_ONLY ? SERVERS.slice(0, 3) : SERVERS;
	for (const server of servers.filter(({ name }) => ONLY?.includes(name) ?? true)) {
		for (const size of SIZES) {
			rows.push(await measure({ place, api, logins, warm, server, size }));
		}
	}
	return rows;
}

async function measure({ place, api, logins, warm, server, size }) {
	const url = server.isTls ? api.tlsUrl : api.url;
	const anew = async (count = size) => await api.set({ ...server, count });
	/** @returns milliseconds; undefined for a run that failed */
	const httpRequest = async (batching, count = size) => {
		await anew(count);
		const { took, error } = await place.run(httpRequestNode(url, batching), count, warm[url]);
		return error ? undefined : took;
	};
	const bare = async (number, count = size) => {
		await anew(count);
		return await floor(url, count, number, api.certificate);
	};
	const bestOf = async (choices, time) => {
		const times = [];
		for (const choice of choices) times.push(await time(choice, Math.min(size, TRIAL_SIZE)));
		return choices[times.indexOf(Math.min(...times.filter((one) => one !== undefined)))];
	};
	const number = await bestOf(NUMBERS, bare);
	const batching = ENGINE_ONLY ? undefined : await bestOf(BATCHINGS, httpRequest);
	const took = { floor: [], ours: [], httpRequest: [] };
	if (ENGINE_ONLY) took.mapped = [];
	else took.batched = [];
	const ours = async (node) => {
		await anew();
		const { took: time, error } = await place.run(node, size, await place.newCredential(url));
		if (error) throw new Error(error);
		const seen = await api.seen();
		if (seen.leads !== size) throw new Error(`${seen.leads} leads of ${size} were sent once`);
		return { time, ...seen };
	};
	const seen = { logins: [], refused: [], most: [] };
	let failedAfter;
	for (let round = 0; round < ROUNDS; round++) {
		took.floor.push(await bare(number));
		logins.length = 0;
		const { time, refused, most } = await ours(ourNode());
		took.ours.push(time);
		seen.logins.push(logins.length);
		seen.refused.push(refused);
		seen.most.push(most);
		if (took.mapped) {
			took.mapped.push((await ours(ourNode('create', { mappingMode: 'autoMapInputData' }))).time);
		}
		took.httpRequest.push(await httpRequest());
		if (took.httpRequest.at(-1) === undefined) failedAfter = (await api.seen()).leads;
		took.batched?.push(await httpRequest(batching));
	}
	const row = {
		server: server.name,
		size,
		number,
		batching,
		failedAfter,
		took,
		logins: Math.max(...seen.logins),
		refused: Math.max(...seen.refused),
		most: Math.max(...seen.most),
	};
	console.log(JSON.stringify(row));
	return row;
}

void main().then(
	() => process.exit(0),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
