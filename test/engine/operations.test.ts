import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { log } from '../support/engine';
import { leadUrl, people } from '../support/leads';
import { formOf, OF_A_LEAD } from '../support/operations';
import { useWorld } from '../support/testBench';

const world = useWorld();

const sent = () => world.api.requests.map(({ method, url, body }) => [method, url, body]);
/** The text fields that the user adds to the form, by their names in the API. */
const ADDED = [...['company', 'designation', 'industry', 'location', 'crm', 'externalId']];
const byEmail = { __rl: true, mode: 'email', value: '={{ $json.email }}' };

/** Puts two leads on the server, and clears its list of requests. */
async function twoLeads() {
	await world.engine.run({ items: people(2), parameters: { options: { concurrency: 1 } } });
	world.api.requests.length = 0;
}

describe('Update', () => {
	const update = async (parameters: object, items: object[] = people(1), more = {}) =>
		await world.engine.run({ items, parameters: { operation: 'update', ...parameters }, ...more });

	it.each([
		['email', byEmail, { email: 'lead0@example.com' }],
		['ID', { __rl: true, mode: 'id', value: '2345' }, { id: 2345 }],
		['ID from an expression', { __rl: true, mode: 'email', value: '={{ 2345 }}' }, { id: 2345 }],
	])('by %s sends only what is to change', async (_, lead, which) => {
		await twoLeads();
		const { items, error } = await update({
			lead,
			updateFields: { lastName: ' Doe ', phone: '={{ null }}', scheduleId: '57', company: '' },
		});
		expect(error).toBeUndefined();
		expect(sent()).toEqual([['PUT', '/leads', { ...which, lastName: 'Doe', scheduleId: 57 }]]);
		expect(items).toEqual([
			{ json: { ...world.api.leads[0], leadUrl: leadUrl(2345) }, pairedItem: { item: 0 } },
		]);
		expect(world.api.leads[0]).toMatchObject({ name: 'Lead 0', lastName: 'Doe', scheduleId: 57 });
	});

	it('offers every field but the email, and none of them is mandatory', () => {
		const { options } = world.engine.description.properties.find(
			({ name }) => name === 'updateFields',
		)!;
		const names = (options as Array<{ name: string; required?: boolean }>).map(({ name }) => name);
		expect(names.sort()).toEqual(
			[
				...['name', 'lastName', 'phone', 'type', 'source', 'context', 'additionalInformationLine'],
				...['scheduleId', 'assistantId', 'customFields', ...ADDED],
			].sort(),
		);
		expect((options as object[]).some((option) => 'required' in option && option.required)).toBe(
			false,
		);
	});

	it('has no description with two full stops', () => {
		expect(JSON.stringify(world.engine.description)).not.toMatch(/[^.]\.\.[^.]/);
	});

	it.each([
		['nothing added', {}],
		['only blanks', { name: '  ', phone: '={{ $json.nothing }}', customFields: {} }],
	])('with %s says that nothing is to change, and sends nothing', async (_, updateFields) => {
		const { error } = await update({ lead: byEmail, updateFields }, people(2));
		expect(error?.message).toMatch(
			/^There is nothing to change: 'Update Fields' holds no value \[item 0\]$/,
		);
		expect(error).toMatchObject({
			description: expect.stringMatching(/ Add the fields that should change, .*Nothing was sent/),
		});
		expect(world.cognito.requests).toHaveLength(0);
		expect(world.api.requests).toHaveLength(0);
	});

	it('can send along what 7Targets asks for', async () => {
		world.api.readAs({ putDemands: ['name', 'email', 'assistantEmail'] });
		const first = await update({ lead: byEmail, updateFields: { name: 'John' } });
		expect(first.error?.description).toContain(
			"If it asks for a field, add it under 'Update Fields'; the address, by choosing the lead by email.",
		);
		const assistantId = { __rl: true, mode: 'email', value: 'rachel@example.com' };
		await update({ lead: byEmail, updateFields: { name: 'John', assistantId } });
		expect(sent().at(-1)?.[2]).toEqual({
			email: 'lead0@example.com',
			name: 'John',
			assistantEmail: 'rachel@example.com',
		});
	});

	it('of a lead that 7Targets does not have says so', async () => {
		const { error } = await update({ lead: byEmail, updateFields: { name: 'J' } });
		expect(error).toMatchObject({
			message: '7Targets did not update the lead: Lead not found (status 400) [item 0]',
			description: expect.stringContaining('Check that 7Targets has this lead.'),
		});
	});

	it('is not sent again by a retry if it was carried out', async () => {
		await twoLeads();
		world.api.plan([400, { email: 'lead1@example.com' }]);
		const how = {
			items: people(2),
			parameters: {
				operation: 'update',
				lead: byEmail,
				updateFields: { name: 'New' },
				options: { concurrency: 1 },
			},
		};
		const { run } = await world.engine.run(how);
		world.api.requests.length = 0;
		world.api.plan();
		const { items } = await world.engine.retry({ run, ...how });
		expect(items.map(({ json }) => [json.id, json.name])).toEqual([
			[2345, 'New'],
			[2346, 'New'],
		]);
		expect(world.api.requests).toHaveLength(1);
	});
});

