import fc from 'fast-check';
import { LEAD_FIELDS } from '../../nodes/SevenTargets/lead/fields';
import { COLUMN_NAMES } from '../../nodes/SevenTargets/lead/mapping/columnNames';
import { normalizedName } from '../../nodes/SevenTargets/lead/mapping/columnName';
import { BEFORE_NAME } from '../../nodes/SevenTargets/lead/mapping/wholeName';
import { DRAWS, SEED } from '../support/randomRuns';
import { DEFAULTS, mapped } from '../support/mapping';
import { print, printTable } from '../support/print';
import itemsOfNodes from '../support/itemsOfNodes.json';
import itemsOfPrograms from '../support/itemsOfPrograms.json';
import rowsOfSources from '../support/rowsOfSources.json';

const person = { name: 'Anna Maria Schmidt', email: 'anna@example.com' };

describe('a row of each source becomes a lead, with nothing mapped by hand', () => {
	const shown: string[][] = [];
	afterAll(() => printTable(['Columns of', 'From', 'What goes out of them'], shown));

	it.each(rowsOfSources)('$source', ({ source, from, item, lead }) => {
		const { bodies, error } = mapped([item]);
		expect(error).toBeUndefined();
		expect(bodies).toEqual([{ ...DEFAULTS, ...lead }]);
		const fields = Object.entries(lead).map(([name, value]) => `${name}: ${value}`);
		shown.push([source, from, fields.join(', ')]);
	});
});

it('no column means two fields', () => {
	const fieldsOf: Record<string, string[]> = {};
	for (const { keys, property } of LEAD_FIELDS) {
		const { displayName } = property;
		const columns = COLUMN_NAMES[property.name] ?? {};
		for (const name of new Set(
			[...keys, displayName, ...Object.keys(columns)].map(normalizedName),
		)) {
			(fieldsOf[name] ??= []).push(displayName);
		}
	}
	expect(Object.entries(fieldsOf).filter(([, fields]) => fields.length > 1)).toEqual([]);
});

/** Independent of the node's own table: the API's field, and the names of its columns in their order. */
const KNOWN: Record<string, string[]> = {
	name: ['first name', 'given name', 'person first name'],
	lastName: ['last name', 'family name', 'surname', 'person last name'],
	email: ['e mail', 'email id', 'e mail address', 'e mail 1 value', 'emails'],
	phone: [
		...['phone', 'phoneno', 'phone number', 'phones', 'business phone', 'phone 1 value'],
		...['mobile phone', 'mobile', 'mobile phone number', 'primary phone', 'home phone'],
	],
	context: ['context'],
	additionalInformationLine: ['additional information line'],
	company: [
		...['company', 'company name', 'organization', 'organization name', 'organization 1 name'],
		...['org name', 'company / account'],
	],
	designation: [
		...['designation', 'job title', 'organization title', 'organization 1 title', 'position'],
		'title',
	],
	industry: ['industry'],
	location: ['location', 'city', 'mailing city', 'business city', 'address 1 city'],
	crm: ['crm'],
	externalId: ['external id', 'record id', 'hs object id', 'vid', 'lead id', 'id'],
};
const UNKNOWN = [
	...['owner email', 'contact owner', 'state', 'status', 'notes', 'e mail 2 value', 'fax'],
	...['company main phone', 'campaign name', 'middle name', 'email opt out', 'nick.name', '$id'],
];

/** The names that no row at hand has as a column. */
const WITHOUT_ROW = [
	'What should we call you',
	'Who are you',
	'Where do you work',
	...['Person - First name', 'Forename', 'Preferred First Name', 'given', 'Person - Last name'],
	...['family', 'Contact Person', 'First and Last Name', 'Name (First Last)', 'Formatted Name'],
	...['formatted', 'Customer Ref Name', 'Person - Email - Work', 'Mail Address', 'phoneno'],
	...['Person - Phone - Work', 'Direct Phone', 'Direct Dial', 'Cell', 'Contact Number'],
	...['WhatsApp', 'Whatsapp Number', 'Person - Organization', 'Company / Organization'],
	...['Parent Customer', 'Employer', 'Job Position', 'Person - Job title', 'Current Job Title'],
	...['Town', 'admin_area_2', 'Sequence ID', 'Sequence Name'],
];

