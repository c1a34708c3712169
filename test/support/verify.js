// `npm run verify`: packs the package as npm would publish it, and holds it against n8n's rules for verified nodes.

const assert = require('node:assert/strict');
const { readdirSync, readFileSync } = require('node:fs');
const { cp, mkdtemp, rm, symlink } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { basename, dirname, join, relative } = require('node:path');
const { PROJECT } = require('./n8n/install');
const { print } = require('./print');
const { run: runIn } = require('./run');

const BESIDE_DIST = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'SECURITY.md', 'index.js'];
const LINTED = [
	'nodes',
	'shared',
	'credentials',
	'icons',
	'package.json',
	'eslint.config.mjs',
	'tsconfig.json',
];
const SECRETS = /eyJ[\w-]{10,}|AKIA[0-9A-Z]{16}|npm_\w{36}|-----BEGIN [A-Z ]*PRIVATE KEY/;
const FORBIDDEN = /process\.env|(require|import)\(["'](node:)?(child_process|fs|vm)\b/;
const LIFECYCLE = /^(pre|post)?(install|uninstall|publish|pack|prepare)$|^prepublishOnly$/;

const run = async (command, args, cwd = PROJECT) => await runIn(command, args, { cwd });
const text = (path) => readFileSync(path, 'utf8');
const json = (path) => JSON.parse(text(path));
const filesIn = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

let passed = 0;
let failed = 0;

/** @param fn throws where the check fails; what it returns is said behind the name */
async function check(name, fn) {
	try {
		const detail = await fn();
		passed++;
		print(`ok      ${name}${detail ? `: ${detail}` : ''}`);
	} catch (error) {
		failed++;
		print(`FAILED  ${name}: ${error.message}`);
	}
}

/** @throws where a tag is malformed, or not closed in its turn */
function assertSvg(svg) {
	const tags = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;
	const open = [];
	for (const [, end, name, , empty] of svg.matchAll(tags)) {
		if (end) assert.equal(open.pop(), name);
		else if (!empty) open.push(name);
	}
	assert.deepEqual(open, []);
	assert.match(svg, /^<svg\s/);
	assert.doesNotMatch(svg.replace(tags, ''), /[<>]/);
}

/** @throws where a link into this project's README leads to no heading of it */
function assertLink(url, readme) {
	assert.match(url, /^https:\/\//);
	const [, anchor = 'readme'] = /\/n8n-nodes-7targets#(.+)$/.exec(url) ?? [];
	const headings = readme.toLowerCase().match(/^#+ .+$/gm);
	const anchors = headings.map((line) => line.replace(/^#+ |[^\w -]/g, '').replaceAll(' ', '-'));
	assert.ok(['readme', ...anchors].includes(anchor), `the README has no heading for #${anchor}`);
}

/** n8n's rules for community nodes, as its scanner of published packages applies them: no exceptions in comments. */
async function lintPackage(folder) {
	const { ESLint } = require('eslint');
	const { n8nCommunityNodesPlugin } = await import('@n8n/eslint-plugin-community-nodes');
	const { recommended } = n8nCommunityNodesPlugin.configs;
	const parser = require('@typescript-eslint/parser');
	const parserOptions = { extraFileExtensions: ['.json'] };
	const files = ['**/*.js', 'package.json'];
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: [
			{ ...recommended, files },
			{ files: ['**/*.js'], rules: { 'no-console': 'error' } },
			{ files: ['package.json'], languageOptions: { parser, parserOptions } },
		],
	});
	const results = await eslint.lintFiles(files);
	const found = results.flatMap(({ filePath, messages }) =>
		messages.map(({ line, message }) => `${relative(folder, filePath)}:${line} ${message}`),
	);
	assert.equal(found.join('\n'), '');
	return `${results.length} files`;
}

async function verify(temporary) {
	const packed = await run('npm', ['pack', '--json', '--pack-destination', temporary]);
	const [{ filename, files, size }] = JSON.parse(packed);
	await run('tar', ['-xzf', join(temporary, filename), '-C', temporary]);
	// As n8n brings n8n-workflow to the package.
	await symlink(join(PROJECT, 'node_modules'), join(temporary, 'node_modules'));
	const folder = join(temporary, 'package');
	const all = filesIn(folder);
	const scripts = all.filter((path) => path.endsWith('.js'));
	const manifest = json(join(folder, 'package.json'));
	const load = (path) => {
		const file = join(folder, path);
		const [Type] = Object.values(require(file));
		const it = new Type();
		return { file, ...it, ...it.description };
	};
	let nodes = [];
	let credentials = [];

	await check('the tarball holds the built package and its papers, nothing else', () => {
		const others = files
			.map(({ path }) => path)
			.filter((path) => !/^dist\/.*\.(js|json|svg)$/.test(path));
		assert.deepEqual(others.sort(), [...BESIDE_DIST, 'package.json']);
		return `${files.length} files, ${Math.round(size / 1024)} KB`;
	});
	await check('no runtime dependencies; n8n-workflow is the only peer', () => {
		for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies']) {
			assert.equal(manifest[kind], undefined, kind);
		}
		assert.deepEqual(manifest.peerDependencies, { 'n8n-workflow': '*' });
	});
	await check('no script runs by itself', () => {
		assert.deepEqual(
			Object.keys(manifest.scripts).filter((name) => LIFECYCLE.test(name)),
			[],
		);
	});
	await check('name, keyword, license, author and repository', () => {
		assert.match(manifest.name, /^n8n-nodes-/);
		assert.ok(manifest.keywords.includes('n8n-community-node-package'), 'keyword');
		assert.equal(manifest.license, 'MIT');
		assert.ok(manifest.author.name && manifest.author.email, 'author');
		assert.match(manifest.repository.url, new RegExp(`github\\.com/.+/${manifest.name}\\.git$`));
	});
	await check('what package.json names is there and loads', () => {
		nodes = manifest.n8n.nodes.map(load);
		credentials = manifest.n8n.credentials.map(load);
		return [...nodes, ...credentials].map(({ name }) => name).join(', ');
	});
	await check('the code reads no environment and no files, and starts no process', () => {
		for (const path of scripts) assert.doesNotMatch(text(path), FORBIDDEN, relative(folder, path));
		return `${scripts.length} files`;
	});
	await check('no secrets, nor the passwords of the stand-ins', () => {
		const own = ['cognito.js', 'tokenServer.js'].flatMap((name) =>
			[...text(join(__dirname, name)).matchAll(/(?:password|secret): '(.+?)'/gi)].map(
				([, it]) => it,
			),
		);
		assert.ok(own.length >= 3, 'the passwords of the stand-ins were not found');
		for (const path of all) {
			assert.doesNotMatch(text(path), SECRETS, relative(folder, path));
			assert.ok(!own.some((secret) => text(path).includes(secret)), relative(folder, path));
		}
		return `${all.length} files`;
	});
	await check('every icon is a well-formed SVG, light and dark', () => {
		for (const { file, icon } of [...nodes, ...credentials]) {
			assert.notEqual(icon.light, icon.dark);
			for (const path of [icon.light, icon.dark]) {
				assertSvg(text(join(dirname(file), path.replace(/^file:/, ''))).trim());
			}
		}
	});
	await check('the codex names the node, and all links lead somewhere', () => {
		const links = credentials.map(({ documentationUrl }) => documentationUrl);
		for (const { file, name } of nodes) {
			const { node, resources } = json(file.replace(/js$/, 'json'));
			assert.equal(node, `${manifest.name}.${name}`);
			const { primaryDocumentation, credentialDocumentation } = resources;
			links.push(...[...primaryDocumentation, ...credentialDocumentation].map(({ url }) => url));
		}
		for (const url of links) assertLink(url, text(join(folder, 'README.md')));
		return `${links.length} links`;
	});
	await check('every operation has its schema, and every schema its operation', () => {
		const wanted = nodes.flatMap(({ file, properties }) => {
			const schemas = join(dirname(file), '__schema__/v1.0.0');
			return properties
				.filter(({ name }) => name === 'operation')
				.flatMap(({ options, displayOptions: { show } }) =>
					options.map(({ value }) => join(schemas, show.resource[0], `${value}.json`)),
				);
		});
		assert.deepEqual(all.filter((path) => path.includes('__schema__')).sort(), wanted.sort());
		for (const path of wanted) assert.equal(json(path).type, 'object', path);
		return `${wanted.length} operations`;
	});
	await check('the examples use nodes and credentials that there are', () => {
		// An AI agent's tool is the same node under a name of its own.
		const types = nodes.flatMap(({ name, usableAsTool }) =>
			(usableAsTool ? ['', 'Tool'] : ['']).map((end) => `${manifest.name}.${name}${end}`),
		);
		const logins = credentials.map(({ name }) => name);
		const examples = filesIn(join(PROJECT, 'examples')).filter((path) => path.endsWith('.json'));
		for (const node of examples.flatMap((path) => json(path).nodes)) {
			if (!node.type.startsWith(`${manifest.name}.`)) continue;
			assert.ok(types.includes(node.type), node.type);
			for (const login of Object.keys(node.credentials ?? {})) assert.ok(logins.includes(login));
		}
		return examples.map((path) => basename(path)).join(', ');
	});
	await check("n8n's linter on the source", async () => {
		// A copy: the linter would also read the n8n that the tests install.
		const copy = join(temporary, 'source');
		for (const path of LINTED) await cp(join(PROJECT, path), join(copy, path), { recursive: true });
		await run('npx', ['--no-install', 'n8n-node', 'lint'], copy);
	});
	await check("n8n's rules for community nodes on the package", () => lintPackage(folder));
	print(
		`not run: npx @n8n/scan-community-package ${manifest.name}, which takes published packages only`,
	);
}

void (async () => {
	const temporary = await mkdtemp(join(tmpdir(), 'verify-'));
	await verify(temporary).finally(() => rm(temporary, { recursive: true, force: true }));
	print(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
})();
