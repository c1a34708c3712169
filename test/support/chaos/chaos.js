const { parse } = require('flatted');
const { spawn } = require('node:child_process');
const { setMaxListeners } = require('node:events');
const { appendFile, mkdir, readFile, rm } = require('node:fs/promises');
const { join } = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { STATE } = require('../n8n/install');
const { startQueue } = require('../n8n/queue');
const { filesIn, findSecrets } = require('../secrets');
const { check, groupedBy } = require('./checker');
const { watchExecutions } = require('./executions');
const { WORKERS } = require('./plan');
const { sendAll } = require('./sender');
const { startServers } = require('./servers');
const { addWorkflows } = require('./workflows');

const MINUTE_MS = 60_000;
/** How long it may take until everything has settled, after the last kill. */
const SETTLE_MS = 10 * MINUTE_MS;

const SETTINGS = {
	N8N_LOG_LEVEL: 'debug',
	// In minutes; by default, n8n looks only every three hours for executions that nobody works on.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.5',
	// A restart of Redis takes long on a busy machine; after ten seconds without it, n8n would end itself.
	QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD: '60000',
	// A worker that is only slow, because the machine is busy, must not count as dead.
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
};

/** Passes on every command that Redis gets, also after a restart of Redis. */
function watchRedis({ port }, onOutput) {
	let isOver = false;
	let child;
	const go = () => {
		if (isOver) return;
		child = spawn('redis-cli', ['-p', `${port}`, 'monitor'], {
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		child.stdout.on('data', onOutput);
		child.once('close', () => setTimeout(go, 200));
	};
	go();
	return {
		stop: () => {
			isOver = true;
			child.kill();
		},
	};
}

/**
 * Runs a plan until everything has settled: n8n's queue mode, a CRM that sends to it, and the events of the plan.
 *
 * @param say told what happens
 * @param onStop given each way to end something that was started
 */
async function runChaos(plan, say, onStop) {
	const logs = join(STATE, 'chaos-logs');
	await rm(logs, { recursive: true, force: true });
	await mkdir(logs, { recursive: true });
	const servers = await startServers(plan);
	onStop(servers.stop);
	const written = new Map();
	const onOutput = (program, data) => {
		const before = written.get(program) ?? Promise.resolve();
		written.set(
			program,
			before.then(async () => await appendFile(join(logs, `${program}.log`), data)),
		);
	};
	const queue = await startQueue({
		name: 'chaos',
		settings: SETTINGS,
		// Redis' own default, so that it saves its data when it ends; not compressed, so that it can be searched.
		redisKeeps: ['--save', '3600 1 300 100 60 10000', '--rdbcompression', 'no'],
		onOutput,
	});
	onStop(queue.stop);
	const { main, postgres, redis } = queue;
	const redisSaid = watchRedis(redis, (data) => onOutput('what Redis was told', data));
	onStop(redisSaid.stop);
	const credentials = {
		password: await main.addCredential('Password', 'sevenTargetsApi', servers.credentials.password),
		oAuth2: await main.addCredential('OAuth2', 'sevenTargetsOAuth2Api', servers.credentials.oAuth2),
	};
	const [workers] = await Promise.all([
		Promise.all(Array.from({ length: WORKERS }, async () => await queue.startWorker())),
		addWorkflows(main, credentials),
	]);
	say('all is up');

	const executions = watchExecutions(postgres);
	onStop(executions.stop);
	const counts = { kills: {}, restarts: {}, spared: 0 };
	const givenUp = new AbortController();
	// Each event waits with it.
	setMaxListeners(0, givenUp.signal);
	/** What was killed or restarted, and when. */
	const interruptions = [];
	const interrupt = (what) => void interruptions.push({ at: Date.now(), what });
	const count = (kind, what) => (counts[kind][what] = (counts[kind][what] ?? 0) + 1);
	const kill = (program, what) => {
		if (!program.kill()) return counts.spared++;
		interrupt(program.name);
		count('kills', what);
	};
	const restart = async (server, what, how) => {
		interrupt(what);
		await server.restart(how);
		interrupt(what);
		count('restarts', [what, how].filter(Boolean).join(' '));
	};
	const forAWhile = async ({ for: ms }, begin, end) => {
		await begin();
		await wait(ms, undefined, { signal: givenUp.signal });
		await end();
	};
	const EVENTS = {
		'kill worker': ({ which }) => {
			// Otherwise, on a slow machine, all workers would only start again and again, and get nothing done.
			const isLast = !workers.some((worker, n) => n !== which && worker.isUp());
			if (isLast) counts.spared++;
			else kill(workers[which], 'worker');
		},
		'kill main': () => kill(main, 'main'),
		'restart PostgreSQL': async ({ how }) => await restart(postgres, 'PostgreSQL', how),
		'restart Redis': async () => await restart(redis, 'Redis'),
		'API hangs': async (event) =>
			await forAWhile(
				event,
				() => servers.doNow('silent'),
				() => servers.doNow(),
			),
		'API hangs, carries out': async (event) =>
			await forAWhile(
				event,
				() => servers.doNow('silent, carried out'),
				() => servers.doNow(),
			),
		'API is down': async (event) =>
			await forAWhile(event, servers.api.goDown, servers.api.comeBack),
		'revoke tokens': () => servers.revoke(),
		'say that tokens last': ({ seconds }) => servers.sayLifetime(seconds),
		'clock of the logins is off': async (event) =>
			await forAWhile(
				event,
				() => servers.setClock(event.hours),
				() => servers.setClock(0),
			),
	};
	const begun = Date.now();
	let failure;
	const happening = Promise.all(
		plan.events.map(async (event) => {
			try {
				await wait(event.at - (Date.now() - begun), undefined, { signal: givenUp.signal });
				say(
					`${Math.round((Date.now() - begun) / 1000)} s: ${event.what} ${event.which ?? event.how ?? event.hours ?? event.seconds ?? ''}`,
				);
				await EVENTS[event.what](event);
			} catch (error) {
				failure ??= error;
				givenUp.abort();
			}
		}),
	);
	onStop(async () => {
		givenUp.abort();
		await happening;
	});
	const deadline = begun + plan.minutes * MINUTE_MS + SETTLE_MS;
	const sent = await sendAll({
		plan,
		n8n: { hook: queue.webhook.url, call: main.call },
		executions,
		requests: servers.api.requests,
		isGivenUp: () => givenUp.signal.aborted || Date.now() > deadline,
	});
	const took = Date.now() - begun;
	await happening;
	if (failure !== undefined) throw failure;
	say('all has settled');

	await executions.stop();
	// The output of the node, from n8n's database: of the newest execution that has one, whatever n8n calls it by now.
	const outputs = new Map();
	const attempts = sent.flat().flatMap((one) => one.attempts);
	for (const { mark } of attempts.filter(({ isSuccessful }) => isSuccessful)) {
		for (const { id } of executions.of(mark)) {
			const [[data]] = await postgres.query(
				`select data from execution_data where "executionId" = ${id}`,
			);
			const items = parse(data).resultData?.runData?.['7Targets']?.at(-1)?.data?.main?.[0];
			if (items)
				outputs.set(
					mark,
					items.map(({ json }) => json),
				);
		}
	}
	await Promise.all(written.values());
	/** The worker that took an execution, by its ID. */
	const takers = new Map();
	for (const { name } of workers) {
		const log = await readFile(join(logs, `${name}.log`), 'utf8');
		for (const [, id] of log.matchAll(/Worker started execution (\d+)/g)) {
			takers.set(Number(id), name);
		}
	}
	/** How n8n's processes ended that the test did not kill, and why some did not start. */
	const ends = [main, queue.webhook, ...workers].flatMap((program) =>
		program.ends.map((end) => ({ ...end, what: program.name, how: end.how.split('\n')[0] })),
	);
	const history = {
		plan,
		sent,
		requests: servers.api.requests,
		leads: servers.standIns.api.leads,
		outputs,
		interruptions,
		ends,
		executions: groupedBy(
			[...executions.all.values()].map((one) => ({ ...one, worker: takers.get(one.id) })),
			({ mark }) => mark,
		),
	};

	await redis.cli('--rdb', join(redis.folder, 'all.rdb'));
	const places = {
		'the database': [await postgres.dump()],
		'what Redis holds': [await readFile(join(redis.folder, 'all.rdb'))],
		'what the API was sent': [JSON.stringify(servers.api.requests.map(({ body }) => body))],
	};
	const files = { ...(await filesIn(logs)), ...(await filesIn(join(queue.userFolder, '.n8n'))) };
	const tokens = servers.standIns.tokens();
	const look = async (secrets, all) => await findSecrets(secrets, tokens, all);
	const leaks = await look(servers.standIns.secrets(), { ...places, ...files });
	return {
		...check(history),
		history,
		leaks,
		/** The same search for texts that are no secrets, to show that it finds what is there. */
		found: await look(
			{
				'an email address': plan.stories[0].people[0].email,
				'the queue': 'bull:jobs',
				'an execution': 'Worker started execution',
			},
			{ ...places, ...(await filesIn(logs)) },
		),
		tokens: tokens.length,
		logins: Object.values(servers.logins).flatMap(({ requests }) => requests),
		redirected: servers.elsewhere.connections(),
		counts,
		places: Object.keys({ ...places, ...files }).length,
		took,
	};
}

module.exports = { runChaos };