/** All keys and texts in an item, as names. */
const namesIn = (part: unknown): string[] => {
	if (typeof part === 'string') return [normalizedName(part)];
	if (typeof part !== 'object' || part === null) return [];
	return Object.entries(part).flatMap(([key, value]) => [
		...[key, ...key.split(/[.[\]/]+/)].map(normalizedName),
		...namesIn(value),
	]);
};

it('each name of a column stands in a row of a program, or is written here once more', () => {
	const items = [...rowsOfSources, ...itemsOfPrograms, ...itemsOfNodes].map(({ item }) => item);
	const once = [...Object.values(KNOWN).flat(), ...WITHOUT_ROW].map(normalizedName);
	const seen = new Set([...items.flatMap(namesIn), ...once]);
	const names = Object.values(COLUMN_NAMES).flatMap((ofField) => Object.keys(ofField));
	expect(names.filter((name) => !seen.has(normalizedName(name)))).toEqual([]);
	const inTable = new Set(names.map(normalizedName));
	expect(WITHOUT_ROW.filter((name) => !inTable.has(normalizedName(name)))).toEqual([]);
});

/** A name with its words in any case, and any separator between them. */
const written = (name: string) =>
	fc
		.tuple(fc.constantFrom(' ', '_', '-', '.', '', '  ', ' - '), fc.integer({ min: 0, max: 2 }))
		.map(([between, letters]) => {
			const words = name
				.split(' ')
				.map((word) => [word, word.toUpperCase(), word[0].toUpperCase() + word.slice(1)][letters]);
			return words.join(between);
		});
const column = (name: string, value: fc.Arbitrary<unknown>) =>
	fc.record({ key: written(name), name: fc.constant(name), value });

// Frau is a salutation, Unknown nobody, and Spam an opt-out.
const NO_WORDS = new Set([...Object.values(BEFORE_NAME).join(' ').split(' '), 'unknown', 'spam']);
const word = fc
	.stringMatching(/^[A-Z][a-z]{3,8}$/)
	.filter((one) => !NO_WORDS.has(one.toLowerCase()));
const blank = fc.constantFrom('', '  ', null, '\u200b');
const VALUES: Record<string, fc.Arbitrary<string>> = {
	// An address that says a drawn name would be told from one that says another.
	email: fc.stringMatching(/^u\d{1,6}$/).map((one) => `${one}@example.com`),
	phone: fc.stringMatching(/^\+49[1-9]\d{7}$/),
	designation: word.map((one) => `Manager ${one}`),
};

it(`what goes out is what a reference says, in ${DRAWS} draws`, () => {
	print(`Columns: ${DRAWS} draws, seed ${SEED}`);
	const known = Object.entries(KNOWN).flatMap(([field, names]) =>
		names.map((name, n) => {
			const value = VALUES[field] ?? word;
			const isNeeded = n === 0 && ['email', 'name'].includes(field);
			const drawn = column(
				name,
				isNeeded ? value : fc.oneof({ weight: 3, arbitrary: value }, blank),
			);
			return isNeeded ? drawn : fc.option(drawn, { freq: 3, nil: undefined });
		}),
	);
	const unknown = UNKNOWN.map((name) => fc.option(column(name, word), { nil: undefined }));
	let fields = 0;
	fc.assert(
		fc.property(
			fc
				.tuple(...known, ...unknown)
				.map((drawn) => drawn.filter((one) => one !== undefined))
				.chain((drawn) => fc.shuffledSubarray(drawn, { minLength: drawn.length })),
			(columns) => {
				const isHeld = ({ value }) => typeof value === 'string' && /[a-z\d]/.test(value);
				const expected: Record<string, unknown> = { ...DEFAULTS };
				for (const [field, names] of Object.entries(KNOWN)) {
					const inOrder = names.flatMap((name) => columns.filter((one) => one.name === name));
					const value = inOrder.find(isHeld)?.value;
					if (value !== undefined) expected[field] = value;
				}
				const item = Object.fromEntries(columns.map(({ key, value }) => [key, value]));
				expect(mapped([item]).bodies).toEqual([expected]);
				fields += Object.keys(expected).length - Object.keys(DEFAULTS).length;
			},
		),
		{ numRuns: DRAWS, seed: SEED },
	);
	print(`  ${fields} fields went out`);
	expect(fields).toBeGreaterThan(DRAWS);
});

