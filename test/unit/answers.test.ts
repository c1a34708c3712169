import { mapItem } from '../../nodes/SevenTargets/lead/mapping/mapItem';
import { DEFAULTS, mapped } from '../support/mapping';

const ANA = { name: 'Ana', lastName: 'Lopez', email: 'ana@lead.test', ...DEFAULTS };
const ana = { first_name: 'Ana', last_name: 'Lopez', email: 'ana@lead.test' };

describe('an answer', () => {
	const fields = (...more: object[]) => ({
		fields: [
			{ type: 'text', label: 'First name', value: 'Ana' },
			{ type: 'text', label: 'Last name', value: 'Lopez' },
			...more,
		],
	});
	const own = { type: 'email', label: 'Email', value: 'ana@lead.test' };

	it.each<[string, object]>([
		['Account manager email', { type: 'email', name: 'Account Manager Email' }],
		['E-Mail des Vorgesetzten', { type: 'email', title: 'E-Mail des Vorgesetzten' }],
		['Your manager’s email', { id: 'email', type: 'email', title: 'Your manager’s email' }],
		['Emergency contact email', { id: 'email', label: 'Emergency contact email' }],
	])('to %s is another person’s, whatever the type of the field says', (_, label) => {
		const theirs = { ...label, value: 'tom@firm.test' };
		expect(mapped([fields(theirs, own)]).bodies).toMatchObject([ANA]);
		expect(mapped([fields(theirs)]).bodies).toEqual([]);
	});

	it.each<[string, object]>([
		['referrer_email', { key: 'referrer_email', label: 'Email' }],
		['emergency_contact_email', { id: 'emergency_contact_email', title: 'E-mail' }],
		['managersEmail', { name: 'managersEmail', type: 'control_email', text: 'E-mail' }],
	])('with a key such as %s is another person’s, if its label does not say whose', (_, label) => {
		const theirs = 'text' in label ? { answer: 'tom@firm.test' } : { value: 'tom@firm.test' };
		expect(mapped([fields({ ...label, ...theirs }, own)]).bodies).toMatchObject([ANA]);
		expect(mapped([fields({ ...label, ...theirs })]).bodies).toEqual([]);
	});

	it.each<[string, object, object]>([
		['a key of somebody else', { id: 'referrer_email', title: 'Your Email' }, ANA],
		['a key of a customer', { id: 'customersEmail', title: 'Email' }, ANA],
		['a key', { id: 'sender_email', title: 'Your Email' }, ANA],
		[
			'a key of a shop',
			{ id: 'store_name', label: 'Company', value: 'Nord' },
			{ ...ANA, company: 'Nord' },
		],
	])('by the label that a person reads, whatever %s says', (_, answer, lead) => {
		const item = 'value' in answer ? fields(own, answer) : fields({ ...answer, value: own.value });
		expect(mapped([item]).bodies).toMatchObject([lead]);
	});

	it.each([
		['email', 'Previous Email', 'ana@old.test', 'email'],
		['email', 'Secondary Email', 'bob@firm.test', 'email'],
		['company', 'Competitor company', 'Globex', 'company'],
		['city', 'Birth city', 'Rome', 'location'],
	])('of type %s to "%s" is none of the lead', (type, label, value, field) => {
		const [body] = mapped([fields({ type, label, value }, own)]).bodies;
		expect(body).toMatchObject(ANA);
		expect(body[field]).not.toBe(value);
	});

	it('that Jotform asks in a text is another person’s as well', () => {
		const answers = {
			1: { name: 'fullName', text: 'Your name', answer: 'Ana Lopez' },
			2: { name: 'email', text: 'Your manager’s E-mail', answer: 'tom@firm.test' },
		};
		expect(mapped([{ answers }]).bodies).toEqual([]);
		const three = { name: 'email3', text: 'E-mail', answer: 'ana@lead.test' };
		expect(mapped([{ answers: { ...answers, 3: three } }]).bodies).toMatchObject([ANA]);
	});

	it('by the ID of what was chosen is the text of that', () => {
		const options = [
			{ id: '0f1a', text: 'Founder' },
			{ id: '0f1b', text: 'Head of Sales' },
		];
		const job = { type: 'DROPDOWN', label: 'Your role', value: ['0f1b'], options };
		expect(mapped([fields(own, job)]).bodies).toMatchObject([
			{ ...ANA, designation: 'Head of Sales' },
		]);
		const consent = {
			label: 'I agree to be contacted by email',
			value: ['0f1c'],
			options: [{ id: '0f1c', text: 'No' }],
		};
		expect(mapped([fields(own, consent)]).message).toMatch(/^This person opted out/);
		const yes = { ...consent, options: [{ id: '0f1c', text: 'Yes' }] };
		expect(mapped([fields(own, yes)]).bodies).toMatchObject([ANA]);
	});

	it('that is coded is told by its text', () => {
		const column_values = [
			{ column: { title: 'Firma' }, id: 'text7', text: 'Nord s.r.o.', value: '"Nord s.r.o."' },
			{ column: { title: 'Město' }, id: 'text9', text: 'Brno', value: '"Brno"' },
			{
				column: { title: 'E-mail' },
				id: 'e1',
				text: 'ana@lead.test',
				value: '{"email":"ana@lead.test","text":"Ana"}',
			},
		];
		expect(mapped([{ name: 'Ana Lopez', column_values }]).bodies).toMatchObject([
			{ ...ANA, company: 'Nord s.r.o.', location: 'Brno' },
		]);
	});
});

