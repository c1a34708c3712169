import { formOf } from '../support/operations';
import { useWorld } from '../support/testBench';

const world = useWorld();

const RACHEL = { __rl: true, mode: 'email', value: 'rachel@example.com' };

/** Creates leads with automatic mapping. */
async function create(items: object[], parameters: object = {}, more = {}) {
	const operation = { operation: 'create', mappingMode: 'autoMapInputData' };
	const result = await world.engine.run({
		items,
		parameters: { ...operation, assistantId: RACHEL, ...parameters },
		...more,
	});
	return { ...result, bodies: world.api.requests.map(({ body }) => body) };
}

const person = { name: 'Anna Maria Schmidt', email: 'anna@example.com' };
const message = ({ error }) => `${error?.message}. ${error?.description}`;

it('what the item lacks comes from the form, but never the person', async () => {
	const { bodies } = await create(
		[person, { ...person, email: 'b@example.com', 'Lead Source': 'Event' }],
		{
			// The editor leaves these values when the user switches from one mode to the other.
			lastName: 'Left Over',
			phone: '={{ $json.owner }}',
			source: { __rl: true, mode: 'name', value: 'Fair' },
			scheduleId: { __rl: true, mode: 'name', value: 'Fair 2026' },
			additionalFields: { crm: 'SHEET' },
			options: { concurrency: 1 },
		},
	);
	expect(bodies).toEqual([
		expect.objectContaining({
			lastName: 'Maria Schmidt',
			source: 'Fair',
			crm: 'SHEET',
			scheduleName: 'Fair 2026',
		}),
		expect.objectContaining({ source: 'Event' }),
	]);
	expect(bodies.some((body) => 'phone' in body)).toBe(false);
});

it('a hint says which column went where, which were passed over, and which were not used', async () => {
	const { hints } = await create([
		{
			...person,
			'Work Email': 'x@example.com',
			mobile: '+1 555 0101',
			'Deal <b>Size</b>': 5,
			Notes: '',
			Type: 'Customer',
			Company: ['rec1'],
		},
		{ name: 'Bob', email: 'bob@example.com', phone: '+1 555 0102', mobile: '+1 555 0103' },
	]);
	expect(hints).toEqual([
		{
			type: 'info',
			location: 'outputPane',
			message:
				'Mapped automatically: "name" → First Name, Last Name, "email" → Email, "mobile" → Phone, "phone" → Phone. ' +
				'Passed over: "Work Email", "Type", "Company". ' +
				'Not used: "Deal &lt;b>Size&lt;/b>", "Notes".',
		},
	]);
});

it('works with Create or Update, and each bad item is told if the node continues', async () => {
	const { items } = await create(
		[person, { name: 'No Address' }],
		{ operation: 'upsert' },
		{ settings: { onError: 'continueRegularOutput' } },
	);
	expect(items.map(({ json }) => json.isNew ?? json.error)).toEqual([
		true,
		expect.stringContaining("There is no column for 'Email' [item 1]"),
	]);
});

it('does not know another mode', async () => {
	const result = await create([person], { ...formOf('create'), mappingMode: 'byMagic' });
	expect(message(result)).toMatch(
		/^'Mapping Mode' is "byMagic", which this version of the 7Targets node does not know/,
	);
});