describe('Stop Follow-Up', () => {
	it.each([
		['email', byEmail, { email: 'lead0@example.com' }],
		['ID', { __rl: true, mode: 'id', value: 2345 }, { id: 2345 }],
	])('by %s', async (_, lead, which) => {
		await twoLeads();
		const { items } = await world.engine.run({
			items: people(1),
			parameters: { operation: 'stopFollowUp', lead },
		});
		expect(sent()).toEqual([['PUT', '/leads/stop/followup', which]]);
		expect(items[0].json).toMatchObject({
			id: 2345,
			nextScheduleTime: null,
			leadUrl: leadUrl(2345),
		});
	});

	it('sends along what 7Targets asks for, and says where to add it', async () => {
		await twoLeads();
		world.api.readAs({ putDemands: ['name', 'email', 'assistantEmail'] });
		const stop = async (parameters: object) =>
			await world.engine.run({
				items: people(1),
				parameters: { operation: 'stopFollowUp', ...parameters },
			});
		const assistantId = { __rl: true, mode: 'email', value: 'Rachel@example.com' };
		const { error } = await stop({ lead: byEmail });
		expect(error?.message).toContain('name is mandatory');
		expect(error?.description).toContain(
			"If 7Targets has this lead, its emails go on. If it asks for a field, add it under 'Additional Fields'; the address, by choosing the lead by email.",
		);
		await stop({ lead: byEmail, additionalFields: { name: 'John', assistantId } });
		expect(sent().at(-1)).toEqual([
			'PUT',
			'/leads/stop/followup',
			{ email: 'lead0@example.com', name: 'John', assistantEmail: 'Rachel@example.com' },
		]);
	});

	it.each([
		['', "'Lead' is blank"],
		['abc', `'Lead' must be the ID or the email address of a lead, but is "abc"`],
	])('of "%s" is an error before any request', async (value, message) => {
		const { error } = await world.engine.run({
			items: [{}],
			parameters: {
				operation: 'stopFollowUp',
				lead: { __rl: true, mode: 'email', value: `={{ "${value}" }}` },
			},
		});
		expect(error?.message).toContain(message);
		expect(world.api.requests).toHaveLength(0);
	});
});

