import { sleep } from 'n8n-workflow';
import { startSevenTargetsApi } from '../support/sevenTargetsApi';
import { answer, refusal } from '../support/faults';
import { withoutDryRun } from '../support/examples';
import { allTen, leadUrl, MANDATORY, people } from '../support/leads';
import { until } from '../support/n8n/server';
import { OPERATIONS } from '../support/operations';
import { startRealWorld } from '../support/realWorld';
import csvExample from '../../examples/create-leads-from-csv.json';

type World = Awaited<ReturnType<typeof startRealWorld>>;
let world: World;
// What was seen in n8n in a test; after it, that is searched for secrets.
const seen: unknown[] = [];

beforeAll(async () => {
	world = await startRealWorld();
}, 300_000);
const closing: Array<() => Promise<unknown>> = [];
afterAll(async () => {
	for (const close of closing) await close();
	await world?.stop();
});
beforeEach(() => {
	seen.length = 0;
	world.reset();
});
// A secret in an execution, an error or a line of the log fails the test that shows it.
afterEach(async () => expect(await world.leaks({ 'what was seen': seen })).toEqual([]));

let count = 0;
const someone = () => ({ name: 'John', email: `john${count++}@example.com` });

async function run(items: object[], node: object, credential?: object) {
	const workflow = await world.n8n.addWorkflowOf({
		items,
		node,
		credential: credential ?? (await world.newCredential()),
	});
	const execution = await world.n8n.execute(workflow);
	seen.push(execution);
	const [result] = execution.data.resultData.runData['7Targets'] ?? [];
	return { execution, result, items: result?.data?.main?.[0]?.map(({ json }) => json) };
}

it('creates one lead with all ten fields by one login and one request', async () => {
	const { execution, items } = await run([{}], { parameters: allTen.parameters });
	expect(execution.status).toBe('success');
	const [lead] = world.api.leads;
	expect(items).toEqual([{ ...lead, leadUrl: leadUrl(lead.id) }]);
	expect(world.cognito.requests).toHaveLength(1);
	expect(world.cognito.requests[0].headers).toMatchObject({
		'content-type': 'application/x-amz-json-1.1',
		'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
	});
	expect(world.cognito.requests[0].headers).not.toHaveProperty('authorization');
	expect(world.api.requests).toHaveLength(1);
	const [{ method, url, headers, body }] = world.api.requests;
	expect([method, url]).toEqual(['POST', '/leads']);
	expect(headers.authorization).toMatch(/^Bearer eyJ/);
	expect(headers.authentication).toBe(headers.authorization);
	expect(body).toEqual(allTen.body);
});

it('sends only the mandatory keys if only those are filled in', async () => {
	await run([someone()], { parameters: MANDATORY });
	expect(Object.keys(world.api.requests[0].body as object).sort()).toEqual([
		'assistantId',
		'email',
		'name',
		'source',
		'type',
	]);
});

it('logs in zero times in a second run, and once after the token has expired', async () => {
	const credential = await world.newCredential();
	await run([someone()], { parameters: MANDATORY }, credential);
	await run([someone()], { parameters: MANDATORY }, credential);
	expect(world.cognito.requests).toHaveLength(1);

	const expired = await world.newCredential();
	world.cognito.tokensLast(1);
	await run([someone()], { parameters: MANDATORY }, expired);
	world.reset();
	await sleep(1000);
	const { execution } = await run([someone()], { parameters: MANDATORY }, expired);
	expect(execution.status).toBe('success');
	expect(world.cognito.requests).toHaveLength(1);
	expect(world.api.leads).toHaveLength(1);
});