describe('a form that numbers its fields', () => {
	const gravity = { form_id: '4', '3': 'ana@lead.test', '1.3': 'Ana', '1.6': 'Lopez', '1.8': '' };

	it('is read by the parts of a name in Gravity Forms', () => {
		expect(mapped([{ ...gravity, '1.2': '' }]).bodies).toMatchObject([ANA]);
		const blank = { '7.3': '', '7.6': '', '7.8': '' };
		expect(mapped([{ ...gravity, ...blank }]).bodies).toMatchObject([ANA]);
	});

	it('is not read by those of an address, nor by the names of two persons', () => {
		const place = { '2.3': 'Ana', '2.6': 'Spain' };
		expect(mapped([{ form_id: '4', '3': 'ana@lead.test', ...place }]).bodies).toEqual([]);
		const child = { '10.3': 'Leo', '10.6': 'Lopez', '10.8': '' };
		expect(mapped([{ ...gravity, ...child }]).bodies).toEqual([]);
		expect(mapped([{ ...gravity, '1.3': '', '1.6': '', ...child }]).bodies).toEqual([]);
		expect(mapped([{ ...gravity, ...place }]).bodies).toMatchObject([ANA]);
	});

	it('needs the ID of the form', () => {
		expect(
			mapped([{ '3': 'ana@lead.test', '1.3': 'Ana', '1.6': 'Lopez', '1.8': '' }]).bodies,
		).toEqual([]);
	});

	const wufoo = (structure: unknown) => ({
		Field1: 'Ana',
		Field2: 'Lopez',
		Field4: 'ana@lead.test',
		FieldStructure: typeof structure === 'string' ? structure : JSON.stringify(structure),
	});
	const STRUCTURE = {
		Fields: [
			{
				ID: 'Field1',
				Title: 'Name',
				SubFields: [
					{ ID: 'Field1', Label: 'First' },
					{ ID: 'Field2', Label: 'Last' },
				],
			},
			{ ID: 'Field4', Title: 'Email' },
		],
	};

	it('is read by what Wufoo tells of its fields', () => {
		const item = wufoo(STRUCTURE);
		expect(mapped([item]).bodies).toMatchObject([ANA]);
		expect(mapItem(item, []).uses).toContainEqual({ column: 'Field4', use: 'sent', as: 'Email' });
	});

	it.each(['', '{', '{"Fields":7}', '{"Fields":[null,{"SubFields":{}}]}'])(
		'is an error if that is %j',
		(structure) => {
			expect(mapped([wufoo(structure)]).bodies).toEqual([]);
		},
	);
});

