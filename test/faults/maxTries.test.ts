import { changing, MANDATORY, people } from '../support/leads';
import { printTable } from '../support/print';
import { useFaultyWorld } from '../support/testBench';

const world = useFaultyWorld();
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void jest.restoreAllMocks());

const OPERATIONS: Record<string, object> = {
	create: {},
	upsert: { operation: 'upsert' },
	update: changing.update.parameters,
	stopFollowUp: changing.stopFollowUp.parameters,
};
const answer = (status: number) => ({ status, body: '{}' });
const SERVERS = {
	500: answer(500),
	503: answer(503),
	429: answer(429),
	cut: 'resetAfter',
	silent: 'silent',
	'no such lead, then 500': answer(500),
	'no such lead, then 503': answer(503),
};
const TRIES = [1, 3, 5];
const table: Record<string, string[]> = {};
afterAll(() =>
	printTable(
		['PUT/POST for an item', ...TRIES.map((tries) => `Max Tries ${tries}`)],
		Object.entries(table).map(([row, cells]) => [row, ...cells]),
	),
);

const ROWS = Object.keys(OPERATIONS).flatMap((operation) =>
	Object.keys(SERVERS)
		.filter((server) => operation === 'upsert' || !server.startsWith('no such'))
		.flatMap((server) => TRIES.map((maxTries) => ({ operation, server, maxTries }))),
);

it.each(ROWS)(
	'$operation at a server with $server: each request at most $maxTries times',
	async ({ operation, server, maxTries }) => {
		const { api, engine } = world;
		api.readAs({ unknownLead: 404, secondPost: 'assigns' });
		const fault = SERVERS[server as keyof typeof SERVERS];
		const isAbsent = server.startsWith('no such');
		api.plan(({ method }) => (isAbsent && method === 'PUT' ? 'create' : fault));
		const { error } = await engine.run({
			items: people(1),
			parameters: {
				...MANDATORY,
				...OPERATIONS[operation],
				options: { maxTries, ...(server === 'silent' && { timeout: 60 }) },
			},
		});
		expect(error).toBeDefined();
		const count = (method: string) => api.requests.filter((one) => one.method === method).length;
		const [puts, posts] = ['PUT', 'POST'].map(count);
		(table[`${operation}: ${server}`] ??= []).push(`${puts}/${posts}`);
		expect(Math.max(puts, posts)).toBeLessThanOrEqual(maxTries);
		// What may be tried again is tried as often as that.
		const mayBeDone = !['503', '429'].includes(server);
		expect(Math.max(puts, posts)).toBe(operation === 'create' && mayBeDone ? 1 : maxTries);
	},
);
