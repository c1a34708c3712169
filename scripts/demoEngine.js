// `npm run demo:engine`: the built node in n8n's engine, without n8n's server, creates the leads of examples/leads.csv.
// Nothing leaves the machine: stand-ins take the place of 7Targets' login and API.

require('./nodeVersion');

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { step } = require('../test/support/progress');
const { PROJECT } = require('../test/support/n8n/install');
const { isOurs, withoutDryRun } = require('../test/support/examples');
const { printLeads } = require('./leadTable');
const fromCsv = require('../examples/create-leads-from-csv.json');

/** A field of a CSV file, and what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/gy;

/** The rows of a CSV file as n8n's _Extract from File_ makes items of them. */
function rowsOf(text) {
	/** @type {string[][]} */
	const rows = [[]];
	for (const [, quoted, plain, end] of text.trimEnd().matchAll(FIELD)) {
		rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? plain);
		if (end === '\n') rows.push([]);
		if (end === '') break;
	}
	const [names, ...others] = rows;
	return others.map((row) => Object.fromEntries(names.map((name, n) => [name, row[n]])));
}

async function main() {
	const { engine, standIns } = await step("Starting n8n's engine and the stand-ins", async () => {
		// Loading n8n's engine takes seconds.
		const { startEngine } = require('../test/support/engine');
		const { startStandIns } = require('../test/support/standIns');
		const standIns = await startStandIns();
		return { engine: await startEngine({ client: standIns.client() }), standIns };
	});
	try {
		const { items, error } = await step('Creating the leads of examples/leads.csv', async () => {
			const { parameters } = withoutDryRun(fromCsv).nodes.find(isOurs);
			const rows = rowsOf(readFileSync(join(PROJECT, 'examples/leads.csv'), 'utf8'));
			return await engine.run({ items: rows, parameters, credential: 'client' });
		});
		if (error) throw error;
		printLeads(items.map(({ json }) => json));
		console.log(
			"Nothing has left your machine. This was n8n's engine alone; npm start is the whole n8n, with its editor.",
		);
	} finally {
		await standIns.stop();
	}
}

main().then(
	() => process.exit(0),
	(error) => {
		console.error(error.message);
		process.exit(1);
	},
);