describe('a whole name', () => {
	it.each([
		[
			'is taken apart at its first blank',
			{ Name: 'Anna Maria Schmidt' },
			['Anna', 'Maria Schmidt'],
		],
		['of one word is the first name', { full_name: 'Anna' }, ['Anna', undefined]],
		['stands back behind a first name', { Name: 'X Y', FirstName: 'Anna' }, ['Anna', undefined]],
		[
			'counts if the first name is blank',
			{ Name: 'Anna Schmidt', FirstName: '' },
			['Anna', 'Schmidt'],
		],
		[
			'beside its last name keeps all before it',
			{ name: 'Anna Maria', lastName: 'Schmidt' },
			['Anna Maria', 'Schmidt'],
		],
		[
			'that ends with the last name does not repeat it',
			{ Name: 'Anna Schmidt', Surname: 'Schmidt' },
			['Anna', 'Schmidt'],
		],
		['loses its salutations', { Name: 'Prof. Dr. Anna Schmidt' }, ['Anna', 'Schmidt']],
		['loses its salutation', { Full_Name: 'Mrs. Anna Schmidt' }, ['Anna', 'Schmidt']],
		['of a Hungarian contact', { 'Kapcsolattartó neve': 'Schmidt Anna' }, ['Anna', 'Schmidt']],
		['of a Hungarian person', { 'Kapcsolattartó személy': 'Schmidt Anna' }, ['Anna', 'Schmidt']],
		[
			'of a Romanian contact',
			{ 'Numele persoanei de contact': 'Anna Schmidt' },
			['Anna', 'Schmidt'],
		],
	])('%s', (_, item, [name, lastName]) => {
		const { bodies } = mapped([{ ...item, email: 'anna@example.com' }]);
		expect([bodies[0]?.name, bodies[0]?.lastName]).toEqual([name, lastName]);
	});
});

it.each([
	['is nothing but the last name', { Name: 'Mr. Schmidt', FirstName: null, LastName: 'Schmidt' }],
	['is false', { name: false }],
	['is nothing but a salutation', { Name: 'Dr.' }],
])('a whole name that %s is no first name', (_, item) => {
	const { message, bodies } = mapped([{ ...item, email: 'anna@example.com' }]);
	expect(message).toMatch(
		/^There is no column for 'First Name'\. The address is in "email"\. "[Nn]ame" is "/,
	);
	expect(bodies).toEqual([]);
});

describe('a person in an object of the item', () => {
	const lead = { name: 'Anna', email: 'anna@example.com' };

	it('is not mixed up with what the event is called', () => {
		const { bodies } = mapped([
			{
				type: 'LEAD_CREATED',
				id: 'evt_1',
				phone: '+1 555 0100',
				data: { ...lead, id: 'c9', mobile: '+1 555 0200' },
			},
		]);
		expect(bodies).toEqual([{ ...DEFAULTS, ...lead, externalId: 'c9', phone: '+1 555 0200' }]);
	});

	it('does not get the name of another one', () => {
		const owner = { name: 'Sam Owner', 'E-mail Address': 'sam@example.com' };
		const properties = { email: lead.email, firstname: '', company: 'Acme' };
		const { message } = mapped([{ ...owner, properties }]);
		expect(message).toBe(
			`'Email' could be "anna@example.com" in "properties.email", "sam@example.com" in "E-mail Address". Keep only the lead's in the item, or set 'Mapping Mode' to 'Map Each Field Below', which does not look for opt-outs, and choose it there.`,
		);
	});

	it('is not called what its event is called', () => {
		const { message } = mapped([{ name: 'contact.created', data: { email: lead.email } }]);
		expect(message).toMatch(/^There is no column for 'First Name'/);
	});

	it('may have a name that was added beside it', () => {
		const properties = { email: { value: lead.email } };
		const { bodies } = mapped([{ 'First Name': 'Anna', 'Last Name': 'Schmidt', properties }]);
		expect(bodies).toEqual([{ ...DEFAULTS, ...lead, lastName: 'Schmidt' }]);
	});

	it('is not a custom field in a list', () => {
		const { message } = mapped([{ email: lead.email, fields: [{ name: 'Budget', value: '5' }] }]);
		expect(message).toMatch(/^There is no column for 'First Name'/);
	});

	it('may have its ID beside it', () => {
		const { bodies } = mapped([{ id: 'rec1', fields: lead }]);
		expect(bodies).toEqual([{ ...DEFAULTS, ...lead, externalId: 'rec1' }]);
	});
});

