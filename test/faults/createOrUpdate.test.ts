import { leadUrl, MANDATORY, people } from '../support/leads';
import { READINGS } from '../support/leadStore';
import { print, printTable } from '../support/print';
import { useFaultyWorld } from '../support/testBench';

const world = useFaultyWorld();
let { cognito, api, engine } = world;
const printed: string[][] = [];

beforeEach(() => {
	({ cognito, api, engine } = world);
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => printTable(['Create or Update', 'Requests', 'Started', 'Comes out as'], printed));

const answer = (status: number, message = '', more = {}) => ({
	status,
	headers: { 'content-type': 'application/json' },
	body: message && JSON.stringify({ message }),
	...more,
});
const LOST = answer(504);
const CREATED_BUT_LOST = answer(504, '', { created: true });
const NO_LEAD = answer(201, 'OK');
const CREATED_BUT_NO_LEAD = answer(201, 'OK', { created: true });

interface Row {
	when: string;
	isKnown?: boolean;
	person?: { name: string; email: string };
	reading?: Parameters<typeof api.readAs>[0];
	/** What the requests meet, in their order; requests after the last of these are carried out. */
	meets?: unknown[];
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
		...[answer(403), answer(307, '', { headers: { location: 'https://example.com' } })].map(
			(fault) => ({
				when: `PUT ${fault.status}, ${isKnown ? '' : 'not '}there`,
				isKnown,
				meets: [fault],
				requests: 'PUT',
				says: /^7Targets did not create or update the lead: /,
				starts: isKnown ? 1 : 0,
			}),
		),
		...[429, 503].map((status) => ({
			when: `PUT ${status} always, ${isKnown ? '' : 'not '}there`,
			isKnown,
			meets: Array(9).fill(answer(status)),
			requests: 'PUT PUT PUT',
			says: /^7Targets did not create or update the lead: /,
			starts: isKnown ? 1 : 0,
		})),
		...['resetAfter', LOST, CREATED_BUT_LOST, NO_LEAD].map((fault, n) => ({
			when: `PUT ${['reset', '504', '504, done', '201 without an id'][n]} twice, ${isKnown ? '' : 'not '}there`,
			isKnown,
			meets: [fault, fault],
			requests: isKnown ? 'PUT PUT PUT' : 'PUT PUT PUT POST',
			isNew: !isKnown,
		})),
	]),
	{
		when: 'PUT lost always',
		meets: Array(9).fill(LOST),
		requests: 'PUT PUT PUT',
		says: /^It is not known whether the lead was created or updated: /,
		advises:
			/^Run it again: it updates the lead if 7Targets has it by then, and creates it only if not\./,
		starts: 0,
	},
	...[
		LOST,
		NO_LEAD,
		'resetAfter',
		'half',
		'brokenJson',
		'wrongType',
		CREATED_BUT_LOST,
		CREATED_BUT_NO_LEAD,
	].map((fault, n) => {
		const wasDone = n >= 2;
		const name = typeof fault === 'string' ? fault : fault.body ? '201 without an id' : '504';
		return {
			when: `POST ${name}, ${wasDone ? 'carried out' : 'not carried out'}`,
			meets: ['create', fault],
			requests: wasDone ? 'PUT POST PUT' : 'PUT POST PUT POST',
			isNew: true,
		};
	}),
	{
		when: 'POST lost in every round but the last',
		meets: ['create', LOST, 'create', LOST],
		requests: 'PUT POST PUT POST PUT POST',
		isNew: true,
	},
	{
		when: 'POST lost in every round',
		meets: ['create', LOST, 'create', LOST, 'create', LOST],
		requests: 'PUT POST PUT POST PUT POST',
		says: /^It is not known whether the lead was created or updated: /,
		starts: 0,
	},
	{
		when: 'POST lost, Max Tries 1',
		meets: ['create', CREATED_BUT_LOST],
		maxTries: 1,
		requests: 'PUT POST',
		says: /^It is not known whether the lead was created or updated: /,
	},
	{
		when: 'POST 503 once',
		meets: ['create', answer(503)],
		requests: 'PUT POST POST',
		isNew: true,
	},
	{
		when: 'refused both ways',
		meets: ['create', answer(400, 'No such source')],
		requests: 'PUT POST',
		says: /^7Targets did not create or update the lead: No such source \(status 400\) \[item 0\]$/,
		advises:
			/Neither was done: 7Targets first refused an update \(Lead not found \(status 404\)\)\.$/,
		starts: 0,
	},
	{
		when: 'POST lost, then refused both ways',
		meets: ['create', LOST, 'create', answer(422, 'No such source')],
		requests: 'PUT POST PUT POST PUT',
		says: /^7Targets did not create or update the lead: No such source \(status 422\) \[item 0\]$/,
		starts: 0,
	},
	{
		when: 'POST lost, carried out, then refused since it is there, and the PUT for another reason',
		reading: { secondPost: 'refuses' as const },
		meets: [
			'create',
			CREATED_BUT_LOST,
			...Array(2)
				.fill([answer(400, 'Bad phone'), 'create'])
				.flat(),
		],
		requests: 'PUT POST PUT POST PUT POST',
		says: /^It is not known whether the lead was created or updated: Lead with email lead0@example\.com already exists/,
	},
	...[402, 405, 408, 423, 425, 499].map((status) => ({
		when: `PUT ${status}, there`,
		isKnown: true,
		meets: [answer(status)],
		requests: 'PUT',
		says: /^7Targets did not create or update the lead: /,
	})),
	{
		when: 'PUT names a missing field only in a list of errors, there',
		isKnown: true,
		parameters: byId,
		meets: [
			{
				...answer(400),
				body: '{"message":"Validation failed","errors":[{"field":"assistantEmail"}]}',
			},
		],
		requests: 'PUT',
		says: /^7Targets did not create or update the lead: Validation failed \(status 400\) \[item 0\]$/,
		advises: /Choose 'Assistant' by its email address\.$/,
	},
	{
		when: 'the lead is not there, and its address sounds like a complaint',
		person: { name: 'Joe', email: 'j.blankenship@required-company.com' },
		reading: { unknownLead: 404 },
		meets: [
			answer(
				404,
				'Lead j.blankenship@required-company.com not found for LeadRequest(id=null, lastName=null)',
			),
		],
		requests: 'PUT POST',
		isNew: true,
	},
	...[520, 524, 507].map((status) => ({
		when: `POST ${status}, carried out`,
		meets: ['create', answer(status, '', { created: true })],
		requests: 'PUT POST PUT',
		isNew: true,
	})),
	{
		when: 'POST lost, seen late, refused since it is there',
		meets: ['create', CREATED_BUT_LOST, answer(404, 'Lead not found')],
		reading: { secondPost: 'refuses' as const, unknownLead: 404 },
		requests: 'PUT POST PUT POST PUT',
		isNew: true,
	},
	{
		when: 'POST 403',
		meets: ['create', answer(403)],
		requests: 'PUT POST',
		says: /^7Targets did not create or update the lead: This login is not allowed to do that/,
		starts: 0,
	},
	{
		when: 'POST lost, then PUT 403',
		meets: ['create', CREATED_BUT_LOST, answer(403)],
		requests: 'PUT POST PUT',
		says: /^It is not known whether the lead was created or updated: This login is not allowed/,
	},
	{
		when: 'PUT lost twice, carried out, then 403',
		isKnown: true,
		meets: [CREATED_BUT_LOST, CREATED_BUT_LOST, answer(403)],
		requests: 'PUT PUT PUT',
		says: /^It is not known whether the lead was created or updated: This login is not allowed/,
	},
	{
		when: 'POST 504 with Retry-After: 3600',
		meets: ['create', answer(504, '', { created: true, headers: { 'retry-after': '3600' } })],
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
	const left = [...meets];
	api.plan(() => left.shift() ?? 'create');
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
	expect(api.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
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
	api.plan(({ method }) => (method === 'POST' ? CREATED_BUT_LOST : 'create'));
	const { run } = await engine.run(how);
	api.plan(() => 'create');
	const { items } = await engine.retry({ run, ...how });
	expect(items.map(({ json }) => json.isNew)).toEqual([true, true]);
});

it('a lead whose update was lost is not new in the retry', async () => {
	const { leads } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
	leads.push({ id: 1, email: 'lead0@example.com' });
	const how = { items: people(1), parameters: { operation: 'upsert', ...MANDATORY } };
	api.plan(() => CREATED_BUT_LOST);
	const { run } = await engine.run(how);
	api.plan(() => 'create');
	const { items } = await engine.retry({ run, ...how });
	expect(items.map(({ json }) => json.isNew)).toEqual([false]);
});

it('a login that is refused between POST and PUT leaves it unknown, and ends the run', async () => {
	api.readAs({ secondPost: 'assigns', unknownLead: 404 });
	let isOver = false;
	api.plan(({ method }) => {
		if (isOver) return answer(401);
		isOver = method === 'POST';
		return isOver ? CREATED_BUT_LOST : 'create';
	});
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
	const FAULTS = [answer(503), CREATED_BUT_LOST, CREATED_BUT_NO_LEAD, 'resetAfter'];
	api.plan(({ n }) => FAULTS[n % 12] ?? 'create');
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
