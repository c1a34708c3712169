import { formOf, OF_A_LEAD } from '../support/operations';
import { printTable } from '../support/print';
import { useOpenWorld } from '../support/testBench';

const world = useOpenWorld();
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void jest.restoreAllMocks());

const SERVERS = ['500', '503', '429', 'reset, carried out', 'silent', 'no such lead, then 500'];
let row = 0;
const TRIES = [1, 3, 5];
const table: Record<string, string[]> = {};
afterAll(() =>
	printTable(
		['PUT/POST for an item', ...TRIES.map((tries) => `Max Tries ${tries}`)],
		Object.entries(table).map(([row, cells]) => [row, ...cells]),
	),
);

const ROWS = OF_A_LEAD.flatMap((operation) =>
	[...SERVERS, 'no such lead, then 503']
		.filter((server) => operation === 'upsert' || !server.startsWith('no such'))
		.flatMap((server) => TRIES.map((maxTries) => ({ operation, server, maxTries }))),
);

it.each(ROWS)(
	'$operation at a server with $server: each request at most $maxTries times',
	async ({ operation, server, maxTries }) => {
		const { api, engine } = world;
		api.readAs({ unknownLead: 404, secondPost: 'assigns' });
		const [fault] = server.split('then ').slice(-1);
		api.plan([fault, server.startsWith('no such') ? { method: 'POST' } : {}]);
		// Its own person, because a request that n8n has given up may still come while the next test runs.
		const person = { name: 'John', email: `row${row++}@example.com` };
		const { error } = await engine.run({
			items: [person],
			parameters: {
				...formOf(operation),
				options: { maxTries, ...(server === 'silent' && { timeout: 500 }) },
			},
		});
		expect(error).toBeDefined();
		const count = (method: string) =>
			api.requests.filter((one) => one.method === method && one.email === person.email).length;
		const [puts, posts] = ['PUT', 'POST'].map(count);
		(table[`${operation}: ${server}`] ??= []).push(`${puts}/${posts}`);
		expect(Math.max(puts, posts)).toBeLessThanOrEqual(maxTries);
		// What may be tried again is tried as often as that.
		const mayBeDone = !['503', '429'].includes(server);
		expect(Math.max(puts, posts)).toBe(operation === 'create' && mayBeDone ? 1 : maxTries);
	},
);
