import { refusal } from '../support/faults';
import { leadUrl, MANDATORY, people } from '../support/leads';
import { formOf, OF_A_LEAD } from '../support/operations';
import { print } from '../support/print';
import {
	emailsOf,
	hintsOf,
	itemsOf,
	ORIGINAL,
	resultOf,
	SAVED,
	to,
	TYPE,
	useRealRuns,
} from '../support/realBench';

// With server-sent events, `fetch` can read what n8n pushes to the editor.
const real = useRealRuns({ N8N_PUSH_BACKEND: 'sse' });
const { expectEachStartedOnce, nodeOf, oAuth2, password, readAs, retry, run, save, sent } = real;
let { world } = real;
let { api } = world;
beforeEach(() => {
	({ world } = real);
	({ api } = world);
});

type Workflow = Awaited<ReturnType<typeof run>>['workflow'];
type Execution = Awaited<ReturnType<typeof run>>['execution'];

const ONE_BY_ONE = { options: { concurrency: 1 } };
const UPSERT = { ...MANDATORY, operation: 'upsert' };
const twelve = people(12);
const someone = { name: 'John', email: 'john@example.com' };

const correctSource = async (workflow: Workflow) =>
	await save(workflow, ({ parameters }: Workflow) => ({
		parameters: { ...parameters, source: 'Website' },
	}));

const lost = (created: boolean) => (created ? '504, carried out' : '504');
const empty = (created: boolean) => (created ? '201 {}, carried out' : '201 {}');

/** The first POST of an address ends in `fault`. */
const firstPost = (address: string, fault: string) =>
	api.plan([fault, { method: 'POST', email: address, times: 1 }]);

describe('twelve leads, of which the eighth is refused for its source,', () => {
	const refuse = (address: string) =>
		api.plan([refusal('Unknown source'), { email: address, source: 'Web site' }]);
	async function runTwelve() {
		refuse('lead7@example.com');
		const started = await run(twelve, { ...MANDATORY, ...ONE_BY_ONE, source: 'Web site' });
		expect(resultOf(started.execution).error.message).toBe(
			'7Targets did not create the lead: Unknown source (status 400) [item 7]',
		);
		expect(api.leads).toHaveLength(7);
		return started;
	}
	function expectTwelve(execution: Execution) {
		expect(execution.status).toBe('success');
		expectEachStartedOnce(emailsOf(twelve));
		expect(emailsOf(itemsOf(execution))).toEqual(emailsOf(twelve));
	}
	const OLD_VALUES = expect.stringMatching(
		/^An earlier run has sent items 0, 1, 2, 3, 4, 5, 6, .*'Update'\.$/,
	);

	it('are each started once if the source is corrected, saved and retried, and n8n hints at the old values', async () => {
		const { workflow, execution } = await runTwelve();
		await correctSource(workflow);
		const retried = await retry(execution, SAVED);
		expectTwelve(retried);
		expect(hintsOf(retried)).toEqual([OLD_VALUES]);
		expect(api.leads.map(({ source }: Workflow) => source)).toEqual([
			...Array(7).fill('Web site'),
			...Array(5).fill('Website'),
		]);
	});

	it('are each started once by a retry with the original workflow', async () => {
		const { workflow, execution } = await runTwelve();
		await correctSource(workflow);
		api.plan();
		const retried = await retry(execution, ORIGINAL);
		expectTwelve(retried);
		expect(hintsOf(retried)).toEqual([]);
		expect(new Set(api.leads.map(({ source }: Workflow) => source))).toEqual(new Set(['Web site']));
	});

	it('are each started once if a new credential of the same account is chosen', async () => {
		const { workflow, execution } = await runTwelve();
		api.plan();
		const credential = await password();
		await save(workflow, () => ({ credentials: { [credential.type]: credential } }));
		const logins = world.cognito.requests.length;
		const retried = await retry(execution, SAVED);
		expectTwelve(retried);
		expect(hintsOf(retried)).toEqual([]);
		expect(world.cognito.requests).toHaveLength(logins + 1);
	});

	it.each([
		['saved', SAVED, [OLD_VALUES]],
		['original', ORIGINAL, []],
	])('are each started once where a retry of the %s workflow fails', async (_, which, hints) => {
		const { workflow, execution } = await runTwelve();
		await correctSource(workflow);
		api.plan([refusal('Not this one'), { email: 'lead9@example.com' }]);
		const second = await retry(execution, which);
		expect(resultOf(second).error.message).toMatch(/: Not this one \(status 400\) \[item 9\]$/);
		expect(resultOf(second).error.description).toContain('9 of 12 leads were created.');
		expect(resultOf(second).error.description).toContain('the newest one that failed');
		api.plan();
		const third = await retry(second, which);
		expectTwelve(third);
		expect(hintsOf(third)).toEqual(hints);
	});
});

