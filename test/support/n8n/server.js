const { spawn } = require('node:child_process');
const { randomUUID } = require('node:crypto');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const { createServer } = require('node:net');
const { parse } = require('flatted');
const { join } = require('node:path');
const { packInto } = require('../package');
const { end, run } = require('../run');
const { portOf } = require('../servers');
const { environmentOf, N8N_VERSION, PROJECT } = require('./install');

const START_LIMIT_MS = 180_000;
const OWNER = {
	email: 'demo@example.com',
	password: 'Demo-7targets',
	firstName: 'Demo',
	lastName: 'User',
};

/** Installs the packed package into an n8n's folder as a community node, without n8n's installer. */
async function installInto(userFolder) {
	const nodes = join(userFolder, '.n8n/nodes');
	await mkdir(nodes, { recursive: true });
	await writeFile(join(nodes, 'package.json'), '{ "name": "installed-nodes", "private": true }');
	const tarball = await packInto(nodes);
	// n8n gives the node its own n8n-workflow, the only peer dependency.
	await run('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', tarball], {
		cwd: nodes,
	});
}

/** What n8n logs when it is ready, by its command. */
const READY = {
	// /healthz answers before the editor is ready (measured).
	start: 'Editor is now accessible',
	worker: 'n8n worker is now ready',
	webhook: 'Webhook listener waiting for requests',
};

/**
 * Starts a program and waits until it is ready.
 *
 * @typedef {object} Start
 * @property {(log: string) => unknown} isReady asked again and again, with what the program has written so far
 * @property {number} [limit]
 * @property {(data: Buffer) => void} [onOutput] told all that it writes
 * @property {AbortSignal} [signal] ends it, also before it is ready
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Start} start
 * @throws Error with the last of what it wrote, if it ends before that or takes too long; then it is ended
 */
async function startProgram(
	command,
	args,
	{ isReady, limit = START_LIMIT_MS, onOutput = (_) => {}, signal, ...options },
) {
	let log = '';
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
	const ended = new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		// Not `close`: processes that it has started may keep its output open.
		child.once('exit', (code, signal) => resolve(`ended with ${signal ?? code}`));
	});
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (data) => {
			log += data;
			onOutput(data);
		});
	}
	const stop = async () => await end(child);
	signal?.addEventListener('abort', () => void stop());
	const how = ended.then((what) => `${[command, ...args].join(' ')} ${what}`);
	try {
		await until(async () => await isReady(log), limit, how);
	} catch (/** @type {any} */ error) {
		await stop();
		const last = log.trim().split('\n').slice(-15).join('\n');
		throw new Error(`${command} did not start: ${error.message}\n${last}`);
	}
	return { pid: child.pid, log: () => log, stop, kill: () => child.kill('SIGKILL'), ended };
}

/** The environment of a process of n8n. @param folder of `installN8n` */
const environmentIn = ({ folder, userFolder, env }) => ({
	...environmentOf(folder),
	N8N_USER_FOLDER: userFolder,
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_RESTRICT_FILE_ACCESS_TO: join(PROJECT, 'examples'),
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	...env,
});

/**
 * Starts one process of n8n and waits until it is ready.
 *
 * @param command `start`, `worker` or `webhook`
 * @param folder of `installN8n`
 * @param more `onOutput` and `signal`, as `startProgram` takes them
 */
