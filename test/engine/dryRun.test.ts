import { NodeHelpers, type INodeProperties } from 'n8n-workflow';

import { leadUrl, people } from '../support/leads';
import { formOf, OF_A_LEAD, OPERATIONS, RACHEL } from '../support/operations';
import { useWorld } from '../support/testBench';

const world = useWorld();

const form = formOf('create', { assistantId: RACHEL });
const dry = { ...form, dryRun: true };
/** Each operation with more than its form needs, and, for a new lead, with automatic mapping. */
const FORMS = OF_A_LEAD.flatMap((operation): Array<[string, object]> => {
	const fair = { scheduleId: { __rl: true, mode: 'name', value: 'Fair' } };
	const values = { assistantId: RACHEL, ...fair };
	const { creates } = OPERATIONS[operation];
	const filledIn = creates ? { ...values, additionalFields: { company: 'Acme' } } : values;
	const auto = formOf(operation, { ...values, mappingMode: 'autoMapInputData' });
	return [
		[operation, formOf(operation, filledIn)],
		...(creates ? [[`${operation}, mapped automatically,`, auto] as [string, object]] : []),
	];
});

const run = async (items: object[], parameters: object, more = {}) =>
	await world.engine.run({ items, parameters, ...more });

/** All requests to the login servers and to the API. */
const asked = () => [
	...world.cognito.requests,
	...world.tokenServer.requests,
	...world.api.requests,
];

it.each(FORMS)(
	'%s sends nothing, does not log in, and shows what goes out then',
	async (operation, parameters) => {
		const items = ['Ann', 'Bob', 'Cleo'].map((name) => ({ name, email: `${name}@example.com` }));
		const shown = await run(items, { ...parameters, dryRun: true });
		expect(shown.error).toBeUndefined();
		expect(asked()).toEqual([]);
		expect(shown.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(shown.hints).toContainEqual({
			type: 'warning',
			location: 'outputPane',
			message:
				"Dry Run is on: nothing was sent to 7Targets, and nobody gets an email. To send, switch off 'Dry Run'.",
		});
		// The other operations need leads that exist.
		if (!operation.startsWith('create')) await run(items, form);
		world.api.requests.length = 0;
		await run(items, { ...parameters, dryRun: false, options: { concurrency: 1 } });
		const sent = world.api.requests.filter(
			({ method }) => !operation.startsWith('upsert') || method === 'PUT',
		);
		expect(shown.items.map(({ json }) => json)).toEqual(
			sent.map(({ body }) => ({ dryRun: true, lead: body })),
		);
		expect(sent).toHaveLength(3);
	},
);

it('marks the duplicates', async () => {
	const [one, two] = people(2);
	const { items } = await run([one, two, { ...one, name: 'Again' }], dry);
	expect(items.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, undefined, 0]);
	expect(items[2].json.lead).toEqual(items[0].json.lead);
	const all = await run([one, one], { ...dry, options: { duplicates: 'send' } });
	expect(all.items.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, undefined]);
	expect(all.hints[0].message).toContain('These would be sent as well.');
});

it('checks as much as when it sends', async () => {
	const bad = [people(1)[0], { name: 'Nobody', email: 'nobody' }];
	const { error } = await run(bad, dry);
	expect(error?.message).toContain("'Email' must be one email address");
	const settings = { onError: 'continueRegularOutput' };
	const { items } = await run(bad, dry, { settings });
	expect(items.map(({ json }) => [json.dryRun, json.error])).toEqual([
		[true, undefined],
		[undefined, expect.stringContaining("'Email' must be one email address")],
	]);
});

it('needs no credential that can be used', async () => {
	world.stored[1] = { username: '', password: '' };
	const { items } = await run(people(1), dry);
	expect(items[0].json.dryRun).toBe(true);
});

it('within a Retry ends in an error that shows what is done, and takes nothing from the next one', async () => {
	world.api.plan([400, { email: 'lead1@example.com' }]);
	const how = {
		items: people(2),
		parameters: { ...form, options: { concurrency: 1 } },
	};
	const { run: failed } = await world.engine.run(how);
	world.api.plan();
	const dry = await world.engine.retry({
		run: failed,
		items: how.items,
		parameters: { ...how.parameters, dryRun: true },
	});
	expect(dry.error).toMatchObject({
		message: 'Dry Run is on, so this Retry sent nothing to 7Targets.',
		description:
			"An earlier run has done item 0. It would send item 1. To send, switch off 'Dry Run', save the workflow, and press Retry on the newest execution that failed.",
	});
	expect(world.api.requests).toHaveLength(2);
	const { items } = await world.engine.retry({ run: dry.run, ...how });
	expect(items.map(({ json }) => json.leadUrl)).toEqual([leadUrl(2345), leadUrl(2346)]);
	expect(world.api.leads).toHaveLength(2);
});

it('within a Retry of a node that continues says what n8n makes of that', async () => {
	world.api.plan([400, { email: 'lead1@example.com' }]);
	const how = { items: people(2), parameters: { ...form, options: { concurrency: 1 } } };
	const { run: failed } = await world.engine.run(how);
	const { items } = await world.engine.retry({
		run: failed,
		items: how.items,
		parameters: { ...how.parameters, dryRun: true },
		settings: { onError: 'continueRegularOutput' },
	});
	expect(items[0].json.error).toMatch(
		/n8n takes this Retry for successful and may offer no other one\. .*'Create or Update', and run the workflow\.$/,
	);
});

