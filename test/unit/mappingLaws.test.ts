import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { DRAWS, SEED } from '../support/randomRuns';
import itemsOfNodes from '../support/itemsOfNodes.json';
import itemsOfPrograms from '../support/itemsOfPrograms.json';
import { leadOf } from '../support/mapping';
import { print } from '../support/print';
import rowsOfSources from '../support/rowsOfSources.json';

const holdsLead = (item: IDataObject) => typeof leadOf(item) !== 'string';
const items = [...itemsOfNodes, ...itemsOfPrograms]
	.map(({ item }) => item)
	.concat(rowsOfSources.map(({ item }) => item as unknown as IDataObject))
	.filter(holdsLead);
const anyItem = fc.constantFrom(...items);
const settings = { numRuns: DRAWS, seed: SEED };

beforeAll(() => print(`Mapping: ${items.length} items, ${DRAWS} draws of each law, seed ${SEED}`));

/** An item with its keys in another order, at every level. */
function shuffled(value: unknown, random: () => number): unknown {
	if (Array.isArray(value)) return value.map((one) => shuffled(one, random));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value)
		.map((entry) => ({ entry, at: random() }))
		.sort((one, other) => one.at - other.at);
	return Object.fromEntries(entries.map(({ entry: [key, held] }) => [key, shuffled(held, random)]));
}

const randomOf = (seed: number) => () => {
	seed = (seed * 1103515245 + 12345) % 2 ** 31;
	return seed / 2 ** 31;
};

it('the order of keys changes nothing', () => {
	fc.assert(
		fc.property(anyItem, fc.nat(), (item, seed) => {
			expect(leadOf(shuffled(item, randomOf(seed + 1)) as IDataObject)).toEqual(leadOf(item));
		}),
		settings,
	);
});

const COLUMNS: Array<[string, unknown]> = [
	...Object.entries({ 'First Name': 'Anna', 'Last Name': 'Schmidt', 'Full Name': 'Anna Schmidt' }),
	...Object.entries({
		'Phone Number': '+49 30 5550142',
		'Company Name': 'Acme',
		'Job Title': 'Buyer',
	}),
	...Object.entries({
		'Mailing City': 'Bonn',
		'Record ID': 'r1',
		'Lead Source': 'Event',
		Vorname: 'Anna',
	}),
	...Object.entries({ Nachname: 'Schmidt', Firma: 'Acme', Prénom: 'Anna', 'Billing City': 'Kiel' }),
	...Object.entries({
		'Owner Name': 'Sam Rep',
		'Owner Email': 'sam@vendor.example',
		'Deal Name': 'Pumps',
	}),
];
const written = (name: string) =>
	fc
		.constantFrom(' ', '_', '-', '.', '', '  ')
		.chain((between) =>
			fc.constantFrom(
				name.split(' ').join(between),
				name.toUpperCase().split(' ').join(between),
				name.toLowerCase().split(' ').join(between),
			),
		);

it('case and separators of the names of columns change nothing', () => {
	fc.assert(
		fc.property(
			fc
				.subarray(COLUMNS)
				.chain((columns) =>
					fc.tuple(
						fc.constant(columns),
						fc.tuple(...[...columns.map(([name]) => name), 'Email Address'].map(written)),
					),
				),
			([columns, keys]) => {
				const plain = {
					...Object.fromEntries(columns),
					'Email Address': 'anna.schmidt@example.com',
				};
				const values = [...columns.map(([, value]) => value), 'anna.schmidt@example.com'];
				const other = Object.fromEntries(keys.map((key, n) => [key, values[n]])) as IDataObject;
				const [is, should] = [leadOf(other), leadOf(plain as IDataObject)];
				if (typeof should === 'string') expect(typeof is).toBe('string');
				else expect(is).toEqual(should);
			},
		),
		settings,
	);
});

const unknown = fc.dictionary(
	fc.stringMatching(/^zz[a-z]{1,8}$/),
	fc.oneof(fc.constantFrom(null, '', true, 7, [], {}), fc.stringMatching(/^[a-z ]{0,12}$/)),
	{ minKeys: 1, maxKeys: 5 },
);

it('unknown columns change nothing', () => {
	fc.assert(
		fc.property(anyItem, unknown, (item, more) => {
			expect(leadOf({ ...item, ...more } as IDataObject)).toEqual(leadOf(item));
		}),
		settings,
	);
});

const STAFF = { name: 'Sam Becker', email: 'sam.becker@vendor.example' };
const PARTS = {
	firstName: 'Sam',
	lastName: 'Becker',
	email: 'sam@vendor.example',
	phone: '+1 800 5550100',
};
/** What may stand beside a person: none of it is ever written to in the person's place. */
const BESIDE: IDataObject[] = [
	...[
		'owner',
		'assignee',
		'created_by',
		'lastModifiedBy',
		'organizer',
		'host',
		'agent',
		'salesRep',
	].flatMap((key) => [{ [key]: STAFF }, { [key]: PARTS }]),
	...[
		'Betreuer',
		'commercial',
		'vendedor',
		'opiekun',
		'user',
		'zz_unknown',
		'shipping',
		'contact',
		'friend',
	].flatMap((key) => [{ [key]: STAFF }, { [key]: PARTS }]),
	{ 'Owner Name': 'Sam Becker', 'Owner Email': STAFF.email },
	{ sales_rep_email: STAFF.email, sales_rep_first_name: 'Sam' },
	{ hubspot_owner_email: STAFF.email },
	{ companyRecord: { name: 'Vendor GmbH', email: 'info@vendor.example', phone: '+1 800' } },
	{ vendor: { name: 'Vendor GmbH', email: 'info@vendor.example', city: 'New York' } },
	{ event: { name: 'Demo', title: 'Demo call', location: 'Zoom', sequence: 3 } },
	{ deal: { name: 'Pumps', title: 'Pumps', id: 9, stage: 'won', owner: STAFF } },
	{ cc: ['a@vendor.example', 'b@vendor.example'], recipients: [STAFF] },
	{ attendees: [STAFF, { name: 'Bo Ray', email: 'bo@ray.example' }] },
	{ secondPerson: { first_name: 'Bo', last_name: 'Ray', email: 'bo@ray.example' } },
	{ contact: { first_name: 'Bo', last_name: 'Ray', email: 'bo@ray.example' } },
];
const personOf = (lead: Record<string, unknown>) => [lead.email, lead.name, lead.lastName];

it('nobody beside the person is written to in its place', () => {
	fc.assert(
		fc.property(anyItem, fc.subarray(BESIDE, { minLength: 1, maxLength: 2 }), (item, beside) => {
			const added = Object.assign({}, ...beside) as IDataObject;
			if (Object.keys(added).some((key) => key in item)) return;
			const lead = leadOf({ ...item, ...added });
			if (typeof lead === 'string') return;
			expect(personOf(lead)).toEqual(personOf(leadOf(item) as Record<string, unknown>));
		}),
		settings,
	);
});

it('one or two levels deeper is the same lead', () => {
	const keys = fc.constantFrom(
		'payload',
		'body',
		'data',
		'result',
		'record',
		'output',
		'zz_anything',
	);
	fc.assert(
		fc.property(anyItem, fc.array(keys, { minLength: 1, maxLength: 2 }), (item, path) => {
			const nested = path.reduce<IDataObject>((inner, key) => ({ [key]: inner }), item);
			expect(leadOf(nested)).toEqual(leadOf(item));
		}),
		settings,
	);
});