describe('a column', () => {
	it.each([
		[
			'of an object with a value',
			{ phone: { value: '+1 555 0101', versions: [] } },
			{ phone: '+1 555 0101' },
		],
		[
			'of a list with a primary one',
			{
				phone: [
					{ value: '+1 555 0101', primary: false },
					{ value: '+1 555 0102', primary: true },
				],
			},
			{ phone: '+1 555 0102' },
		],
		[
			'of a list without a primary one',
			{ phones: [{ value: '+1 555 0101' }, { value: '+1 555 0102' }] },
			{ phone: '+1 555 0101' },
		],
		[
			'of a list of texts',
			{ phones: ['', '+1 555 0101', '+1 555 0102'] },
			{ phone: '+1 555 0101' },
		],
		['of a Brazilian postal code', { cep: '01404001' }, {}],
		['of an empty list', { phones: [], mobile: '+1 555 0103' }, { phone: '+1 555 0103' }],
		[
			'of an object, which is passed over',
			{ location: { city: 'Berlin' }, City: 'Bonn' },
			{ location: 'Bonn' },
		],
		['of linked records, which are passed over', { Company: ['recT9a1xQd0CmpNy1'] }, {}],
		['of false, which is how Odoo writes a blank', { phone: false }, {}],
		['of a number', { phone: 4930123 }, { phone: '4930123' }],
		[
			'of a date',
			{ context: new Date('2026-11-25T09:00:00Z') },
			{ context: '2026-11-25T09:00:00.000Z' },
		],
		['whose first of several values is blank', { Email: ' ::: anna@example.com' }, {}],
		[
			'of several values, of which the first counts',
			{ Phone: '+1 555 0101 ::: +1 555 0102' },
			{ phone: '+1 555 0101' },
		],
		['Assistant with a name and an @', { Assistant: 'Joe @ Acme' }, {}],
		['Assistant with a name, which is somebody else', { Assistant: 'Joe Roy' }, {}],
		[
			'Assistant with an address',
			{ Assistant: 'monica@example.com' },
			{ assistantEmail: 'monica@example.com' },
		],
		['Title with a salutation', { 'Job Title': '', Title: 'Dr.' }, {}],
		['Type of a CRM', { Type: 'Customer' }, {}],
		[
			'Type of 7Targets, beside a column that only 7Targets has',
			{ type: 'WHATSAPP', 'Email ID': person.email },
			{ type: 'WHATSAPP' },
		],
		['Type of another program', { type: 'PERSON' }, {}],
		['scheduleName of digits', { scheduleName: '2024' }, { scheduleName: '2024' }],
		['Sequence of digits', { Sequence: ' 57 ' }, { scheduleId: 57 }],
		[
			'customFields as the API has it',
			{ customFields: [{ name: 'Budget', value: 5 }] },
			{ customFields: [{ name: 'Budget', value: '5' }] },
		],
		['custom_fields of Pipedrive', { custom_fields: { Industry: { id: 1 } } }, {}],
		['Sequence ID with a number', { 'Sequence ID': '57' }, { scheduleId: 57 }],
		['in wide letters', { Ｃｏｍｐａｎｙ: 'Acme' }, { company: 'Acme' }],
		['with a byte order mark', { '\uFEFFCompany': 'Acme' }, { company: 'Acme' }],
		['in a list of one object', { fields: [{ City: 'Bonn' }] }, { location: 'Bonn' }],
		['customFields without names', { customFields: [{ value: 'x', field: 1 }] }, {}],
		['in a list of one object of another key', { data: [{ City: 'Bonn' }] }, { location: 'Bonn' }],
	])('%s', (_, item, expected) => {
		const { bodies, error } = mapped([{ ...item, ...person }]);
		expect(error).toBeUndefined();
		const lead = { name: 'Anna', lastName: 'Maria Schmidt', email: 'anna@example.com' };
		const { assistantEmail, ...others } = DEFAULTS;
		expect(bodies).toEqual([{ ...others, ...lead, assistantEmail, ...expected }]);
	});

	it.each([
		[
			'is missing',
			{ Owner: 'sam@example.org' },
			/^There is no column for 'Email'\. There is an address in "Owner", but it is a colleague's/,
		],
		[
			'is blank',
			{ Email_ID: ' ' },
			/^'Email \(column "Email_ID"\)' is blank, but 7Targets needs it/,
		],
		[
			'is a list',
			{ emails: ['a@example.com', 'b@example.com'] },
			/^'Email \(column "emails"\)' is a list/,
		],
		[
			'is wrong',
			{ 'E-mail 1 - Value': 'anna' },
			/^'Email \(column "E-mail 1 - Value"\)' must be one email address/,
		],
	])('that %s is an error with its name, before anything is sent', (_, item, expected) => {
		const { message, bodies } = mapped([{ name: 'Anna', ...item }]);
		expect(message).toMatch(expected);
		expect(bodies).toEqual([]);
	});
});