describe('with an OAuth2 client', () => {
	const BY_OAUTH2 = {
		...MANDATORY,
		authentication: 'oAuth2',
		assistantId: { __rl: true, mode: 'email', value: 'rachel@example.com' },
	};

	it('gets one token, and one more only after it has expired', async () => {
		const credential = await world.newClient();
		const { execution } = await run([someone()], { parameters: BY_OAUTH2 }, credential);
		expect(execution.status).toBe('success');
		const { clientId, clientSecret, userIdentifier } = world.tokenServer.client;
		expect(world.tokenServer.requests).toEqual([
			{
				headers: expect.objectContaining({
					authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
				}),
				body: { grant_type: 'client_credentials', scope: 'leads/post' },
			},
		]);
		const [{ method, url, headers, body }] = world.api.requests;
		expect([method, url]).toEqual(['POST', '/leads']);
		expect(headers.authorization).toMatch(/^Bearer eyJ/);
		expect(headers['7ts-user-identifier']).toBe(userIdentifier);
		expect(body).toMatchObject({ assistantEmail: 'rachel@example.com', type: 'SALES' });
		expect(body).not.toHaveProperty('assistantId');

		await run([someone()], { parameters: BY_OAUTH2 }, credential);
		expect(world.tokenServer.requests).toHaveLength(1);
		expect(world.api.leads).toHaveLength(2);

		const expired = await world.newClient();
		world.tokenServer.tokensLast(1);
		await run([someone()], { parameters: BY_OAUTH2 }, expired);
		world.reset();
		await sleep(1000);
		const items = Array.from({ length: 100 }, someone);
		const last = await run(items, { parameters: BY_OAUTH2 }, expired);
		expect(last.execution.status).toBe('success');
		expect(world.tokenServer.requests).toHaveLength(1);
		expect([world.api.requests.length, world.api.leads.length]).toEqual([100, 100]);
		expect(world.cognito.requests).toHaveLength(0);
	});
});

it('updates a lead by email and by ID, and stops its follow-up', async () => {
	const credential = await world.newCredential();
	const person = someone();
	await run([person], { parameters: MANDATORY }, credential);
	const [{ id }] = world.api.leads;
	world.api.requests.length = 0;
	const byEmail = { __rl: true, mode: 'email', value: person.email };
	const byId = { __rl: true, mode: 'id', value: `${id}` };
	const custom = { custom: { specify: 'json', json: '={{ $json.custom }}' } };
	for (const [item, parameters] of [
		[{}, { operation: 'update', lead: byEmail, updateFields: { phone: '+49 30 1234' } }],
		[
			{ custom: { Budget: 5 } },
			{ operation: 'update', lead: byId, updateFields: { customFields: custom } },
		],
		[{}, { operation: 'stopFollowUp', lead: byEmail }],
	] as const) {
		const { execution, items } = await run([item], { parameters }, credential);
		expect(execution.status).toBe('success');
		expect(items).toEqual([{ ...world.api.leads[0], leadUrl: leadUrl(id) }]);
	}
	expect(world.api.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
		['PUT', '/leads', { email: person.email, phone: '+49 30 1234' }],
		['PUT', '/leads', { id, customFields: [{ name: 'Budget', value: '5' }] }],
		['PUT', '/leads/stop/followup', { email: person.email }],
	]);
	expect(world.api.leads[0]).toMatchObject({ phone: '+49 30 1234', nextScheduleTime: null });
});

it.each([
	// Only an empty page says that there are no more.
	[{ returnAll: true }, 250, [0, 1, 2, 3].map((page) => `page=${page}&size=100`)],
	[{ limit: 11 }, 11, ['page=0&size=11']],
])('lists 250 assistants with %j', async (parameters, count, pages) => {
	world.api.haveAssistants(250);
	const { items } = await run([{}], {
		parameters: { resource: 'assistant', operation: 'getAll', ...parameters },
	});
	expect(items).toHaveLength(count);
	expect(items[10]).toEqual({
		id: 29,
		name: 'Phoebe 9',
		emailid: 'phoebe9@example.com',
		role: 'Sales Assistant',
		description: 'Phoebe 9 writes to leads',
		defaultScheduleId: 50,
	});
	expect(world.api.requests.map(({ url }) => /page=.*size=\d+/.exec(url)?.[0])).toEqual(pages);
});

it('shows the error of a bad item in the execution, and sends nothing', async () => {
	const { execution, result } = await run([someone(), { name: 'No Email' }], {
		parameters: MANDATORY,
	});
	expect(execution.status).toBe('error');
	expect(result.error.message).toMatch(/^'Email' is blank, .* \[item 1\]$/);
	expect(world.cognito.requests).toHaveLength(0);
	expect(world.api.requests).toHaveLength(0);
});

it('stays free of secrets if the API echoes them', async () => {
	const { password, clientId } = world.cognito.login;
	world.api.plan([({ headers }) => refusal(`${password}, ${clientId}, ${headers.authorization}`)]);
	const { result } = await run([someone()], { parameters: MANDATORY });
	expect(result.error.message).toContain('***, ***, Bearer ***');
	// What is searched after each test holds such an error.
	expect(JSON.stringify(seen)).toContain('did not create the lead: ***, ***');
});