describe('of several addresses of a person', () => {
	const addresses = ['old', 'new'].map((one) => ({
		id: `idn_${one}`,
		email_address: `${one}@lead.test`,
		verification: { status: 'verified' },
	}));
	const person = { first_name: 'Ana', last_name: 'Lopez', email_addresses: addresses };

	it('the primary one may be told by its ID', () => {
		const primary_email_address_id = 'idn_new';
		expect(mapped([{ ...person, primary_email_address_id }]).bodies).toMatchObject([
			{ ...ANA, email: 'new@lead.test' },
		]);
		expect(mapped([{ ...person, primary_email_id: 'idn_new' }]).bodies).toMatchObject([
			{ ...ANA, email: 'new@lead.test' },
		]);
		const { email_addresses: emails, ...names } = person;
		expect(mapped([{ ...names, emails, primary_email_address_id }]).bodies).toMatchObject([
			{ ...ANA, email: 'new@lead.test' },
		]);
		for (const other of [
			{ primary_email_address_id: 'idn_gone' },
			{ primary_address_id: 'idn_new' },
		])
			expect(mapped([{ ...person, ...other }]).bodies).toMatchObject([
				{ ...ANA, email: 'old@lead.test' },
			]);
	});

	it('in one list, the one with most of the name counts', () => {
		const named = { name: 'Ana Lopez', phone: ['+34 600 000 000'] };
		expect(mapped([{ ...named, email: ['x7@lead.test', 'ana@lead.test'] }]).bodies).toMatchObject([
			ANA,
		]);
		const lopez = ['mary.lopez@lead.test', 'ana.lopez@lead.test'];
		expect(mapped([{ ...named, email: lopez }]).bodies).toMatchObject([
			{ ...ANA, email: 'ana.lopez@lead.test' },
		]);
		const both = ['ana.lopez@lead.test', 'ana.lopez@home.test'];
		expect(mapped([{ ...named, email: both }]).bodies).toMatchObject([
			{ ...ANA, email: 'ana.lopez@lead.test' },
		]);
		for (const email of [
			['x7@lead.test', 'y8@lead.test'],
			['ana@lead.test', 'ana@other.test'],
		])
			expect(mapped([{ ...named, email }]).bodies).toEqual([]);
	});
});

describe('a schedule', () => {
	it.each<[object, string | undefined]>([
		[{ scheduleId: '5' }, '5'],
		[{ scheduleId: '5', startTime: '10:00', className: 'Yoga' }, undefined],
	])('%j is that of 7Targets: %s', (more, scheduleId) => {
		const [body] = mapped([{ ...ana, ...more }]).bodies;
		expect(body.scheduleId === undefined ? undefined : String(body.scheduleId)).toBe(scheduleId);
	});
});

it.each(['Vendor', 'vendor', 'supplier'])('who is a %s, and named, is a person', (type) => {
	expect(mapped([{ ...ana, type }]).bodies).toMatchObject([ANA]);
});

it('the mailbox that a sequence of emails is sent from is a colleague’s', () => {
	const item = { campaign_id: 7, email_account_id: 4, from_email: 'mia@us.test' };
	expect(mapped([{ ...item, lead: ana }]).bodies).toMatchObject([ANA]);
	for (const id of ['emailer_campaign_id', 'sequence_id']) {
		const sent = { email_account_id: 4, [id]: 7, from_email: 'mia@us.test', from_name: 'Mia Us' };
		expect(mapped([sent]).bodies).toEqual([]);
		expect(mapped([{ ...sent, [id]: null }]).bodies).toHaveLength(1);
	}
	const incoming = {
		direction: 'incoming',
		email_account_id: 4,
		from: 'Ana Lopez <ana@lead.test>',
	};
	expect(mapped([incoming]).bodies).toMatchObject([ANA]);
	expect(mapped([{ event: 'EMAIL_REPLIED', from_email: 'mia@us.test', lead: ana }]).bodies).toEqual(
		[],
	);
});

it('a company around the one address that holds the person is theirs', () => {
	const address = { City: 'Geelong', Email: 'ana@lead.test', ContactName: 'Ana Lopez' };
	const item = { CompanyName: 'Nord Pty Ltd', LastName: null, FirstName: null };
	expect(mapped([{ ...item, Addresses: [address] }]).bodies).toMatchObject([
		{ ...ANA, company: 'Nord Pty Ltd', location: 'Geelong' },
	]);
	const [ofOrder] = mapped([{ company: 'Us GmbH', phone: '+49 30 555019', address }]).bodies;
	expect(ofOrder).toMatchObject(ANA);
	expect(ofOrder).not.toHaveProperty('company');
	expect(ofOrder).not.toHaveProperty('phone');
});