async function startProcess(command, { folder, userFolder, env }, more = {}) {
	const broker = { N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
	return await startProgram('n8n', [command], {
		...more,
		isReady: (log) => log.includes(READY[command]),
		cwd: PROJECT,
		env: environmentIn({ folder, userFolder, env: { ...broker, ...env } }),
	});
}

/**
 * Starts a real n8n with only this package in it, and creates its owner.
 *
 * @param folder of `installN8n`
 * @param userFolder is emptied first
 * @param env more of n8n's environment variables; without them it runs on SQLite
 * @param isEmpty without this package, for who installs it as a user does
 */
async function startN8n({ folder, userFolder, port, env = {}, isEmpty = false }) {
	await rm(userFolder, { recursive: true, force: true });
	if (!isEmpty) await installInto(userFolder);
	const running = await startProcess('start', {
		folder,
		userFolder,
		env: { N8N_PORT: String(port), ...env },
	});
	try {
		const command = async (...args) =>
			await run('n8n', args, { env: environmentIn({ folder, userFolder, env }) });
		const file = join(userFolder, 'credential.json');
		return {
			...running,
			userFolder,
			...(await openN8n(port)),
			/** What `n8n export:credentials` writes about one, while the server runs. */
			exportCredential: async (id, ...flags) => {
				await command('export:credentials', `--id=${id}`, `--output=${file}`, ...flags);
				return await readFile(file, 'utf8');
			},
			/** Has `n8n import:credentials` read such a text. */
			importCredential: async (text) => {
				await writeFile(file, text);
				await command('import:credentials', `--input=${file}`);
			},
		};
	} catch (error) {
		await running.stop();
		throw error;
	}
}

/** Creates the owner of an n8n that runs on a port. @returns the calls to work with it */
async function openN8n(port) {
	const url = `http://127.0.0.1:${port}`;
	const call = sessionAt(url);
	const request = async (method, path, body) => (await call(method, `/rest${path}`, body)).data;
	await request('POST', '/owner/setup', OWNER);
	return { url, owner: OWNER, call, request, ...actions(request) };
}

const MANUAL_TRIGGER = 'n8n-nodes-base.manualTrigger';
const RUN_LIMIT_MS = 600_000;
const FINISHED = ['success', 'error', 'crashed', 'canceled'];

/** What the tests and the demo do in n8n, each with the call of its REST API that the editor makes. */
function actions(request) {
	const finished = async (id) => {
		await until(async () => FINISHED.includes((await request('GET', `/executions/${id}`)).status), RUN_LIMIT_MS);
		const execution = await request('GET', `/executions/${id}`);
		return { ...execution, data: parse(execution.data) };
	};
	/** Stores a workflow, with `credential` in every node that has one; without `credential`, as it is. */
	const addWorkflow = async ({ nodes, ...workflow }, credential) =>
		await request('POST', '/workflows', {
			active: false,
			settings: {},
			...workflow,
			nodes: nodes.map((node) =>
				credential && node.credentials
					? { ...node, credentials: { [credential.type]: credential } }
					: node,
			),
		});
	/** Activates a workflow and waits until n8n says that it is active. */
	const activate = async ({ id, versionId }) => {
		try {
			await request('POST', `/workflows/${id}/activate`, { versionId });
		} catch (error) {
			if (!String(error).includes('answered 404')) throw error;
			// n8n 1.88 has no such path.
			await request('PATCH', `/workflows/${id}`, { active: true, versionId });
		}
	};
	/**
	 * Starts a workflow, as the editor's button does: from its manual trigger, or, without one, from the first node with
	 * pinned data. Returns the ID of the execution.
	 */
	const start = async (workflow) => {
		const trigger =
			workflow.nodes.find(({ type }) => type === MANUAL_TRIGGER) ??
			workflow.nodes.find(({ name }) => workflow.pinData?.[name]);
		const { executionId } = await request('POST', `/workflows/${workflow.id}/run`, {
			workflowData: workflow,
			triggerToStartFrom: { name: trigger.name },
		});
		return executionId;
	};
	return {
		addWorkflow,
		/** Stores a workflow of two nodes: a manual trigger whose output is `items`, and then `node`, by default ours. */
		addWorkflowOf: async ({ items, node, credential }) => {
			const name = '7Targets';
			const type = 'n8n-nodes-7targets.sevenTargets';
			const nodes = [
				{ id: '1', name: 'Start', type: MANUAL_TRIGGER, position: [0, 0], parameters: {} },
				{ id: '2', name, type, position: [200, 0], credentials: {}, ...node },
			];
			return await addWorkflow(
				{
					name: 'test',
					nodes: nodes.map((one) => ({ typeVersion: 1, ...one })),
					connections: { Start: { main: [[{ node: name, type: 'main', index: 0 }]] } },
					pinData: { Start: items.map((json) => ({ json })) },
				},
				credential,
			);
		},
		/** Stores a credential. @returns what a node holds to refer to it */
		addCredential: async (name, type, data) => {
			const { id } = await request('POST', '/credentials', { name, type, data });
			return { id, name, type };
		},
		start,
		/** Runs a workflow and waits for the end. */
		execute: async (workflow) => await finished(await start(workflow)),
		finished,
		/** Presses Retry on an execution. @returns the ID of the new one, when that has ended */
		retry: async ({ id }, which) => {
			const retried = await request('POST', `/executions/${id}/retry`, which);
			// n8n 1.88 does not tell it.
			return retried.id ?? (await request('GET', '/executions?limit=1')).results[0].id;
		},
		/** An execution as it is now, finished or not. */
		execution: async (id) => {
			const found = await request('GET', `/executions/${id}`);
			return { ...found, data: parse(found.data) };
		},
		/** The executions of a workflow, the newest first, without their data. */
		executionsOf: async ({ id }) => {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
			return (await request('GET', `/executions?filter=${filter}`)).results;
		},
		activate,
		/** Stores a workflow that others call. From n8n 2.0 on, only one that is published can be called. */
		addSubWorkflow: async (...args) => {
			const workflow = await addWorkflow(...args);
			if (!N8N_VERSION.startsWith('1.')) await activate(workflow);
			return workflow;
		},
	};
}

/**
 * Returns a function that calls n8n with the cookie of the last login, and returns the JSON of the answer. Under heavy load, n8n
 * may lose its database for a while, and answers all calls with 503, or closes a connection: then the call is made again, if it may be.
 */
function sessionAt(url) {
	const browser = randomUUID();
	let cookie = '';
	return async (method, path, body) => {
		const send = () =>
			fetch(`${url}${path}`, {
				method,
				headers: {
					'content-type': 'application/json',
					'browser-id': browser,
					// An n8n that has computed for five seconds closes a connection that is kept, also under a new call.
					connection: 'close',
					...(cookie && { cookie }),
				},
				body: body && JSON.stringify(body),
			}).catch((error) => {
				if (method !== 'GET') throw error;
				return Response.json(String(error.cause ?? error), { status: 503 });
			});
		let response = await send();
		for (let tries = 1; response.status === 503 && tries < 60; tries++) {
			await new Promise((resolve) => setTimeout(resolve, 1000));
			response = await send();
		}
		const [set] = response.headers.getSetCookie();
		if (set) [cookie] = set.split(';');
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
		return JSON.parse(text);
	};
}

/** Waits until `check` holds; fails after `limit` ms, or as soon as `failure` settles, with its text. */
async function until(check, limit, failure = new Promise(() => {})) {
	const end = Date.now() + limit;
	let failed;
	void failure.then((why) => (failed = why));
	while (!(await check())) {
		if (failed !== undefined) throw new Error(failed);
		if (Date.now() > end) throw new Error(`nothing after ${limit / 1000} s`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** A free port of 127.0.0.1; `wanted` if given, or undefined if that is taken. */
async function freePort(wanted = 0) {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(wanted, '127.0.0.1', () => {
			const port = portOf(server);
			server.close(() => resolve(port));
		});
	});
}

module.exports = { freePort, installInto, openN8n, startN8n, startProcess, startProgram, until };
