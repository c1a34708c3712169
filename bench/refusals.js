// `npm run bench:refusals`: how long this node takes in a real n8n where 7Targets refuses requests, and whether each lead is created once.
// Writes a table next to this file. ROUNDS=1 makes it shorter; SERVERS='closed from the start' measures only these, and writes nothing;
// PACKED=package.tgz measures another build, and writes nothing.

const { writeFile } = require('node:fs/promises');
const { cpus } = require('node:os');
const { join } = require('node:path');
const { formatted, table } = require('../test/support/markdown');
const { ourNode } = require('./contenders');
const { measureInN8n } = require('./places');
const { median } = require('./report');
const { REFUSING } = require('./servers');

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const ONLY = process.env.SERVERS?.split(';');

async function measure(place, api, server) {
	const { count, onError, perSecond } = server;
	const node = { ...ourNode(), ...(onError && { onError }) };
	const took = [];
	const seen = [];
	for (let round = 0; round < ROUNDS; round++) {
		// Each time other requests are refused.
		await api.set({ ...server, seed: round + 1 });
		const run = await place.run(node, count, await place.newCredential(api.url));
		took.push(run.took);
		seen.push(await api.seen());
	}
	const seconds = median(took) / 1000;
	const ideal = perSecond && Math.ceil(count / perSecond) - 1;
	const refused = median(seen.map((one) => one.refused / (one.refused + one.leads)));
	const row = [
		server.name,
		count,
		`${seconds.toFixed(1)} s`,
		ideal ? (seconds / ideal).toFixed(2) : '',
		`${(100 * refused).toFixed(1)} %`,
		[...new Set(seen.map(({ leads }) => leads))].join(', '),
	];
	console.log(row.join(' | '));
	return row;
}

measureInN8n(async (place, api) => {
	const rows = [];
	for (const server of REFUSING.filter(({ name }) => ONLY?.includes(name) ?? true)) {
		rows.push(await measure(place, api, server));
	}
	if (ONLY !== undefined || process.env.PACKED) return;
	const text = `# Where 7Targets refuses requests

${place.name}, Node 24, ${cpus().length} cores. An answer takes 20 ms. Each time is the median of ${ROUNDS} runs; _Created_ is how many leads were created, in each of the runs if they differ.

${table(['The server', 'Leads', 'Time', 'of the ideal', 'Refused', 'Created'], rows)}
`;
	const file = join(__dirname, 'refusals.md');
	await writeFile(file, await formatted(text, file));
});
