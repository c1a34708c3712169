// What must hold in every n8n from 1.85 on: `npm run test:versions` runs this file in one version after the other.

import { callAsTool } from '../support/agentTool';
import { answer, refusal, retryAfter } from '../support/faults';
import { leadUrl, people } from '../support/leads';
import { formOf, OF_A_LEAD, OPERATIONS, RACHEL } from '../support/operations';
import { startProxy, throughProxy } from '../support/proxy';
import { after, passHours } from '../support/servers';
import { useWorld } from '../support/testBench';

const world = useWorld();
afterEach(() => void jest.restoreAllMocks());

/** The node's parameters for a dry run. */
const dry = (dryRun: boolean | string) => ({ dryRun });

const run = async (count: number, parameters: object = {}, more: object = {}) =>
	await world.engine.run({ items: people(count), parameters, ...more });

const inOrder = { options: { concurrency: 1 } };
async function logIn() {
	await run(1, formOf('getAll'));
	world.api.requests.length = 0;
}
/** What an error says: what happened, and what to do. */
const reason = ({ error }: Awaited<ReturnType<typeof run>>) =>
	`${error?.message} ${error?.description}`;

it('loads the node and both credentials', () => {
	expect(world.engine.description.name).toBe('sevenTargets');
	for (const login of ['password', 'oAuth2']) {
		expect(world.engine.fieldsOf(login).length).toBeGreaterThan(3);
	}
});

