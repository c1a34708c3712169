import { SevenTargets } from '../../nodes/SevenTargets/SevenTargets.node';
import { addedTexts, formOf, OF_A_LEAD, RACHEL } from '../support/operations';
import { startRealWorld } from '../support/realWorld';
import { startCounter } from '../support/servers';

let world: Awaited<ReturnType<typeof startRealWorld>>;
/** A server in place of the API and the login server, which counts the connections to it. */
let counter: Awaited<ReturnType<typeof startCounter>>;

beforeAll(async () => {
	counter = await startCounter();
	world = await startRealWorld();
}, 300_000);
afterAll(async () => {
	counter?.stop();
	await world?.stop();
});
beforeEach(() => {
	world.reset();
	counter.reset();
});

async function run(items: object[], parameters: object, credential: object) {
	const workflow = await world.n8n.addWorkflowOf({ items, node: { parameters }, credential });
	const execution = await world.n8n.execute(workflow);
	const [result] = execution.data.resultData.runData['7Targets'];
	const out = (result.data?.main[0] ?? []).map(({ json }: { json: object }) => json);
	const hints = (result.hints ?? []).map(({ message }: { message: string }) => message);
	return { out, hints, error: result.error };
}

const LOGINS: Array<[string, () => Promise<object>]> = [
	[
		'password',
		async () => await world.newCredential({ cognitoUrl: counter.url, apiUrl: counter.url }),
	],
	[
		'oAuth2',
		async () => await world.newClient({ accessTokenUrl: counter.url, apiUrl: counter.url }),
	],
];

/** Persons with names that automatic mapping takes for names. */
const people = (count: number) =>
	['Ann', 'Bob', 'Cleo'].slice(0, count).map((name) => ({ name, email: `${name}@example.com` }));
const form = formOf('create', { assistantId: RACHEL });
const OPERATIONS = OF_A_LEAD.map((name): [string, object] => [
	name,
	formOf(name, { assistantId: RACHEL }),
]);

describe.each(LOGINS)('with a login by %s', (authentication, newCredential) => {
	it.each(OPERATIONS)('a dry run of %s opens no connection', async (_, parameters) => {
		const how = { authentication, ...parameters };
		const credential = await newCredential();
		const { out, hints } = await run(people(3), { ...how, dryRun: true }, credential);
		expect(counter.connections()).toBe(0);
		expect(out).toHaveLength(3);
		expect(hints.join()).toContain('Dry Run is on: nothing was sent to 7Targets');
		// Without the dry run, the same opens a connection.
		const { error } = await run(people(1), { ...how, options: { maxTries: 1 } }, credential);
		expect(error).toBeDefined();
		expect(counter.connections()).toBeGreaterThan(0);
	});
});

describe('dates and expressions', () => {
	const TEXT = ['name', 'lastName', 'phone', 'context', 'additionalInformationLine', 'type'];
	const FURTHER = addedTexts(new SevenTargets().description).map(({ name }) => name);
	const all = (names: string[], value: string) =>
		Object.fromEntries(names.map((name) => [name, value]));
	const everywhere = (value: string) => ({
		...all(TEXT, value),
		source: { __rl: true, mode: 'name', value },
		scheduleId: { __rl: true, mode: 'name', value },
		additionalFields: {
			...all(FURTHER, value),
			customFields: {
				custom: { specify: 'fields', fields: { field: [{ name: 'When', value }] } },
			},
		},
	});
	const fixed = { email: 'anna@example.com', assistantId: RACHEL };
	const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}([+-]\d\d:\d\d|Z)$/;

	it.each(['={{ $now }}', '={{ new Date() }}', '={{ $today.toJSDate() }}'])(
		'%s goes out as ISO text from every text field and collection',
		async (value) => {
			const credential = await world.newCredential();
			const { error } = await run(
				[{}],
				{ operation: 'create', ...fixed, ...everywhere(value) },
				credential,
			);
			expect(error).toBeUndefined();
			const { email, assistantEmail, customFields, ...dates } = world.api.requests[0].body;
			expect([email, assistantEmail]).toEqual([fixed.email, RACHEL.value]);
			expect(Object.keys(dates).sort()).toEqual(
				[...TEXT, ...FURTHER, 'source', 'scheduleName'].sort(),
			);
			for (const date of [...Object.values(dates), customFields[0].value]) {
				expect(date).toMatch(ISO);
			}
			const lead = { __rl: true, mode: 'email', value: fixed.email };
			const { additionalFields, ...others } = everywhere(value);
			await run(
				[{}],
				{ operation: 'update', lead, updateFields: { ...others, ...additionalFields } },
				credential,
			);
			const { email: which, ...changed } = world.api.requests[1].body;
			expect(which).toBe(fixed.email);
			const { customFields: custom, ...changedDates } = changed;
			expect(Object.keys(changedDates).sort()).toEqual(Object.keys(dates).sort());
			for (const date of [...Object.values(changedDates), custom[0].value]) {
				expect(date).toMatch(ISO);
			}
		},
	);

	it.each([
		['={{ $json. }}', 'invalid syntax'],
		["={{ $('Nope').item.json.x }}", "Referenced node doesn't exist"],
	])('%s, which n8n refuses, is told with the field and the item', async (value, why) => {
		const credential = await world.newCredential();
		const parameters = { ...form, name: 'Anna' };
		const first = await run(people(2), { ...parameters, context: value }, credential);
		expect(first.error.message).toBe(
			`'Context' holds an expression that n8n cannot work out: ${why} [item 0]`,
		);
		expect(first.error.description).toMatch(/ Correct the expression\. .*Nothing was sent/);
		const additionalFields = { company: value };
		const second = await run(people(2), { ...parameters, additionalFields }, credential);
		expect(second.error.message).toBe(
			`'Additional Fields → Company' holds an expression that n8n cannot work out: ${why} [item 0]`,
		);
		expect(world.api.requests).toEqual([]);
		expect(world.cognito.requests).toEqual([]);
	});
});
