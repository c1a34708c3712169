import { startFaultyApi } from '../support/faultyApi';
import { changing, people } from '../support/leads';
import { printTable } from '../support/print';
import { textIn } from '../support/projectFiles';
import { useFaultyWorld } from '../support/world';

type Fault = string | { status: number; headers?: object; body?: string; created?: boolean };
type Plan = (request: { n: number; email?: string }) => Fault;

interface Row {
	fault: string;
	/** What the server does; by default it creates the lead. */
	plan?: Plan;
	/** Whether it cuts the connection of the n-th request before it reads the body. */
	cut?: (n: number) => boolean;
	/** Fields of the credential that differ, given the addresses of the servers. */
	credential?: (other: string) => object;
	options?: object;
	/** Requests that the server gets for the three items, one at a time. */
	requests: number;
	/** The result of each of the three items: L reported as a lead, R as certainly not created, U as unknown. */
	items: string;
	/** Set if PUT differs: it may be sent again if it is not known whether it was carried out. */
	put?: { requests: number; items: string; says?: RegExp };
	/** The error of the first item that failed. */
	says?: RegExp;
	logins?: number;
	/** The least that the run takes, in milliseconds. */
	takes?: number;
}

const second: (fault: Fault) => Plan =
	(fault) =>
	({ email }) =>
		email === 'lead1@example.com' ? fault : 'create';
// With one at a time, request 2 is the first one for the second item.
const once: (fault: Fault) => Plan =
	(fault) =>
	({ n }) =>
		n === 2 ? fault : 'create';
const status = (code: number, headers = {}, body = '{}', created = false) => ({
	status: code,
	headers: { 'content-type': 'application/json', ...headers },
	body,
	created,
});
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