it.each([true, false])(
	'a Create whose answer is lost is settled by Retry, carried out: %s',
	async (created) => {
		const three = people(3);
		firstPost('lead1@example.com', lost(created));
		const { execution } = await run(three, { ...MANDATORY, ...ONE_BY_ONE });
		expect(resultOf(execution).error.message).toMatch(
			/^It is not known whether the lead was created: .* \(status 504\) \[item 1\]$/,
		);
		expect(api.leads).toHaveLength(created ? 2 : 1);
		const retried = await retry(execution, ORIGINAL);
		expect(retried.status).toBe('success');
		expectEachStartedOnce(emailsOf(three));
		expect(emailsOf(itemsOf(retried))).toEqual(emailsOf(three));
	},
);

describe.each([
	{ login: 'a password', credential: password, parameters: UPSERT },
	{
		login: 'OAuth2 and the assistant by email',
		credential: oAuth2,
		parameters: {
			...UPSERT,
			authentication: 'oAuth2',
			assistantId: { __rl: true, mode: 'email', value: 'rachel@example.com' },
		},
	},
])('Create or Update with $login', ({ credential, parameters }) => {
	const upsert = async (person: object) => {
		const { execution } = await run([person], parameters, { credential: await credential() });
		return execution;
	};
	function expectNew(execution: Execution, requests: string[]) {
		expect(execution.status).toBe('success');
		const [lead] = api.leads;
		expect(itemsOf(execution)).toEqual([{ ...lead, leadUrl: leadUrl(lead.id), isNew: true }]);
		expect(lead).toMatchObject({ ...someone, source: 'Website' });
		expectEachStartedOnce([someone.email]);
		expect(sent()).toEqual(requests);
	}
	const [PUT, POST] = ['PUT /leads', 'POST /leads'];

	it('creates a new lead, and updates one that is there', async () => {
		expectNew(await upsert(someone), [PUT, POST]);
		const changed = { ...someone, name: 'Johnny' };
		const execution = await upsert(changed);
		const [lead] = api.leads;
		expect(itemsOf(execution)).toEqual([{ ...lead, leadUrl: leadUrl(lead.id), isNew: false }]);
		expect(lead).toMatchObject(changed);
		expectEachStartedOnce([someone.email]);
		expect(sent()).toEqual([PUT, POST, PUT]);
	});

	it.each([400, 404, 409, 410, 422])(
		'creates a new lead if an unknown one is answered %i',
		async (unknownLead) => {
			readAs({ unknownLead });
			expectNew(await upsert(someone), [PUT, POST]);
		},
	);

	it.each([
		['504 before it was carried out', lost(false), [PUT, POST, PUT, POST]],
		['504 after it was carried out', lost(true), [PUT, POST, PUT]],
		['201 with no lead, and created none', empty(false), [PUT, POST, PUT, POST]],
		['201 with no lead, and created one', empty(true), [PUT, POST, PUT]],
	])('settles by itself a POST that was answered %s', async (_, fault, requests) => {
		firstPost(someone.email, fault);
		expectNew(await upsert(someone), requests);
	});

	it('says why the POST was refused, and that neither was done', async () => {
		api.plan([refusal('No such sequence'), { method: 'POST' }]);
		const { error } = resultOf(await upsert(someone));
		expect(error.message).toBe(
			'7Targets did not create or update the lead: No such sequence (status 400) [item 0]',
		);
		expect(error.description).toContain(
			'Neither was done: 7Targets first refused an update (Lead not found (status 400)).',
		);
		expect(api.leads).toEqual([]);
		expect(sent()).toEqual([PUT, POST]);
	});
});

it('Create or Update starts each of 100 leads once while a third of the requests fail', async () => {
	const hundred = people(100);
	const faults = [500, '504, carried out', 503, 'reset, carried out', '201 {}, carried out'];
	api.plan([({ n }) => (n % 12 < 4 ? faults[n % faults.length] : undefined)]);
	const began = Date.now();
	const { execution } = await run(hundred, { ...UPSERT, options: { maxTries: 10 } });
	const seconds = Math.round((Date.now() - began) / 1000);
	print(`100 leads created or updated by ${api.requests.length} requests in ${seconds} s`);
	expect(execution.status).toBe('success');
	expectEachStartedOnce(emailsOf(hundred));
	expect(itemsOf(execution)).toEqual(
		hundred.map(({ email }) => expect.objectContaining({ email, isNew: true })),
	);
}, 400_000);

