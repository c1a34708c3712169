import {
	beside,
	examples,
	lintPackage,
	lintSource,
	openPackage,
	standInSecrets,
} from '../support/package';
import { print } from '../support/print';

const BESIDE_DIST = ['CHANGELOG.md', 'LICENSE.md', 'README.md', 'SECURITY.md', 'index.js'];
const SECRETS = /eyJ[\w-]{10,}|AKIA[0-9A-Z]{16}|npm_\w{36}|-----BEGIN [A-Z ]*PRIVATE KEY/;
const FORBIDDEN = /process\.env|(require|import)\(["'](node:)?(child_process|fs|vm)\b/;
const LIFECYCLE = /^(pre|post)?(install|uninstall|publish|pack|prepare)$|^prepublishOnly$/;

// The package as npm would publish it, which the tests check against n8n's rules for verified nodes.
let pack: Awaited<ReturnType<typeof openPackage>>;
beforeAll(async () => {
	pack = await openPackage();
});
afterAll(async () => {
	await pack?.remove();
	print(
		`not run: npx @n8n/scan-community-package ${pack?.manifest.name}, which takes published packages only`,
	);
});

it('holds the built package and its papers, nothing else', () => {
	const others = pack.files.filter((path) => !/^dist\/.*\.(js|json|svg)$/.test(path));
	expect(others.sort()).toEqual([...BESIDE_DIST, 'package.json']);
});

it('has no runtime dependencies; n8n-workflow is the only peer', () => {
	const { dependencies, optionalDependencies, bundleDependencies, peerDependencies } =
		pack.manifest;
	expect({ dependencies, optionalDependencies, bundleDependencies }).toEqual({});
	expect(peerDependencies).toEqual({ 'n8n-workflow': '*' });
});

it('has no script that runs by itself', () => {
	expect(Object.keys(pack.manifest.scripts).filter((name) => LIFECYCLE.test(name))).toEqual([]);
});

it('has name, keyword, license, author and repository', () => {
	const { name, keywords, license, author, repository } = pack.manifest;
	expect(name).toMatch(/^n8n-nodes-/);
	expect(keywords).toContain('n8n-community-node-package');
	expect(license).toBe('MIT');
	expect(author).toEqual({ name: expect.stringMatching(/./), email: expect.stringMatching(/@/) });
	expect(repository.url).toMatch(new RegExp(`github\\.com/.+/${name}\\.git$`));
});

it('has code that reads no environment and no files, and starts no process', () => {
	const scripts = pack.files.filter((path) => path.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(0);
	expect(scripts.filter((path) => FORBIDDEN.test(pack.text(path)))).toEqual([]);
});

it('holds no secrets, nor the passwords of the stand-ins', () => {
	const own = standInSecrets();
	expect(own.length).toBeGreaterThanOrEqual(3);
	const tells = (text: string) => SECRETS.test(text) || own.some((secret) => text.includes(secret));
	expect(pack.files.filter((path) => tells(pack.text(path)))).toEqual([]);
});

/** What is malformed in an SVG: tags that are not closed in the right order, and angle brackets outside of tags. */
function faultsOf(svg: string) {
	const tags = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;
	const open: string[] = [];
	const faults = svg.startsWith('<svg ') ? [] : [svg.slice(0, 20)];
	for (const [tag, end, name, , empty] of svg.matchAll(tags)) {
		if (!end && !empty) open.push(name);
		if (end && open.pop() !== name) faults.push(tag);
	}
	return [...faults, ...open, ...(svg.replace(tags, '').match(/[<>].*/g) ?? [])];
}

it('has icons that are well-formed SVG, light and dark', () => {
	for (const { file, icon } of [...pack.nodes, ...pack.credentials]) {
		expect(icon.light).not.toBe(icon.dark);
		for (const path of [icon.light, icon.dark]) {
			const svg = pack.text(beside(file, path.replace(/^file:/, ''))).trim();
			expect(faultsOf(svg)).toEqual([]);
		}
	}
});

it('has a codex that names the node, and links that lead somewhere', () => {
	const headings =
		pack
			.text('README.md')
			.toLowerCase()
			.match(/^#+ .+$/gm) ?? [];
	const anchors = headings.map((line) => line.replace(/^#+ |[^\w -]/g, '').replaceAll(' ', '-'));
	const links = pack.credentials.map(({ documentationUrl }) => documentationUrl);
	for (const { file, name } of pack.nodes) {
		const { node, resources } = pack.json(file.replace(/js$/, 'json'));
		expect(node).toBe(`${pack.manifest.name}.${name}`);
		const { primaryDocumentation, credentialDocumentation } = resources;
		links.push(...[...primaryDocumentation, ...credentialDocumentation].map(({ url }) => url));
	}
	expect(links.length).toBeGreaterThanOrEqual(3);
	for (const url of links) {
		const [page, anchor = 'readme'] = url.split('#');
		expect(`${page}#readme`).toBe(pack.manifest.homepage);
		expect(['readme', ...anchors]).toContain(anchor);
	}
});

it('has a schema for every operation, and an operation for every schema', () => {
	const wanted = pack.nodes.flatMap(({ file, properties }) =>
		properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options, displayOptions: { show } }) =>
				options.map(({ value }) =>
					beside(file, `__schema__/v1.0.0/${show.resource[0]}/${value}.json`),
				),
			),
	);
	expect(wanted.length).toBeGreaterThan(0);
	expect(pack.files.filter((path) => path.includes('__schema__')).sort()).toEqual(wanted.sort());
	for (const path of wanted) expect(pack.json(path).type).toBe('object');
});

it('has examples with nodes and credentials that there are', () => {
	const { name } = pack.manifest;
	// As an AI agent's tool, the same node has another type name.
	const types = pack.nodes.flatMap((node) =>
		(node.usableAsTool ? ['', 'Tool'] : ['']).map((end) => `${name}.${node.name}${end}`),
	);
	const logins = pack.credentials.map((credential) => credential.name);
	const nodes = examples.files
		.filter((path) => path.endsWith('.json'))
		.flatMap((path) => examples.json(path).nodes)
		.filter(({ type }) => type.startsWith(`${name}.`));
	expect(nodes.length).toBeGreaterThan(0);
	for (const { type, credentials = {} } of nodes) {
		expect(types).toContain(type);
		expect(logins).toEqual(expect.arrayContaining(Object.keys(credentials)));
	}
});

it("passes n8n's linter with its source", async () => await lintSource());

it("passes n8n's rules for community nodes", async () => await lintPackage(pack.folder));
