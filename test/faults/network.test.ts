import { people } from '../support/leads';
import { formOf, OPERATIONS } from '../support/operations';
import { printTable } from '../support/print';
import { startProxy, throughProxy } from '../support/proxy';
import { certificateFor, connectionsTo, resolveTo, startRawServer, trust } from '../support/tls';
import { useOpenWorld } from '../support/testBench';

type Server = Parameters<typeof startRawServer>[0];
type Way = Parameters<typeof startProxy>[0];

const METHODS = { POST: 'create', PUT: 'update', GET: 'getAll' } as const;
type Method = keyof typeof METHODS;

const API = 'api.7targets.example';
const LOGIN = 'login.7targets.example';
const certificate = certificateFor(API);

const http = (port: number) => `http://127.0.0.1:${port}`;
const https = (port: number) => `https://127.0.0.1:${port}`;
const json = (status: number, header: string, body: string) =>
	`HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\n${header}\r\n\r\n${body}`;

interface Row {
	fault: string;
	/** Whether it is certain that no part of the request was sent. */
	neverSent: boolean;
	/** The API URL, given the port of `server`. */
	apiUrl: (port: number) => string;
	/** A regular expression for what the user reads. */
	says: string;
	/** The server that listens; none by default. */
	server?: Server;
	/** The addresses that the host's name resolves to. */
	addresses?: string[];
	trusted?: boolean;
	timeout?: number;
	isProxied?: boolean;
}
type More = Pick<Row, 'server' | 'addresses' | 'trusted' | 'timeout'>;

const LOST = 'The connection to the 7Targets API was lost:';
const UNREACHABLE = 'The 7Targets API cannot be reached:';
const neverSent = (fault: string, apiUrl: Row['apiUrl'], says: string, more?: More): Row => ({
	...{ fault, apiUrl, says: `${UNREACHABLE} ${says}`, neverSent: true },
	...more,
});
const unknown = (fault: string, server: Server, says: string, more?: More): Row => ({
	...{ fault, apiUrl: http, says, neverSent: false, server },
	...more,
});
const NO_TLS = 'the secure connection \\(https\\) did not work';
const CUT = 'the connection was cut';
const LATE = 'no answer came in time';
const NO_ROUTE = 'your n8n has no connection to it';
const REFUSES = 'it refuses the connection';
const BROKE_OFF = 'The answer of 7Targets broke off \\(status 200\\)';
const BY_LENGTH = 'content-length: 100';
const IN_CHUNKS = 'transfer-encoding: chunked';
const HALF = '{"message":"Le';
const CHUNK = `e\r\n${HALF}\r\n`;

const ROWS = [
	// The kernel refuses TCP to a multicast address at once.
	neverSent('no route', () => 'https://224.0.0.1', NO_ROUTE),
	neverSent('no route to either address', () => 'http://localhost:1', NO_ROUTE, {
		addresses: ['224.0.0.1', '224.0.0.2'],
	}),
	neverSent('two addresses, both refuse', () => 'http://localhost:1', REFUSES, {
		addresses: ['::1', '127.0.0.1'],
	}),
	neverSent('connection refused', () => http(1), REFUSES),
	neverSent(
		'no such name',
		() => 'https://no-such-host.invalid',
		'(there is no server with that name|its name could not be looked up)',
	),
	neverSent('TLS handshake cut', https, CUT, { server: {} }),
	neverSent('TLS handshake reset', https, CUT, { server: { end: 'reset' } }),
	neverSent('TLS handshake unanswered', https, LATE, { server: { end: 'hold' }, timeout: 300 }),
	neverSent('plain HTTP behind https', https, NO_TLS, {
		server: { answer: json(400, 'content-length: 2', '{}') },
	}),
	neverSent('self-signed certificate', https, 'its security certificate is self-signed', {
		server: { certificate },
	}),
	neverSent("another's certificate", https, 'its security certificate belongs to another name', {
		server: { certificate },
		trusted: true,
	}),
	unknown('cut before the answer', {}, `${LOST} ${CUT}`),
	unknown('reset before the answer', { end: 'reset' }, `${LOST} ${CUT}`),
	// A request that was sent over TLS must not count as never sent.
	...[true, false].flatMap((isProxied) => {
		const over = `over TLS${isProxied ? ', by proxy' : ''}`;
		const more = { trusted: true, addresses: ['127.0.0.1'] };
		return [
			unknown(`cut ${over}`, { certificate }, `${LOST} ${CUT}`, more),
			unknown(`silent ${over}`, { certificate, end: 'hold' }, `${LOST} ${LATE}`, {
				...more,
				timeout: 700,
			}),
			unknown(
				`page of plain HTTP ${over}`,
				{ certificate, end: 'page' },
				`${LOST} ${NO_TLS}`,
				more,
			),
			unknown(`spoiled ${over}`, { certificate, end: 'longRecord' }, `${LOST} ${NO_TLS}`, more),
		].map((row) => ({ ...row, isProxied, apiUrl: (port: number) => `https://${API}:${port}` }));
	}),
	unknown('half an answer', { answer: json(200, BY_LENGTH, HALF) }, BROKE_OFF),
	unknown(
		'half of it, reset',
		{ answer: json(200, BY_LENGTH, HALF), end: 'reset' },
		// Node 24 does not tell that an answer had begun (measured).
		`(${BROKE_OFF}|${LOST} ${CUT})`,
	),
	unknown('half, in chunks', { answer: json(200, IN_CHUNKS, CHUNK) }, BROKE_OFF),
	unknown('half a 500', { answer: json(500, BY_LENGTH, HALF) }, '.* \\(status 500\\)'),
	unknown('half a 500, in chunks', { answer: json(500, IN_CHUNKS, CHUNK) }, '.* \\(status 500\\)'),
	unknown('no answer', { end: 'hold' }, `${LOST} ${LATE}`, { timeout: 700 }),
	unknown(
		'an answer that drips for ever',
		{ answer: json(200, 'connection: close', HALF), end: 'drip' },
		`${LOST} ${LATE}`,
		{ timeout: 700 },
	),
];