describe('an answer that is no lead', () => {
	it.each([
		[
			400,
			{ message: 'No such sequence' },
			/^7Targets did not create the lead: No such sequence \(status 400\) \[item 0\]$/,
		],
		[
			403,
			{},
			/^7Targets did not create the lead: This login is not allowed to do that \(status 403\) \[item 0\]$/,
		],
		[
			404,
			'<html>Not Found</html>',
			/^7Targets did not create the lead: It was not found \(status 404\)/,
		],
		[500, {}, /^It is not known whether the lead was created: .* \(status 500\) \[item 0\]$/],
		[
			201,
			'Created',
			/^It is not known whether the lead was created: 7Targets answered with status 201/,
		],
	])('of %i is an error that says so', async (status, body, says) => {
		world.api.plan([answer(status, body)]);
		const { result } = await run([someone()], { parameters: MANDATORY });
		expect(result.error.message).toMatch(says);
		expect(world.api.requests).toHaveLength(1);
	});

	it('of 401 logs in afresh once, then says what to do', async () => {
		world.api.plan([refusal('Unauthorized', 401)]);
		const { result } = await run([someone()], { parameters: MANDATORY });
		expect(result.error.message).toBe('Unauthorized (status 401)');
		expect(world.cognito.requests).toHaveLength(2);
	});

	it('of no kind at all, if nothing listens, is one too', async () => {
		const credential = await world.newCredential({ apiUrl: 'http://127.0.0.1:1' });
		const { result } = await run([someone()], { parameters: MANDATORY }, credential);
		expect(result.error.message).toBe(
			'7Targets did not create the lead: The 7Targets API cannot be reached: it refuses the connection [item 0]',
		);
	});
});

it('does not let the HTTP Request node carry the token along a redirect, or to another host', async () => {
	const other = await startSevenTargetsApi();
	closing.push(other.stop);
	const parameters = {
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'sevenTargetsApi',
	};
	const node = { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2 };
	world.api.plan([answer(302, '', { location: `${other.url}/` })]);
	await run([{}], {
		...node,
		parameters: { ...parameters, url: `${world.api.url}/leads/assistant` },
	});
	expect(world.api.requests.length).toBeGreaterThan(0);
	const { result } = await run([{}], {
		...node,
		parameters: { ...parameters, url: `${other.url}/` },
	});
	expect(result.error.message).toContain('The 7Targets login is only sent to');
	expect(other.requests).toHaveLength(0);
});

it('lists the assistants in the editor', async () => {
	const { results, paginationToken } = await world.n8n.request(
		'POST',
		'/dynamic-node-parameters/resource-locator-results',
		{
			nodeTypeAndVersion: { name: 'n8n-nodes-7targets.sevenTargets', version: 1 },
			path: 'parameters.assistantId',
			methodName: 'searchAssistants',
			currentNodeParameters: { authentication: 'password', ...MANDATORY },
			credentials: { sevenTargetsApi: await world.newCredential() },
		},
	);
	expect(results).toHaveLength(12);
	expect(results).toContainEqual({ name: 'Rachel (rachel@example.com)', value: '11' });
	const names = results.map(({ name }: { name: string }) => name);
	expect(names).toEqual([...names].sort());
	expect(paginationToken).toBeUndefined();
});

it('is found as a node, and as a tool for AI agents', async () => {
	const all = await world.n8n.call('GET', '/types/nodes.json');
	const types = all.filter(({ name }) => name.startsWith('n8n-nodes-7targets.'));
	expect(types.map(({ displayName }) => displayName)).toEqual(['7Targets', '7Targets Tool']);
	expect(types[0].codex.categories).toEqual(['Sales']);
	expect(types[0].iconUrl).toEqual({
		light: expect.stringMatching(/7targets\.svg$/),
		dark: expect.stringMatching(/7targets\.dark\.svg$/),
	});
	const icon = await fetch(`${world.n8n.url}/${types[0].iconUrl.light}`);
	expect(await icon.text()).toMatch(/^<svg/);
});

it.each(
	Object.entries(OPERATIONS).map(([name, { resource, output }]) => [`${resource}/${name}`, output]),
)('offers the output of %s to the editor before the first run', async (operation, fields) => {
	const response = await fetch(
		`${world.n8n.url}/schemas/n8n-nodes-7targets.sevenTargets/1.0.0/${operation}.json`,
	);
	expect(response.status).toBe(200);
	expect(Object.keys(((await response.json()) as { properties: object }).properties)).toEqual(
		expect.arrayContaining(fields),
	);
});

