import { runAgent } from '../support/agent';
import { refusal } from '../support/faults';
import { N8N_VERSION } from '../support/n8n/install';
import { printTable } from '../support/print';
import { startRealWorld } from '../support/realWorld';

type World = Awaited<ReturnType<typeof startRealWorld>>;
let world: World;
let api: World['api'];
const read: string[][] = [];

beforeAll(async () => {
	world = await startRealWorld({ isOpen: true });
	({ api } = world);
}, 300_000);
afterAll(async () => {
	printTable(['Agent', 'What happened', 'What the model read'], read);
	await world?.stop();
});
beforeEach(() => {
	world.reset();
	api.readAs({ secondPost: 'assigns' });
});

const LEAD = 'Create or update a lead';
const PERSON = {
	First_Name: 'Emma',
	Last_Name: 'Wilson',
	Email: 'emma.wilson@example.com',
	Phone: '',
	Context: 'A demo',
};

const run = async (changes: Record<string, object>, ...calls: object[]) =>
	await runAgent(world.n8n, await world.newCredential(), changes, ...calls);

const isOld = N8N_VERSION.startsWith('1.');
type Agent = { typeVersion: number; parameters?: object };
const AGENTS: Array<[string, Agent]> = [
	...[1.6, 1.7, 1.8, 1.9].map((typeVersion): [string, Agent] => [
		`Agent ${typeVersion}`,
		{ typeVersion, parameters: { agent: 'toolsAgent' } },
	]),
	...[2, 2.1, 2.2, ...(isOld ? [] : [2.3]), 3, ...(isOld ? [] : [3.1])].map(
		(typeVersion): [string, Agent] => [`Agent ${typeVersion}`, { typeVersion }],
	),
];

const CASES: Array<[string, () => void, object, RegExp]> = [
	[
		'7Targets refuses it (400)',
		() => api.plan([refusal('Context is too short'), { method: 'POST', context: 'A demo' }]),
		{ ...PERSON, Context: 'A demo of the assistant' },
		/^7Targets did not create .*: Context is too short \(status 400\) \[item 0\]\. Item 0 is \S+\. Correct the fields/,
	],
	[
		'the connection is cut after the lead was created',
		() => api.plan(['reset, carried out', { method: 'POST', times: 1 }]),
		PERSON,
		/^It is not known whether the lead was created.*: The connection .* \[item 0\]\. Item 0 is \S+\. (Send it again|Run it again)/,
	],
	[
		'the address is blank',
		() => {},
		PERSON,
		/^'Email' is blank, but 7Targets needs it for every lead \[item 0\]\. Fill it in.* Nothing was sent\.$/,
	],
];

describe.each(AGENTS)('%s', (name, agent) => {
	it.each(CASES.flatMap((one) => [['create', ...one] as const, ['upsert', ...one] as const]))(
		'%s: %s: the model reads what to do, calls again, and there is one lead',
		async (operation, what, script, second, expected) => {
			script();
			const first = what.includes('blank') ? { ...PERSON, Email: '' } : PERSON;
			const tool = { parameters: { operation, options: { maxTries: 1 } } };
			const define = { promptType: 'define', text: 'Hand over Emma.', options: {} };
			const parameters = { ...define, ...agent.parameters };
			const { execution, answers } = await run(
				{ [LEAD]: tool, 'AI agent': { ...agent, parameters } },
				first,
				second,
			);
			expect(execution.status).toBe('success');
			expect(answers).toHaveLength(2);
			const [[{ error }], [lead]] = answers.map((answer) => JSON.parse(answer));
			expect(error).toMatch(expected);
			expect(lead).toMatchObject({ email: PERSON.Email, leadUrl: expect.any(String) });
			expect(api.leads).toHaveLength(1);
			expect([...api.starts]).toEqual([[PERSON.Email, 1]]);
			read.push([name, `${operation}: ${what}`, `${error.slice(0, 110)}…`]);
		},
	);
});

it('offers every field to a model: those of the form, the resource locators, and the collections', async () => {
	const ai = (key: string) => `={{ $fromAI('${key}', \`\`, 'string') }}`;
	const locator = (mode: string, key: string) => ({ __rl: true, mode, value: ai(key) });
	const fields = {
		name: 'Emma',
		lastName: 'Wilson',
		email: 'emma.wilson@example.com',
		phone: '+12025550123',
		context: 'A demo',
		additionalInformationLine: 'Hello',
		type: 'SALES',
	};
	const further = {
		company: 'Acme',
		designation: 'Buyer',
		industry: 'Retail',
		location: 'Bonn',
		crm: 'CRM',
		externalId: '7',
	};
	const own = (values: object) =>
		Object.fromEntries(Object.keys(values).map((key) => [key, ai(key)]));
	const { answers, requests } = await run(
		{
			[LEAD]: {
				parameters: {
					...own(fields),
					assistantId: locator('list', 'assistant'),
					scheduleId: locator('id', 'sequence'),
					source: locator('list', 'source'),
					additionalFields: {
						...own(further),
						customFields: {
							custom: {
								specify: 'fields',
								fields: { field: [{ name: 'Budget', value: ai('budget') }] },
							},
						},
					},
				},
			},
		},
		{
			...fields,
			...further,
			assistant: 'rachel@example.com',
			sequence: 'Fair',
			source: 'Trade Fair',
			budget: '5000',
		},
	);
	expect(JSON.parse(answers[0])[0]).not.toHaveProperty('error');
	expect(api.leads).toEqual([
		expect.objectContaining({
			...fields,
			...further,
			assistantEmail: 'rachel@example.com',
			scheduleName: 'Fair',
			source: 'Trade Fair',
			customFields: [{ name: 'Budget', value: '5000' }],
		}),
	]);
	expect(requests[0].tools[0].function.description).toContain('real emails');
});
