import fc from 'fast-check';
import { print } from '../support/print';
import { useWorld } from '../support/world';

const world = useWorld();
const DRAWS = 1000;
const seed = Date.now() % 2 ** 31;

/** What goes out, or the error, for an item and an expression for the last name. */
async function outcome(json: object, lastName: string) {
	world.api.requests.length = 0;
	world.api.leads.length = 0;
	const { error } = await world.engine.run({
		items: [json],
		parameters: {
			name: 'John',
			email: 'john@example.com',
			assistantId: { __rl: true, mode: 'id', value: '11' },
			lastName,
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
			async (json, path, takeOwn) => {
				const first = takeOwn ? (Object.keys(json)[0] ?? path[0]) : path[0];
				const steps = [first, ...path.slice(1)].map((step) =>
					/^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `["${step}"]`,
				);
				// The brackets keep it from being looked up.
				const plain = await outcome(json, `={{ $json${steps.join('')} }}`);
				const byN8n = await outcome(json, `={{ ($json${steps.join('')}) }}`);
				expect(plain).toEqual(byN8n);
				if (Array.isArray(plain) && plain[0] && 'lastName' in (plain[0] as object)) found++;
			},
		),
		{ numRuns: DRAWS, seed },
	);
	print(`  ${found} of the fields held something to send`);
	expect(found).toBeGreaterThan(DRAWS / 20);
});

it('what is the same for every item is read once, what is not for each', async () => {
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
});
