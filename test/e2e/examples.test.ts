import aiAgent from '../../examples/ai-agent-tool.json';
import dealWon from '../../examples/deal-won-stop-follow-up.json';
import googleSheets from '../../examples/google-sheets-new-row.json';
import hubspot from '../../examples/hubspot-new-contact.json';
import form from '../../examples/n8n-form.json';
import pipedrive from '../../examples/pipedrive-new-person.json';
import salesforce from '../../examples/salesforce-new-lead.json';
import zoho from '../../examples/zoho-crm-webhook.json';
import { runAgent } from '../support/agent';
import { leadUrl } from '../support/leads';
import { N8N_VERSION } from '../support/n8n/install';
import { until } from '../support/n8n/server';
import { printTable } from '../support/print';
import { startRealWorld } from '../support/realWorld';

let world: Awaited<ReturnType<typeof startRealWorld>>;
const rows: string[][] = [];

// The form and the Pipedrive node of the examples are of versions that n8n 1.x does not have.
const NEEDS_N8N_2: object[] = [form, pipedrive, dealWon];
const hasForm = !N8N_VERSION.startsWith('1.');
const withForm = hasForm ? it : it.skip;

interface Node {
	type: string;
	typeVersion: number;
	parameters: object;
}

beforeAll(async () => {
	world = await startRealWorld();
}, 300_000);
afterAll(async () => {
	if (rows.length > 0) printTable(['Example', 'Request', 'Lead', 'Email', 'State'], rows);
	await world?.stop();
});
beforeEach(() => world.reset());

/** Imports an example, runs it with its pinned data, and gives the execution. */
async function run(example: { nodes: object[] }) {
	const workflow = await world.n8n.addWorkflow(example, await world.newCredential());
	return await world.n8n.execute(workflow);
}

const what = ({ method, url, body }) => [method, url, body];
const sent = () => world.api.requests.map(what);
/** What comes of a person whom 7Targets does not have. */
const newLead = (body: object) => ['PUT', 'POST'].map((method) => [method, '/leads', body]);
const emailOf = ({ body }) => (body as { email: string }).email;

/** Puts what an example has done into the table. */
function show({ name }: { name: string }) {
	for (const request of world.api.requests) {
		const email = emailOf(request);
		const lead = world.api.leads.find((one) => one.email === email);
		rows.push([name, `${request.method} ${request.url}`, `${lead.id}`, email, lead.state]);
	}
}

const ALL = [hubspot, pipedrive, salesforce, zoho, googleSheets, form, aiAgent, dealWon];

it('has only nodes and fields that n8n knows', async () => {
	const known = (await world.n8n.call('GET', '/types/nodes.json')) as unknown as Array<{
		name: string;
		version: number | number[];
		properties: Array<{ name: string }>;
	}>;
	const examples = ALL.filter((example) => hasForm || !NEEDS_N8N_2.includes(example));
	for (const { type, typeVersion, parameters } of examples.flatMap(
		({ nodes }) => nodes as Node[],
	)) {
		const description = known.find(
			({ name, version }) => name === type && [version].flat().includes(typeVersion),
		);
		const names = ['pollTimes', ...(description?.properties ?? []).map(({ name }) => name)];
		const unknown = Object.keys(parameters).filter((name) => !names.includes(name));
		expect([type, description?.name, unknown]).toEqual([type, type, []]);
	}
});

const BY_RACHEL = { type: 'SALES', source: 'Website', assistantEmail: 'rachel@example.com' };

async function createsLeads(
	example: { name: string; nodes: object[] },
	bodies: Array<{ email: string; [field: string]: unknown }>,
) {
	const execution = await run(example);
	expect(execution.status).toBe('success');
	// Those of one run go out side by side, in any order.
	const inOrder = [...world.api.requests].sort((one, other) =>
		emailOf(one).localeCompare(emailOf(other)),
	);
	expect(inOrder.map(what)).toStrictEqual(
		[...bodies].sort((one, other) => one.email.localeCompare(other.email)).flatMap(newLead),
	);
	const [{ data }] = execution.data.resultData.runData['Create or update a lead'];
	expect(data.main[0].map(({ json }) => json)).toEqual(
		bodies.map(({ email }) => {
			const lead = world.api.leads.find((one) => one.email === email);
			return { ...lead, leadUrl: leadUrl(lead.id), isNew: true };
		}),
	);
	show(example);
}

// Each body is the whole of it: what is blank in the CRM is not in it.
it.each([
	[
		'a new HubSpot contact, which has no phone',
		hubspot,
		[
			{
				...BY_RACHEL,
				name: 'Anna',
				lastName: 'Schmidt',
				email: 'anna.schmidt@example.com',
				company: 'Schmidt Maschinenbau',
			},
		],
	],
	[
		'a new Pipedrive person, whose last name is null and who has no phone',
		pipedrive,
		[{ ...BY_RACHEL, name: 'Maria', email: 'maria@example.com' }],
	],
	[
		'a new Salesforce lead',
		salesforce,
		[
			{
				...BY_RACHEL,
				name: 'John',
				lastName: 'Doe',
				email: 'john.doe@example.com',
				company: 'Acme Inc.',
				location: 'Boston',
				crm: 'SALESFORCE',
				externalId: '00QDn00000AbCdEMAV',
			},
		],
	],
	[
		'a call of Zoho CRM',
		zoho,
		[
			{
				...BY_RACHEL,
				name: 'Priya',
				lastName: 'Sharma',
				email: 'priya.sharma@example.com',
				phone: '+919123456789',
				source: 'Event',
				company: 'Zylker',
			},
		],
	],
	[
		'two new rows in Google Sheets, of which the second has blank cells',
		googleSheets,
		[
			{
				...BY_RACHEL,
				name: 'Wei',
				lastName: 'Chen',
				email: 'wei.chen@example.com',
				phone: '+6561234567',
				source: 'Event',
				context: 'AI Sales Assistant',
			},
			{ ...BY_RACHEL, name: 'Sofia', email: 'sofia@example.com' },
		],
	],
])('creates leads from %s', async (_, example, bodies) => await createsLeads(example, bodies));

