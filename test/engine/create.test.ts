import { sleep } from 'n8n-workflow';

import { listeningTo, log } from '../support/engine';
import { answer, refusal } from '../support/faults';
import { allTen, leadUrl, people } from '../support/leads';
import { useWorld } from '../support/testBench';

const world = useWorld();

const sent = () => world.api.requests.map(({ body }) => body);

describe('a lead with all ten fields', () => {
	it('goes out as the document has it, after one login with both headers', async () => {
		const { items, error } = await world.engine.run({
			items: [{}],
			parameters: allTen.parameters,
		});

		expect(error).toBeUndefined();
		expect(world.cognito.requests).toHaveLength(1);
		const [{ headers, body }] = world.cognito.requests;
		expect(headers).toMatchObject({
			'content-type': 'application/x-amz-json-1.1',
			'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
		});
		expect(headers).not.toHaveProperty('authorization');
		const { username, password, clientId } = world.cognito.login;
		expect(body).toEqual({
			AuthParameters: { USERNAME: username, PASSWORD: password },
			AuthFlow: 'USER_PASSWORD_AUTH',
			ClientId: clientId,
		});

		expect(world.api.requests).toHaveLength(1);
		const [request] = world.api.requests;
		expect(request).toMatchObject({ method: 'POST', url: '/leads' });
		expect(request.body).toEqual(allTen.body);
		expect(request.headers.authorization).toMatch(/^Bearer eyJ/);
		expect(request.headers.authentication).toBe(request.headers.authorization);
		expect(request.headers.accept).toBe('application/json');
		const [lead] = world.api.leads;
		expect(items).toEqual([
			{ json: { ...lead, leadUrl: leadUrl(lead.id) }, pairedItem: { item: 0 } },
		]);
	});
});

it('with only the mandatory fields has no other key', async () => {
	await world.engine.run({ items: people(1) });
	expect(sent()).toEqual([
		{
			name: 'Lead 0',
			email: 'lead0@example.com',
			source: 'Website',
			type: 'SALES',
			assistantId: 11,
		},
	]);
});

it.each([
	['email', 'rachel@example.com', { assistantEmail: 'rachel@example.com' }],
	['id', '={{ "monica@example.com" }}', { assistantEmail: 'monica@example.com' }],
	['email', '={{ 12 }}', { assistantId: 12 }],
	['list', 12, { assistantId: 12 }],
])('takes the assistant by %s as %j', async (mode, value, expected) => {
	await world.engine.run({
		items: people(1),
		parameters: { assistantId: { __rl: true, mode, value } },
	});
	expect(sent()).toEqual([expect.objectContaining(expected)]);
});

it('keeps the order and the pairing of many items', async () => {
	world.api.plan([({ n }) => ({ delay: n % 3 === 0 ? 10 : 1 })]);
	const { items } = await world.engine.run({ items: people(60) });
	expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual(
		people(60).map(({ email }, item) => [email, { item }]),
	);
});

it.each([
	[1, 5],
	[3, 30],
	[64, 100],
])('sends %i at a time if the option says so', async (concurrency, count) => {
	world.api.script(async () => {
		for (let n = 0; world.api.mostTogether() < concurrency && n < 100; n++) await sleep(20);
		await sleep(50);
	});
	const options = { concurrency, maxTries: 10, timeout: 300_000 };
	await world.engine.run({ items: people(count), parameters: { options } });
	expect(world.api.mostTogether()).toBe(concurrency);
	expect(world.api.leads).toHaveLength(count);
});

it('does nothing if there are no items', async () => {
	const { error } = await world.engine.run({ items: [] });
	expect(error).toBeUndefined();
	expect(world.cognito.requests).toHaveLength(0);
	expect(world.api.requests).toHaveLength(0);
});

it.each([
	['ended well', undefined],
	['failed', 400],
])(
	'a run that %s leaves nothing that listens for its end: Node 20 would keep it in memory',
	async (_, status) => {
		const any = jest.spyOn(AbortSignal, 'any');
		world.api.plan([status]);
		await world.engine.run({ items: people(2) });
		const [signal] = any.mock.results.map(({ value }) => value as AbortSignal);
		any.mockRestore();
		expect(listeningTo(signal)).toEqual([]);
		expect(world.api.requests.length).toBeGreaterThan(0);
	},
);

it('leaves out what a CRM leaves blank', async () => {
	await world.engine.run({
		items: [{ ...people(1)[0], last: null, phone: '  ' }],
		parameters: {
			lastName: '={{ $json.last }}',
			phone: '={{ $json.phone }}',
			context: '={{ $json.nothing }}',
			scheduleId: '={{ $json.nothing }}',
		},
	});
	expect(Object.keys(sent()[0]).sort()).toEqual(['assistantId', 'email', 'name', 'source', 'type']);
});

