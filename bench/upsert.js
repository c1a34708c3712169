// `npm run bench:upsert`: what Create or Update costs compared with Update (of leads that exist) and Create (of new ones), each with
// the same leads, in n8n's engine. Writes a table next to this file.

const { writeFile } = require('node:fs/promises');
const { cpus } = require('node:os');
const { join } = require('node:path');
const { startEngine } = require('../test/support/engine');
const { formatted, table } = require('../test/support/markdown');
const { startStandIns } = require('../test/support/standIns');
const { startApi } = require('./api');
const { leads, ourNode, ourUpdate } = require('./contenders');
const { median } = require('./report');

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const SIZE = Number(process.env.SIZE ?? 1000);
const DELAYS = [
	{ name: 'at once', from: 0, to: 0 },
	{ name: 'after 30 to 70 ms', from: 30, to: 70 },
];
const PAIRS = [
	{ what: 'leads that there are', peer: 'Update', node: ourUpdate(), isEmpty: false, most: 1.1 },
	{ what: 'new leads', peer: 'Create', node: ourNode(), isEmpty: true, most: 2.1 },
];

async function main() {
	const standIns = await startStandIns();
	const api = await startApi();
	const stored = { bench: standIns.login({ apiUrl: api.url }) };
	const engine = await startEngine(stored);
	const run = async ({ parameters }, how) => {
		await api.set(how);
		const { run, items, error } = await engine.run({
			items: leads(SIZE),
			parameters,
			credential: 'bench',
		});
		if (error) throw error;
		if (items.length !== SIZE || (await api.seen()).leads !== SIZE)
			throw new Error('not once each');
		return run.data.resultData.runData['7Targets'][0].executionTime;
	};
	const rows = [];
	try {
		for (const delay of DELAYS) {
			for (const { what, peer, node, isEmpty, most } of PAIRS) {
				const how = { ...delay, isEmpty };
				const took = { peer: [], upsert: [] };
				for (let round = 0; round < ROUNDS; round++) {
					took.peer.push(await run(node, how));
					took.upsert.push(await run(ourNode('upsert'), how));
				}
				const [own, other] = [median(took.upsert), median(took.peer)];
				const ratio = own / other;
				const row = [delay.name, what, `${own} ms`, `${peer}: ${other} ms`, ratio.toFixed(2)];
				console.log(`${row.join(' | ')} (at most ${most})`);
				rows.push(row);
			}
		}
	} finally {
		api.stop();
		await standIns.stop();
	}
	const text = `# Create or Update, and its peers\n\n${SIZE.toLocaleString('en-US')} leads of ten fields in n8n-core ${require('n8n-core/package.json').version}, Node ${process.version}, ${cpus().length} cores, medians of ${ROUNDS} rounds; \`npm run bench:upsert\`.\n\n${table(['The server answers', 'Of', 'Create or Update', 'Its peer', 'Ratio'], rows)}\n`;
	const file = join(__dirname, 'upsert.md');
	await writeFile(file, await formatted(text, file));
}

void main().then(
	() => process.exit(0),
	(error) => {
		console.error(error);
		process.exit(1);
	},
);