withForm(
	'creates leads from an n8n form',
	async () =>
		await createsLeads(form, [
			{
				...BY_RACHEL,
				name: 'Lucas',
				lastName: 'Martin',
				email: 'lucas.martin@example.com',
				phone: '+33123456789',
				context: 'Follow-up for trade show leads',
			},
		]),
);

it('sends no key for what is blank in Pipedrive', async () => {
	const [{ json }] = pipedrive.pinData['When a person is added'];
	expect([json.data.last_name, json.data.phones]).toEqual([null, []]);
	await run(pipedrive);
	const keys = Object.keys(world.api.requests[0].body as object);
	expect(keys.sort()).toEqual(['assistantEmail', 'email', 'name', 'source', 'type']);
});

describe('switched on, without its pinned data', () => {
	const switchOn = async (example: typeof zoho | typeof form) => {
		const workflow = await world.n8n.addWorkflow(example, await world.newCredential());
		await world.n8n.activate(workflow);
		return workflow.nodes[1];
	};
	/** Sends a form, as a browser and Zoho CRM do, and gives the request that comes of it. */
	const send = async (path: string, fields: object) => {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.append(name, value);
		const post = async () => await fetch(`${world.n8n.url}${path}`, { method: 'POST', body });
		// n8n says that a workflow is active a moment before its address is there.
		await until(async () => (await post()).status === 200, 20_000);
		await until(() => world.api.requests.length > 1, 20_000);
		return sent();
	};

	it('the webhook takes what Zoho CRM posts as form data', async () => {
		const { parameters } = await switchOn(zoho);
		const fields = { First_Name: 'Ravi', Last_Name: 'Rao', Email: 'ravi@example.com', Phone: '' };
		expect(await send(`/webhook/${parameters.path}`, fields)).toStrictEqual(
			newLead({ ...BY_RACHEL, name: 'Ravi', lastName: 'Rao', email: 'ravi@example.com' }),
		);
	});

	withForm('the form takes what a visitor fills in', async () => {
		const { webhookId } = await switchOn(form);
		const answers = ['Ines', '', 'ines@example.com', '', 'A demo'];
		const fields = Object.fromEntries(answers.map((answer, n) => [`field-${n}`, answer]));
		expect(await send(`/form/${webhookId}`, fields)).toStrictEqual(
			newLead({ ...BY_RACHEL, name: 'Ines', email: 'ines@example.com', context: 'A demo' }),
		);
	});
});

describe('a deal in Pipedrive', () => {
	it('that is won stops the follow-up of its person', async () => {
		await run(pipedrive);
		expect(world.api.leads[0].nextScheduleTime).not.toBeNull();
		world.api.requests.length = 0;
		const execution = await run(dealWon);
		expect(execution.status).toBe('success');
		expect(sent()).toEqual([['PUT', '/leads/stop/followup', { email: 'maria@example.com' }]]);
		expect(world.api.leads[0].nextScheduleTime).toBeNull();
		show(dealWon);
	});

	it.each([
		['is not won', { status: 'open' }, { status: 'lost' }],
		['was won before', { status: 'won' }, { value: 4000 }],
		[
			'was won before, where all its fields come',
			{ status: 'won' },
			{ status: 'won', value: 4000 },
		],
	])('that %s stops nothing', async (_, now, previous) => {
		const [{ json }] = dealWon.pinData['When a deal changes'];
		const changed = [{ json: { ...json, data: { ...json.data, ...now }, previous } }];
		const pinData = { ...dealWon.pinData, 'When a deal changes': changed };
		const execution = await run({ ...dealWon, pinData } as typeof dealWon);
		expect(execution.status).toBe('success');
		expect(sent()).toEqual([]);
	});
});

it('creates a lead where an AI agent calls the tool, with a stand-in for the chat model', async () => {
	const person = {
		First_Name: 'Emma',
		Last_Name: 'Wilson',
		Email: 'emma.wilson@example.com',
		Phone: '',
		Context: 'A demo',
	};
	const { execution, requests } = await runAgent(
		world.n8n,
		await world.newCredential(),
		{},
		person,
	);
	expect(execution.status).toBe('success');
	expect(sent()).toEqual(
		newLead({
			...BY_RACHEL,
			name: 'Emma',
			lastName: 'Wilson',
			email: 'emma.wilson@example.com',
			context: 'A demo',
		}),
	);
	// The model was offered the fields that are left to it, and told the lead that came of it.
	const [first, second] = requests;
	expect(Object.keys(first.tools[0].function.parameters.properties).sort()).toEqual([
		'Context',
		'Email',
		'First_Name',
		'Last_Name',
		'Phone',
	]);
	const answer = second.messages.find(({ role }) => role === 'tool');
	expect(JSON.stringify(answer)).toContain('emma.wilson@example.com');
	const [{ data }] = execution.data.resultData.runData['AI agent'].slice(-1);
	expect(data.main[0][0].json.output).toBe('Done.');
	show(aiAgent);
});
