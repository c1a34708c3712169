import { sleep } from 'n8n-workflow';

import { runAgent } from '../support/agent';
import { FAULTS, refusal } from '../support/faults';
import { MANDATORY, people } from '../support/leads';
import { callByMcp } from '../support/mcpClient';
import { N8N_VERSION } from '../support/n8n/install';
import { until } from '../support/n8n/server';
import { formOf } from '../support/operations';
import { print, printTable } from '../support/print';
import {
	emailsOf,
	itemsOf,
	ORIGINAL,
	resultOf,
	SAVED,
	to,
	TYPE,
	useRealRuns,
} from '../support/realBench';

// What people do next, and what comes then: each of these once started somebody's messages twice, left somebody out, or froze n8n.
const real = useRealRuns();
const { expectEachStartedOnce, nodeOf, password, readAs, retry, run, save, sent } = real;
let { world } = real;
let { api } = world;
beforeEach(() => {
	({ world } = real);
	({ api } = world);
});

const UPSERT = { ...MANDATORY, operation: 'upsert' };
const ONE_BY_ONE = { options: { concurrency: 1 } };
/** The fields of a lead that is posted to a webhook. */
const OF_BODY = { name: '={{ $json.body.name }}', email: '={{ $json.body.email }}' };
const five = people(5);
const isOld = N8N_VERSION.startsWith('1.');
const onlyNew = isOld ? it.skip : it;
const seen: string[][] = [];
afterAll(() => printTable(['A tool at a silent server', 'Answer after', 'What it says'], seen));