describe('the additional fields of a new lead', () => {
	const create = async (additionalFields: object, item: object = {}) =>
		await world.engine.run({
			items: [{ ...people(1)[0], ...item }],
			parameters: {
				operation: 'create',
				name: 'John',
				email: '={{ $json.email }}',
				assistantId: { __rl: true, mode: 'id', value: '11' },
				additionalFields,
			},
		});
	const MANDATORY = {
		name: 'John',
		email: 'lead0@example.com',
		source: 'Website',
		type: 'SALES',
		assistantId: 11,
	};

	it('go out by their names in the API, if they are not blank', async () => {
		const fields = Object.fromEntries(ADDED.map((name) => [name, `Some ${name}`]));
		const { error } = await create({
			...fields,
			company: ' Acme ',
			industry: '={{ null }}',
		});
		expect(error).toBeUndefined();
		expect(sent()[0][2]).toEqual({
			...MANDATORY,
			...fields,
			company: 'Acme',
			industry: undefined,
		});
		expect(sent()[0][2]).not.toHaveProperty('industry');
	});

	const BUDGET = { name: 'Budget', value: '10000' };
	const twoRows = [BUDGET, { name: ' Region ', value: 'North' }];
	const rows = (...field: object[]) => ({ custom: { specify: 'fields', fields: { field } } });
	const pairs = (json: string) => ({ custom: { specify: 'json', json } });

	it.each([
		['two rows', rows(...twoRows), {}],
		['two rows, as they are if nothing was chosen', { custom: { fields: { field: twoRows } } }, {}],
		[
			'an expression with an object',
			pairs('={{ $json.custom }}'),
			{ custom: { Budget: 10000, Region: ' North ', Empty: null } },
		],
		['an expression with a list', pairs('={{ $json.custom }}'), { custom: twoRows }],
		['JSON, typed', pairs('{ "Budget": 10000, "Region": "North" }'), {}],
		[
			'rows, with JSON left over from before',
			{ custom: { ...rows(...twoRows).custom, json: '{ "Region": "South" }' } },
			{},
		],
	])('custom fields: %s', async (_, customFields, item) => {
		const { error } = await create({ customFields }, item);
		expect(error).toBeUndefined();
		expect(sent()[0][2]).toEqual({
			...MANDATORY,
			customFields: [
				{ name: 'Budget', value: '10000' },
				{ name: 'Region', value: 'North' },
			],
		});
	});

	it.each([
		['nothing', {}],
		['a blank row', rows({ name: '', value: ' ' })],
		['an empty object', pairs('{}')],
		['the JSON of a blank value', pairs('null')],
		['an expression whose JSON is that of a blank value', pairs('={{ JSON.stringify(null) }}')],
	])('custom fields: %s leaves them out', async (_, customFields) => {
		await create({ customFields });
		expect(sent()[0][2]).toEqual(MANDATORY);
	});

	it.each([
		[
			'the same name twice',
			rows(BUDGET, { name: 'Budget ', value: '1' }),
			`'Custom Fields' has the field "Budget" more than once`,
		],
		[
			'a value without a name',
			rows({ name: '', value: 'x' }),
			`'Custom Fields' has the value "x" without a name`,
		],
		['text', pairs('={{ "Budget" }}'), `'Custom Fields' must be names with values`],
		[
			'a list of texts',
			pairs('={{ ["Budget"] }}'),
			`'Custom Fields' must be a list of objects with a name and a value each, but holds ""Budget""`,
		],
		[
			'an object for a value',
			pairs('={{ ({ Budget: { amount: 1 } }) }}'),
			`'Custom Fields → Budget' is an object`,
		],
	])('custom fields: %s is an error before any request', async (_, customFields, message) => {
		const { error } = await create({ customFields });
		expect(error?.message).toContain(message);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(world.api.requests).toHaveLength(0);
	});
});

it('a workflow that was saved before there was a choice runs unchanged', async () => {
	// As n8n stored it then: no authentication, no operation, no additional fields.
	const { error } = await world.engine.run({
		items: people(1),
		parameters: { lastName: 'Doe', scheduleId: '56', options: { maxTries: 2 } },
	});
	expect(error).toBeUndefined();
	expect(world.cognito.requests).toHaveLength(1);
	expect(sent()).toEqual([
		[
			'POST',
			'/leads',
			{
				name: 'Lead 0',
				lastName: 'Doe',
				email: 'lead0@example.com',
				source: 'Website',
				type: 'SALES',
				assistantId: 11,
				scheduleId: 56,
			},
		],
	]);
});