it('columns go out as custom fields under their own names, and count before those of the form', () => {
	const { bodies, hint } = mapped(
		[
			{
				...person,
				Budget: 5000,
				phone: '+1',
				Empty: '',
				properties: { Region: { value: 'North' } },
			},
		],
		{
			customColumns: ['budget', ' properties.Region', 'Phone', 'Empty', 'Missing', 'Missing'],
			additionalFields: {
				customFields: {
					custom: { specify: 'json', json: '{ "Region": "South", "Size": "10" }' },
				},
			},
		},
	);
	expect(bodies[0].customFields).toEqual([
		{ name: 'Size', value: '10' },
		{ name: 'Budget', value: '5000' },
		{ name: 'Region', value: 'North' },
		{ name: 'phone', value: '+1' },
	]);
	expect(bodies[0]).not.toHaveProperty('phone');
	expect(hint?.message).toContain('"Budget" → Custom Fields');
	expect(hint?.message).toContain('There is no column "Missing".');
	expect(hint?.message).toContain('Not used: "Empty".');
});

it('a column that only some items lack is not said to be missing', () => {
	const { hint } = mapped([person, { ...person, email: 'b@example.com', Budget: 5 }], {
		customColumns: ['Budget'],
	});
	expect(hint?.message).toContain('"Budget" → Custom Fields');
	expect(hint?.message).not.toContain('There is no column');
});

it('a column that all items lack is said to be missing, whatever else is wrong with some of them', () => {
	const noEmail = { name: 'Ben', email: 'none' };
	const { hint } = mapped([person, noEmail, { name: 'Cleo' }, {}], { customColumns: ['Budget'] });
	expect(hint?.message).toContain('There is no column "Budget".');
});

it('a column that is named goes out once, as a custom field alone', () => {
	const twice = { Budget: null, properties: { budget: 5 }, fields: { Budget: 6 } };
	const { bodies, hint } = mapped([{ ...person, ...twice }], {
		customColumns: ['Budget', 'budget'],
	});
	expect(bodies[0].customFields).toEqual([{ name: 'Budget', value: '6' }]);
	expect(hint?.message).toContain('"fields.Budget" → Custom Fields');
	expect(hint?.message).toContain('Passed over: "properties.budget". Not used: "Budget".');
	const { message } = mapped([person], { customColumns: ['Email'] });
	expect(message).toMatch(
		/^There is no column for 'Email'\. Take "email" out of 'Columns for Custom Fields'\./,
	);
});

it.each([
	[
		'of the person',
		['Status'],
		{ status: 'ok', data: { ...person, status: 'Hot' } },
		[{ name: 'status', value: 'Hot' }],
	],
	[
		'of that very name',
		['Data Source'],
		{ data: { ...person, source: 'Event', 'Data Source': 'Fair' } },
		[{ name: 'Data Source', value: 'Fair' }],
	],
	[
		'with a list of texts',
		['Tags', 'Owner'],
		{ ...person, Owner: null, Tags: ['a', 'b'] },
		[{ name: 'Tags', value: 'a, b' }],
	],
	[
		'with a list in which some are blank',
		['Tags'],
		{ ...person, Tags: ['a', '', 'b'] },
		[{ name: 'Tags', value: 'a, b' }],
	],
	[
		'in the object that is named, whatever stands beside it and elsewhere',
		['fields.Region'],
		{ ...person, properties: { Region: 'East' }, fields: { Budget: 5, Region: 'North' } },
		[{ name: 'Region', value: 'North' }],
	],
	[
		'in the order in which they are named',
		['b', 'a'],
		{ ...person, a: 1, b: 2 },
		[
			{ name: 'b', value: '2' },
			{ name: 'a', value: '1' },
		],
	],
])('a custom field is the column %s', (_, customColumns, item, customFields) => {
	const { bodies, error } = mapped([item], { customColumns });
	expect(error).toBeUndefined();
	expect(bodies[0].customFields).toEqual(customFields);
});