describe('in a sub-workflow', () => {
	const five = people(5);
	const CALL = 'n8n-nodes-base.executeWorkflow';
	const CALLED = 'n8n-nodes-base.executeWorkflowTrigger';

	/** Runs a workflow that hands the five items to our node in a sub-workflow; the third is refused. */
	async function runFive(settings: object) {
		api.plan([refusal('No such sequence'), { email: 'lead2@example.com' }]);
		const ours = await nodeOf('7Targets', TYPE, { ...MANDATORY, ...ONE_BY_ONE });
		const sub = await world.n8n.addSubWorkflow(
			{
				name: 'sub-workflow',
				nodes: [
					await nodeOf('Called', CALLED, { inputSource: 'passthrough' }),
					{ ...ours, credentials: {} },
				],
				connections: { Called: to('7Targets') },
				settings,
			},
			await password(),
		);
		const workflowId = { __rl: true, mode: 'id', value: sub.id };
		const main = await world.n8n.addWorkflow({
			name: 'main workflow',
			nodes: [
				await nodeOf('Start', 'n8n-nodes-base.manualTrigger', {}),
				await nodeOf('Call', CALL, { workflowId }),
			],
			connections: { Start: to('Call') },
			pinData: { Start: five.map((json) => ({ json })) },
		});
		const execution = await world.n8n.execute(main);
		expect(execution.status).toBe('error');
		const filter = encodeURIComponent(JSON.stringify({ workflowId: sub.id }));
		const { results } = await world.n8n.request('GET', `/executions?filter=${filter}`);
		return { execution, subExecutions: results as Execution[] };
	}

	it('a lead that is refused says to retry there, which sends only the rest', async () => {
		const { execution, subExecutions } = await runFive({});
		expect(subExecutions).toHaveLength(1);
		const failed = await world.n8n.finished(subExecutions[0].id);
		const says = expect.stringContaining(
			'2 of 5 leads were created. To keep them and send only the rest, open this execution of the sub-workflow under Executions',
		);
		expect(resultOf(failed).error.description).toEqual(says);
		expect(execution.data.resultData.error.description).toEqual(says);
		const before = api.requests.length;
		api.plan();
		const retried = await retry(failed, ORIGINAL);
		expect(retried.status).toBe('success');
		expectEachStartedOnce(emailsOf(five));
		expect(emailsOf(api.requests.slice(before))).toEqual(emailsOf(five.slice(2)));
	});

	it('a lead that is refused says that there is no Retry if failed executions are not saved', async () => {
		const { execution, subExecutions } = await runFive({ saveDataErrorExecution: 'none' });
		expect(subExecutions).toEqual([]);
		const { description } = execution.data.resultData.error;
		expect(description).toContain('2 of 5 leads were created. This workflow does not save such');
		expect(description).toContain('so there is no Retry that would send only the rest.');
		expect(description).not.toContain('press Retry');
	});
});

/** Runs a workflow while an editor is open. @returns what n8n pushes to the editor about our node */
async function watched(workflow: Workflow) {
	const { url, owner } = world.n8n;
	const post = async (path: string, headers: Record<string, string>, body: object) =>
		await fetch(`${url}/rest${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'browser-id': 'editor', ...headers },
			body: JSON.stringify(body),
		});
	const { email: emailOrLdapLoginId, password } = owner;
	const login = await post('/login', {}, { emailOrLdapLoginId, password });
	const [cookie] = login.headers.getSetCookie()[0].split(';');
	const pushed = await fetch(`${url}/rest/push?pushRef=editor`, {
		headers: { cookie, origin: url },
	});
	await post(
		`/workflows/${workflow.id}/run`,
		{ cookie, 'push-ref': 'editor' },
		{ workflowData: workflow, triggerToStartFrom: { name: 'Start' } },
	);
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of pushed.body!) {
		text += decoder.decode(chunk, { stream: true });
		const messages = text.split('\n').filter((line) => line.startsWith('data: '));
		if (!text.endsWith('\n')) messages.pop();
		for (const message of messages) {
			const { type, data } = JSON.parse(message.slice('data: '.length));
			if (type === 'nodeExecuteAfter' && data.nodeName === '7Targets') return data.data;
		}
	}
}

it('says in the editor that there is no Retry if manual executions are not saved', async () => {
	const workflow = await world.n8n.addWorkflowOf({
		items: twelve,
		node: { parameters: { ...MANDATORY, ...ONE_BY_ONE } },
		credential: await password(),
	});
	const { versionId } = workflow;
	const settings = { saveManualExecutions: false };
	await world.n8n.request('PATCH', `/workflows/${workflow.id}`, { settings, versionId });
	api.plan([refusal('No such sequence'), { email: 'lead7@example.com' }]);
	const { error } = await watched({ ...workflow, settings });
	expect(error.message).toMatch(/: No such sequence \(status 400\) \[item 7\]$/);
	expect(error.description).toContain('7 of 12 leads were created. This workflow does not save');
	expect(error.description).toContain('so there is no Retry that would send only the rest.');
	expect(error.description).not.toContain('press Retry');
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	const { results } = await world.n8n.request('GET', `/executions?filter=${filter}`);
	expect(results).toEqual([]);
});

it.each(OF_A_LEAD)('gives out where the lead of %s opens', async (operation) => {
	if (operation !== 'create') await run([someone], MANDATORY);
	const { execution } = await run([someone], formOf(operation));
	const [{ id }] = api.leads;
	expect(itemsOf(execution)).toEqual([expect.objectContaining({ id, leadUrl: leadUrl(id) })]);
});