describe('what comes out', () => {
	it.each(OF_A_LEAD)('of %s begins with what a user looks for', async (operation) => {
		await twoLeads();
		const parameters = formOf(operation);
		// The stand-in creates the third person only, and changes the first two only.
		const items = operation === 'create' ? people(3).slice(2) : people(1);
		const {
			items: [{ json }],
		} = await world.engine.run({ items, parameters });
		const first = ['leadUrl', ...(operation === 'upsert' ? ['isNew'] : []), 'nextScheduleTime'];
		expect(Object.keys(json).slice(0, first.length)).toEqual(first);
		expect(Object.keys(json)).toContain('email');
	});

	it("of an API with fields of the same names is the node's own", async () => {
		const own = { leadUrl: 'of the API', isNew: 'of the API' };
		world.api.leads.push({ id: 7, email: 'lead0@example.com', ...own });
		const { items } = await world.engine.run({ items: people(1), parameters: formOf('upsert') });
		expect(items[0].json).toMatchObject({ leadUrl: leadUrl(7), isNew: false });
	});

	const summaryOf = async (operation: string, items: object[], more = {}) => {
		const { run } = await world.engine.run({ items, parameters: formOf(operation), ...more });
		const all = run.data.resultData.runData['7Targets'][0].hints ?? [];
		return (all as Array<{ message: string }>).map(({ message }) => message).join();
	};

	it.each(OF_A_LEAD)('of %s is summed up if it starts emails', async (operation) => {
		await twoLeads();
		const counts = { create: 'created: 1', upsert: 'created: 1. Leads updated: 2' }[operation];
		const settings = { onError: 'continueRegularOutput' };
		const summary = await summaryOf(operation, people(3), { settings });
		if (counts === undefined) return expect(summary).toBe('');
		expect(summary).toMatch(
			new RegExp(
				`^Leads ${counts}\\. The next email goes out at \\S+Z\\. To end the emails to a lead, use the operation 'Stop Follow-Up'\\.$`,
			),
		);
	});

	it('sums up nothing if no lead was sent', async () => {
		world.api.plan([400]);
		const settings = { onError: 'continueRegularOutput' };
		expect(await summaryOf('create', people(2), { settings })).toBe('');
	});
});

describe('as a tool of an AI agent, which has no columns', () => {
	/** The fields that n8n shows, without those that it adds to a tool. */
	const shown = (name: string, parameters: object) => {
		const { description } = world.engine;
		const own = { ...description, name };
		const node = { typeVersion: 1 };
		const all = NodeHelpers.getNodeParameters(
			description.properties,
			parameters as INodeParameters,
			...([true, false, node, own] as const),
		);
		return Object.keys(all ?? {});
	};
	const automatic = { mappingMode: 'autoMapInputData' };

	it.each(['create', 'upsert'])('%s asks for each field, and offers no mapping', (operation) => {
		const asTool = shown('sevenTargetsTool', { operation });
		expect(asTool).toEqual(expect.arrayContaining(['dryRun', 'name', 'email', 'assistantId']));
		expect(shown('sevenTargets', { operation })).toEqual(
			expect.arrayContaining(['mappingMode', ...asTool]),
		);
		expect(shown('sevenTargets', { operation, ...automatic })).not.toContain('email');
	});
});

