// `npm run test:versions`: what must hold in every n8n, in the engine of each version that versions.json lists, and one table of what does.
// `npm run test:versions 1.85.4 2.0.3` runs it in those only. What is known to be lost in a version is no failure; `--write` writes down what
// is lost now, from which `npm run readme` makes docs/compatibility.md.

const { cp, mkdir, mkdtemp, rm, symlink, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { installEngine } = require('../test/support/n8n/install');
const { unpackInto } = require('../test/support/package');
const { step } = require('../test/support/progress');
const { report, statusesOf } = require('../test/support/testsByVersion');
const VERSIONS = require('../test/versions/versions.json');

const FILE = join(__dirname, '../test/versions/versions.json');

/** Runs the tests on the package as it would be published, with the engine of one version beside it. */
async function runIn(version, unpacked, folder) {
	const place = join(folder, version);
	await mkdir(place);
	await cp(unpacked, join(place, 'package'), { recursive: true });
	const engine = await installEngine(version, VERSIONS[version]);
	await symlink(join(engine, 'node_modules'), join(place, 'node_modules'));
	// n8n 1.100 leaves something open that would keep jest running.
	return await statusesOf('versions', { TEST_PACKAGE: join(place, 'package') }, ['--forceExit']);
}

/** The statuses, with what is known to be lost. What was thought lost and holds has failed, because the document is wrong then. */
function judged(statuses, lost) {
	const status = (name, is) => {
		if (!lost.includes(name)) return is;
		return is === 'failed' ? 'lost' : 'failed';
	};
	return new Map([...statuses].map(([name, is]) => [name, status(name, is)]));
}

const failedIn = (statuses) =>
	[...statuses].flatMap(([name, is]) => (is === 'failed' ? [name] : []));

async function main() {
	const args = process.argv.slice(2);
	const wanted = args.filter((arg) => !arg.startsWith('--'));
	const versions = wanted.length > 0 ? wanted : Object.keys(VERSIONS);
	const folder = await mkdtemp(join(tmpdir(), 'versions-'));
	const results = new Map();
	try {
		const unpacked = await step('Packing the node', () => unpackInto(folder));
		for (const version of versions) {
			const statuses = await step(`n8n ${version}`, () => runIn(version, unpacked, folder));
			const { lost } = VERSIONS[version];
			if (args.includes('--write')) VERSIONS[version].lost = failedIn(statuses);
			else results.set(version, judged(statuses, lost));
		}
	} finally {
		await rm(folder, { recursive: true });
	}
	if (args.includes('--write')) await writeFile(FILE, `${JSON.stringify(VERSIONS, null, '\t')}\n`);
	else report(versions, results);
}

main().catch((error) => {
	console.error(error.message);
	process.exit(1);
});
