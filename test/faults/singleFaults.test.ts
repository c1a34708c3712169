import { answer, retryAfter } from '../support/faults';
import { people } from '../support/leads';
import { BY_ONE_REQUEST, formOf, OPERATIONS } from '../support/operations';
import { printTable } from '../support/print';
import { startSevenTargetsApi } from '../support/sevenTargetsApi';
import { useOpenWorld } from '../support/testBench';

const world = useOpenWorld();

type Planned = Parameters<typeof world.api.plan>[number];
type Fate = Planned[0];

interface Row {
	fault: string;
	/** What becomes of the requests; by default they are carried out. */
	plan?: Planned[];
	/** Fields of the credential that differ, given the address of another server. */
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

/** All requests about the second item meet the fault, or the first one alone: with one at a time, that is request 2. */
const always = (fate: Fate): Planned[] => [[fate, { email: 'lead1@example.com' }]];
const once = (fate: Fate): Planned[] => [[fate, { n: 2 }]];
const refused = (fault: string, says?: RegExp, more = {}): Row => ({
	...{ fault, plan: always(fault), requests: 3, items: 'LRL', says },
	...more,
});
const AGAIN = { requests: 5, items: 'LUL' };
const unknown = (fault: string, says?: RegExp, more = {}): Row => ({
	...{ fault, plan: always(fault), requests: 3, items: 'LUL', says, put: AGAIN },
	...more,
});
const unknownOnce = (fault: string): Row => ({
	...{ fault: `${fault}, once`, plan: once(fault), requests: 3, items: 'LUL' },
	put: { requests: 4, items: 'LLL' },
});
const passing = (fault: string, more = {}): Row => ({
	...{ fault: `${fault}, once`, plan: once(fault), requests: 4, items: 'LLL' },
	...more,
});
const unreachable = (fault: string, apiUrl: (other: string) => string, says: RegExp): Row => ({
	...{ fault, credential: (other) => ({ apiUrl: apiUrl(other) }), requests: 0, items: 'RRR', says },
});
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
/** Every request of the run is refused: the run ends. */
const NOTHING_TAKEN = { plan: [['503', {}]] as Planned[], requests: 3, items: 'RRR' };
const ASKS_TO_WAIT = /7Targets asks to wait 60 minutes\./;
const NO_ID =
	/7Targets answered with status 20[01], but (without an 'id'|not with data that can be read): "/;

const ROWS: Row[] = [
	{ fault: 'none', requests: 3, items: 'LLL' },
	...[400, 402, 403, 404, 405, 409, 410, 415, 418, 422].map((code) =>
		refused(
			`${code}`,
			RegExp(`^7Targets did not create the lead: .*\\(status ${code}\\) \\[item 1\\]`),
		),
	),
	...[501, 505].map((code) => refused(`${code}`)),
	...[500, 502, 504].map((code) =>
		unknown(
			`${code}, carried out`,
			/^It is not known whether the lead was created: .*Send it again with the operation 'Create or Update'/,
			{
				put: {
					...AGAIN,
					says: /^It is not known whether the lead was created: .*twice does no harm/,
				},
			},
		),
	),
	unknown('500'),
	unknownOnce('500, carried out'),
	unknown('520, carried out'),
	passing('503'),
	refused('503', /^The service is not available at the moment \(status 503\)/, NOTHING_TAKEN),
	{
		...refused('503', undefined, NOTHING_TAKEN),
		...{ fault: '503, Max Tries 1', options: { maxTries: 1 }, requests: 1 },
	},
	passing('503 for a second', { takes: 1000 }),
	refused('503 for an hour', ASKS_TO_WAIT, { requests: 2, items: 'LRR' }),
	passing('429'),
	refused('429', undefined, { ...NOTHING_TAKEN, plan: [['429', {}]] }),
	passing('429', {
		fault: '429 three times, Max Tries 1',
		plan: [['429', { n: (n: number) => n > 1 && n < 5 }]],
		options: { maxTries: 1 },
		requests: 6,
	}),
	passing('429 for a second', { takes: 1000 }),
	// A date has whole seconds, so two seconds ahead are at least one.
	passing('429 until a date', {
		plan: once(() => retryAfter(429, inSeconds(2))),
		takes: 1000,
	}),
	refused('429 for an hour', ASKS_TO_WAIT, { requests: 2, items: 'LRR' }),
	passing('429 soon'),
	unreachable(
		'refused connection',
		() => 'http://127.0.0.1:1',
		/The 7Targets API cannot be reached: it refuses the connection \[/,
	),
	unreachable(
		'unknown host',
		() => 'https://no-such-host.invalid',
		/The 7Targets API cannot be reached: (there is no server with that name|its name could not be looked up) \[/,
	),
	unreachable(
		'no TLS',
		(other) => other.replace('http:', 'https:'),
		/The 7Targets API cannot be reached: the secure connection \(https\) did not work \[/,
	),
	unknownOnce('early'),
	unknown('reset, carried out', /the connection was cut/),
	...['silent', 'silent, carried out', 'endless, carried out'].map((fault) =>
		unknown(fault, /no answer came in time/, { options: { timeout: 1000 } }),
	),
	unknown('half, carried out', /The answer of 7Targets broke off \(status 201\)/, {
		put: { ...AGAIN, says: /The answer of 7Targets broke off \(status 200\)/ },
	}),
	unknown('broken JSON, carried out', /not with data that can be read/),
	unknown('wrong type, carried out', /not with data that can be read: "Created"/),
	...['{}', '[]', 'message', 'blank id', 'null id'].flatMap((what) => [
		unknown(`201 ${what}`, NO_ID),
		unknown(`201 ${what}, carried out`, NO_ID),
	]),
	unknownOnce('201 {}, carried out'),
	...[301, 302, 307, 308].map((code) =>
		refused(
			`${code} to another host`,
			/redirects this request to http:\/\/127\.0\.0\.1:\d+\/leads\?x=1\. The redirect was not followed/,
			{ plan: always(() => answer(code, '{}', { location: `${other.url}/leads?x=1` })) },
		),
	),
	unknown('303', /redirects this request to/),
	unknown('303, carried out', /redirects this request to/),
	unknown('half gzip'),
	unknown('half gzip, carried out'),
	passing('401', { logins: 2 }),
	{
		fault: '401, from the second on',
		plan: [[401, { n: (n: number) => n > 1 }]],
		requests: 3,
		items: 'LRR',
		logins: 2,
		says: /^The login was not accepted \(status 401\)\. Open the 7Targets credential/,
	},
];

let other: Awaited<ReturnType<typeof startSevenTargetsApi>>;
const printed: string[][] = [];

beforeAll(async () => {
	other = await startSevenTargetsApi();
});
afterAll(async () => {
	await other.stop();
	printTable(
		['Operation', 'Fault', 'Requests', 'Logins', 'Items', 'On the server', 'The user reads'],
		printed,
	);
});
beforeEach(() => other.reset());

/** Compares the output with what is on the server. @returns a letter for each item, as in `Row.items` */
function fates(operation: string, items: Array<{ json: Record<string, unknown> }>): string {
	const carriedOut = world.api.carriedOut();
	const most = OPERATIONS[operation].creates ? 1 : 3;
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
				`It is not known whether ${OPERATIONS[operation].done}`,
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
function readsOfCreate(operation: string, items: Parameters<typeof reads>[0]): string {
	const { create, [operation]: own } = OPERATIONS;
	return reads(items).replace(own.doing, create.doing).replace(own.done, create.done);
}

function print(operation: string, fault: string, items: Array<{ json: Record<string, unknown> }>) {
	const carriedOut = [...world.api.carriedOut().values()].reduce((sum, times) => sum + times, 0);
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

describe.each(BY_ONE_REQUEST)('%s: a fault, and what comes of it', (operation) => {
	it.each(ROWS)('$fault', async (row) => {
		const { fault, plan = [], credential, options, logins = 1, takes = 0 } = row;
		const { requests, items, says } = { ...row, ...(!OPERATIONS[operation].creates && row.put) };
		const { api, cognito, engine, stored } = world;
		api.plan(...plan);
		Object.assign(stored[1], credential?.(other.url));
		const begun = Date.now();
		const { items: out, error } = await engine.run({
			items: people(3),
			parameters: { ...formOf(operation), options: { concurrency: 1, ...options } },
			settings: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		print(operation, fault, out);
		expect(fates(operation, out)).toBe(items);
		expect(api.requests).toHaveLength(requests);
		const [own] = OPERATIONS[operation].requests;
		expect(api.requests.every(({ method }) => own.startsWith(`${method} `))).toBe(true);
		expect(cognito.requests).toHaveLength(logins);
		expect(other.requests).toHaveLength(0);
		expect(Date.now() - begun).toBeGreaterThanOrEqual(takes);
		if (items === 'LLL') expect(readsOfCreate(operation, out)).toBe('');
		else if (says) expect(readsOfCreate(operation, out)).toMatch(says);
	});
});

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
		const isRevoked = () => api.requests.length > 1;
		api.plan([() => (isRevoked() ? 401 : undefined)]);
		cognito.script(async () =>
			isRevoked()
				? answer(400, { __type: 'NotAuthorizedException', message: 'Disabled' })
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
