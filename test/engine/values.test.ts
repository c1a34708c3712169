import { useWorld } from '../support/testBench';

const world = useWorld();

const RACHEL = { __rl: true, mode: 'email', value: 'rachel@example.com' };
const ANA = { name: 'Ana', email: 'ana@lead.test' };
/** The form of a new lead, by field: each from the item. */
const BY_FIELD = {
	...{ name: '={{ $json.name }}', email: '={{ $json.email }}' },
	...{ lastName: '={{ $json.lastName }}', phone: '={{ $json.phone }}' },
	...{ context: '={{ $json.context }}', additionalInformationLine: '={{ $json.line }}' },
	additionalFields: {
		...{ company: '={{ $json.company }}', location: '={{ $json.location }}' },
		externalId: '={{ $json.externalId }}',
		customFields: {
			custom: { specify: 'json', json: '={{ $json.budget ? { Budget: $json.budget } : "" }}' },
		},
	},
	assistantId: RACHEL,
};

const WAYS: Record<string, object> = {
	'create by field': BY_FIELD,
	'create by column': {
		mappingMode: 'autoMapInputData',
		assistantId: RACHEL,
		customColumns: ['budget'],
	},
	upsert: { operation: 'upsert', ...BY_FIELD },
	update: {
		operation: 'update',
		// The stand-in has no such lead.
		dryRun: true,
		lead: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		updateFields: {
			...BY_FIELD.additionalFields,
			...{ name: BY_FIELD.name, lastName: BY_FIELD.lastName, phone: BY_FIELD.phone },
		},
	},
};

/** A column `name` may be that of a thing; First Name is the person's. */
const itemFor = (way: string, { name, ...others }: Record<string, unknown>) =>
	way === 'create by column' ? { 'First Name': name, ...others } : { name, ...others };

async function run(items: object[], parameters: object) {
	const { error, hints, items: out } = await world.engine.run({ items, parameters });
	const hint = hints?.map(({ message }) => message).find((text) => / items?[,:]/.test(text));
	// A dry run shows what it would send.
	const shown = error === undefined ? out.flatMap(({ json }) => json.lead ?? []) : [];
	const sent = [...world.api.requests.map(({ body }) => body), ...shown];
	return { message: error?.message, description: error?.description, hint, sent };
}

