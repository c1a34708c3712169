import { answer, refusal, retryAfter } from '../support/faults';
import { leadUrl, MANDATORY, people } from '../support/leads';
import { READINGS, type Reading } from '../support/leadStore';
import { print, printTable } from '../support/print';
import { useOpenWorld } from '../support/testBench';

const world = useOpenWorld();
let { cognito, api, engine } = world;
const printed: string[][] = [];

beforeEach(() => {
	({ cognito, api, engine } = world);
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => printTable(['Create or Update', 'Requests', 'Started', 'Comes out as'], printed));

type Planned = Parameters<typeof api.plan>[number];
type Fate = Planned[0];

interface Row {
	when: string;
	isKnown?: boolean;
	person?: { name: string; email: string };
	reading?: Reading;
	/** What the requests meet, in their order; requests after the last of these are carried out. */
	meets?: Fate[];
	parameters?: object;
	maxTries?: number;
	requests: string;
	/** `isNew` of the lead, or what the error says, and what to do. */
	isNew?: boolean;
	says?: RegExp;
	advises?: RegExp;
	/** How often the lead's messages were started in the end. */
	starts?: number;
}

const byId = { assistantId: MANDATORY.assistantId };
const DEMANDS = { putDemands: ['name', 'email', 'assistantEmail'] };

const ROWS: Row[] = [
	{ when: 'the lead is there', isKnown: true, requests: 'PUT', isNew: false },
	...READINGS.unknownLead.map((unknownLead) => ({
		when: `the lead is not there, ${unknownLead}`,
		reading: { unknownLead },
		requests: 'PUT POST',
		isNew: true,
	})),
	{
		when: 'a PUT demands more, and gets it',
		isKnown: true,
		reading: DEMANDS,
		requests: 'PUT',
		isNew: false,
	},
	...[true, false].map((isKnown) => ({
		when: `a PUT demands the assistant's email, and gets the ID, ${isKnown ? '' : 'not '}there`,
		isKnown,
		reading: DEMANDS,
		parameters: byId,
		requests: 'PUT',
		says: /^7Targets did not create or update the lead: assistantEmail is mandatory \(status 400\) \[item 0\]$/,
		advises: /Choose 'Assistant' by its email address\.$/,
		starts: isKnown ? 1 : 0,
	})),
	...[true, false].flatMap((isKnown) => [
		{
			when: `a PUT demands the assistant's email, and that answer breaks off, ${isKnown ? '' : 'not '}there`,
			isKnown,
			reading: DEMANDS,
			parameters: byId,
			meets: ['half, carried out'],
			requests: 'PUT PUT',
			says: /^7Targets did not create or update the lead: assistantEmail is mandatory \(status 400\)/,
			starts: isKnown ? 1 : 0,
		},
		{
			when: `a PUT demands the assistant's email, and each such answer breaks off, ${isKnown ? '' : 'not '}there`,
			isKnown,
			reading: DEMANDS,
			parameters: byId,
			meets: Array(9).fill('half, carried out'),
			requests: 'PUT PUT PUT',
			says: /^7Targets did not create or update the lead: The answer of 7Targets broke off \(status 400\)/,
			starts: isKnown ? 1 : 0,
		},
	]),
	{
		when: 'the lead is not there, and the answer that says so breaks off',
		meets: ['half, carried out'],
		requests: 'PUT PUT POST',
		isNew: true,
	},
	...[true, false].flatMap((isKnown) => [
		...[403, 307].map((fault) => ({
			when: `PUT ${fault}, ${isKnown ? '' : 'not '}there`,
			isKnown,
			meets: [fault],
			requests: 'PUT',
			says: /^7Targets did not create or update the lead: /,
			starts: isKnown ? 1 : 0,
		})),
		...[429, 503].map((status) => ({
			when: `PUT ${status} always, ${isKnown ? '' : 'not '}there`,
			isKnown,
			meets: Array(9).fill(status),
			requests: 'PUT PUT PUT',
			says: /^(Too many requests in a short time|The service is not available at the moment) \(status (429|503)\)$/,
			starts: isKnown ? 1 : 0,
		})),
		...['reset, carried out', '504', '504, carried out', '201 message'].map((fault) => ({
			when: `PUT ${fault} twice, ${isKnown ? '' : 'not '}there`,
			isKnown,
			meets: [fault, fault],
			requests: isKnown ? 'PUT PUT PUT' : 'PUT PUT PUT POST',
			isNew: !isKnown,
		})),
	]),
	{
		when: 'PUT lost always',
		meets: Array(9).fill(504),
		requests: 'PUT PUT PUT',
		says: /^It is not known whether the lead was created or updated: /,
		advises:
			/ Run it again: it updates the lead if 7Targets has it by then, and creates it only if not\./,
		starts: 0,
	},
	...['504', '201 message', 'reset', 'half', 'broken JSON', 'wrong type'].flatMap((fault) => [
		{
			when: `POST ${fault}, not carried out`,
			meets: [undefined, fault],
			requests: 'PUT POST PUT POST',
			isNew: true,
		},
		{
			when: `POST ${fault}, carried out`,
			meets: [undefined, `${fault}, carried out`],
			requests: 'PUT POST PUT',
			isNew: true,
		},
	]),
	{
		when: 'POST lost in every round but the last',
		meets: [undefined, 504, undefined, 504],
		requests: 'PUT POST PUT POST PUT POST',
		isNew: true,
	},
	{
		when: 'POST lost in every round',
		meets: [undefined, 504, undefined, 504, undefined, 504],
		requests: 'PUT POST PUT POST PUT POST',
		says: /^It is not known whether the lead was created or updated: /,
		starts: 0,
	},
	{
		when: 'POST lost, Max Tries 1',
		meets: [undefined, '504, carried out'],
		maxTries: 1,
		requests: 'PUT POST',
		says: /^It is not known whether the lead was created or updated: /,
	},
	{
		when: 'POST 503 once',
		meets: [undefined, 503],
		requests: 'PUT POST POST',
		isNew: true,
	},
	{
		when: 'refused both ways',
		meets: [undefined, refusal('No such source', 400)],
		requests: 'PUT POST',
		says: /^7Targets did not create or update the lead: No such source \(status 400\) \[item 0\]$/,
		advises:
			/Neither was done: 7Targets first refused an update \(Lead not found \(status 404\)\)\.$/,
		starts: 0,
	},
	{
		when: 'POST lost, then refused both ways',
		meets: [undefined, 504, undefined, refusal('No such source', 422)],
		requests: 'PUT POST PUT POST PUT',
		says: /^7Targets did not create or update the lead: No such source \(status 422\) \[item 0\]$/,
		starts: 0,
	},
	{
		when: 'POST lost, carried out, then refused since it is there, and the PUT for another reason',
		reading: { secondPost: 'refuses' as const },
		meets: [
			undefined,
			'504, carried out',
			...Array(2)
				.fill([refusal('Bad phone', 400), undefined])
				.flat(),
		],
		requests: 'PUT POST PUT POST PUT POST',
		says: /^It is not known whether the lead was created or updated: Lead with email lead0@example\.com already exists/,
	},
	...[402, 405, 408, 423, 425, 499].map((status) => ({
		when: `PUT ${status}, there`,
		isKnown: true,
		meets: [status],
		requests: 'PUT',
		says: /^7Targets did not create or update the lead: /,
	})),
	{
		when: 'PUT names a missing field only in a list of errors, there',
		isKnown: true,
		parameters: byId,
		meets: [answer(400, { message: 'Validation failed', errors: [{ field: 'assistantEmail' }] })],
		requests: 'PUT',
		says: /^7Targets did not create or update the lead: Validation failed \(status 400\) \[item 0\]$/,
		advises: /Choose 'Assistant' by its email address\.$/,
	},
	{
		when: 'the lead is not there, and its address sounds like a complaint',
		person: { name: 'Joe', email: 'j.blankenship@required-company.com' },
		reading: { unknownLead: 404 },
		meets: [
			refusal(
				'Lead j.blankenship@required-company.com not found for LeadRequest(id=null, lastName=null)',
				404,
			),
		],
		requests: 'PUT POST',
		isNew: true,
	},
	...[520, 524, 507].map((status) => ({
		when: `POST ${status}, carried out`,
		meets: [undefined, `${status}, carried out`],
		requests: 'PUT POST PUT',
		isNew: true,
	})),
	{
		when: 'POST lost, seen late, refused since it is there',
		meets: [undefined, '504, carried out', refusal('Lead not found', 404)],
		reading: { secondPost: 'refuses' as const, unknownLead: 404 },
		requests: 'PUT POST PUT POST PUT',
		isNew: true,
	},
	{
		when: 'POST 403',
		meets: [undefined, 403],
		requests: 'PUT POST',
		says: /^7Targets did not create or update the lead: This login is not allowed to do that/,
		starts: 0,
	},
	{
		when: 'POST lost, then PUT 403',
		meets: [undefined, '504, carried out', 403],
		requests: 'PUT POST PUT',
		says: /^It is not known whether the lead was created or updated: This login is not allowed/,
	},
	{
		when: 'PUT lost twice, carried out, then 403',
		isKnown: true,
		meets: ['504, carried out', '504, carried out', 403],
		requests: 'PUT PUT PUT',
		says: /^It is not known whether the lead was created or updated: This login is not allowed/,
	},
	{
		when: 'POST 504 with Retry-After: 3600',
		meets: [undefined, { ...retryAfter(504, '3600'), carriesOut: true }],
		requests: 'PUT POST',
		says: /^It is not known whether the lead was created or updated: /,
		advises: /7Targets asks to wait 60 minutes\. Try again after that\.$/,
	},
];

it.each(ROWS)('$when', async (row) => {
	const { when, isKnown = false, reading, meets = [], requests, isNew, says, advises } = row;
	const { person = people(1)[0] } = row;
	const startsOf = () => starts.get(person.email) ?? 0;
	const { leads, starts } = api.readAs({ secondPost: 'assigns', unknownLead: 404, ...reading });
	if (isKnown) {
		leads.push({ id: 1, email: person.email, name: 'Old' });
		starts.set(person.email, 1);
	}
	api.plan(...meets.map((fate, n): Planned => [fate, { n: n + 1 }]));
	const { items, error } = await engine.run({
		items: [person],
		parameters: {
			operation: 'upsert',
			...MANDATORY,
			assistantId: { __rl: true, mode: 'email', value: 'rachel@example.com' },
			...row.parameters,
			options: { maxTries: row.maxTries ?? 3 },
		},
	});
	printed.push([
		when,
		api.requests.map(({ method }) => method).join(' '),
		`${startsOf()}`,
		error?.message.slice(0, 60) ?? `isNew: ${items[0].json.isNew}`,
	]);
	expect(api.requests.map(({ method }) => method).join(' ')).toBe(requests);
	expect(startsOf()).toBe(row.starts ?? 1);
	if (says) {
		expect(error?.message).toMatch(says);
		if (advises) expect(error?.description).toMatch(advises);
		return;
	}
	expect(error).toBeUndefined();
	const [lead] = leads;
	expect(items[0].json).toEqual({ ...lead, leadUrl: leadUrl(lead.id), isNew });
	expect(lead.name).toBe(person.name);
});

it('sends the whole lead both times, to the same address of the API', async () => {
	api.readAs({ unknownLead: 404 });
	await engine.run({
		items: people(1),
		parameters: {
			operation: 'upsert',
			...MANDATORY,
			phone: '+12025550123',
			additionalFields: { company: 'Acme' },
		},
	});
	const body = {
		name: 'Lead 0',
		email: 'lead0@example.com',
		phone: '+12025550123',
		source: 'Website',
		type: 'SALES',
		assistantId: 11,
		company: 'Acme',
	};
	expect(api.requests.map(({ method, url, body: sent }) => [method, url, sent])).toEqual([
		['PUT', '/leads', body],
		['POST', '/leads', body],
	]);
});

it('a new lead whose answer was lost is new in the retry, too', async () => {
	api.readAs({ secondPost: 'assigns', unknownLead: 404 });
	const how = {
		items: people(2),
		parameters: { operation: 'upsert', ...MANDATORY, options: { maxTries: 1, concurrency: 1 } },
	};
	api.plan(['504, carried out', { method: 'POST' }]);
	const { run } = await engine.run(how);
	api.plan();
	const { items } = await engine.retry({ run, ...how });
	expect(items.map(({ json }) => json.isNew)).toEqual([true, true]);
});

it('a lead whose update was lost is not new in the retry', async () => {
	const { leads } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
	leads.push({ id: 1, email: 'lead0@example.com' });
	const how = { items: people(1), parameters: { operation: 'upsert', ...MANDATORY } };
	api.plan(['504, carried out']);
	const { run } = await engine.run(how);
	api.plan();
	const { items } = await engine.retry({ run, ...how });
	expect(items.map(({ json }) => json.isNew)).toEqual([false]);
});

it('a login that is refused between POST and PUT leaves it unknown, and ends the run', async () => {
	api.readAs({ secondPost: 'assigns', unknownLead: 404 });
	let isOver = false;
	const loses = () => {
		isOver = true;
		return '504, carried out';
	};
	api.plan([loses, { method: 'POST', times: 1 }], [() => (isOver ? 401 : undefined)]);
	cognito.script(async () =>
		isOver
			? { status: 400, body: '{"__type":"NotAuthorizedException","message":"Disabled"}' }
			: undefined,
	);
	const { error } = await engine.run({
		items: people(1),
		parameters: { operation: 'upsert', ...MANDATORY },
	});
	expect(error?.message).toMatch(
		/^It is not known whether the lead was created or updated: 7Targets did not accept this login\./,
	);
});

it('100 leads while a third of the requests fail: all are there, none twice, no error', async () => {
	const { leads, starts } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
	const faults = [503, '504, carried out', '201 message, carried out', 'reset, carried out'];
	api.plan([({ n }) => faults[n % 12]]);
	const { items, error } = await engine.run({
		items: people(100),
		parameters: { operation: 'upsert', ...MANDATORY, options: { maxTries: 10 } },
	});
	print(`A third of the requests fails: ${api.requests.length} requests for 100 leads`);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.email)).toEqual(people(100).map(({ email }) => email));
	expect(leads).toHaveLength(100);
	expect([...starts.values()].every((times) => times === 1)).toBe(true);
});