it('within a Retry needs no credential to say so', async () => {
	world.api.plan([400]);
	const how = { items: people(2), parameters: form };
	const { run: failed } = await world.engine.run(how);
	const { error } = await world.engine.retry({
		run: failed,
		...how,
		credential: 'deleted',
		parameters: { ...how.parameters, dryRun: true },
	});
	expect(error?.description).toMatch(/^It would send items 0, 1\. To send, switch off/);
});

it.each([
	[true, true],
	['true', true],
	[false, false],
	['false', false],
])('%j is %j', async (dryRun, isDry) => {
	await run(people(1), { ...form, dryRun });
	expect(world.api.leads).toHaveLength(isDry ? 0 : 1);
});

it.each(['={{ $json.isTest }}', 'maybe', null])(
	'of %j, which is neither on nor off, sends nothing',
	async (dryRun) => {
		const { error } = await run(people(1), { ...form, dryRun });
		expect(error?.message).toMatch(/^'Dry Run' must be true or false, but is /);
		expect(asked()).toEqual([]);
	},
);

// n8n 2.41 takes the "=" off before a run. Where n8n works the expression out, it sends nothing if any item has it on.
describe('an expression that n8n works out', () => {
	const { getNodeParameters } = NodeHelpers;
	beforeEach(() => {
		jest.spyOn(NodeHelpers, 'getNodeParameters').mockImplementation((properties, ...rest) =>
			getNodeParameters(
				properties.map((property) => ({ ...property, noDataExpression: false })),
				...rest,
			),
		);
	});
	afterEach(() => jest.restoreAllMocks());

	const dryRun = '={{ $json.isTest }}';
	const marked = (...marks: unknown[]) =>
		people(marks.length).map((person, n) => ({ ...person, isTest: marks[n] }));

	it.each([
		[false, false, true],
		[true, false, false],
		['false', 'TRUE', 'false'],
	])('sends nothing if the items have %j, %j, %j', async (...marks) => {
		const { items, error } = await run(marked(...marks), { ...form, dryRun });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.dryRun)).toEqual([true, true, true]);
		expect(asked()).toEqual([]);
	});

	it.each([
		[undefined, 'blank'],
		[null, 'blank'],
		['', 'blank'],
		['maybe', '"maybe"'],
		[1, '"1"'],
	])('sends nothing if one of the items has %j', async (mark, said) => {
		const items = marked(false, mark, false);
		const { error } = await run(items, { ...form, dryRun });
		expect(error?.message).toBe(`'Dry Run' must be true or false, but is ${said} [item 1]`);
		const settings = { onError: 'continueRegularOutput' };
		const { items: out } = await run(items, { ...form, dryRun }, { settings });
		expect(out.map(({ json }) => json.error)).toEqual(
			Array(3).fill(expect.stringContaining("'Dry Run' must be true or false")),
		);
		expect(asked()).toEqual([]);
	});

	it('sends nothing if n8n refuses it', async () => {
		const { error } = await run(people(2), { ...form, dryRun: '={{ $json. }}' });
		expect(error?.message).toMatch(/^'Dry Run' holds an expression that n8n cannot work out/);
		expect(asked()).toEqual([]);
	});

	it('sends if it is off for all', async () => {
		const { error } = await run(marked(false, 'false'), { ...form, dryRun });
		expect(error).toBeUndefined();
		expect(world.api.leads).toHaveLength(2);
	});
});

it('stands above the fields of each operation of a lead, and says what comes of sending', () => {
	const { properties } = world.engine.description;
	const places = properties.flatMap((property, place) => (property.name === 'dryRun' ? place : []));
	const operations = places.flatMap((place) => {
		const { displayOptions, hint } = properties[place];
		const { resource, operation } = displayOptions!.show!;
		expect(resource).toEqual(['lead']);
		expect(hint).toMatch(/^If it is off, Execute step sends, too: .*\.$/);
		const ofOperation = ({ displayOptions: { show } = {} }: INodeProperties) =>
			show?.resource?.[0] === 'lead' && show.operation?.includes(operation![0]);
		expect(properties.findIndex(ofOperation)).toBe(place);
		return operation as string[];
	});
	expect(operations.sort()).toEqual(world.engine.leadOperations);
	expect([...OF_A_LEAD].sort()).toEqual(world.engine.leadOperations);
});

it.each([
	[true, 'create: lead (dry run)'],
	[false, 'create: lead'],
	[undefined, 'create: lead'],
	['={{ $json.isTest }}', 'create: lead'],
	['={{ $json. }}', 'create: lead'],
])('of %j is shown on the canvas as %j', (dryRun, subtitle) => {
	const parameters = {
		resource: 'lead',
		operation: 'create',
		...(dryRun !== undefined && { dryRun }),
	};
	expect(world.engine.subtitleOf(parameters)).toBe(subtitle);
});