it.each([
	[
		'skip',
		'info',
		"These were not sent, and come out as the earlier one does, with 'duplicateOfItem'.",
		2,
	],
	[
		'send',
		'warning',
		"These were sent as well. To send only the first, set 'Duplicates' in the options to Skip.",
		4,
	],
])(
	'duplicates, with %s, are told in the order of the items',
	async (duplicates, type, told, count) => {
		const [one, other] = people(2);
		const { hints } = await world.engine.run({
			items: [one, other, other, one],
			parameters: { options: { duplicates } },
			// The API here refuses an address that it has.
			settings: { onError: 'continueRegularOutput' },
		});
		const message = `The same email address as an earlier item: items 2, 3. ${told}`;
		expect(hints).toEqual([{ message, location: 'outputPane', type }]);
		expect(world.api.requests).toHaveLength(count);
	},
);

describe('bad input', () => {
	it('of a single item says that nothing was sent', async () => {
		const { error } = await world.engine.run({ items: [{ ...people(1)[0], email: 'john' }] });
		expect(error?.description).toMatch(/\. Nothing was sent\.$/);
	});

	const bad: Array<[string, object, object, string]> = [
		['a blank first name', { name: ' ' }, {}, "'First Name' is blank"],
		['no email', { email: null }, {}, "'Email' is blank"],
		['a malformed email', { email: 'john' }, {}, "'Email' must be one email address"],
		['an object for text', { name: { first: 'J' } }, {}, "'First Name' is an object"],
		['a list for text', { name: ['J'] }, {}, "'First Name' is a list"],
		['a blank source', {}, { source: '={{ "" }}' }, "'Source' is blank"],
		['a blank type', {}, { type: '={{ "" }}' }, "'Type' is blank"],
		[
			'an assistant of abc',
			{},
			{ assistantId: { __rl: true, mode: 'id', value: '={{ "abc" }}' } },
			`'Assistant' must be the ID or the email address of an assistant, but is "abc"`,
		],
		[
			'no assistant',
			{},
			{ assistantId: { __rl: true, mode: 'list', value: '={{ "" }}' } },
			"'Assistant' is blank",
		],
		['a sequence of 4.5', {}, { scheduleId: '={{ 4.5 }}' }, "'Sequence' must be a whole number"],
		[
			'65 at a time',
			{},
			{ options: { concurrency: 65 } },
			"'Requests at a Time' must be between 1 and 64",
		],
		[
			'no tries',
			{},
			{ options: { maxTries: 0 } },
			"'Max Tries' must be between 1 and 10, but is 0",
		],
		[
			'another choice for duplicates',
			{},
			{ options: { duplicates: 'twice' } },
			`'Duplicates' must be send or skip, but is "twice"`,
		],
		['a timeout of x', {}, { options: { timeout: 'x' } }, "'Timeout' must be a whole number"],
	];

	it.each(bad)('%s is an error before anything is sent', async (_, change, parameters, message) => {
		const items = [people(3)[0], { ...people(3)[1], ...change }, people(3)[2]];
		const { error } = await world.engine.run({ items, parameters });
		// A parameter that is the same for all items is already wrong for the first item.
		const item = Object.keys(change).length > 0 ? 1 : 0;
		expect(error?.message).toContain(message);
		expect(error?.message).toMatch(new RegExp(` \\[item ${item}\\]$`));
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			context: { itemIndex: item },
			// First what to do, then what was sent.
			description: expect.stringMatching(/^[A-Z].+\. Nothing was sent: all 3 items are checked/),
		});
		// A wrong option is reported once, not once for each item.
		if ('options' in parameters) expect(error?.description).not.toContain('more cannot be sent');
		expect(world.cognito.requests).toHaveLength(0);
		expect(world.api.requests).toHaveLength(0);
	});

	it.each(bad)('%s is an item with an error if the node continues', async (...row) => {
		const [, change, parameters, message] = row;
		const items = [people(3)[0], { ...people(3)[1], ...change }, people(3)[2]];
		const settings = { onError: 'continueRegularOutput' };
		const { items: out, error } = await world.engine.run({ items, parameters, settings });
		expect(error).toBeUndefined();
		const errors = out.filter(({ json }) => 'error' in json);
		const onlyOne = Object.keys(change).length > 0;
		expect(errors).toHaveLength(onlyOne ? 1 : 3);
		expect(errors[0].json.error).toContain(message);
		expect(errors[0].json.error).toMatch(/ \[item \d\]\. [A-Z].+\.$/);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(world.api.leads).toHaveLength(onlyOne ? 2 : 0);
	});

	it('goes to the error output with the fields that came in', async () => {
		const { items, errors } = await world.engine.run({
			items: [people(2)[0], { ...people(2)[1], email: 'x', crmId: 7 }],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(items).toHaveLength(1);
		expect(errors).toEqual([
			{
				json: {
					name: 'Lead 1',
					email: 'x',
					crmId: 7,
					error: expect.stringContaining("'Email' must be one email address"),
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it('names the other items with the same trouble', async () => {
		const { error } = await world.engine.run({
			items: people(4).map((person, n) => (n % 2 ? { ...person, email: '' } : person)),
		});
		expect(error).toMatchObject({
			context: { itemIndex: 1 },
			description: expect.stringMatching(/1 more cannot be sent: item 3\.$/),
		});
	});

	it('tells the first other trouble, too: who takes the other one away does not mail who opted out', async () => {
		const json = [
			{ Name: 'Novak s.r.o.', Email: 'novak@lead.test' },
			{ Name: 'Ana Novak', Email: 'ana.novak@lead.test', 'Email Opt Out': true },
		];
		const { error } = await world.engine.run({
			items: json,
			parameters: { mappingMode: 'autoMapInputData' },
		});
		expect(error).toMatchObject({
			context: { itemIndex: 0 },
			description: expect.stringMatching(
				/1 more cannot be sent: item 1\. Item 1: This person opted out of emails \(column "Email Opt Out"\)\.$/,
			),
		});
		expect(error?.description).toContain("'Include Other Input Fields' on");
		expect(error?.description).toContain('which does not look for opt-outs');
	});
});

describe('an answer that is no lead', () => {
	const answers: Array<[string, number, string, string, string]> = [
		[
			'400 with a message',
			400,
			'application/json',
			'{"message":"No such sequence"}',
			'No such sequence (status 400)',
		],
		['403', 403, 'application/json', '{}', 'This login is not allowed to do that (status 403)'],
		[
			'404 with a page',
			404,
			'text/html',
			'<html><h1>Not Found</h1></html>',
			'It was not found (status 404)',
		],
		[
			'500',
			500,
			'text/plain',
			'java.lang.NullPointerException',
			'java.lang.NullPointerException (status 500)',
		],
		[
			'200 with a page',
			200,
			'text/html',
			'<html><h1>Hello</h1></html>',
			'with status 200, but not with data that can be read: "Hello"',
		],
		[
			'201 with nothing',
			201,
			'application/json',
			'',
			'with status 201, but not with data that can be read (it is empty)',
		],
		[
			'201 that is not JSON',
			201,
			'application/json',
			'{"id":',
			'with status 201, but not with data that can be read: "{"id":"',
		],
	];

	it.each(answers)('%s: an error that says so', async (_, status, type, body, said) => {
		world.api.plan([answer(status, body, { 'content-type': type })]);
		const { error } = await world.engine.run({ items: people(1) });
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: String(status) });
		expect(error?.message).toContain(said);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(error?.message).toMatch(
			status === 500 || status < 300
				? /^It is not known whether the lead was created: /
				: /^7Targets did not create the lead: /,
		);
		expect(error).toMatchObject({
			description: expect.stringMatching(/^[A-Z].+\.$/),
		});
		expect(world.api.requests).toHaveLength(1);
	});

	it('does not keep the other items from going out if the node continues', async () => {
		world.api.plan([refusal('No', 404), { email: 'lead1@example.com' }]);
		const { items } = await world.engine.run({
			items: people(3),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items.map(({ json }) => json.email ?? json.error)).toEqual([
			'lead0@example.com',
			expect.stringMatching(
				/^7Targets did not create the lead: No \(status 404\) \[item 1\]\. Item 1 is lead1@example\.com\. Check /,
			),
			'lead2@example.com',
		]);
	});
});

describe('nothing leaks', () => {
	it('if the API echoes password, client ID and token', async () => {
		const { password, clientId } = world.cognito.login;
		world.api.plan([({ headers }) => refusal(`${password} ${clientId} ${headers.authorization}`)]);
		const { run, error } = await world.engine.run({ items: people(2) });
		expect(error?.message).toContain('*** *** Bearer ***');
		// The log is written with a delay.
		await sleep(300);
		expect(log().includes('did not create the lead: *** ***')).toBe(true);
		expect(await world.leaks({ run, error, stack: error?.stack, log: log() })).toEqual([]);
		expect(world.tokens()).not.toEqual([]);
	});
});
