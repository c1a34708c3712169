import { sleep } from 'n8n-workflow';

import { print } from '../support/print';
import { startQueue } from '../support/n8n/queue';
import { until } from '../support/n8n/server';
import { webhookWorkflow } from '../support/n8n/webhook';
import { startStandIns } from '../support/standIns';

const WEBHOOKS = 200;
const LEADS = 5;
/** The worker is killed when the API has had this many requests. */
const BEFORE_KILL = 100;
/** Everything ends within a few seconds, unless the machine is busy. */
const SETTLE_MS = 240_000;

let standIns: Awaited<ReturnType<typeof startStandIns>>;
let queue: Awaited<ReturnType<typeof startQueue>>;

beforeAll(async () => {
	// With this reading, a second POST starts the messages of an address again, and the stand-in counts that.
	standIns = await startStandIns({ secondPost: 'assigns' });
	queue = await startQueue();
}, 300_000);
afterAll(async () => {
	await queue?.stop();
	await standIns?.stop();
}, 60_000);

const emailOf = (call: number, lead: number) => `call${call}.lead${lead}@example.com`;

/** The workflow that all calls start: a webhook, its leads as items, and the node. */
async function activeWorkflow(path: string) {
	const { main } = queue;
	const credential = await main.addCredential('7Targets', 'sevenTargetsApi', standIns.login());
	const workflow = await main.addWorkflow(
		webhookWorkflow(path, {
			parameters: {
				operation: 'upsert',
				source: 'Website',
				type: 'SALES',
				name: 'John',
				email: '={{ $json.email }}',
				assistantId: { __rl: true, mode: 'id', value: '11' },
			},
		}),
		credential,
	);
	await main.activate(workflow);
	return workflow;
}

async function call(number: number, path = 'leads'): Promise<boolean> {
	const leads = Array.from({ length: LEADS }, (_, lead) => ({ email: emailOf(number, lead) }));
	const response = await fetch(`${queue.webhook.url}/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ leads }),
	});
	return response.ok;
}

/** How often the messages of each lead of a call were started. */
const startsOf = (number: number) =>
	Array.from({ length: LEADS }, (_, lead) => standIns.api.starts.get(emailOf(number, lead)) ?? 0);

interface Execution {
	id: string;
	status: string;
}

it(`${WEBHOOKS} webhooks with ${LEADS} leads each, while a worker is killed`, async () => {
	const { main } = queue;
	const workflow = await activeWorkflow('leads');
	const first = await queue.startWorker();
	await queue.startWorker();
	await until(async () => await call(0), 30_000);
	await until(() => standIns.api.leads.length === LEADS, 30_000);
	const logins = standIns.cognito.requests.length;
	// Creating takes a while, so the worker dies in the middle of some executions.
	standIns.api.script(async ({ method }) => await sleep(method === 'POST' ? 900 : 100));

	let executions: Execution[] = [];
	const list = async () => (executions = await queue.executionsOf(workflow));
	const calls = Array.from({ length: WEBHOOKS - 1 }, (_, n) => n + 1);
	const accepted = await Promise.all(
		calls
			.map(async (number) => {
				await sleep(20 * number);
				return await call(number);
			})
			.concat([
				(async () => {
					// By then, both workers are in the middle of some executions, even on a slow machine.
					await until(() => standIns.api.requests.length >= BEFORE_KILL, 60_000);
					expect(first.kill()).toBe(true);
					return true;
				})(),
			]),
	);
	expect(accepted.every(Boolean)).toBe(true);

	const isOver = ({ status }: Execution) => !['new', 'running', 'waiting'].includes(status);
	await until(
		async () => (await list()).length >= WEBHOOKS && executions.every(isOver),
		SETTLE_MS,
	).catch(() => {
		const statuses = executions.map(({ status }) => status).sort();
		throw new Error(`not over: ${statuses.length} executions are ${statuses.join(' ')}`);
	});
	const succeeded = executions.filter(({ status }) => status === 'success');
	const died = executions.filter(({ status }) => status !== 'success');
	const complete = new Set<number>();
	for (const { id } of succeeded) {
		const { data } = await main.finished(id);
		const [item] = data.resultData.runData.Webhook[0].data.main[0];
		const number = Number(/\d+/.exec(item.json.body.leads[0].email)![0]);
		expect(startsOf(number)).toEqual(Array(LEADS).fill(1));
		complete.add(number);
	}
	// n8n keeps no data of an execution whose worker died, so its Retry button has nothing to continue from: the sender sends
	// it again.
	const lost = [0, ...calls].filter((number) => !complete.has(number));
	expect(lost).toHaveLength(died.length);
	const beforeSentAgain = new Map(lost.map((number) => [number, startsOf(number)]));
	for (const number of lost) expect(await call(number)).toBe(true);
	await until(
		async () => (await list()).length >= WEBHOOKS + lost.length && executions.every(isOver),
		SETTLE_MS,
	);
	expect(executions.filter(({ status }) => status === 'success')).toHaveLength(WEBHOOKS);
	const begun = lost.filter((number) => beforeSentAgain.get(number)!.some((times) => times > 0));
	expect([0, ...calls].flatMap(startsOf).filter((times) => times !== 1)).toEqual([]);
	print(
		`Queue mode, two workers, one of them killed: ${WEBHOOKS} executions of ${LEADS} leads, ${succeeded.length} successful with each lead once, ${died.length} reported as ${[...new Set(died.map(({ status }) => status))].join(', ') || 'failed'} and complete once sent again, though ${begun.length} of them had created leads; 0 leads started twice; ${standIns.cognito.requests.length} login`,
	);
	expect(died.length).toBeGreaterThan(0);
	// Otherwise, the test put nothing at risk and proves nothing.
	expect(begun.length).toBeGreaterThan(0);
	expect([logins, standIns.cognito.requests.length]).toEqual([1, 1]);
}, 700_000);

it('two workers that create or update the same new person at the same moment do not wait for each other', async () => {
	const path = 'at-once';
	const workflow = await activeWorkflow(path);
	await Promise.all([queue.startWorker(), queue.startWorker()]);
	const calls = Array.from({ length: 15 }, (_, n) => 1_000 + n);
	await until(async () => await call(999, path), 30_000);
	standIns.api.script(async ({ method }) => await sleep(method === 'PUT' ? 1_500 : 0));
	const accepted = await Promise.all(
		calls.flatMap((number) => [call(number, path), call(number, path)]),
	);
	expect(accepted.every(Boolean)).toBe(true);
	const isOver = async () => {
		const executions: Execution[] = await queue.executionsOf(workflow);
		return executions.filter(({ status }) => status === 'success').length >= 2 * calls.length + 1;
	};
	await until(isOver, SETTLE_MS);
	const starts = calls.flatMap(startsOf);
	const twice = starts.filter((times) => times === 2).length;
	print(
		`Queue mode, two workers, each of ${starts.length} new people in two executions at the same moment: all executions successful, ${starts.length - twice} created once, ${twice} twice`,
	);
	// Nobody is lost; that nobody is started twice is promised within one process alone.
	expect(starts.every((times) => times === 1 || times === 2)).toBe(true);
}, 700_000);