const ROWS: Row[] = [
	{ fault: 'none', requests: 3, items: 'LLL' },
	...[400, 402, 403, 404, 405, 409, 410, 415, 418, 422].map((code) => ({
		fault: `${code}`,
		plan: second(status(code)),
		requests: 3,
		items: 'LRL',
		says: new RegExp(`^7Targets did not create the lead: .*\\(status ${code}\\) \\[item 1\\]`),
	})),
	...[500, 502, 504].map((code) => ({
		fault: `${code}, created`,
		plan: second(status(code, {}, '{}', true)),
		requests: 3,
		items: 'LUL',
		says: /^It is not known whether the lead was created: .*Send it again with the operation 'Create or Update'/,
		put: {
			requests: 5,
			items: 'LUL',
			says: /^It is not known whether the lead was created: .*twice does no harm/,
		},
	})),
	{
		fault: '500, not created',
		plan: second(status(500)),
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
	},
	{
		fault: '500 once, created',
		plan: once(status(500, {}, '{}', true)),
		requests: 3,
		items: 'LUL',
		put: { requests: 4, items: 'LLL' },
	},
	...[501, 505].map((code) => ({
		fault: `${code}`,
		plan: second(status(code)),
		requests: 3,
		items: 'LRL',
	})),
	{
		fault: '520 of a proxy',
		plan: second(status(520, {}, '{}', true)),
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
	},
	{ fault: '503 once', plan: once(status(503)), requests: 4, items: 'LLL' },
	{
		fault: '503 always',
		plan: () => status(503),
		requests: 3,
		items: 'RRR',
		says: /^The service is not available at the moment \(status 503\)/,
	},
	{
		fault: '503, Max Tries 1',
		plan: () => status(503),
		options: { maxTries: 1 },
		requests: 1,
		items: 'RRR',
	},
	{
		fault: '503, Retry-After: 1',
		plan: once(status(503, { 'retry-after': '1' })),
		requests: 4,
		items: 'LLL',
		takes: 1000,
	},
	{
		fault: '503, Retry-After: 3600',
		plan: second(status(503, { 'retry-after': '3600' })),
		requests: 2,
		items: 'LRR',
		says: /7Targets asks to wait 60 minutes\./,
	},
	{ fault: '429 once', plan: once(status(429)), requests: 4, items: 'LLL' },
	{ fault: '429 always', plan: () => status(429), requests: 3, items: 'RRR' },
	{
		fault: '429 three times, Max Tries 1',
		plan: ({ n }) => (n > 1 && n < 5 ? status(429) : 'create'),
		options: { maxTries: 1 },
		requests: 6,
		items: 'LLL',
	},
	{
		fault: '429, Retry-After: 1',
		plan: once(status(429, { 'retry-after': '1' })),
		requests: 4,
		items: 'LLL',
		takes: 1000,
	},
	{
		fault: '429, Retry-After: a date',
		// A date has whole seconds, so two seconds ahead are at least one.
		plan: once({
			status: 429,
			get headers() {
				return { 'retry-after': inSeconds(2) };
			},
		} as Fault),
		requests: 4,
		items: 'LLL',
		takes: 1000,
	},
	{
		fault: '429, Retry-After: 3600',
		plan: second(status(429, { 'retry-after': '3600' })),
		requests: 2,
		items: 'LRR',
		says: /7Targets asks to wait 60 minutes\./,
	},
	{
		fault: '429, Retry-After: soon',
		plan: once(status(429, { 'retry-after': 'soon' })),
		requests: 4,
		items: 'LLL',
	},
	{
		fault: 'refused connection',
		credential: () => ({ apiUrl: 'http://127.0.0.1:1' }),
		requests: 0,
		items: 'RRR',
		says: /The 7Targets API cannot be reached: it refuses the connection \[/,
	},
	{
		fault: 'unknown host',
		credential: () => ({ apiUrl: 'https://no-such-host.invalid' }),
		requests: 0,
		items: 'RRR',
		says: /The 7Targets API cannot be reached: (there is no server with that name|its name could not be looked up) \[/,
	},
	{
		fault: 'no TLS',
		credential: (other) => ({ apiUrl: other.replace('http:', 'https:') }),
		requests: 0,
		items: 'RRR',
		says: /The 7Targets API cannot be reached: the secure connection \(https\) did not work \[/,
	},
	{
		fault: 'reset before the body',
		cut: (n) => n === 2,
		requests: 3,
		items: 'LUL',
		put: { requests: 4, items: 'LLL' },
	},
	{
		fault: 'reset after the body',
		plan: second('resetAfter'),
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
		says: /the connection was cut/,
	},
	...['silent', 'createdButSilent', 'endless'].map((fault) => ({
		fault: {
			silent: 'no answer, not created',
			createdButSilent: 'no answer, created',
			endless: 'a body that never ends',
		}[fault]!,
		plan: second(fault),
		options: { timeout: 1000 },
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
		says: /no answer came in time/,
	})),
	{
		fault: 'half an answer',
		plan: second('half'),
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
		says: /The answer of 7Targets broke off \(status 201\)/,
	},
	{
		fault: 'broken JSON',
		plan: second('brokenJson'),
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
		says: /not with data that can be read/,
	},
	{
		fault: 'wrong content type',
		plan: second('wrongType'),
		requests: 3,
		items: 'LUL',
		put: { requests: 5, items: 'LUL' },
		says: /not with data that can be read: "Created"/,
	},
	...[true, false].flatMap((created) =>
		['{}', '[]', '{"message":"OK"}', '{"id":""}', '{"id":null}'].map((body) => ({
			fault: `201 and ${body}, ${created ? '' : 'not '}created`,
			plan: second(status(201, {}, body, created)),
			requests: 3,
			items: 'LUL',
			put: { requests: 5, items: 'LUL' },
			says: /7Targets answered with status 201, but (without an 'id'|not with data that can be read): "/,
		})),
	),
	{
		fault: '201 and {} once, created',
		plan: once(status(201, {}, '{}', true)),
		requests: 3,
		items: 'LUL',
		put: { requests: 4, items: 'LLL' },
	},
	...[301, 302, 303, 307, 308].map((code) => ({
		fault: `${code} to another host`,
		plan: ({ email }: { email?: string }) =>
			email === 'lead1@example.com'
				? status(code, { location: `${other.url}/leads?x=1` })
				: 'create',
		requests: 3,
		items: 'LRL',
		says: /redirects this request to http:\/\/127\.0\.0\.1:\d+\/leads\?x=1\. The redirect was not followed/,
	})),
	{ fault: '401 in mid-run', plan: once(status(401)), requests: 4, items: 'LLL', logins: 2 },
	{
		fault: '401 always from the second on',
		plan: ({ n }) => (n > 1 ? status(401) : 'create'),
		requests: 3,
		items: 'LRR',
		logins: 2,
		says: /^The login was not accepted \(status 401\)\. Open the 7Targets credential/,
	},
];

const world = useFaultyWorld();
let other: Awaited<ReturnType<typeof startFaultyApi>>;
const printed: string[][] = [];

beforeAll(async () => {
	other = await startFaultyApi();
});
afterAll(async () => {
	await other.stop();
	printTable(
		['Operation', 'Fault', 'Requests', 'Logins', 'Items', 'On the server', 'The user reads'],
		printed,
	);
});
beforeEach(() => other.reset());

type Operation = keyof typeof changing;

/** Compares the output with what is on the server. @returns a letter for each item, as in `Row.items` */
function fates(operation: Operation, items: Array<{ json: Record<string, unknown> }>): string {
	const carriedOut = world.api.created();
	const most = operation === 'create' ? 1 : 3;
	return items
		.map(({ json }, n) => {
			const times = carriedOut.get(`lead${n}@example.com`) ?? 0;
			if (!('error' in json)) {
				expect(json.email).toBe(`lead${n}@example.com`);
				expect(times).toBeGreaterThanOrEqual(1);
				expect(times).toBeLessThanOrEqual(most);
				return 'L';
			}
			const unknown = String(json.error).startsWith(
				`It is not known whether ${changing[operation].done}`,
			);
			expect(times).toBeLessThanOrEqual(unknown ? most : 0);
			return unknown ? 'U' : 'R';
		})
		.join('');
}

/** The first error that the user reads. */
const reads = (items: Array<{ json: Record<string, unknown> }>) =>
	String(items.find(({ json }) => 'error' in json)?.json.error ?? '');

/** The same in the words of Create, which the table of faults uses. */
function readsOfCreate(operation: Operation, items: Parameters<typeof reads>[0]): string {
	const { create, [operation]: own } = changing;
	return reads(items).replace(own.doing, create.doing).replace(own.done, create.done);
}

function print(
	operation: Operation,
	fault: string,
	items: Array<{ json: Record<string, unknown> }>,
) {
	const carriedOut = [...world.api.created().values()].reduce((sum, times) => sum + times, 0);
	printed.push([
		operation,
		fault,
		`${world.api.requests.length}`,
		`${world.cognito.requests.length}`,
		fates(operation, items),
		`${carriedOut}`,
		reads(items).slice(0, 60),
	]);
}

it('knows every operation of a lead, as the laws do; upsert.test.ts has that of two requests', () => {
	const { leadOperations } = world.engine;
	expect([...Object.keys(changing), 'upsert'].sort()).toEqual(leadOperations);
	for (const operation of leadOperations) {
		expect(textIn(`test/faults/laws/${operation}.test.ts`)).toContain(`lawsOf('${operation}')`);
	}
});

describe.each(Object.keys(changing) as Operation[])(
	'%s: a fault, and what comes of it',
	(operation) => {
		it.each(ROWS)('$fault', async (row) => {
			const { fault, plan, cut, credential, options, logins = 1, takes = 0 } = row;
			const { requests, items, says } = { ...row, ...(operation !== 'create' && row.put) };
			const { api, cognito, engine, stored } = world;
			if (plan) api.plan(plan);
			if (cut) api.cutBefore(cut);
			Object.assign(stored[1], credential?.(other.url));
			const begun = Date.now();
			const { items: out, error } = await engine.run({
				items: people(3),
				parameters: {
					...changing[operation].parameters,
					options: { concurrency: 1, ...options },
				},
				settings: { onError: 'continueRegularOutput' },
			});
			expect(error).toBeUndefined();
			print(operation, fault, out);
			expect(fates(operation, out)).toBe(items);
			expect(api.requests).toHaveLength(requests);
			expect(
				api.requests.every(({ method }) => (method === 'POST') === (operation === 'create')),
			).toBe(true);
			expect(cognito.requests).toHaveLength(logins);
			expect(other.requests).toHaveLength(0);
			expect(Date.now() - begun).toBeGreaterThanOrEqual(takes);
			if (items === 'LLL') expect(readsOfCreate(operation, out)).toBe('');
			else if (says) expect(readsOfCreate(operation, out)).toMatch(says);
		});
	},
);

describe('the login', () => {
	const throttled = {
		status: 400,
		body: '{"__type":"TooManyRequestsException","message":"Rate exceeded"}',
	};

	it.each([
		['throttled once', (n: number) => (n === 1 ? throttled : undefined), 2, 'LLL', undefined],
		['throttled always', () => throttled, 3, 'RRR', /^7Targets received too many logins/],
		[
			'503 twice',
			(n: number) => (n < 3 ? { status: 503, body: '' } : undefined),
			3,
			'LLL',
			undefined,
		],
		[
			'500 always',
			() => ({ status: 500, body: '' }),
			3,
			'RRR',
			/not working at the moment \(status 500\)/,
		],
		[
			'refused',
			() => ({ status: 400, body: '{"__type":"NotAuthorizedException","message":"No"}' }),
			1,
			'RRR',
			/did not accept this login/,
		],
	])('%s', async (fault, script, logins, items, says) => {
		world.cognito.script(async (n) => script(n));
		const { items: out } = await world.engine.run({
			items: people(3),
			settings: { onError: 'continueRegularOutput' },
		});
		print('create', `login ${fault}`, out);
		expect(fates('create', out)).toBe(items);
		expect(world.cognito.requests).toHaveLength(logins);
		if (says) expect(reads(out)).toMatch(says);
	});

	it('fails in mid-run: the rest are not sent, and all say why', async () => {
		const { api, cognito, engine } = world;
		let refused = false;
		api.plan(({ n }) => {
			if (n < 2) return 'create';
			refused = true;
			return status(401);
		});
		cognito.script(async () =>
			refused
				? { status: 400, body: '{"__type":"NotAuthorizedException","message":"Disabled"}' }
				: undefined,
		);
		const { items: out } = await engine.run({
			items: people(3),
			parameters: { options: { concurrency: 1 } },
			settings: { onError: 'continueRegularOutput' },
		});
		print('create', 'login fails in mid-run', out);
		expect(fates('create', out)).toBe('LRR');
		expect(out[2].json.error).toMatch(
			/^7Targets did not accept this login\. 7Targets says: Disabled\./,
		);
		expect(api.requests).toHaveLength(2);
		expect(cognito.requests).toHaveLength(2);
	});
});
