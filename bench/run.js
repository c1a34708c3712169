// `npm run bench`: this node against n8n's HTTP Request node and a bare client, inside one n8n, on the servers of servers.js, with the same
// leads. `npm run bench:engine`: the same in n8n's engine alone, on the first three. Writes a table and a chart next to this file.
//
// SIZES=10000 sends that many leads, ROUNDS=1 makes it shorter, and SERVERS='answers at once;gets slower half-way' measures only these
// again: the other rows stay.

const { cpus } = require('node:os');
const { startStandIns } = require('../test/support/standIns');
const { startApi } = require('./api');
const { floor, httpRequestNode, ourNode } = require('./contenders');
const { inEngine, inN8n } = require('./places');
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
