import { MANDATORY } from '../support/leads';
import { N8N_VERSION } from '../support/n8n/install';
import { APP, LATER_APP, startRegistry } from '../support/registry';
import { startRealWorld } from '../support/realWorld';
import { run } from '../support/run';
import manifest from '../../package.json';

const { name } = manifest;
const JOHN = { name: 'John', email: 'john.doe@example.com' };

let registry: Awaited<ReturnType<typeof startRegistry>>;
let world: Awaited<ReturnType<typeof startRealWorld>>;
let workflow: object;
let version: string;

// The tests are the steps of one user, one after the other, in an n8n that is started once.
beforeAll(async () => {
	registry = await startRegistry();
	world = await startRealWorld({ isEmpty: true, env: registry.environment });
}, 300_000);
afterAll(async () => {
	await world?.stop();
	await registry?.stop();
}, 60_000);

// n8n 1.x starts `npm outdated` without its environment: npm then asks the real registry for updates.
const since2 = N8N_VERSION.startsWith('1.') ? it.skip : it;

/** The nodes on the editor's page for community nodes. */
const listed = async () => await world.n8n.request('GET', '/community-packages');
const offered = async () =>
	(await world.n8n.call('GET', '/types/nodes.json'))
		.map((type: { name: string }) => type.name)
		.filter((type: string) => type.startsWith(name));

/** Runs the saved workflow. @returns the address of the lead in the app */
async function runWorkflow() {
	const { status, data } = await world.n8n.execute(workflow);
	expect([status, data.resultData.error?.message]).toEqual(['success', undefined]);
	const [{ json }] = data.resultData.runData['7Targets'][0].data.main[0];
	expect(json).toMatchObject(JOHN);
	return json.leadUrl;
}

since2('is installed by its name, and runs without a restart', async () => {
	expect([await listed(), await offered()]).toEqual([[], []]);
	version = await registry.publish();
	await world.n8n.request('POST', '/community-packages', { name });
	expect(await listed()).toMatchObject([{ packageName: name, installedVersion: version }]);
	workflow = await world.n8n.addWorkflowOf({
		items: [JOHN],
		node: { parameters: { operation: 'upsert', ...MANDATORY } },
		credential: await world.newCredential(),
	});
	expect(await runWorkflow()).toContain(APP);
	expect(world.api.leads).toHaveLength(1);
	expect(world.cognito.requests).toHaveLength(1);
});

since2(
	'is updated to a higher version, with which a saved workflow and its login go on',
	async () => {
		const next = await registry.publish({ asNext: true });
		expect(await listed()).toMatchObject([{ installedVersion: version, updateAvailable: next }]);
		await world.n8n.request('PATCH', '/community-packages', { name });
		const [one, ...others] = await listed();
		expect([one.installedVersion, one.updateAvailable]).toEqual([next, undefined]);
		expect(others).toEqual([]);
		expect(await runWorkflow()).toContain(LATER_APP);
		expect(world.api.leads).toHaveLength(1);
		expect(world.cognito.requests).toHaveLength(1);
	},
);

since2('is uninstalled, and nothing of it is left', async () => {
	await world.n8n.request('DELETE', `/community-packages?name=${name}`);
	expect([await listed(), await offered()]).toEqual([[], []]);
	const folder = `${world.n8n.userFolder}/.n8n/nodes`;
	const files = await run('find', [folder, '-type', 'f']);
	expect(files.trim().split('\n')).toEqual([`${folder}/package.json`]);
	expect(JSON.parse(await run('cat', [`${folder}/package.json`])).dependencies).toEqual({});
});