const refusal = (status: number, host: string) =>
	`The proxy between your n8n and ${host} ${status === 407 ? 'asks for a login' : 'did not connect them'} \\(status ${status}\\)\\. Nothing was sent\\.`;
const REFUSALS: Array<[Way, number]> = [
	['answer', 403],
	['answerLate', 403],
	['answer', 407],
	['answer', 502],
	['answerLate', 502],
	['answer', 503],
	['answer', 504],
];
const AT_PROXY = '.*\\bproxy\\b';
const BREAKS: Array<[Way, string]> = [
	['hangUp', AT_PROXY],
	['reset', `(${AT_PROXY}|${CUT})`],
	['hold', `(${AT_PROXY}|${LATE})`],
	['cutTunnel', CUT],
	['resetTunnel', CUT],
];
const ABSENT = [http(1), 'http://no-such-proxy.invalid:3128'];

const world = useOpenWorld();
const undo: Array<() => unknown> = [];
afterEach(async () => {
	jest.restoreAllMocks();
	for (const step of undo.splice(0)) await step();
});
const printed: string[][] = [];
afterAll(() =>
	printTable(['Fault', 'Operation', 'Connections', 'Requests', 'The user reads'], printed),
);
const print = (...[fault, method, connections, requests, read]: unknown[]) =>
	printed.push([`${fault}`, `${method}`, `${connections}`, `${requests}`, `${read}`.slice(0, 120)]);

async function serve(behavior: Server) {
	const server = await startRawServer(behavior);
	undo.push(server.stop);
	return server;
}

async function serveProxy(way: Way, more = {}) {
	const proxy = await startProxy(way, more);
	undo.push(throughProxy(proxy.url), proxy.stop);
	return proxy;
}

/** For each item, the error that the user reads, or the data of a success. */
async function run(count: number, parameters: object, timeout = 30_000, credential = '1') {
	const { items, error } = await world.engine.run({
		items: people(count),
		parameters: { ...parameters, options: { concurrency: 1, timeout } },
		settings: { onError: 'continueRegularOutput' },
		credential,
	});
	expect(error).toBeUndefined();
	expect(items).toHaveLength(count);
	return items.map(({ json: { error: read, ...data } }) => String(read ?? JSON.stringify(data)));
}

