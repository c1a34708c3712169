const { existsSync, readdirSync } = require('node:fs');
const { chown, mkdtemp, rm } = require('node:fs/promises');
const { createConnection } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { run } = require('../run');
const { installN8n, N8N_VERSION, STATE } = require('./install');
const { freePort, startN8n, startProcess, startProgram } = require('./server');

const START_LIMIT_MS = 30_000;
const USER = 'postgres';

/** Whether something takes connections on a port of 127.0.0.1. */
const answers = (port) =>
	new Promise((resolve) => {
		const socket = createConnection({ host: '127.0.0.1', port }, () => {
			socket.destroy();
			resolve(true);
		}).once('error', () => resolve(false));
	});

/** Starts a server and waits until it takes connections; `stop` also removes its folder. */
async function startServer(command, args, { port, folder }) {
	const isReady = async () => await answers(port);
	const { stop } = await startProgram(command, args, { isReady, limit: START_LIMIT_MS });
	return {
		port,
		stop: async () => {
			await stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** PostgreSQL refuses to be run by root, and then runs as the user that Debian's package makes. */
const asUser = (command, args) =>
	process.getuid() === 0 ? ['runuser', ['-u', USER, '--', command, ...args]] : [command, args];

async function startPostgres() {
	const versions = '/usr/lib/postgresql';
	if (!existsSync(versions)) throw new Error('PostgreSQL is missing: apt-get install postgresql');
	const bin = join(versions, readdirSync(versions).at(-1), 'bin');
	const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
	if (process.getuid() === 0) {
		const id = async (flag) => Number(await run('id', [flag, USER]));
		await chown(folder, await id('-u'), await id('-g'));
	}
	const data = join(folder, 'data');
	const port = await freePort();
	await run(...asUser(join(bin, 'initdb'), ['-D', data, '-U', 'n8n', '--auth=trust', '-E', 'UTF8']));
	const server = ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
	return await startServer(...asUser(join(bin, 'postgres'), server), { port, folder });
}

async function startRedis() {
	const folder = await mkdtemp(join(tmpdir(), 'redis-'));
	const port = await freePort();
	const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
	return await startServer('redis-server', args, { port, folder }).catch((error) => {
		throw new Error(`Redis is missing (apt-get install redis-server): ${error.message}`);
	});
}

/**
 * n8n's queue mode: PostgreSQL, Redis, one main process, one for webhooks, and as many workers as `startWorker` is called.
 * A worker that dies is noticed after some seconds, in place of n8n's half a minute.
 */
async function startQueue() {
	const started = [];
	const stop = async () => {
		while (started.length > 0) await started.pop()();
	};
	const keep = (server) => {
		started.push(server.stop);
		return server;
	};
	try {
		const postgres = keep(await startPostgres());
		const redis = keep(await startRedis());
		const folder = await installN8n(N8N_VERSION, () => {});
		const userFolder = join(STATE, 'queue');
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
		};
		const main = keep(await startN8n({ folder, userFolder, port: await freePort(), env }));
		const port = await freePort();
		const webhook = keep(
			await startProcess('webhook', { folder, userFolder, env: { ...env, N8N_PORT: `${port}` } }),
		);
		return {
			main,
			/** The executions of a workflow so far, from the database: n8n's own list has pages that shift while it grows. */
			executionsOf: async ({ id }) => {
				const query = `select id, status from execution_entity where "workflowId" = '${id}' order by id`;
				const where = ['-h', '127.0.0.1', '-p', `${postgres.port}`, '-U', 'n8n', '-d', 'postgres'];
				const rows = await run('psql', [...where, '-tAc', query]);
				return rows
					.trim()
					.split('\n')
					.map((row) => row.split('|'))
					.map(([execution, status]) => ({ id: execution, status }));
			},
			webhook: { ...webhook, url: `http://127.0.0.1:${port}/webhook` },
			startWorker: async () =>
				keep(await startProcess('worker', { folder, userFolder, env })),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { startQueue };