/** A workflow that a webhook starts, with an item for each lead that is posted to it. */
async function webhook(path: string, parameters: object, settings: object = {}) {
	const hook = await nodeOf('Webhook', 'n8n-nodes-base.webhook', {
		httpMethod: 'POST',
		path,
		responseMode: 'lastNode',
		options: {},
	});
	const ours = await nodeOf('7Targets', TYPE, parameters, { credentials: {} });
	const workflow = await world.n8n.addWorkflow(
		{
			name: path,
			nodes: [{ ...hook, webhookId: path }, ours],
			connections: { Webhook: to('7Targets') },
			settings,
		},
		await password(),
	);
	await world.n8n.activate(workflow);
	const post = async (body: object) =>
		await fetch(`${world.n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	await until(async () => (await post({})).status !== 404, 30_000);
	api.requests.length = 0;
	return { post, workflow };
}

describe('an email address that a visitor of a form has made up', () => {
	const blanks = ' '.repeat(10_000);
	it.each([
		['a link', { email: `mailto:${blanks}?\nx` }, {}],
		[
			'a column',
			{ email: 'a@b.test', name: 'A', assistantId: `${'@'.repeat(40_000)} x` },
			{
				mappingMode: 'autoMapInputData',
			},
		],
	])('in %s is judged at once, so that n8n answers everybody', async (what, body, more) => {
		const { post } = await webhook(`form-${what.replace(' ', '-')}`, {
			...UPSERT,
			name: '={{ $json.body.name ?? "A" }}',
			email: '={{ $json.body.email }}',
			...more,
			dryRun: true,
		});
		const began = Date.now();
		await post(body);
		const waited = Date.now() - began;
		print(`A form with ${what} that is made up: n8n answered after ${waited} ms`);
		expect(waited).toBeLessThan(2_000);
	});
});

it.each(['Email', 'E'])(
	'Create or Update with the source %s does not take "assistantEmail is mandatory" for a lead that is not there',
	async (source) => {
		readAs({ putDemands: ['name', 'email', 'assistantEmail'] });
		api.leads.push({ id: 1, email: five[0].email });
		const { execution } = await run([five[0]], { ...UPSERT, source, lastName: source });
		expect(sent()).toEqual(['PUT /leads']);
		expect(resultOf(execution).error).toMatchObject({
			message: expect.stringContaining('assistantEmail is mandatory (status 400)'),
			description: expect.stringContaining("Choose 'Assistant' by its email address."),
		});
	},
);

describe('a Retry', () => {
	const refuse = (address: string) => api.plan([refusal('No such source'), { email: address }]);
	const dryRun = (is: boolean) => () => ({
		parameters: { ...MANDATORY, ...ONE_BY_ONE, dryRun: is },
	});

	it('that runs dry ends in an error that shows what is done, and the next one sends the rest', async () => {
		refuse(five[2].email);
		const { workflow, execution } = await run(five, { ...MANDATORY, ...ONE_BY_ONE });
		expect(api.leads).toHaveLength(2);
		api.plan();
		await save(workflow, dryRun(true));
		const dry = await retry(execution, SAVED);
		expect(dry.status).toBe('error');
		expect(resultOf(dry).error).toMatchObject({
			message: 'Dry Run is on, so this Retry sent nothing to 7Targets.',
			description:
				"An earlier run has done items 0, 1. It would send items 2, 3, 4. To send, switch off 'Dry Run', save the workflow, and press Retry on the newest execution that failed.",
		});
		expect(api.leads).toHaveLength(2);
		await save(workflow, dryRun(false));
		const last = await retry(dry, SAVED);
		expect(last.status).toBe('success');
		expectEachStartedOnce(emailsOf(five));
		expect(emailsOf(itemsOf(last))).toEqual(emailsOf(five));
	});

	it('that was stopped keeps nothing: Create or Update, which the error advises, starts nobody twice', async () => {
		refuse(five[2].email);
		const { workflow, execution } = await run(five, { ...MANDATORY, ...ONE_BY_ONE });
		expect(resultOf(execution).error.description).toContain(
			"If such a Retry is stopped or dies, switch to 'Create or Update' first: n8n does not keep what it has created.",
		);
		// The fourth is answered late: the Retry is stopped meanwhile.
		api.plan([
			{ status: 201, body: '{"id":9}', carriesOut: true, delay: 3_000 },
			{ email: five[3].email },
		]);
		const retrying = real.startRetry(execution, ORIGINAL).catch(() => 'stopped');
		await until(() => api.requests.some(({ email }) => email === five[3].email), 30_000);
		const [{ id }] = await world.n8n.executionsOf(workflow);
		await world.n8n.request('POST', `/executions/${id}/stop`);
		expect(await retrying).toBe('stopped');
		await until(() => api.leads.length === 4, 30_000);
		api.plan();
		await save(workflow, () => ({ parameters: { ...UPSERT, ...ONE_BY_ONE } }));
		const last = await retry(execution, SAVED);
		expect(last.status).toBe('success');
		expectEachStartedOnce(emailsOf(five));
	});
});

describe.each([[2.2], [3]])('AI Agent %f', (typeVersion) => {
	it('that calls the tool for two people at the same time starts neither twice by a further call', async () => {
		const person = (First_Name: string) => ({
			...{ First_Name, Last_Name: '', Phone: '', Context: '' },
			Email: `${First_Name.toLowerCase()}@example.com`,
		});
		api.plan(
			['500, carried out', { method: 'POST', email: 'ann@example.com', times: 1 }],
			// It ends after the other.
			[{ delay: 300 }, { email: 'ben@example.com' }],
		);
		const tool = { parameters: { operation: 'create', options: { maxTries: 1 } } };
		const parameters = { promptType: 'define', text: 'Hand over both.', options: {} };
		const { execution } = await runAgent(
			world.n8n,
			await password(),
			{ 'Create or update a lead': tool, 'AI agent': { typeVersion, parameters } },
			[person('Ann'), person('Ben')],
			person('Ann'),
		);
		expect(execution.status).toBe('success');
		expectEachStartedOnce(['ann@example.com', 'ben@example.com']);
		expect(sent().filter((one: string) => one === 'POST /leads')).toHaveLength(2);
	});
});

describe('won deals, of which the fourth is no lead', () => {
	const forty = people(40);
	it.each(['stopFollowUp', 'update'])(
		'%s: the others are done, and a Retry tries the fourth alone',
		async (operation) => {
			readAs({ unknownLead: 404 });
			api.leads.push(...forty.filter((_, n) => n !== 3).map((one, id) => ({ id: id + 1, ...one })));
			const { execution } = await run(forty, formOf(operation));
			expect(resultOf(execution).error.message).toMatch(
				/: Lead not found \(status 404\) \[item 3\]$/,
			);
			expect(resultOf(execution).error.description).toMatch(/ 39 of 40 /);
			expect(api.requests).toHaveLength(40);
			expect(new Set(emailsOf(api.requests)).size).toBe(40);
			const retried = await retry(execution, ORIGINAL);
			expect(resultOf(retried).error.message).toMatch(/\[item 3\]$/);
			expect(emailsOf(api.requests.slice(40))).toEqual([forty[3].email]);
		},
	);
});

it('a CRM that sends each webhook twice within 60 ms starts nobody twice by Create or Update', async () => {
	const { post, workflow } = await webhook('twice', { ...UPSERT, ...OF_BODY });
	// It takes a while to say that there is no such lead.
	const isNew = (email: string) => !emailsOf(api.leads).includes(email);
	api.plan([
		{ ...FAULTS[404], delay: 1_500 },
		{ method: 'PUT', email: isNew },
	]);
	const eight = people(8);
	await Promise.all(
		eight.flatMap((lead) => [post(lead), sleep(60).then(async () => await post(lead))]),
	);
	expectEachStartedOnce(emailsOf(eight));
	const ended = await world.n8n.executionsOf(workflow);
	expect(ended.filter(({ status }: { status: string }) => status === 'success')).toHaveLength(16);
});

it("a run that n8n's Timeout Workflow ends is canceled without an error, an error workflow, or a Retry that sends anything, as the documents say", async () => {
	const errorWorkflow = await world.n8n.addWorkflow({
		name: 'Error workflow',
		nodes: [await nodeOf('Error', 'n8n-nodes-base.errorTrigger', {})],
		connections: {},
	});
	// n8n 2 calls published workflows only; n8n 1 publishes none without a trigger of its own.
	if (!isOld) await world.n8n.activate(errorWorkflow);
	const { post, workflow } = await webhook(
		'timeout',
		{ ...MANDATORY, ...OF_BODY },
		{ executionTimeout: 3, errorWorkflow: errorWorkflow.id },
	);
	const ended = async (of: { id: string }) => await world.n8n.executionsOf(of);
	// The first post held no lead: that failed, and is told.
	await until(async () => (await ended(errorWorkflow)).length === 1, 30_000);
	const [{ id: failed }] = await ended(workflow);

	api.plan(['silent']);
	await post(five[0]).catch(() => 'not answered');
	await until(async () => {
		const [{ id, status }] = await ended(workflow);
		return id !== failed && !['running', 'new'].includes(status);
	}, 30_000);
	const [execution] = await ended(workflow);
	expect(execution.status).toBe('canceled');
	const { data } = await world.n8n.execution(execution.id);
	expect(data?.resultData.runData['7Targets']).toBeUndefined();
	expect(await ended(errorWorkflow)).toHaveLength(1);
	// The editor offers no Retry of it; one by n8n's API finds nothing to do.
	await retry(execution, SAVED).catch(() => 'no Retry');
	expect(sent()).toEqual(['POST /leads']);
});

it('On Error: Continue leaves none of the answers in the execution that no Retry can use', async () => {
	api.plan([refusal('No such source'), { email: five[2].email }]);
	const { execution } = await run(
		five,
		{ ...MANDATORY, ...ONE_BY_ONE },
		{
			settings: { onError: 'continueRegularOutput' },
		},
	);
	expect(execution.status).toBe('success');
	expect(itemsOf(execution)).toHaveLength(5);
	expect(execution.data.executionData.contextData['node:7Targets'] ?? {}).toEqual({});
});

it('a sub-workflow that is called for each item says what a Retry of the caller does', async () => {
	api.plan([refusal('No such source'), { email: five[2].email }]);
	const called = await nodeOf('Called', 'n8n-nodes-base.executeWorkflowTrigger', {
		inputSource: 'passthrough',
	});
	const ours = await nodeOf('7Targets', TYPE, { ...MANDATORY, ...ONE_BY_ONE }, { credentials: {} });
	const sub = await world.n8n.addSubWorkflow(
		{ name: 'sub', nodes: [called, ours], connections: { Called: to('7Targets') } },
		await password(),
	);
	const workflowId = { __rl: true, mode: 'id', value: sub.id };
	const main = await world.n8n.addWorkflow({
		name: 'main',
		nodes: [
			await nodeOf('Start', 'n8n-nodes-base.manualTrigger', {}),
			await nodeOf('Call', 'n8n-nodes-base.executeWorkflow', { workflowId, mode: 'each' }),
		],
		connections: { Start: to('Call') },
		pinData: { Start: five.map((json) => ({ json })) },
	});
	const execution = await world.n8n.execute(main);
	expect(api.leads).toHaveLength(2);
	expect(execution.data.resultData.error.description).toContain(
		"A Retry of the workflow that called it would send all items again, which may start messages a second time unless you switch to 'Create or Update'.",
	);
});

describe('a tool at a server that never answers', () => {
	const person = {
		First_Name: 'Ann',
		Email: 'ann@example.com',
		Last_Name: '',
		Phone: '',
		Context: '',
	};
	const tool = (operation: string) => ({ parameters: { operation, options: {} } });
	const UNKNOWN = /^It is not known whether the lead was created/;

	/** What comes after a call, and whether a request follows. */
	async function expectSoon(who: string, call: () => Promise<string>) {
		const began = Date.now();
		const said = await call();
		const seconds = (Date.now() - began) / 1000;
		seen.push([who, `${seconds.toFixed(1)} s`, said.slice(0, 90)]);
		expect(said).toMatch(UNKNOWN);
		expect(seconds).toBeLessThan(50);
		const { length } = api.requests;
		await sleep(5_000);
		expect(api.requests).toHaveLength(length);
	}
	beforeEach(() => {
		api.plan(['silent']);
	});

	it.each(['create', 'upsert'])(
		'AI Agent 3, %s: answers within 50 s, and sends nothing after that',
		async (operation) => {
			await expectSoon(`AI Agent 3, ${operation}`, async () => {
				const parameters = { promptType: 'define', text: 'Hand over Ann.', options: {} };
				const { answers } = await runAgent(
					world.n8n,
					await password(),
					{
						'Create or update a lead': tool(operation),
						'AI agent': { typeVersion: 3, parameters },
					},
					person,
				);
				return JSON.parse(answers[0])[0].error;
			});
		},
		120_000,
	);

	onlyNew(
		'an MCP client, upsert: it reads the answer before it gives up, and nothing is sent after that',
		async () => {
			const value = (key: string) => `={{ $fromAI('${key}', \`\`, 'string') }}`;
			const trigger = await nodeOf('MCP', '@n8n/n8n-nodes-langchain.mcpTrigger', { path: 'leads' });
			const ours = {
				...{ id: 'tool', name: 'Hand over', type: `${TYPE}Tool`, typeVersion: 1, position: [0, 0] },
				...{
					credentials: {},
					parameters: { ...UPSERT, name: value('name'), email: value('email') },
				},
			};
			const workflow = await world.n8n.addWorkflow(
				{
					name: 'MCP',
					nodes: [{ ...trigger, webhookId: 'leads' }, ours],
					connections: { 'Hand over': to('MCP', 'ai_tool') },
				},
				await password(),
			);
			await world.n8n.activate(workflow);
			const url = `${world.n8n.url}/mcp/leads`;
			await until(async () => (await fetch(url)).status !== 404, 30_000);
			const person = { name: 'Ann', email: 'ann@example.com' };
			await expectSoon('MCP client (SDK 1.32), upsert', async () => {
				const text = await callByMcp(url, 'Hand_over', person);
				return [JSON.parse(text)].flat()[0].error;
			});
		},
		120_000,
	);
});

describe('the login', () => {
	it('that was refused and is put right at 7Targets within the minute says that the answer is remembered', async () => {
		const refused = {
			status: 400,
			body: '{"__type":"NotAuthorizedException","message":"Incorrect username or password."}',
		};
		world.cognito.script(async () => refused);
		const { execution } = await run([five[0]], MANDATORY);
		expect(resultOf(execution).error.message).not.toContain('remembered');
		world.cognito.script(async () => undefined);
		const again = await retry(execution, ORIGINAL);
		expect(resultOf(again).error.message).toMatch(
			/Incorrect username or password\..* \(This answer is remembered, so that the account is not locked: the node asks again in \d+ s, and the test of the credential at once\.\)$/,
		);
	});

	// n8n 1 gives a blank value instead.
	onlyNew('with an expression that n8n refuses says so, and why', async () => {
		const changes = { password: '={{ $env.LEADS_PASSWORD }}' };
		const credential = await world.newCredential(changes);
		const { execution } = await run([five[0]], MANDATORY, { credential });
		const { message, description } = resultOf(execution).error;
		print(`$env in a credential: ${message} ${description}`);
		expect(message).toMatch(/^The 7Targets credential cannot be read: access to env vars denied/);
		expect(description).toContain('Open the credential and correct the field');
		expect(api.requests).toEqual([]);
	});
});
