const { spawn } = require('node:child_process');
const { mkdtemp, readFile, rm } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { basename, join } = require('node:path');
const { PROJECT } = require('./n8n/install');
const { printTable } = require('./print');

/** @typedef {Map<string, string>} Statuses of tests, by their names: `passed`, `failed`, `pending`, or `lost` if that is known */

const MARKS = { passed: 'yes', failed: 'NO', lost: 'lost', pending: 'skipped' };

/**
 * Runs the tests of a project of jest.
 *
 * @returns {Promise<Statuses>}
 */
async function statusesOf(project, env, args = []) {
	const folder = await mkdtemp(join(tmpdir(), 'results-'));
	const file = join(folder, 'results.json');
	const how = ['--selectProjects', project, '--runInBand', '--json', '--outputFile', file, ...args];
	const child = spawn('npx', ['jest', ...how], {
		cwd: PROJECT,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, ...env },
	});
	await new Promise((resolve) => child.once('close', resolve));
	// Without it, jest has not run. The other version still does.
	const result = await readFile(file, 'utf8').catch(() => undefined);
	await rm(folder, { recursive: true });
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

/**
 * Prints a table of tests and versions, and how many passed. The process ends with 1 if any failed.
 *
 * @param {string[]} versions of n8n
 * @param {Map<string, Statuses>} results by version
 */
function report(versions, results) {
	const names = [...new Set([...results.values()].flatMap((tests) => [...tests.keys()]))];
	const markOf = (version, name) => MARKS[results.get(version)?.get(name) ?? ''] ?? '';
	printTable(
		['Test', ...versions.map((version) => `n8n ${version}`)],
		names.map((name) => [name, ...versions.map((version) => markOf(version, name))]),
	);
	const all = [...results.values()].flatMap((tests) => [...tests.values()]);
	const count = (status) => all.filter((one) => one === status).length;
	/** @type {Array<[n: number, what: string]>} */
	const parts = [
		[count('failed'), 'failed'],
		[count('pending'), 'skipped'],
		[count('passed') + count('lost'), 'passed'],
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

module.exports = { report, statusesOf };