/** In each row, what comes in; what goes out of it; the way to say it, if it is an error; whether the hint names it. */
const ROWS: Array<[given: object, sent: object | string, hint?: RegExp]> = [
	[{ name: 'Ana undefined' }, '"undefined" is what an expression leaves'],
	[{ name: '{{ $json.name }}' }, 'is an expression that n8n has not worked out'],
	[{ name: '*|FNAME|*' }, 'is a placeholder'],
	[{ name: '#1001' }, 'has no letter'],
	[{ name: 'N/A' }, 'no name to greet a person with'],
	[{ lastName: 'N/A', company: '#REF!' }, {}, /'lastName|Last Name|Company/],
	[{ location: '[not provided]' }, {}, /left out of 1 item, because it holds no value: "\[not/],
	[{ phone: '4.41632E+11' }, {}, /'Phone' is left out of 1 item/],
	[{ phone: "'+441632960961" }, { phone: '+441632960961' }, /without the mark before it/],
	[{ phone: 'p:+4915123456789' }, { phone: '+4915123456789' }, /without the mark before it/],
	[{ email: "'ana@lead.test'" }, { email: 'ana@lead.test' }, /without what stands around it/],
	[{ email: 'ana@lead_x.test' }, 'must be one email address'],
	[{ email: 'İpek@lead.test' }, { email: 'ipek@lead.test' }],
	[
		{ name: 'Zo&euml;', lastName: 'O&#39;Neill' },
		{ name: 'Zoë', lastName: "O'Neill" },
	],
	[{ externalId: 2 ** 53 }, {}, /'External ID' is left out|externalId/],
	[{ budget: '{{ $json.budget }}' }, 'is an expression that n8n has not worked out'],
	[{ budget: 'N/A' }, {}, /Budget' is left out of 1 item|budget' is left out of 1 item/],
	[
		{ name: 'Null', lastName: "O'Neil" },
		{ name: 'Null', lastName: "O'Neil" },
	],
];

describe.each(Object.entries(WAYS))('%s', (way, parameters) => {
	it.each(ROWS.map(([given, sent, hint]) => ({ given, sent, hint })))(
		'$given becomes $sent',
		async ({ given, sent: expected, hint }) => {
			const {
				message,
				hint: shown,
				sent,
			} = await run([itemFor(way, { ...ANA, company: 'Acme', ...given })], parameters);
			if (typeof expected === 'string') {
				// The address of an update says which lead it is.
				const what = way === 'update' && 'email' in given ? /email address/ : expected;
				expect(message).toMatch(typeof what === 'string' ? `${what}` : what);
				expect(message).toMatch(/\[item 0\]$/);
				expect(sent).toEqual([]);
				return;
			}
			expect(message).toBeUndefined();
			const [body] = sent;
			expect(body).toMatchObject(expected);
			const left = Object.keys(given).filter((key) => !(key in expected) && key !== 'budget');
			for (const key of left) expect(body).not.toHaveProperty(key);
			expect(body).not.toHaveProperty('customFields');
			if (hint !== undefined && !(way === 'update' && 'email' in given))
				expect(shown).toMatch(hint);
		},
	);
});

it('a bad value among many is one error, before anything is sent', async () => {
	const items = Array.from({ length: 30 }, (_, n) => ({ ...ANA, name: n % 3 ? 'Ana' : 'N/A' }));
	const { message, description, sent } = await run(items, BY_FIELD);
	expect(message).toMatch(/"N\/A".*\[item 0\]$/);
	expect(description).toMatch(
		/Nothing was sent: all 30 items .* 9 more cannot be sent: items 3, 6/,
	);
	expect(sent).toEqual([]);
});

it('all spellings of an address are one lead', async () => {
	const emails = [
		'jürgen@müller.test',
		'ju\u0308rgen@mu\u0308ller.test',
		'JÜRGEN@xn--mller-kva.test',
	];
	const items = emails.map((email) => ({ ...ANA, email }));
	const { sent } = await run(items, BY_FIELD);
	expect(sent.map(({ email }) => email)).toEqual(['jürgen@müller.test']);
});

it.each([
	[
		'a blank row',
		{ row_number: 5, name: '', email: ' ', phone: null },
		/^The row is blank \[item 0\]/,
	],
	['no values at all', {}, /^'First Name' is blank/],
])('the error of %s says so', async (_, item, error) => {
	expect((await run([item], BY_FIELD)).message).toMatch(error);
});

it.each<[object, RegExp | string]>([
	[{ assistantEmail: 'Lyra <lyra@example.com>' }, 'lyra@example.com'],
	[{ assistantEmail: 'a@b.test, c@d.test' }, /'Assistant \(column "assistantEmail"\)' must be one/],
	[{ assistantEmail: 'Rachel' }, /'Assistant \(column "assistantEmail"\)' must be the ID or/],
	[{ assistantId: 'A-61' }, /'Assistant \(column "assistantId"\)' must be the ID or/],
	[{ Assistant: 'Rachel' }, 'rachel@example.com'],
])('the column %j: %s', async (column, expected) => {
	const { message, sent } = await run([{ ...ANA, ...column }], WAYS['create by column']);
	if (typeof expected === 'string') expect(sent[0].assistantEmail).toBe(expected);
	else expect([message, sent]).toEqual([expect.stringMatching(expected), []]);
});

it.each([
	['create', { ...BY_FIELD }],
	['update', { ...WAYS.update, updateFields: { assistantId: RACHEL } }],
	[
		'by the list of a password login',
		{
			...BY_FIELD,
			assistantId: {
				__rl: true,
				mode: 'list',
				value: '11',
				cachedResultName: 'Rachel (Rachel@example.com)',
			},
		},
	],
])('a lead with the address of its own assistant is an error: %s', async (_, parameters) => {
	const { message, sent } = await run([{ ...ANA, email: 'RACHEL@example.com' }], parameters);
	expect([message, sent]).toEqual([
		expect.stringMatching(/^'Email' is rachel@example\.com, the address of the assistant/),
		[],
	]);
});

it('a person who opted out is an error if columns are mapped', async () => {
	const item = { ...ANA, 'Email Opt Out': true };
	const { message, description, sent } = await run([item], WAYS['create by column']);
	expect(message).toBe('This person opted out of emails (column "Email Opt Out") [item 0]');
	expect(description).toMatch(/leave out such items with a Filter node/);
	expect(sent).toEqual([]);
});
