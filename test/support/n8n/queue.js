const { existsSync, readdirSync } = require('node:fs');
const { chown, mkdtemp, rm } = require('node:fs/promises');
const { createConnection } = require('node:net');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');
const { run } = require('../run');
const { installN8n, N8N_VERSION, STATE } = require('./install');
const { freePort, installInto, openN8n, startProcess, startProgram } = require('./server');
const { superviseProgram } = require('./supervisor');

const START_LIMIT_MS = 30_000;
const USER = 'postgres';
const isRoot = userInfo().uid === 0;
/** Separates the columns of a row; no text holds it. */
const SEPARATOR = '\x1f';

/** Whether something takes connections on a port of 127.0.0.1. */
const answers = (port) =>
	new Promise((resolve) => {
		const socket = createConnection({ host: '127.0.0.1', port }, () => {
			socket.destroy();
			resolve(true);
		}).once('error', () => resolve(false));
	});

/**
 * Starts a server and waits until it is ready.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Pick<import('./server').Start, 'isReady' | 'onOutput'> & { port: number, folder: string, end?: (how?: string) => Promise<void> }} more
 * `end` has it end, if a signal would not do
 */
async function startServer(command, args, { port, folder, isReady, onOutput, end }) {
	const start = async () =>
		await startProgram(command, args, {
			isReady,
			limit: START_LIMIT_MS,
			onOutput,
		});
	let program = await start();
	const endNow = async (how) => {
		if (end === undefined) await program.stop();
		else await end(how);
		await program.ended;
	};
	return {
		port,
		/** Ends it and starts it again, with the same data. */
		restart: async (how) => {
			await endNow(how);
			program = await start();
		},
		/** Ends it, and removes its folder. */
		stop: async () => {
			await endNow();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/**
 * PostgreSQL refuses to run as root, so then it runs as the user that Debian's package creates.
 *
 * @returns {[command: string, args: string[]]}
 */
const asUser = (command, args) =>
	isRoot ? ['runuser', ['-u', USER, '--', command, ...args]] : [command, args];

async function startPostgres(onOutput) {
	const versions = '/usr/lib/postgresql';
	if (!existsSync(versions)) throw new Error('PostgreSQL is missing: apt-get install postgresql');
	const bin = join(versions, String(readdirSync(versions).at(-1)), 'bin');
	const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
	if (isRoot) {
		const id = async (flag) => Number(await run('id', [flag, USER]));
		await chown(folder, await id('-u'), await id('-g'));
	}
	const data = join(folder, 'data');
	const port = await freePort();
	await run(
		...asUser(join(bin, 'initdb'), ['-D', data, '-U', 'n8n', '--auth=trust', '-E', 'UTF8']),
	);
	const server = ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
	const where = ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'n8n', '-d', 'postgres'];
	return {
		...(await startServer(...asUser(join(bin, 'postgres'), server), {
			port,
			folder,
			onOutput,
			// Before that, it takes connections, but turns them away.
			isReady: (log) => log.includes('database system is ready to accept connections'),
			// After SIGTERM, it would wait until all clients have gone.
			end: async (mode = 'fast') =>
				void (await run(...asUser(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', mode]), {
					cwd: '/',
				})),
		})),
		/** The rows of a query, each a list of texts. */
		query: async (sql) => {
			const rows = (await run('psql', [...where, '-tAF', SEPARATOR, '-c', sql])).trim();
			return rows === '' ? [] : rows.split('\n').map((row) => row.split(SEPARATOR));
		},
		/** Everything that is stored, as text. */
		dump: async () => await run('pg_dump', where),
	};
}

/** @param persistence as arguments of redis-server */
async function startRedis(persistence, onOutput) {
	const folder = await mkdtemp(join(tmpdir(), 'redis-'));
	const port = await freePort();
	const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, ...persistence];
	const isReady = async () => await answers(port);
	const server = startServer('redis-server', args, { port, folder, isReady, onOutput });
	return {
		...(await server.catch((error) => {
			throw new Error(`Redis is missing (apt-get install redis-server): ${error.message}`);
		})),
		folder,
		cli: async (...command) => await run('redis-cli', ['-p', `${port}`, ...command]),
	};
}

/**
 * Starts n8n's queue mode: PostgreSQL, Redis, one main process, and one for webhooks; each call of `startWorker` adds a worker. A
 * process of n8n that ends is started again, as Docker does. A worker that dies is noticed after some seconds, not after n8n's
 * half a minute.
 *
 * @param name of the folder for its files
 * @param settings more of n8n's environment variables
 * @param isEmpty without this package, and each process with a folder of its own, as on machines of their own
 * @param redisKeeps how Redis keeps its data, as arguments of redis-server
 * @param onOutput told which process has written what
 */
async function startQueue({
	name = 'queue',
	settings = {},
	isEmpty = false,
	redisKeeps = ['--save', ''],
	onOutput = (/** @type {string} */ _name, /** @type {Buffer} */ _data) => {},
} = {}) {
	const started = [];
	// If one cannot be stopped, the others still are.
	const stop = async () => {
		const errors = [];
		while (started.length > 0) await started.pop()().catch((error) => errors.push(error));
		if (errors.length > 0) throw errors[0];
	};
	const keep = (server) => {
		started.push(server.stop);
		return server;
	};
	const outputOf = (program) => (data) => onOutput(program, data);
	try {
		const postgres = keep(await startPostgres(outputOf('postgres')));
		const redis = keep(await startRedis(redisKeeps, outputOf('redis')));
		const folder = await installN8n(N8N_VERSION, () => {});
		const userFolder = join(STATE, name);
		await rm(userFolder, { recursive: true, force: true });
		if (!isEmpty) await installInto(userFolder);
		const env = {
			EXECUTIONS_MODE: 'queue',
			OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
			N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
			N8N_ENCRYPTION_KEY: 'the-same-for-all',
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: `${postgres.port}`,
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: `${redis.port}`,
			QUEUE_WORKER_LOCK_DURATION: '5000',
			QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
			QUEUE_WORKER_STALLED_INTERVAL: '2000',
			...settings,
		};
		// A process that starts reads in its log which executions were under way, and calls them crashed (2.41, seen): also those of
		// other processes, if all write to one log.
		const ownLog = (program) => ({ N8N_EVENTBUS_LOGWRITER_LOGBASENAME: `events-${program}` });
		const startSupervised = async (command, program, more = {}) => {
			const setting = {
				folder,
				userFolder: isEmpty ? join(userFolder, program) : userFolder,
				env: { ...env, ...more, ...ownLog(program) },
			};
			const supervised = await superviseProgram(
				async (signal) =>
					await startProcess(command, setting, { signal, onOutput: outputOf(program) }),
			);
			return keep({ name: program, ...supervised });
		};
		const port = await freePort();
		const main = await startSupervised('start', 'main', { N8N_PORT: `${port}` });
		const n8n = await openN8n(port);
		const webhookPort = await freePort();
		const webhook = await startSupervised('webhook', 'webhook', { N8N_PORT: `${webhookPort}` });
		let workers = 0;
		return {
			postgres,
			redis,
			userFolder,
			main: { ...main, ...n8n },
			/** The executions of a workflow so far, from the database: n8n's own list has pages that shift while it grows. */
			executionsOf: async ({ id }) => {
				const query = `select id, status from execution_entity where "workflowId" = '${id}' order by id`;
				return (await postgres.query(query)).map(([execution, status]) => ({
					id: execution,
					status,
				}));
			},
			webhook: { ...webhook, url: `http://127.0.0.1:${webhookPort}/webhook` },
			startWorker: async () => await startSupervised('worker', `worker-${++workers}`),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { startQueue };
