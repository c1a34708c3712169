// `npm run test:e2e`: the end-to-end tests in each of the pinned versions of n8n, and one table of what passed in which.
// `npm run test:e2e 2.41.1` runs them only in that version.

const { mkdtemp, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { installN8n, N8N_VERSIONS } = require('../test/support/n8n/install');
const { packInto } = require('../test/support/package');
const { step } = require('../test/support/progress');
const { report, statusesOf } = require('../test/support/testsByVersion');

async function main() {
	const versions = process.argv.length > 2 ? process.argv.slice(2) : N8N_VERSIONS;
	const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
	for (const version of versions) {
		await step(`Installing n8n ${version}`, (say) => installN8n(version, say));
	}
	const tarball = await step('Packing the node', () => packInto(folder));
	const results = new Map();
	// At the same time: n8n waits for most of it.
	await Promise.all(
		versions.map(async (version) => {
			const env = { TEST_IN_N8N: version, PACKED: tarball };
			results.set(version, await statusesOf('e2e', env));
		}),
	);
	await rm(folder, { recursive: true });
	report(versions, results);
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
