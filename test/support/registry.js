const { mkdtemp, readFile, rm, writeFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const fastify = require('fastify');
const { unpackInto } = require('./package');
const { environmentThrough, startProxy } = require('./proxy');
const { run } = require('./run');
const { portOf } = require('./servers');
const { certificateFor } = require('./tls');

const HOST = 'registry.npmjs.org';
const REGISTRY = `https://${HOST}`;

/** The app's address in the package as it is, and in the later version that is published: it shows which of them has run. */
const APP = 'https://solution.7targets.com';
const LATER_APP = 'https://later.7targets.com';
const LEAD_URL_FILE = 'dist/nodes/SevenTargets/lead/output.js';

/**
 * Stands in for npm's registry. A program that is started with its `environment` reaches it under the registry's own name through a
 * proxy, and nothing else outside this machine: that needs no setting of n8n, and no license for another registry.
 */
async function startRegistry() {
	const folder = await mkdtemp(join(tmpdir(), 'registry-'));
	const certificate = certificateFor(HOST);
	const authority = join(folder, 'authority.pem');
	await writeFile(authority, certificate.cert);

	const packages = new Map();
	const tarballs = new Map();
	const app = fastify({ https: certificate });
	const missing = (reply) => reply.code(404).send({ error: 'Not found' });
	// `npm publish` sends one version, with its tarball in it.
	app.put('/:name', async (/** @type {any} */ { params: { name }, body }) => {
		const { _attachments: files, versions, 'dist-tags': tags, ...rest } = body;
		const before = packages.get(name);
		for (const [file, { data }] of Object.entries(files)) {
			tarballs.set(file, Buffer.from(data, 'base64'));
		}
		// npm sends the tarball's address with http; npm's registry gives it with https.
		for (const { dist } of Object.values(versions)) {
			dist.tarball = dist.tarball.replace(/^http:/, 'https:');
		}
		packages.set(name, {
			...rest,
			versions: { ...before?.versions, ...versions },
			'dist-tags': { ...before?.['dist-tags'], ...tags },
		});
		return { ok: true };
	});
	app.get(
		'/:name',
		async (/** @type {any} */ { params: { name } }, reply) => packages.get(name) ?? missing(reply),
	);
	app.get('/:name/:version', async (/** @type {any} */ { params: { name, version } }, reply) => {
		const { versions = {}, 'dist-tags': tags = {} } = packages.get(name) ?? {};
		return versions[tags[version] ?? version] ?? missing(reply);
	});
	app.get('/:name/-/:file', async (/** @type {any} */ { params: { file } }, reply) => {
		if (!tarballs.has(file)) return missing(reply);
		return reply.type('application/octet-stream').send(tarballs.get(file));
	});
	await app.listen({ port: 0, host: '127.0.0.1' });
	const proxy = await startProxy('tunnel', { port: portOf(app.server) });

	const environment = {
		...environmentThrough(proxy.url),
		NODE_EXTRA_CA_CERTS: authority,
		npm_config_registry: REGISTRY,
		npm_config_cafile: authority,
		// Without retries, a fault of this registry shows at once.
		npm_config_fetch_retries: '0',
		// So npm does not use the user's login for npm's registry, and does not mix what it keeps from here with what it has from there.
		npm_config_userconfig: join(folder, 'npmrc'),
		npm_config_cache: join(folder, 'cache'),
	};
	const npm = async (cwd, ...args) =>
		await run('npm', args, { cwd, env: { ...process.env, ...environment } });

	/** Publishes the package as it would be released now, or as its next version. @returns the version */
	const publish = async ({ asNext = false } = {}) => {
		const unpacked = await unpackInto(await mkdtemp(join(folder, 'package-')));
		if (asNext) {
			await npm(unpacked, 'version', 'patch', '--no-git-tag-version');
			const file = join(unpacked, LEAD_URL_FILE);
			await writeFile(file, (await readFile(file, 'utf8')).replace(APP, LATER_APP));
		}
		await npm(unpacked, 'publish', `--//${HOST}/:_authToken=any`);
		return JSON.parse(await readFile(join(unpacked, 'package.json'), 'utf8')).version;
	};
	return {
		environment,
		publish,
		stop: async () => {
			await proxy.stop();
			await app.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

module.exports = { APP, LATER_APP, startRegistry };
