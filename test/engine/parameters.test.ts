import fc from 'fast-check';
import { ExecuteContext } from 'n8n-core';
import { SevenTargets } from '../../nodes/SevenTargets/SevenTargets.node';
import { addedTexts } from '../support/operations';
import { print } from '../support/print';
import { useWorld } from '../support/testBench';

const world = useWorld();
const DRAWS = 1000;
const seed = Date.now() % 2 ** 31;

/** Where an expression may stand: a field of the form, a locator, and a collection with a collection in it. */
const USES: Array<(expression: string) => object> = [
	(lastName) => ({ lastName }),
	(value) => ({ source: { __rl: true, mode: 'name', value } }),
	(value) => ({ scheduleId: { __rl: true, mode: 'id', value } }),
	(company) => ({ additionalFields: { company, location: 'Bonn' } }),
	(value) => ({
		additionalFields: {
			customFields: {
				custom: { specify: 'fields', fields: { field: [{ name: 'Budget', value }] } },
			},
		},
	}),
];

/** The bodies that go out, or the error, for an item and an expression in one of its places. */
async function outcome(json: object, parameters: object) {
	world.api.requests.length = 0;
	world.api.leads.length = 0;
	const { error } = await world.engine.run({
		items: [json],
		parameters: {
			name: 'John',
			email: 'john@example.com',
			assistantId: { __rl: true, mode: 'id', value: '11' },
			...parameters,
		},
	});
	return error?.message ?? world.api.requests.map(({ body }) => body);
}

