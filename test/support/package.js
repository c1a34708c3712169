const { readdirSync, readFileSync } = require('node:fs');
const { cp, mkdtemp, readdir, rm, symlink } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { dirname, join, relative } = require('node:path');
const { PROJECT } = require('./n8n/install');
const { run } = require('./run');

const LINTED = [
	'nodes',
	'shared',
	'credentials',
	'icons',
	'package.json',
	'eslint.config.mjs',
	'tsconfig.json',
];

/** Builds and packs the package as it would be published. Gives the tarball, which lies in the folder then. */
async function packInto(folder) {
	await run('npm', ['run', 'build'], { cwd: PROJECT });
	await run('npm', ['pack', '--pack-destination', folder], { cwd: PROJECT });
	const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
	return join(folder, name);
}

/** The same unpacked. Gives the folder `package`, which lies in the folder then. */
async function unpackInto(folder) {
	await run('tar', ['-xzf', await packInto(folder), '-C', folder]);
	return join(folder, 'package');
}

/** The paths of all files in a folder, from there. */
const filesIn = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** What a folder holds: paths are taken and given from there. */
function reading(folder) {
	const text = (path) => readFileSync(join(folder, path), 'utf8');
	return { files: filesIn(folder), text, json: (path) => JSON.parse(text(path)) };
}

/** The package as it would be published, unpacked and with n8n-workflow beside it, as n8n has it. */
async function openPackage() {
	const place = await mkdtemp(join(tmpdir(), 'package-'));
	const folder = await unpackInto(place);
	await symlink(join(PROJECT, 'node_modules'), join(place, 'node_modules'));
	const content = reading(folder);
	const manifest = content.json('package.json');
	/** What a class says of itself to n8n, with its `file`. */
	const load = (file) => {
		const [Type] = Object.values(require(join(folder, file)));
		const instance = new Type();
		return { file, ...instance, ...instance.description };
	};
	return {
		...content,
		folder,
		manifest,
		nodes: manifest.n8n.nodes.map(load),
		credentials: manifest.n8n.credentials.map(load),
		remove: async () => await rm(place, { recursive: true, force: true }),
	};
}

/** A path that a file of the package names, from the package. */
const beside = (file, path) => join(dirname(file), path);

// jest sets NODE_ENV to test, and n8n's rules then look at files that they otherwise leave alone.
const env = { ...process.env, NODE_ENV: undefined };

/** @throws Error with what n8n's linter says of the source */
async function lintSource() {
	// A copy: the linter would also read the n8n that the tests install.
	const place = await mkdtemp(join(tmpdir(), 'source-'));
	const copy = join(place, 'source');
	try {
		await symlink(join(PROJECT, 'node_modules'), join(place, 'node_modules'));
		for (const path of LINTED) await cp(join(PROJECT, path), join(copy, path), { recursive: true });
		await run('npx', ['--no-install', 'n8n-node', 'lint'], { cwd: copy, env });
	} finally {
		await rm(place, { recursive: true, force: true });
	}
}

/** @throws Error with what n8n's rules for community nodes say of the package */
async function lintPackage(folder) {
	// In a process of its own: jest cannot load the rules.
	await run('node', [join(__dirname, 'lintPackage.js'), folder], { cwd: PROJECT, env });
}

/** The passwords and secrets of the stand-ins. */
const standInSecrets = () =>
	['cognito.js', 'tokenServer.js'].flatMap((name) =>
		[...readFileSync(join(__dirname, name), 'utf8').matchAll(/(?:password|secret): '(.+?)'/gi)].map(
			([, secret]) => secret,
		),
	);

const examples = reading(join(PROJECT, 'examples'));

module.exports = {
	beside,
	examples,
	lintPackage,
	lintSource,
	openPackage,
	packInto,
	standInSecrets,
	unpackInto,
};
