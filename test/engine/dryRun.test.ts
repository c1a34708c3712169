import { leadUrl, people } from '../support/leads';
import { formOf, OF_A_LEAD, OPERATIONS, RACHEL } from '../support/operations';
import { useWorld } from '../support/testBench';

const world = useWorld();

const form = formOf('create', { assistantId: RACHEL });
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

const run = async (items: object[], parameters: object, options: object, more = {}) =>
	await world.engine.run({ items, parameters: { ...parameters, options }, ...more });

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
		const dry = await run(items, parameters, { dryRun: true });
		expect(dry.error).toBeUndefined();
		expect(asked()).toEqual([]);
		expect(dry.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(dry.hints).toContainEqual({
			type: 'warning',
			location: 'outputPane',
			message:
				"Dry Run is on: nothing was sent to 7Targets, and nobody gets an email. To send, switch off 'Dry Run' in the options.",
		});
		// The other operations need leads that exist.
		if (!operation.startsWith('create')) await run(items, form, {});
		world.api.requests.length = 0;
		await run(items, parameters, { dryRun: false, concurrency: 1 });
		const sent = world.api.requests.filter(
			({ method }) => !operation.startsWith('upsert') || method === 'PUT',
		);
		expect(dry.items.map(({ json }) => json)).toEqual(
			sent.map(({ body }) => ({ dryRun: true, lead: body })),
		);
		expect(sent).toHaveLength(3);
	},
);

it('marks the duplicates', async () => {
	const [one, two] = people(2);
	const { items } = await run([one, two, { ...one, name: 'Again' }], form, {
		dryRun: true,
	});
	expect(items.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, undefined, 0]);
	expect(items[2].json.lead).toEqual(items[0].json.lead);
	const all = await run([one, one], form, { dryRun: true, duplicates: 'send' });
	expect(all.items.map(({ json }) => json.duplicateOfItem)).toEqual([undefined, undefined]);
	expect(all.hints[0].message).toContain('These would be sent as well.');
});

it('checks as much as when it sends', async () => {
	const bad = [people(1)[0], { name: 'Nobody', email: 'nobody' }];
	const { error } = await run(bad, form, { dryRun: true });
	expect(error?.message).toContain("'Email' must be one email address");
	const settings = { onError: 'continueRegularOutput' };
	const { items } = await run(bad, form, { dryRun: true }, { settings });
	expect(items.map(({ json }) => [json.dryRun, json.error])).toEqual([
		[true, undefined],
		[undefined, expect.stringContaining("'Email' must be one email address")],
	]);
});

it('needs no credential that can be used', async () => {
	world.stored[1] = { username: '', password: '' };
	const { items } = await run(people(1), form, { dryRun: true });
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
		parameters: { ...how.parameters, options: { dryRun: true } },
	});
	expect(dry.error).toMatchObject({
		message: 'Dry Run is on, so this Retry sent nothing to 7Targets.',
		description:
			"An earlier run has done item 0. It would send item 1. To send, switch off 'Dry Run' in the options, save the workflow, and press Retry on the newest execution that failed.",
	});
	expect(world.api.requests).toHaveLength(2);
	const { items } = await world.engine.retry({ run: dry.run, ...how });
	expect(items.map(({ json }) => json.leadUrl)).toEqual([leadUrl(2345), leadUrl(2346)]);
	expect(world.api.leads).toHaveLength(2);
});

it('within a Retry needs no credential to say so', async () => {
	world.api.plan([400]);
	const how = { items: people(2), parameters: form };
	const { run: failed } = await world.engine.run(how);
	const { error } = await world.engine.retry({
		run: failed,
		...how,
		credential: 'deleted',
		parameters: { ...how.parameters, options: { dryRun: true } },
	});
	expect(error?.description).toMatch(/^It would send items 0, 1\. To send, switch off/);
});

it.each([
	[true, true],
	['true', true],
	[false, false],
	['false', false],
	[null, false],
])('%j is %j', async (dryRun, isDry) => {
	await run(people(1), form, { dryRun });
	expect(world.api.leads).toHaveLength(isDry ? 0 : 1);
});

it.each(['={{ $json.isTest }}', 'maybe'])(
	'of %j, which is neither on nor off, sends nothing',
	async (dryRun) => {
		const { error } = await run(people(1), form, { dryRun });
		expect(error?.message).toMatch(/^'Dry Run' must be true or false, but is "/);
		expect(asked()).toEqual([]);
	},
);

it('is offered by each operation of a lead, with a notice while it is on', () => {
	const { properties } = world.engine.description;
	const shown = (name: string) =>
		properties
			.filter((property) => property.name === name)
			.map(({ displayOptions }) => displayOptions?.show ?? {});
	const [{ operation, ...others }, ...rest] = shown('dryRunNotice');
	expect([others, rest]).toEqual([{ '/options.dryRun': [true], resource: ['lead'] }, []]);
	const { leadOperations } = world.engine;
	expect([...operation!].sort()).toEqual(leadOperations);
	expect([...OF_A_LEAD].sort()).toEqual(leadOperations);
});
