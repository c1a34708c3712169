// `npm run test:e2e`: the end-to-end tests in each of the pinned versions of n8n, and one table of what passed in which.
// `npm run test:e2e 2.41.1` runs them only in that version.

const { spawn } = require('node:child_process');
const { mkdtemp, readFile, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');
const { installN8n, N8N_VERSIONS, PROJECT } = require('../test/support/n8n/install');
const { packInto } = require('../test/support/package');
const { printTable } = require('../test/support/print');
const { step } = require('../test/support/progress');

const MARKS = { passed: 'yes', failed: 'NO', pending: 'skipped' };

/** @returns the status of each test in one version, by its name */
async function runIn(version, tarball, folder) {
	const file = join(folder, `${version}.json`);
	const args = ['--selectProjects', 'e2e', '--runInBand', '--json', '--outputFile', file];
	const child = spawn('npx', ['jest', ...args], {
		cwd: PROJECT,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, TEST_IN_N8N: version, PACKED: tarball },
	});
	await new Promise((resolve) => child.once('close', resolve));
	// Without it, jest has not run. The other version still does.
	const result = await readFile(file, 'utf8').catch(() => undefined);
	if (result === undefined) return new Map([['jest', 'failed']]);
	const { testResults } = JSON.parse(result);
	const statuses = new Map();
	// Several tests may have the same name: each has a row.
	const add = (test, status) => {
		let row = test;
		for (let n = 2; statuses.has(row); n++) row = `${test} (${n})`;
		statuses.set(row, status);
	};
	for (const { name, status: end, assertionResults, message } of testResults) {
		const place = basename(name, '.test.ts');
		for (const { fullName, status } of assertionResults) add(`${place}: ${fullName}`, status);
		// A file may fail with none of its tests, as by what ends it.
		const hasFailure = assertionResults.some(({ status }) => status === 'failed');
		if (end === 'failed' && !hasFailure) add(`${place}: ${message.slice(0, 200)}`, 'failed');
	}
	return statuses;
}

async function main() {
	const versions = process.argv.length > 2 ? process.argv.slice(2) : N8N_VERSIONS;
	const folder = await mkdtemp(join(tmpdir(), 'e2e-'));
	for (const version of versions) {
		await step(`Installing n8n ${version}`, (say) => installN8n(version, say));
	}
	const tarball = await step('Packing the node', () => packInto(folder));
	// At the same time: n8n waits for most of it.
	const results = new Map();
	await Promise.all(
		versions.map(async (version) => results.set(version, await runIn(version, tarball, folder))),
	);
	await rm(folder, { recursive: true });
	const names = [...new Set([...results.values()].flatMap((tests) => [...tests.keys()]))];
	printTable(
		['Test', ...versions.map((version) => `n8n ${version}`)],
		names.map((name) => [
			name,
			...versions.map((version) => MARKS[results.get(version).get(name)] ?? ''),
		]),
	);
	const all = [...results.values()].flatMap((tests) => [...tests.values()]);
	const count = (status) => all.filter((one) => one === status).length;
	/** @type {Array<[n: number, what: string]>} */
	const parts = [
		[count('failed'), 'failed'],
		[count('pending'), 'skipped'],
		[count('passed'), 'passed'],
		[all.length, 'total'],
	];
	console.log(
		`Tests: ${parts
			.filter(([n]) => n > 0)
			.map(([n, what]) => `${n} ${what}`)
			.join(', ')}`,
	);
	process.exitCode = count('failed') > 0 || all.length === 0 ? 1 : 0;
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