it('creates the leads of the example with the CSV file', async () => {
	const workflow = await world.n8n.addWorkflow(withoutDryRun(csvExample), await world.newClient());
	const execution = await world.n8n.execute(workflow);
	seen.push(execution);
	const [{ data }] = execution.data.resultData.runData['Create or update a lead'];
	expect(data.main[0].map(({ pairedItem }) => pairedItem.item)).toEqual(
		Array.from({ length: 25 }, (_, item) => item),
	);
	expect(new Set(world.api.leads.map(({ email }) => email)).size).toBe(25);
	expect(world.api.leads.map(({ email }) => email)).toContain('zoe.vdberg@nl.example.com');
});

describe('if item 57 of 100 is answered 500', () => {
	const hundred = people(100);
	let faulty: Awaited<ReturnType<typeof startSevenTargetsApi>>;

	beforeAll(async () => {
		faulty = await startSevenTargetsApi();
	});
	afterAll(async () => await faulty.stop());
	beforeEach(() => {
		faulty.reset();
		faulty.plan([500, { email: 'lead57@example.com', times: 1 }]);
	});

	const runHundred = async (settings: object) =>
		await run(
			hundred,
			{ parameters: MANDATORY, ...settings },
			await world.newCredential({ apiUrl: faulty.url }),
		);
	const allOnce = () => {
		expect(faulty.carriedOut().size).toBe(100);
		expect([...faulty.carriedOut().values()].filter((times) => times !== 1)).toEqual([]);
	};

	it('says how many leads were created, and sends no more than were under way', async () => {
		let failed = false;
		// Those beside the 57th are answered late, so that all of them are under way when it fails.
		const late = () => (failed ? { delay: 500 } : undefined);
		faulty.plan([() => ((failed = true), 500), { email: 'lead57@example.com' }], [late]);
		const { execution, result } = await runHundred({
			parameters: { ...MANDATORY, options: { concurrency: 10 } },
		});
		expect(execution.status).toBe('error');
		expect(result.error.message).toMatch(/ \[item 57\]$/);
		const created = faulty.carriedOut().size;
		expect(result.error.description).toContain(
			`Before the run stopped, ${created} of 100 leads were created.`,
		);
		expect(created).toBeLessThanOrEqual(66);
		expect(faulty.requests).toHaveLength(created + 1);
	});

	it('Retry On Fail creates the rest, and none twice', async () => {
		const { execution, items } = await runHundred({
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 500,
		});
		expect(execution.status).toBe('success');
		allOnce();
		expect(items.map(({ email }) => email)).toEqual(hundred.map(({ email }) => email));
	});

	it('the Retry button creates the rest, and none twice', async () => {
		const { execution: failed } = await runHundred({});
		expect(failed.status).toBe('error');
		const execution = await world.n8n.finished(await world.n8n.retry(failed, {}));
		seen.push(execution);
		expect(execution.status).toBe('success');
		allOnce();
		const [{ data }] = execution.data.resultData.runData['7Targets'];
		expect(data.main[0].map(({ json }) => json.email)).toEqual(hundred.map(({ email }) => email));
	});
});

it('logs in once for 1,000 items with an expired token, ten at a time', async () => {
	const credential = await world.newCredential();
	world.cognito.tokensLast(1);
	await run([someone()], { parameters: MANDATORY }, credential);
	world.reset();
	await sleep(1000);
	const items = Array.from({ length: 1000 }, someone);
	const { execution } = await run(items, { parameters: MANDATORY }, credential);
	expect(execution.status).toBe('success');
	expect(world.cognito.requests).toHaveLength(1);
	expect(world.api.requests).toHaveLength(1000);
	expect(world.api.leads).toHaveLength(1000);
});

it.each(['stopWorkflow', 'continueRegularOutput'])(
	'tries a wrong password once for 1,000 items, %s',
	async (onError) => {
		const items = Array.from({ length: 1000 }, someone);
		const credential = await world.newCredential({ password: 'Wrong-Horse-7' });
		const { result, items: out } = await run(items, { parameters: MANDATORY, onError }, credential);
		expect(world.cognito.requests).toHaveLength(1);
		expect(world.api.requests).toHaveLength(0);
		const reasons =
			onError === 'stopWorkflow' ? [result.error.message] : out.map(({ error }) => error);
		expect(new Set(reasons).size).toBe(1);
		expect(reasons[0]).toMatch(/^7Targets did not accept this login\./);
		// The log is searched, too. n8n writes into it what stops a workflow.
		const isLogged = () => world.n8n.log().includes('7Targets did not accept this login');
		if (onError === 'stopWorkflow') await until(isLogged, 5000);
	},
);
