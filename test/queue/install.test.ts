import { MANDATORY, people } from '../support/leads';
import { startQueue } from '../support/n8n/queue';
import { until } from '../support/n8n/server';
import { APP, LATER_APP, startRegistry } from '../support/registry';
import { startStandIns } from '../support/standIns';
import manifest from '../../package.json';

const { name } = manifest;
const INSTALLED = /Community package installed/g;

let standIns: Awaited<ReturnType<typeof startStandIns>>;
let registry: Awaited<ReturnType<typeof startRegistry>>;
let queue: Awaited<ReturnType<typeof startQueue>>;
let worker: Awaited<ReturnType<typeof queue.startWorker>>;
const logs: Record<string, string> = { 'worker-1': '', 'worker-2': '' };
let workflow: object;

// Main and worker share no folder, so the worker has to fetch the package itself.
beforeAll(async () => {
	standIns = await startStandIns();
	registry = await startRegistry();
	queue = await startQueue({
		name: 'queue-install',
		settings: { ...registry.environment, N8N_REINSTALL_MISSING_PACKAGES: 'true' },
		isEmpty: true,
		onOutput: (program, data) => void (logs[program] += data),
	});
	worker = await queue.startWorker();
}, 300_000);
afterAll(async () => {
	await queue?.stop();
	await registry?.stop();
	await standIns?.stop();
}, 60_000);

const workerHasInstalled = async (times: number) =>
	await until(() => (logs['worker-1'].match(INSTALLED) ?? []).length === times, 60_000);

/** Runs the saved workflow on a worker. @returns the address of the lead in the app */
async function run(program = 'worker-1') {
	const { id, status, data } = await queue.main.execute(workflow);
	expect([status, data.resultData.error?.message]).toEqual(['success', undefined]);
	expect(logs[program]).toContain(`Worker finished execution ${id} `);
	const [{ json }] = data.resultData.runData['7Targets'][0].data.main[0];
	return json.leadUrl;
}

it('is installed in main, and a worker that runs already gets it', async () => {
	await registry.publish();
	await queue.main.request('POST', '/community-packages', { name });
	await workerHasInstalled(1);
	workflow = await queue.main.addWorkflowOf({
		items: people(1),
		node: { parameters: { operation: 'upsert', ...MANDATORY } },
		credential: await queue.main.addCredential('7Targets', 'sevenTargetsApi', standIns.login()),
	});
	expect(await run()).toContain(APP);
	expect(standIns.api.leads).toHaveLength(1);
});

it('is updated in main, and the worker runs the higher version', async () => {
	await registry.publish({ asNext: true });
	await queue.main.request('PATCH', '/community-packages', { name });
	await workerHasInstalled(2);
	expect(await run()).toContain(LATER_APP);
	expect(standIns.api.leads).toHaveLength(1);
	expect(standIns.cognito.requests).toHaveLength(1);
	expect([queue.main, worker].flatMap(({ ends }) => ends)).toEqual([]);
});

it('is fetched by a worker that starts later with an empty folder', async () => {
	const later = await queue.startWorker();
	await worker.stop();
	expect(await run('worker-2')).toContain(LATER_APP);
	expect(standIns.api.leads).toHaveLength(1);
	expect(later.ends).toEqual([]);
}, 300_000);

it('is uninstalled in main, and the worker loses it', async () => {
	await queue.main.request('DELETE', `/community-packages?name=${name}`);
	await until(() => logs['worker-2'].includes('Community package uninstalled'), 60_000);
	const { length } = standIns.api.requests;
	const { status, data } = await queue.main.execute(workflow);
	expect(status).toBe('error');
	expect(data.resultData.error.message).toMatch(/unrecognized node type/i);
	expect(standIns.api.requests).toHaveLength(length);
});