describe("a tool of n8n's own Agents, which run the node without an execution", () => {
	const TOOL = 'n8n-nodes-7targets.sevenTargetsTool';
	beforeEach(() => world.engine.add(TOOL, world.engine.nodeType));
	const call = async (parameters: object) =>
		await world.engine.runAlone({ items: [{}], parameters, settings: { type: TOOL } });
	const email = { __rl: true, mode: 'email', value: 'ana@lead.test' };
	const ana = {
		name: 'Ana',
		email: 'ana@lead.test',
		assistantId: { ...email, value: 'rachel@example.com' },
	};
	const fields = { mappingMode: 'defineBelow', type: 'SALES', source: 'Website', ...ana };

	it('does what it is asked, and each call again', async () => {
		const create = { resource: 'lead', operation: 'create', ...fields };
		const [{ json }] = await call(create);
		expect(json).toMatchObject({ email: 'ana@lead.test' });
		await call({ ...create, operation: 'upsert' });
		await call({ operation: 'update', lead: email, updateFields: { phone: '+49 30 1' } });
		await call({ operation: 'stopFollowUp', lead: email });
		await call({ resource: 'assistant', operation: 'getAll' });
		const methods = world.api.requests.map(({ method }) => method);
		expect(methods).toEqual(['POST', 'PUT', 'PUT', 'PUT', 'GET', 'GET']);
	});
});

describe('an error', () => {
	/** What n8n logs, but at the level debug, at which it writes down the whole error. */
	const logged = () =>
		log()
			.split('\n')
			.filter((line) => !line.startsWith('{"level":"debug"'))
			.join('\n');

	const descriptionOf = async (
		operation: string,
		item: object,
		parameters: object = formOf(operation),
	) => {
		const { error } = await world.engine.run({ items: [item], parameters });
		expect(error.message).not.toContain('@');
		expect(logged()).not.toContain(error.description);
		return error.description as string;
	};

	it.each(OF_A_LEAD)(
		'of %s says whom it was about, which n8n logs at the level debug only',
		async (operation) => {
			world.api.plan([400]);
			expect(await descriptionOf(operation, people(1)[0])).toMatch(
				/^Item 0 is lead0@example\.com\. /,
			);
			world.api.plan();
			expect(logged()).not.toContain('lead0@example.com');
		},
	);

	it('names the lead by its ID, if there is no address', async () => {
		const lead = { __rl: true, mode: 'id', value: '7' };
		const parameters = { operation: 'stopFollowUp', lead };
		expect(await descriptionOf('', {}, parameters)).toMatch(/^Item 0 is the lead with the ID 7\. /);
	});

	it.each([
		[{ Email: 'ana@lead.test' }, /^Item 0 holds ana@lead\.test\. Fill it in/],
		[
			{ owner: { mail: 'rep@our.test' }, body: 'x', Email: 'ana@lead.test' },
			/holds ana@lead\.test\./,
		],
		[{ properties: { email: { value: 'ana@lead.test' } } }, /holds ana@lead\.test\./],
		// A login in an address of the net is no address of a person.
		[{ db: 'postgres://admin:S3cret@db.example.com/x' }, /^(?!.*S3cret)/],
		[
			{ text: 'write to ana@lead.test', a: { b: { c: { d: { e: 'ana@lead.test' } } } } },
			/^Fill it in/,
		],
	])('of an item that cannot be sent says which address it holds: %j', async (item, says) => {
		const parameters = formOf('create', { email: 'bea@lead.test' });
		expect(await descriptionOf('', item, parameters)).toMatch(says);
		expect(logged()).not.toContain('ana@lead.test');
	});

	it('of a stop for somebody whom 7Targets does not have says what to do', async () => {
		expect(await descriptionOf('stopFollowUp', people(1)[0])).toMatch(
			/^Item 0 is lead0@example\.com\. Under 'Lead', enter the address or the ID of a lead that 7Targets has, and try again\. If 7Targets has this lead, its emails go on\./,
		);
	});

	it('names all that is missing', async () => {
		const { error } = await world.engine.run({ items: [{ x: 1 }], parameters: formOf('create') });
		expect(error.message).toBe(
			"'First Name' is blank, and 'Email' is blank, but 7Targets needs them for every lead [item 0]",
		);
		expect(error.description).toMatch(/^Fill them in, or leave out such items/);
	});
});