it(`a field of the item is looked up as n8n works it out, in ${DRAWS} draws`, async () => {
	print(`Fields of items: ${DRAWS} draws, seed ${seed}`);
	let found = 0;
	const name = fc.oneof(
		fc.constantFrom('first', 'First Name', 'length', 'constructor', '__proto__', 'toString', '0'),
		fc.string({ maxLength: 5 }).filter((text) => !/['"\\{}\n\r\u2028\u2029]/.test(text)),
	);
	const value = fc.oneof(
		fc.string(),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		fc.jsonValue(),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.dictionary(name, fc.oneof(value, fc.dictionary(name, value, { noNullPrototype: true })), {
				noNullPrototype: true,
			}),
			fc.array(name, { minLength: 1, maxLength: 2 }),
			fc.boolean(),
			fc.constantFrom(...USES),
			async (json, path, takeOwn, parametersWith) => {
				const first = takeOwn ? (Object.keys(json)[0] ?? path[0]) : path[0];
				const steps = [first, ...path.slice(1)].map((step) =>
					/^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `["${step}"]`,
				);
				// Because of the parentheses, the node leaves it to n8n.
				const plain = await outcome(json, parametersWith(`={{ $json${steps.join('')} }}`));
				const byN8n = await outcome(json, parametersWith(`={{ ($json${steps.join('')}) }}`));
				expect(plain).toEqual(byN8n);
				if (Array.isArray(plain) && plain[0] && Object.keys(plain[0] as object).length > 5) found++;
			},
		),
		{ numRuns: DRAWS, seed },
	);
	print(`  ${found} of the fields held something to send`);
	expect(found).toBeGreaterThan(DRAWS / 20);
}, 300_000);

it.each(USES.map((parametersWith, n) => [n, parametersWith] as const))(
	'n8n does not have to work out a field that is dragged into place %s',
	async (_, parametersWith) => {
		const reads = jest.spyOn(ExecuteContext.prototype as never, '_getNodeParameter');
		const parameters = parametersWith('={{ $json.count }}');
		await outcome({ count: 56 }, parameters);
		const names = reads.mock.calls.map(([name]: unknown[]) => name);
		reads.mockRestore();
		expect(names).not.toEqual(expect.arrayContaining(Object.keys(parameters)));
		expect(names).toContain('phone');
	},
);

it('what is the same for every item is read once, what is not for each', async () => {
	const reads = jest.spyOn(ExecuteContext.prototype as never, '_getNodeParameter');
	await world.engine.run({
		items: [{ n: 0 }, { n: 1 }],
		parameters: {
			name: 'John',
			email: '={{ "john" + $json.n + "@example.com" }}',
			assistantId: { __rl: true, mode: 'id', value: '={{ 11 + $json.n }}' },
			lastName: '={{ $json.n }}',
			additionalFields: { company: '={{ "Acme " + $itemIndex }}' },
		},
	});
	expect(
		world.api.requests
			.map(({ body: { email, assistantId, lastName, company } }) => [
				...[email, assistantId, lastName, company],
			])
			.sort(),
	).toEqual([
		['john0@example.com', 11, '0', 'Acme 0'],
		['john1@example.com', 12, '1', 'Acme 1'],
	]);
	const times = (name: string) =>
		reads.mock.calls.filter((call: unknown[]) => call[0] === name).length;
	expect(['name', 'phone', 'source', 'email'].map(times)).toEqual([1, 1, 1, 2]);
	reads.mockRestore();
});

const ISO = '2026-11-25T09:00:00.000Z';
const CREATE = {
	operation: 'create',
	name: 'John',
	email: 'john@example.com',
	assistantId: { __rl: true, mode: 'id', value: '11' },
};
/** Where a new lead takes text: fields of the form, of a collection, and inside the custom fields. */
const PLACES: Array<[string, string, (value: string) => object, (body) => unknown]> = [
	...['name', 'lastName', 'phone', 'context', 'additionalInformationLine', 'type'].map(
		(name): (typeof PLACES)[0] => [
			name,
			{
				name: 'First Name',
				lastName: 'Last Name',
				phone: 'Phone',
				context: 'Context',
				additionalInformationLine: 'Additional Information Line',
				type: 'Type',
			}[name] as string,
			(value) => ({ [name]: value }),
			(body) => body[name],
		],
	),
	[
		'source',
		'Source',
		(value) => ({ source: { __rl: true, mode: 'name', value } }),
		({ source }) => source,
	],
	[
		'scheduleId',
		'Sequence',
		(value) => ({ scheduleId: { __rl: true, mode: 'name', value } }),
		({ scheduleName }) => scheduleName,
	],
	...addedTexts(new SevenTargets().description).map(({ name, displayName }): (typeof PLACES)[0] => [
		name,
		`Additional Fields → ${displayName}`,
		(value) => ({ additionalFields: { [name]: value } }),
		(body) => body[name],
	]),
	[
		'a custom field',
		'Additional Fields → Custom Fields → Custom Fields → Fields → Field → Value',
		(value) => ({
			additionalFields: {
				customFields: {
					custom: { specify: 'fields', fields: { field: [{ name: 'When', value }] } },
				},
			},
		}),
		({ customFields }) => customFields[0].value,
	],
];

describe.each(PLACES)('%s', (_, label, parameters, sent) => {
	it.each([
		['Date', '={{ new Date("2026-11-25T09:00:00Z") }}'],
		['date of Luxon', '={{ DateTime.fromISO("2026-11-25T09:00:00Z").toUTC() }}'],
		['Date of the item', '={{ $json.when }}'],
	])('takes a %s as ISO text', async (_kind, value) => {
		await world.engine.run({
			items: [{ when: new Date(ISO) }],
			parameters: { ...CREATE, ...parameters(value) },
		});
		expect(world.api.requests.map(({ body }) => sent(body))).toEqual([ISO]);
	});

	it.each([
		['{{ $json. }}', 'invalid syntax'],
		["{{ $('Nope').item.json.x }}", "Referenced node doesn't exist"],
	])('names itself and the item if n8n refuses %s', async (expression, why) => {
		const { error } = await world.engine.run({
			items: [{}, {}],
			parameters: { ...CREATE, ...parameters(`=${expression}`) },
		});
		expect(error?.message).toBe(
			`'${label}' holds an expression that n8n cannot work out: ${why} [item 0]`,
		);
		expect(error).toMatchObject({
			description:
				'Correct the expression. Nothing was sent: all 2 items are checked before the first is sent. 1 more cannot be sent: item 1.',
		});
		expect(world.cognito.requests).toHaveLength(0);
	});
});

it('an option whose expression n8n refuses names itself, too', async () => {
	const { error } = await world.engine.run({
		items: [{}],
		parameters: { ...CREATE, options: { timeout: '={{ $json. }}' } },
	});
	expect(error?.message).toBe(
		"'Options → Timeout' holds an expression that n8n cannot work out: invalid syntax [item 0]",
	);
});

it('reports a date that does not exist', async () => {
	const { error } = await world.engine.run({
		items: [{}],
		parameters: { ...CREATE, context: '={{ new Date("soon") }}' },
	});
	expect(error?.message).toBe("'Context' is not a valid date [item 0]");
});

it.each(['abc', '5 6'])('a sequence that is typed as the ID %j is refused', async (value) => {
	const scheduleId = { __rl: true, mode: 'id', value };
	const run = world.engine.run({ items: [{}], parameters: { ...CREATE, scheduleId } });
	await expect(run).rejects.toThrow('The ID of a sequence is a whole number');
});

it.each([false, 4.5])('a sequence of %j is an error', async (value) => {
	const scheduleId = { __rl: true, mode: 'name', value: `={{ ${value} }}` };
	const { error } = await world.engine.run({ items: [{}], parameters: { ...CREATE, scheduleId } });
	expect(error?.message).toBe(`'Sequence' must be a whole number, but is "${value}" [item 0]`);
});

it.each([
	['id', '56', { scheduleId: 56 }],
	['name', ' Fair ', { scheduleName: 'Fair' }],
	['name', '2024', { scheduleName: '2024' }],
	['name', '={{ "56" }}', { scheduleId: 56 }],
	['id', '={{ "Fair" }}', { scheduleName: 'Fair' }],
	['id', '={{ 57 }}', { scheduleId: 57 }],
	['id', '', {}],
	['name', '={{ null }}', {}],
])('a sequence by %s of %j goes out as %j', async (mode, value, expected) => {
	const scheduleId = { __rl: true, mode, value };
	const { error } = await world.engine.run({ items: [{}], parameters: { ...CREATE, scheduleId } });
	expect(error).toBeUndefined();
	const lead = { __rl: true, mode: 'id', value: '2345' };
	await world.engine.run({
		items: [{}],
		parameters: { operation: 'update', lead, updateFields: { name: 'J', scheduleId } },
	});
	expect(
		world.api.requests.map(({ body: { scheduleId: id, scheduleName: name } }) => ({
			...(id !== undefined && { scheduleId: id }),
			...(name !== undefined && { scheduleName: name }),
		})),
	).toEqual([expected, expected]);
});

it.each([
	['list', 'Event'],
	['name', 'Trade Fair'],
	['name', '={{ "Fair of " + $json.city }}', 'Fair of Bonn'],
])('a source by %s of %j', async (mode, value, expected = value) => {
	const source = { __rl: true, mode, value };
	await world.engine.run({ items: [{ city: 'Bonn' }], parameters: { ...CREATE, source } });
	expect(world.api.requests[0].body.source).toBe(expected);
});
