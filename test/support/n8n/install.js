const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { copyFile, mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const { delimiter, join } = require('node:path');
const { run } = require('../run');

const PROJECT = join(__dirname, '../../..');

/** The folder for everything that the demo and the end-to-end tests leave behind; git ignores it. */
const STATE = join(PROJECT, '.local');

/** The n8n versions that the end-to-end tests run in; each has its own package, with a lock file, in the folder of this file. */
const N8N_VERSIONS = ['1.123.81', '2.41.1'];

/** The version for the demo and all else; TEST_IN_N8N sets it for the end-to-end tests. */
const N8N_VERSION = process.env.TEST_IN_N8N ?? N8N_VERSIONS[N8N_VERSIONS.length - 1];

/**
 * Installs a pinned n8n, and the Node that it needs, into the state folder; does nothing if that is already done.
 *
 * Only two install scripts run: the one that fetches the Node binary, and the one that compiles SQLite's driver, for which
 * the Node package brings the headers. (An optional Kafka driver would fail to compile.)
 *
 * @param say told how far it has come
 * @returns the folder, to be handed to `startN8n`
 */
async function installN8n(version, say) {
	const folder = join(STATE, `n8n-${version}`);
	const recipe = join(__dirname, version);
	const done = join(folder, 'installed');
	const lock = await readFile(join(recipe, 'package-lock.json'), 'utf8');
	if (existsSync(done) && readFileSync(done, 'utf8') === lock) return folder;

	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(recipe, file), join(folder, file));
	}
	const packages = Object.keys(JSON.parse(lock).packages).filter((path) => path !== '');
	const { count, stop } = countPackages(folder, packages, say);
	try {
		// It writes a line for each file that it fetches. Most are fetched before the first one is unpacked.
		await npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'], count);
	} finally {
		stop();
	}
	say('fetching Node');
	await npm(folder, ['rebuild', 'node', '--ignore-scripts=false']);
	say("compiling SQLite's driver");
	const binaries = join(folder, 'node_modules/node/node_modules');
	const platform = readdirSync(binaries).find((name) => existsSync(join(binaries, name, 'include')));
	await npm(folder, [
		'rebuild',
		'sqlite3',
		'--ignore-scripts=false',
		`--nodedir=${join(binaries, String(platform))}`,
	]);
	await writeFile(done, lock);
	return folder;
}

/**
 * Installs n8n's engine of one version, without its server, into the state folder; does nothing if that is already done.
 *
 * @param {{ core: string, workflow: string }} pins the versions of n8n-core and n8n-workflow that this n8n depends on
 * @returns its folder
 */
async function installEngine(version, pins) {
	const folder = join(STATE, 'versions', version);
	const manifest = JSON.stringify({
		private: true,
		dependencies: { 'n8n-core': pins.core, 'n8n-workflow': pins.workflow },
	});
	const done = join(folder, 'installed');
	if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return folder;
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), manifest);
	await npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund']);
	await writeFile(done, manifest);
	return folder;
}

/**
 * Says every two seconds how far npm has come, until `stop`.
 *
 * @returns `count` is told what npm writes
 */
function countPackages(folder, packages, say) {
	let fetched = 0;
	const found = (file) => packages.filter((path) => existsSync(join(folder, path, file))).length;
	const state = () => {
		const folders = found('');
		if (folders === 0) return 'reading the list of packages';
		const unpacked = found('package.json');
		if (fetched + unpacked === 0) return `${folders} folders made`;
		return `${fetched} files fetched, ${unpacked} of ${folders} packages unpacked`;
	};
	say(state());
	const counting = setInterval(() => say(state()), 2000);
	return {
		count: (data) => void (fetched += String(data).match(/^npm http fetch GET/gm)?.length ?? 0),
		stop: () => clearInterval(counting),
	};
}

/** The environment in which `folder`'s own Node and programs come first. */
function environmentOf(folder) {
	// npm and jest pass their own settings on to what they start, and n8n behaves differently if NODE_ENV is test.
	const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^N8N_|^NODE_ENV$|^JEST_/i.test(name));
	return {
		...Object.fromEntries(inherited),
		PATH: `${join(folder, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
	};
}

async function npm(
	folder,
	args,
	/** @type {((data: Buffer) => void) | undefined} */ onOutput = undefined,
) {
	await run('npm', args, { cwd: folder, env: environmentOf(folder), onOutput });
}

module.exports = { environmentOf, installEngine, installN8n, N8N_VERSION, N8N_VERSIONS, PROJECT, STATE };

// `node install.js` installs the one that the demo runs, `node install.js all` every one.
if (require.main === module) {
	const { step } = require('../progress');
	const install = async () => {
		for (const version of process.argv[2] === 'all' ? N8N_VERSIONS : [N8N_VERSION]) {
			await step(`Installing n8n ${version}`, (say) => installN8n(version, say));
		}
	};
	install().catch((error) => {
		console.error(error.message);
		process.exit(1);
	});
}