const title = 'every network and proxy fault × POST, PUT, GET: sent how often, what was said';
describe.each(Object.keys(METHODS) as Method[])(`${title}: %s`, (method) => {
	const { doing, done } = OPERATIONS[METHODS[method]];
	const parameters = formOf(METHODS[method]);
	/** How often a request is sent. @param certain whether it is certain that it was not carried out */
	const triesIf = (certain: boolean) => (certain || method !== 'POST' ? 3 : 1);
	const sentence = (certain: boolean, says: string) =>
		new RegExp(
			`^${certain ? `7Targets did not ${doing}` : `It is not known whether ${done}`}: ${says}`,
		);

	it.each(ROWS)('$fault', async (row) => {
		const server = row.server && (await serve(row.server));
		const url = new URL(row.apiUrl(server?.port ?? 0));
		world.stored[1].apiUrl = url.href;
		if (row.addresses) resolveTo(url.hostname, row.addresses);
		if (row.trusted) trust(certificate);
		if (row.isProxied) await serveProxy('tunnel', { port: server!.port });
		const connections = connectionsTo(url);
		const begun = Date.now();
		const [read] = await run(1, parameters, row.timeout);
		if (row.timeout !== undefined) expect(Date.now() - begun).toBeLessThan(10_000);
		const requests = server?.requests() ?? 0;
		print(row.fault, method, connections(), requests, read);
		expect(read).toMatch(sentence(row.neverSent, `${row.says} \\[item 0\\]`));
		const tries = triesIf(row.neverSent);
		expect([connections(), requests]).toEqual([
			row.isProxied ? 0 : tries,
			row.neverSent ? 0 : tries,
		]);
	});

	it.each(REFUSALS)('proxy: %s %i', async (way, status) => {
		const proxy = await serveProxy(way, { status });
		world.stored[1].apiUrl = `https://${API}`;
		const read = await run(3, parameters);
		print(`proxy: ${way} ${status}`, method, proxy.connects.length, 0, read[0]);
		const says = refusal(status, API);
		const endsRun = status < 500;
		for (const one of read)
			expect(one).toMatch(endsRun ? RegExp(`^${says}`) : sentence(true, says));
		if (endsRun) expect(new Set(read).size).toBe(1);
		const asked = endsRun ? 1 : 9;
		expect(proxy.connects).toEqual(Array(asked).fill(`${API}:443`));
		expect(proxy.sent()).toBe(0);
	});

	it.each(BREAKS)('proxy: %s', async (way, says) => {
		const proxy = await serveProxy(way);
		world.stored[1].apiUrl = `https://${API}`;
		const [read] = await run(1, parameters, way === 'hold' ? 300 : undefined);
		print(`proxy: ${way}`, method, proxy.connects.length, 0, read);
		expect(read).toMatch(sentence(true, `${UNREACHABLE} ${says}`));
		expect(proxy.connects).toEqual(Array(3).fill(`${API}:443`));
	});

	it.each(ABSENT)('no proxy at %s', async (address) => {
		undo.push(throughProxy(address));
		world.stored[1].apiUrl = `https://${API}`;
		const connections = connectionsTo(new URL(address));
		const [read] = await run(1, parameters);
		print(`no proxy at ${address}`, method, connections(), 0, read);
		expect(read).toMatch(sentence(true, `${UNREACHABLE} ${AT_PROXY}`));
		expect(connections()).toBe(3);
	});

	it.each([200, 403, 502])('the API answers %i through a proxy', async (status) => {
		const data = JSON.stringify({ id: 1, message: 'Not for you' });
		const body = method === 'GET' && status === 200 ? `[${data}]` : data;
		const answer = json(status, `content-length: ${body.length}`, body);
		const server = await serve({ certificate, answer });
		const proxy = await serveProxy('tunnel', { port: server.port });
		trust(certificate);
		world.stored[1].apiUrl = `https://${API}`;
		const [read] = await run(1, parameters);
		print(`API: ${status}, by proxy`, method, proxy.connects.length, server.requests(), read);
		const problem = sentence(status === 403, `Not for you \\(status ${status}\\)`);
		expect(read).toMatch(status === 200 ? /"id":1/ : problem);
		// A list is read until a page brings nothing new.
		const good = method === 'GET' ? 2 : 1;
		const tries = { 200: good, 403: 1, 502: triesIf(false) }[status];
		expect([proxy.connects.length, server.requests()]).toEqual([tries, tries]);
	});
});

describe.each([
	['cognitoUrl', '1', formOf('create')],
	['accessTokenUrl', 'client', { ...formOf('stopFollowUp'), authentication: 'oAuth2' }],
])('the login by %s', (field, id, parameters) => {
	it.each<[Way, number, number, string]>([
		['answer', 403, 1, refusal(403, LOGIN)],
		['answer', 407, 1, refusal(407, LOGIN)],
		['answer', 502, 3, refusal(502, LOGIN)],
		['hangUp', 0, 3, `The 7Targets login server ${LOGIN} cannot be reached: ${AT_PROXY}`],
	])('proxy: %s %i', async (way, status, connects, says) => {
		const proxy = await serveProxy(way, { status });
		// A refused login is remembered, so each row has another address.
		world.stored[id][field] = `https://${LOGIN}/${way}/${status}`;
		const read = await run(3, parameters, undefined, id);
		print(`${field}, proxy: ${way} ${status || ''}`, 'login', proxy.connects.length, 0, read[0]);
		expect(read[0]).toMatch(new RegExp(`^${says}`));
		expect(new Set(read).size).toBe(1);
		expect(proxy.connects).toEqual(Array(connects).fill(`${LOGIN}:443`));
		expect([proxy.sent(), world.api.requests.length]).toEqual([0, 0]);
	});
});
