const { readdirSync, readFileSync } = require('node:fs');
const { copyFile, cp, mkdtemp, readdir, rm, symlink } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { basename, dirname, join, relative } = require('node:path');
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

/**
 * Builds the package, and packs it into a folder as it would be published.
 *
 * Tests that run at the same time cannot all build in the same folder: `PACKED` in the environment is the path of a tarball for all of them.
 *
 * @returns the path of the tarball
 */
async function packInto(folder) {
	if (process.env.PACKED) {
		const tarball = join(folder, basename(process.env.PACKED));
		await copyFile(process.env.PACKED, tarball);
		return tarball;
	}
	await run('npm', ['run', 'build'], { cwd: PROJECT });
	await run('npm', ['pack', '--pack-destination', folder], { cwd: PROJECT });
	const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
	return join(folder, String(name));
}

/** The same, unpacked. @returns the path of the folder `package` */
async function unpackInto(folder) {
	await run('tar', ['-xzf', await packInto(folder), '-C', folder]);
	return join(folder, 'package');
}

/** The paths of all files in a folder, relative to it. */
const filesIn = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** The files of a folder, and functions to read them; paths are relative to it. */
function reading(folder) {
	const text = (path) => readFileSync(join(folder, path), 'utf8');
	return { files: filesIn(folder), text, json: (path) => JSON.parse(text(path)) };
}

/** The package as it would be published, unpacked, with n8n-workflow installed next to it, as in n8n. */
async function openPackage() {
	const place = await mkdtemp(join(tmpdir(), 'package-'));
	const folder = await unpackInto(place);
	await symlink(join(PROJECT, 'node_modules'), join(place, 'node_modules'));
	const content = reading(folder);
	const manifest = content.json('package.json');
	/** What a class tells n8n about itself, with its `file`. */
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

/** A path in a file of the package, made relative to the package. */
const beside = (file, path) => join(dirname(file), path);

// jest sets NODE_ENV to test, and n8n's rules then check files that they otherwise skip.
const env = { ...process.env, NODE_ENV: undefined };

/** Runs n8n's linter on the source. @throws Error with what it finds */
async function lintSource() {
	// On a copy, because the linter would also read the n8n that the tests install.
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

/** Checks the package by n8n's rules for community nodes. @throws Error with what they find */
async function lintPackage(folder) {
	// In another process, because jest cannot load the rules.
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