it('a ticket of the same person tells their company', () => {
	const ticket = { ...ana, reference: 'E9-1', release_title: 'Early', company_name: 'Nord' };
	expect(mapped([{ ...ana, tickets: [ticket] }]).bodies).toMatchObject([
		{ ...ANA, company: 'Nord' },
	]);
	const others = { ...ticket, first_name: 'Bob', email: 'bob@other.test' };
	expect(
		mapped([{ ...ana, tickets: [others] }]).bodies.map(({ company }) => company),
	).not.toContain('Nord');
});

it.each([
	[{ id: 'e1', name: 'order.completed' }, undefined],
	[{ id: 'u1', name: 'ana.lopez' }, 'u1'],
])('what has happened, and no login, keeps its ID to itself: %j', (event, externalId) => {
	const item = 'u1' === event.id ? { ...event, ...ana } : { ...event, data: ana };
	expect(mapped([item]).bodies[0].externalId).toBe(externalId);
});

it('the record of a company is a person’s if it has its name and a contact beside it', () => {
	const company = { type: 'company', email: 'ana@lead.test' };
	for (const name of ['full_name', 'display_name', 'contact_person'])
		expect(mapped([{ ...company, [name]: 'Ana Nails' }]).bodies).toEqual([]);
	expect(mapped([{ ...company, name: 'Nord', contact_person: 'Ana Lopez' }]).bodies).toMatchObject([
		ANA,
	]);
});

it('a reference is a person’s in the record of a company, and elsewhere if the address has all of it', () => {
	const email = 'ana@lead.test';
	const fortnox = { Name: 'Nord AB', Type: 'COMPANY', Email: email };
	expect(mapped([{ ...fortnox, YourReference: 'Ana Lopez' }]).bodies).toMatchObject([ANA]);
	for (const reference of ['Ana Lopez', 'Ana Kitchen', 'Kitchen Renovation'])
		expect(mapped([{ 'Your Reference': reference, Email: email }]).bodies).toEqual([]);
	const whole = { 'Your Reference': 'Ana Lopez', Email: 'ana.lopez@lead.test' };
	expect(mapped([whole]).bodies).toMatchObject([{ ...ANA, email: whole.Email }]);
});

it('the contact of a company that is called a lead has an ID of its own', () => {
	const contact = { ...ana, lead_id: 'lead_1' };
	expect(mapped([{ ...contact, id: 'cont_1' }]).bodies).toMatchObject([{ externalId: 'cont_1' }]);
	expect(mapped([{ ...contact, id: 'x1' }]).bodies).toMatchObject([{ externalId: 'lead_1' }]);
});

it('what the same person has booked tells their phone, and nothing else', () => {
	const booking = { ...ana, phone: '+34 600 000 000', company_name: 'Us', city: 'Bonn' };
	const [body] = mapped([{ contact: ana, booking }]).bodies;
	expect(body).toEqual({ ...ANA, phone: booking.phone });
	const others = { ...booking, first_name: 'Bob' };
	expect(mapped([{ contact: ana, booking: others }]).bodies[0]).not.toHaveProperty('phone');
});

it('where an order goes tells the place of its payer, also inside what was bought', () => {
	const payer = { name: { given_name: 'Ana', surname: 'Lopez' }, email_address: ANA.email };
	const goesTo = (full_name: string) => ({
		payer,
		purchase_units: [
			{ shipping: { name: { full_name }, address: { admin_area_2: 'Leiden' } }, payee: {} },
		],
	});
	expect(mapped([goesTo('Ana Lopez')]).bodies).toMatchObject([{ ...ANA, location: 'Leiden' }]);
	expect(mapped([goesTo('Bob Lopez')]).bodies[0]).not.toHaveProperty('location');
});

it.each([
	['user_created', [ANA]],
	['user_logged_in', []],
])('a user of whom a header says %s: %j', (event, leads) => {
	const headers = { 'x-discourse-event': event };
	const user = { name: 'Ana Lopez', username: 'ana', email: 'ana@lead.test', admin: false };
	expect(mapped([{ headers, body: { user } }]).bodies).toMatchObject(leads);
});