it.each([
	['a list that holds more than texts', ['a', { b: 1 }], 'a list'],
	['an object', { amount: 5 }, 'an object'],
])('%s is no custom field, and not passed over in silence', (_, Tags, what) => {
	const { message, bodies } = mapped([{ ...person, Tags }], { customColumns: ['Tags'] });
	expect(message).toMatch(new RegExp(`Tags.* is ${what}, but must be text`));
	expect(bodies).toEqual([]);
});

it('custom fields of the item are added to those of the form', () => {
	const rows = (json: string) => ({
		additionalFields: { customFields: { custom: { specify: 'json', json } } },
	});
	const item = { ...person, customFields: [{ name: 'Budget', value: 5 }] };
	const { bodies } = mapped([item], rows('{ "Budget": "1", "Region": "South" }'));
	expect(bodies[0].customFields).toEqual([
		{ name: 'Region', value: 'South' },
		{ name: 'Budget', value: '5' },
	]);
	const blank = { ...person, customFields: [{ name: 'Budget', value: '' }] };
	const second = mapped([blank], rows('{ "Region": "South" }'));
	expect(second.bodies[0].customFields).toEqual([{ name: 'Region', value: 'South' }]);
});

it.each<[string, string[], object, RegExp]>([
	[
		'a whole name that is to be a custom field',
		['Full Name'],
		{ 'Full Name': 'Anna Schmidt', email: 'anna@example.com' },
		/^There is no column for 'First Name'\. Take "Full Name" out of/,
	],
	[
		'an email beside another custom field',
		['Budget', 'Email'],
		{ ...person, Budget: 5 },
		/^There is no column for 'Email'\. Take "email" out of/,
	],
	[
		'a name alone, as a custom field',
		['Full Name'],
		{ 'Full Name': 'Anna Schmidt' },
		/^There is no column for 'Email', and none for 'First Name'\. The columns are "Full Name"/,
	],
	[
		'neither an address nor a name',
		[],
		{ Company: 'Acme', Phone: '+4930123456' },
		/^There is no column for 'Email', and none for 'First Name'\. The columns are "Company", "Phone"\. Rename those that hold them to Email and First Name, or/,
	],
	[
		'no name, and a blank address',
		[],
		{ Company: 'Acme', Email: '' },
		/^"Email" is blank, and there is no column for 'First Name'\. 7Targets needs both/,
	],
	['no name, and what is no address', [], { Company: 'Acme', Email: 'none' }, /^'Email' must be/],
	[
		'a blank name and a blank address',
		[],
		{ Company: 'Acme', 'First Name': '', Email: '' },
		/^'Email' is blank/,
	],
	[
		'a name alone',
		[],
		{ 'Full Name': 'Anna Schmidt' },
		/^There is no column for 'Email'\. The columns are "Full Name"/,
	],
	[
		'a list of two leads',
		[],
		{ data: [person, { ...person, email: 'b@example.com' }] },
		/^'Email' could be "anna@example.com" in "data\[0\]\.email", .* add a 'Split Out' node before this one, with "data" as 'Fields To Split Out'/,
	],
	['a list of no addresses', [], { ...person, email: [] }, /^'Email' is blank/],
])('%s is not enough', (_, customColumns, item, expected) => {
	const { message, bodies } = mapped([item], { customColumns });
	expect(message).toMatch(expected);
	expect(bodies).toEqual([]);
});

it('of an empty item says so', () => {
	expect(mapped([{}]).message).toMatch(/^The item is empty\. Leave out/);
});

it('takes the columns in the same order for each item, however they come', () => {
	const { bodies } = mapped([
		{ EMAIL: 'ann.upper@example.com', email: 'ann.lower@example.com', name: 'Ann' },
		{ email: 'bob.lower@example.com', EMAIL: 'bob.upper@example.com', name: 'Bob' },
	]);
	expect(bodies.map(({ email }) => email).sort()).toEqual([
		'ann.upper@example.com',
		'bob.upper@example.com',
	]);
});

it('a sequence ID that is no number is that of another program, unless 7Targets wrote the row', () => {
	const item = { ...person, 'Sequence ID': 'SEQ-57' };
	const { bodies, hint } = mapped([item]);
	expect(bodies[0]).not.toHaveProperty('scheduleId');
	expect(hint?.message).toContain('Passed over: "Sequence ID"');
	expect(mapped([{ ...item, 'Email ID': person.email }]).message).toMatch(
		/^'Sequence \(column "Sequence ID"\)' must be a whole number, but is "SEQ-57"/,
	);
});