describe('does', () => {
	it.each(Object.entries(OPERATIONS))('%s', async (operation, { resource, output, requests }) => {
		if (requests.length === 1 && requests[0] !== 'POST /leads') await run(2, inOrder);
		world.api.requests.length = 0;
		const isOfLead = resource === 'lead';
		const { items, error } = await run(isOfLead ? 2 : 1, formOf(operation));
		expect(error).toBeUndefined();
		expect(items.length).toBe(isOfLead ? 2 : 12);
		for (const { json } of items) expect(Object.keys(json)).toEqual(expect.arrayContaining(output));
		const sent = world.api.requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`);
		expect([...new Set(sent)].sort()).toEqual([...requests].sort());
		if (isOfLead)
			expect(world.api.leads.map(({ name }) => name).sort()).toEqual(['Lead 0', 'Lead 1']);
	});
});

it('maps automatically', async () => {
	const item = { 'First Name': 'Ana', Email: 'ana@lead.test' };
	const parameters = { resource: 'lead', operation: 'create', assistantId: RACHEL };
	const mapped = { ...parameters, mappingMode: 'autoMapInputData' };
	await world.engine.run({ items: [item], parameters: mapped });
	expect(world.api.leads).toEqual([
		expect.objectContaining({ name: 'Ana', email: 'ana@lead.test' }),
	]);
});

it('logs in by OAuth2', async () => {
	const { items } = await run(1, {
		authentication: 'oAuth2',
		...formOf('create', { assistantId: RACHEL }),
	});
	expect(items[0].json.leadUrl).toBe(leadUrl(2345));
});

it('logs in again if the token has expired, and sends once', async () => {
	await logIn();
	passHours(2);
	const { error } = await run(3, inOrder);
	expect(error).toBeUndefined();
	expect(world.cognito.requests).toHaveLength(2);
	expect(world.api.requests).toHaveLength(3);
});

it('logs in again if 7Targets refuses the token, and does the rest', async () => {
	await logIn();
	world.api.plan([answer(401), { n: (n: number) => n === 2 }]);
	const { items, error } = await run(3, inOrder);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(3);
	expect(world.cognito.requests).toHaveLength(2);
	expect(world.api.requests).toHaveLength(4);
});

it('says so if 7Targets refuses each token', async () => {
	world.api.plan([answer(401)]);
	const result = await run(2, inOrder);
	expect(reason(result)).toContain('The login was not accepted (status 401)');
	expect(world.cognito.requests).toHaveLength(2);
	expect(world.api.requests).toHaveLength(2);
});

it('says so if the login is wrong', async () => {
	world.stored[1].password = 'Wrong-Horse-7';
	expect(reason(await run(2))).toMatch(/^7Targets did not accept this login/);
	expect(world.api.requests).toEqual([]);
});

it('tests a credential, and lists the assistants', async () => {
	expect(await world.engine.testCredential(world.stored[1])).toEqual({
		status: 'OK',
		message: 'Connection successful!',
	});
	const { results } = await world.engine.searchAssistants('rachel');
	expect(results.map(({ value }) => value)).toEqual(['11']);
});

describe('dry run', () => {
	it.each(OF_A_LEAD)('of %s sends nothing, and says so', async (operation) => {
		const { items, hints } = await run(2, { ...formOf(operation), ...dry(true) });
		expect(world.api.requests).toEqual([]);
		expect(items.map(({ json }) => json.dryRun)).toEqual([true, true]);
		expect(hints).toContainEqual(
			expect.objectContaining({ message: expect.stringMatching(/^Dry Run is on/) }),
		);
	});

	it('sends nothing if an expression is true for any item', async () => {
		const onlyLast = '={{ $json.email === "lead1@example.com" }}';
		await run(2, { ...formOf('create'), ...dry(onlyLast) });
		expect(world.api.requests).toEqual([]);
	});
});

describe('a refusal', () => {
	it('says why, what was done, and how to send the rest', async () => {
		world.api.plan([refusal('No more leads'), { email: 'lead1@example.com' }]);
		const text = reason(await run(3, inOrder));
		expect(text).toContain('7Targets did not create the lead: No more leads (status 400) [item 1]');
		expect(text).toContain('1 of 3 leads were created.');
		expect(text).toContain('press Retry');
	});

	it('in a workflow that saves no executions names no Retry', async () => {
		world.api.plan([400, { email: 'lead1@example.com' }]);
		const workflowSettings = { saveManualExecutions: false };
		const text = reason(await run(3, inOrder, { workflowSettings }));
		expect(text).toContain('This workflow does not save such executions');
	});

	it('in plain text is shown', async () => {
		world.api.plan([answer(500, 'The list is full', { 'content-type': 'text/plain' })]);
		expect(reason(await run(1))).toContain('The list is full');
	});

	it('is an item with the error if the node continues', async () => {
		world.api.plan([refusal('No more leads'), { email: 'lead1@example.com' }]);
		const { items } = await run(3, inOrder, { settings: { onError: 'continueRegularOutput' } });
		expect(items.map(({ json }) => json.error)).toEqual([
			undefined,
			expect.stringContaining('No more leads'),
			undefined,
		]);
	});
});

describe('sends the rest', () => {
	const leadsOnce = () => expect([...world.api.carriedOut().values()]).toEqual([1, 1, 1]);

	it('in a Retry', async () => {
		world.api.plan([400, { email: 'lead1@example.com' }]);
		const { run: failed } = await run(3, inOrder);
		world.api.plan();
		const { items } = await world.engine.retry({
			run: failed,
			items: people(3),
			parameters: inOrder,
		});
		expect(items).toHaveLength(3);
		leadsOnce();
	});

	it('by Retry On Fail', async () => {
		world.api.plan([400, { email: 'lead1@example.com', n: (n: number) => n < 3 }]);
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { items } = await run(3, inOrder, { settings });
		expect(items).toHaveLength(3);
		leadsOnce();
	});
});

describe('waits', () => {
	it('as long as Retry-After says', async () => {
		world.api.plan([retryAfter(503, '2'), { n: 1 }]);
		const begun = performance.now();
		const { error } = await run(1);
		expect(error).toBeUndefined();
		expect(performance.now() - begun).toBeGreaterThan(1_900);
	});

	it('not for an hour, but ends', async () => {
		world.api.plan([retryAfter(503, '3600')]);
		expect((await run(1)).error).toBeDefined();
		expect(world.api.requests).toHaveLength(1);
	});

	it("no longer than 'Timeout' for an answer", async () => {
		world.api.plan([{ cut: 'endless' }]);
		const text = reason(await run(1, { options: { timeout: 300, maxTries: 1 } }));
		expect(text).toContain('It is not known whether the lead was created');
		expect(text).toContain('no answer came in time');
	});
});

it('names the address that a redirect leads to, and does not follow it', async () => {
	world.api.plan([{ ...answer(302, '', { location: 'https://api.lead.test/v2' }) }]);
	expect(reason(await run(1))).toContain('redirects this request to https://api.lead.test/v2');
});

it('knows that nothing was sent if nothing listens', async () => {
	world.stored[1].apiUrl = 'http://127.0.0.1:1';
	const text = reason(await run(1, { options: { maxTries: 1 } }));
	expect(text).toContain('The 7Targets API cannot be reached: it refuses the connection');
});

it.each([201, 400])('names the status of an answer that broke off: %i', async (status) => {
	const half = { cut: 'half', carriesOut: true };
	world.api.plan([half]);
	if (status === 400) await run(1, { options: { maxTries: 1 } });
	const text = reason(await run(1, { options: { maxTries: 1 } }));
	expect(text).toContain(`The answer of 7Targets broke off (status ${status})`);
});

describe.each([403, 502])("a company's proxy that answers %i", (status) => {
	let proxy: Awaited<ReturnType<typeof startProxy>>;
	let said: string;
	beforeEach(async () => {
		proxy = await startProxy('answer', { status });
		const undo = throughProxy(proxy.url);
		world.stored[1].apiUrl = 'https://api.lead.test';
		said = reason(await run(1, { options: { maxTries: 1 } }));
		undo();
	});
	afterEach(async () => await proxy.stop());

	it('reads nothing of the request', () => expect(proxy.connects).toEqual(['api.lead.test:443']));

	it('is named', () =>
		expect(said).toContain(
			`The proxy between your n8n and api.lead.test did not connect them (status ${status}).`,
		));
});

it('ends when the user stops the run, and sends no further lead', async () => {
	world.api.plan([{ delay: 300 }]);
	const onStart = (running: { cancel: () => void }) => after(400, () => running.cancel());
	const { error } = await run(9, inOrder, { onStart });
	expect(error?.message).toBe('The run was stopped.');
	expect(world.api.requests.length).toBeLessThan(9);
});

it('ends if an answer breaks off that is compressed, and does not say that nothing was sent', async () => {
	world.api.plan([{ cut: 'gzip', carriesOut: true }]);
	const { error } = await run(1, { options: { timeout: 1000, maxTries: 1 } });
	expect(error?.message).toMatch(/^It is not known whether the lead was created/);
	expect(world.api.leads).toHaveLength(1);
});

it('as the tool of an agent tells of the lead, once it is created', async () => {
	const answer = await callAsTool(world.engine, {
		parameters: formOf('create', { name: 'Ana', email: 'ana@lead.test' }),
	});
	expect(JSON.stringify(answer)).toContain('ana@lead.test');
	expect(JSON.stringify(answer)).not.toContain('error');
	expect(world.api.requests).toHaveLength(1);
});

it("as a tool reads the agent's item where an expression asks for it, and not what the model sends", async () => {
	await callAsTool(world.engine, {
		item: { email: 'ana@lead.test' },
		args: { email: 'bo@lead.test' },
		parameters: formOf('create', {
			name: 'Ana',
			email: '={{ $json.email }}',
			context: "={{ $fromAI('email', 'The address', 'string') }}",
		}),
	});
	expect(world.api.leads).toEqual([expect.objectContaining({ email: 'ana@lead.test' })]);
});

it('as the tool of an agent returns an error as its answer', async () => {
	const type = 'n8n-nodes-7targets.sevenTargetsTool';
	world.engine.add(type, world.engine.nodeType);
	world.api.plan([refusal('No more leads')]);
	const { items, error } = await run(1, {}, { settings: { type } });
	expect(error).toBeUndefined();
	expect(items[0].json.error).toContain('No more leads');
});
