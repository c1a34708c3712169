import { runChaos } from '../support/chaos/chaos';
import { check } from '../support/chaos/checker';
import { hashElsewhere, hashOf, MINUTES, planOf, summaryOf } from '../support/chaos/plan';
import { markOf, sendAll } from '../support/chaos/sender';
import { findSecrets } from '../support/secrets';
import { SEED } from '../support/randomRuns';
import { print } from '../support/print';
import { listen } from '../support/servers';

const SETTLING_MS = 20 * 60_000;

const stops: Array<() => unknown> = [];
afterAll(async () => {
	// One that fails must not keep the others from ending: what they hold open would keep jest waiting.
	const ends: Array<PromiseSettledResult<unknown>> = [];
	for (const stop of stops.reverse()) ends.push(...(await Promise.allSettled([stop()])));
	expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
}, 180_000);

// What follows would wait forever by a clock that stands still.
afterEach(() => void jest.restoreAllMocks());

it('makes the same plan from the same seed, also in another process', async () => {
	const hash = hashOf(planOf(SEED, MINUTES));
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
	jest.spyOn(Date, 'now').mockReturnValue(0);
	expect(hashOf(planOf(SEED, MINUTES))).toBe(hash);
	expect(await hashElsewhere(SEED, MINUTES)).toBe(hash);
	expect(hashOf(planOf(SEED + 1, MINUTES))).not.toBe(hash);
});

describe('the checker', () => {
	const email = 'story0.person0@example.com';
	const lead = {
		id: 1,
		email,
		name: 'First 0.0.0',
		lastName: 'Last 0.0.0',
		phone: '+49 170 0-0-0',
	};
	const post = { method: 'POST', isDone: true, at: 5000 };
	const about = (mark: string, request = post) => ({ ...request, body: { email, context: mark } });
	const attempt = (n: number, more = {}) => ({
		mark: `s0e0t${n}`,
		...{ isSuccessful: false, from: 0, to: 9000, losses: [] },
		...more,
	});
	const success = (n: number) => attempt(n, { isSuccessful: true });
	/** One execution about one person, with the attempts to send it, and what the API and n8n know of it. */
	const historyOf = (operation: string, attempts: object[], more = {}) => ({
		plan: {
			stories: [{ people: [{ email, isKnown: false }], executions: [{ operation, who: [0] }] }],
		},
		sent: [[{ isSuccessful: true, attempts }]],
		requests: [about('s0e0t1')],
		leads: [lead],
		outputs: new Map([[`s0e0t${attempts.length}`, [lead]]]),
		interruptions: [{ at: 6000, what: 'worker-1' }],
		ends: [],
		executions: new Map([['s0e0t1', [{ id: 7, status: 'success', worker: 'worker-1' }]]]),
		...more,
	});
	const nothing = {
		...{ lost: [], twice: [], wrong: [], unpromised: [], beside: [], takenBack: [], collapsed: [] },
	};
	const lostOnce = [attempt(1, { losses: [{ from: 0, over: 7000, to: 9000, id: 7 }] }), success(2)];
	const twice = { requests: [about('s0e0t1'), about('s0e0t2', { ...post, at: 12_000 })] };

	it.each([
		['nothing', historyOf('upsert', [success(1)]), {}],
		[
			'an execution that was never successful',
			historyOf('upsert', [attempt(1)], {
				sent: [[{ isSuccessful: false, attempts: [attempt(1)] }]],
			}),
			{ lost: ['upsert s0e0t1 (n8n: 7 success): never successful'] },
		],
		[
			'a lead of whom nothing was sent',
			historyOf('upsert', [success(1)], { requests: [], leads: [] }),
			{
				lost: [
					`upsert s0e0t1 (n8n: 7 success): ${email}, of whom 7Targets was told nothing`,
					`upsert s0e0t1 (n8n: 7 success): ${email} is no lead`,
				],
			},
		],
		[
			'messages that were started twice within an execution',
			historyOf('create', [success(1)], { requests: [about('s0e0t1'), about('s0e0t1')] }),
			{
				twice: [
					`create s0e0t1 (n8n: 7 success): ${email}, started before by create s0e0t1 (n8n: 7 success)`,
				],
			},
		],
		[
			'those of Create or Update, even if a worker died',
			historyOf('upsert', lostOnce, twice),
			{ twice: [`upsert s0e0t2: ${email}, started before by upsert s0e0t1 (n8n: 7 success)`] },
		],
		[
			'those of Create after a worker died, as what cannot be promised',
			historyOf('create', lostOnce, twice),
			{ unpromised: [`create s0e0t2: ${email}, started before by create s0e0t1 (n8n: 7 success)`] },
		],
		[
			'those of Create within an execution that died after that',
			historyOf('create', lostOnce, { requests: [about('s0e0t1'), about('s0e0t1')] }),
			{
				twice: [
					`create s0e0t1 (n8n: 7 success): ${email}, started before by create s0e0t1 (n8n: 7 success)`,
				],
				lost: [`create s0e0t2: ${email}, of whom 7Targets was told nothing`],
			},
		],
		[
			'those of Create by a run that n8n keeps, though a Retry of it died later',
			historyOf(
				'create',
				[attempt(1, { losses: [{ from: 6000, over: 7000, to: 9000, id: 7 }] }), success(2)],
				twice,
			),
			{ twice: [`create s0e0t2: ${email}, started before by create s0e0t1 (n8n: 7 success)`] },
		],
		...[
			['nothing', []],
			['another worker', [{ at: 6000, what: 'worker-2' }]],
			['the main process', [{ at: 6000, what: 'main' }]],
			['its worker, long before that', [{ at: 3000, what: 'worker-1' }]],
			['its worker, after it had died', [{ at: 8000, what: 'worker-1' }]],
			['Redis, after it had died', [{ at: 8000, what: 'Redis' }]],
			['Redis, before it was sent', [{ at: -1, what: 'Redis' }]],
		].map(([what, interruptions]): [string, object, object] => [
			`those of Create after a death of its own, when what was killed is ${what}`,
			historyOf('create', lostOnce, { ...twice, interruptions }),
			{ twice: [`create s0e0t2: ${email}, started before by create s0e0t1 (n8n: 7 success)`] },
		]),
		[
			'those of Create after a restart of Redis, as what cannot be promised',
			historyOf('create', lostOnce, { ...twice, interruptions: [{ at: 1, what: 'Redis' }] }),
			{ unpromised: [`create s0e0t2: ${email}, started before by create s0e0t1 (n8n: 7 success)`] },
		],
		[
			'those of Create by what goes on after it was found dead',
			historyOf(
				'create',
				[attempt(1, { losses: [{ from: 0, over: 3000, to: 4000, id: 7 }] }), success(2)],
				{
					...twice,
					interruptions: [{ at: 1, what: 'Redis' }],
				},
			),
			{ twice: [`create s0e0t2: ${email}, started before by create s0e0t1 (n8n: 7 success)`] },
		],
		[
			'a process of n8n that ends by itself, and one that does not start for no reason',
			historyOf('upsert', [success(1)], {
				ends: [
					{ at: 50_000, what: 'worker-1', how: 'did not start', hasRun: false },
					{ at: 50_000, what: 'main', how: 'ended with 134', hasRun: true },
					{ at: 90_000, what: 'worker-2', how: 'did not start', hasRun: false },
				],
				interruptions: [{ at: 49_000, what: 'Redis' }],
			}),
			{ collapsed: ['main ended with 134', 'worker-2 did not start'] },
		],
		[
			'a request of which it cannot be said who asked for it',
			historyOf('upsert', [success(1)], {
				requests: [about('s0e0t1'), { ...post, body: { email } }, about('s5e0t1')],
			}),
			{
				wrong: [
					`a POST about ${email} of undefined, which nobody asked for`,
					`a POST about ${email} of s5e0t1, which nobody asked for`,
				],
			},
		],
		[
			'a follow-up that was stopped, though nobody asked',
			historyOf('upsert', [success(1)], { leads: [{ ...lead, state: 'Processed' }] }),
			{
				wrong: [`story 0: ${email} is not written to, though nobody stopped the follow-up`],
			},
		],
		[
			'those of Create if none died',
			historyOf('create', [attempt(1), success(2)], twice),
			{ twice: [`create s0e0t2: ${email}, started before by create s0e0t1 (n8n: 7 success)`] },
		],
		[
			'a value of another execution',
			historyOf('upsert', [success(1)], { leads: [{ ...lead, name: 'First 0.1.0' }] }),
			{
				wrong: [
					`upsert s0e0t1 (n8n: 7 success): ${email} has name "First 0.1.0" in place of "First 0.0.0"`,
				],
			},
		],
		[
			'an item that did not come out',
			historyOf('stopFollowUp', [success(1)], {
				outputs: new Map([['s0e0t1', []]]),
				leads: [{ ...lead, state: 'Processed' }],
			}),
			{
				wrong: [
					`stopFollowUp s0e0t1 (n8n: 7 success): ${email} came out with email undefined in place of "${email}"`,
					'stopFollowUp s0e0t1 (n8n: 7 success): 0 items came out, 1 went in',
				],
			},
		],
		[
			'an execution that n8n called successful, and an error after a restart of PostgreSQL',
			historyOf('upsert', [success(1)], {
				outputs: new Map(),
				executions: new Map([['s0e0t1', [{ id: 7, status: 'error' }]]]),
				interruptions: [{ at: 8000, what: 'PostgreSQL' }],
			}),
			{ takenBack: ['upsert s0e0t1 (n8n: 7 error), though it was called successful'] },
		],
		[
			'what came out of such an execution',
			historyOf('upsert', [success(1)], {
				outputs: new Map([['s0e0t1', [{ ...lead, phone: '1' }]]]),
				executions: new Map([['s0e0t1', [{ id: 7, status: 'error' }]]]),
				interruptions: [{ at: 8000, what: 'PostgreSQL' }],
			}),
			{
				takenBack: ['upsert s0e0t1 (n8n: 7 error), though it was called successful'],
				wrong: [
					`upsert s0e0t1 (n8n: 7 error): ${email} came out with phone "1" in place of "${lead.phone}"`,
				],
			},
		],
		[
			'too many items of such an execution',
			historyOf('stopFollowUp', [success(1)], {
				outputs: new Map([['s0e0t1', [lead, lead]]]),
				leads: [{ ...lead, state: 'Processed' }],
				executions: new Map([['s0e0t1', [{ id: 7, status: 'error' }]]]),
				interruptions: [{ at: 8000, what: 'PostgreSQL' }],
			}),
			{
				takenBack: ['stopFollowUp s0e0t1 (n8n: 7 error), though it was called successful'],
				wrong: ['stopFollowUp s0e0t1 (n8n: 7 error): 2 items came out, 1 went in'],
			},
		],
		...[
			['nothing', []],
			['PostgreSQL long after it', [{ at: 20_000, what: 'PostgreSQL' }]],
			['PostgreSQL long before it', [{ at: -2000, what: 'PostgreSQL' }]],
			['Redis', [{ at: 8000, what: 'Redis' }]],
		].map(([what, interruptions]): [string, object, object] => [
			`an execution that n8n called successful, and an error, when what was restarted is ${what}`,
			historyOf('upsert', [success(1)], {
				executions: new Map([['s0e0t1', [{ id: 7, status: 'crashed' }]]]),
				interruptions,
			}),
			{ wrong: ['upsert s0e0t1 (n8n: 7 crashed), though it was called successful'] },
		]),
		[
			'a follow-up that goes on',
			historyOf('stopFollowUp', [success(1)], { leads: [{ ...lead, state: 'Cold' }] }),
			{
				wrong: [
					'story 0: story0.person0@example.com is written to (Cold), though the follow-up was stopped',
				],
			},
		],
		[
			'an execution beside another one',
			historyOf('update', [attempt(1), success(2)], {
				requests: ['s0e0t1', 's0e0t2', 's0e0t1'].map((mark) =>
					about(mark, { ...post, method: 'PUT' }),
				),
			}),
			{ beside: [`update s0e0t1 (n8n: 7 success): ${email}`] },
		],
	])('finds %s', (_name, history, found) => {
		expect(check(history as unknown as Parameters<typeof check>[0])).toEqual({
			...nothing,
			...found,
		});
	});

	it('finds a secret in any of its forms, also between two pieces, and tells none', async () => {
		const secret = 'S3crét/of+the=Client&7';
		const token = `eyJhbGciOiJIUzI1NiJ9.${'payload-'.repeat(10)}.${'sign_'.repeat(10)}`;
		const [, payload] = token.split('.');
		const places = {
			'a log': [`Authorization: Basic S3crét/of+`, 'the=Client&7'],
			'a form': [encodeURIComponent(secret)],
			'a page': ['<p>S3crét/of+the=Client&amp;7</p>'],
			'an encoded text': [Buffer.from(secret).toString('base64')],
			'a cut token': [`at ${payload}, and`],
			'a colored one': [`\u001b[34m${payload.slice(0, 60)}`],
			'the base64 of a longer text': [Buffer.from(`x:${secret}:y`).toString('base64')],
			'a token that was cut off': [token.slice(0, 60)],
			'nothing else': ['S3crét/of+the=Client'],
		};
		expect(await findSecrets({ 'the secret': secret }, [token], places)).toEqual([
			'the secret in a log',
			'the secret in a form',
			'the secret in a page',
			'the secret in an encoded text',
			'token 1 in a cut token',
			'token 1 in a colored one',
			'the secret in the base64 of a longer text',
			'the header of a token in a token that was cut off',
		]);
	});
});

it('the sender sees when n8n calls an execution dead, and waits until nothing more comes of it', async () => {
	const { url, stop } = await listen((_request, response) => void response.end());
	const begun = Date.now();
	const first = () => (Date.now() - begun < 500 ? 'running' : 'crashed');
	const people = [{ email: 'story0.person0@example.com', isKnown: false }];
	const sent = await sendAll({
		plan: {
			stories: [
				{ at: 0, login: 'password', people, executions: [{ operation: 'create', who: [0] }] },
			],
		},
		n8n: { hook: url, call: async () => {} },
		executions: {
			of: (mark: string) => {
				const isFirst = mark === markOf(0, 0, 1);
				return [{ id: isFirst ? 1 : 2, status: isFirst ? first() : 'success', isKept: false }];
			},
			lookedAt: () => Date.now(),
			isFinal: ({ status }: { status: string }) => status !== 'running',
		},
		requests: [],
		isGivenUp: () => Date.now() - begun > 60_000,
	});
	await stop();
	const [[{ isSuccessful, attempts }]] = sent;
	expect(isSuccessful).toBe(true);
	expect(attempts.map(({ losses }) => losses.length)).toEqual([1, 0]);
	const [{ id, from, over, to }] = attempts[0].losses;
	expect(id).toBe(1);
	expect(over - from).toBeLessThan(5000);
	expect(to - from).toBeGreaterThan(8000);
});

const sum = (counts: Record<string, number>) =>
	Object.values(counts).reduce((all, one) => all + one, 0);
const list = (counts: Record<string, number>) =>
	Object.entries(counts)
		.map(([what, count]) => `${what} ${count}`)
		.join(', ');
const tally = (names: Array<string | undefined>) => {
	const counts: Record<string, number> = {};
	for (const name of names) if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1;
	return counts;
};

it(
	`nothing is lost, nobody is started twice, all values are right and no secret is seen, in ${MINUTES} minutes`,
	async () => {
		const plan = planOf(SEED, MINUTES);
		print(`Chaos, plan ${hashOf(plan)}: ${summaryOf(plan)}`);
		const begun = Date.now();
		const result = await runChaos(
			plan,
			(what) => print(`  ${what}`),
			(stop) => void stops.push(stop),
		);
		const { lost, twice, wrong, unpromised, beside, takenBack, collapsed, leaks } = result;
		const { history, counts } = result;
		const { sent, requests, leads, ends, executions } = history;
		const asked = sent.flat();
		const attempts = asked.flatMap((one) => one.attempts);
		const faults = tally(requests.map(({ fault }) => fault));
		const loginFaults = tally(result.logins.map(({ fault }) => fault));
		const statuses = tally([...executions.values()].flat().map(({ status }) => status));
		print(
			[
				`executions: ${asked.length} that the CRM asked for, sent ${attempts.length} times; in n8n: ${list(statuses)}`,
				`leads: ${leads.length}, by ${requests.length} requests`,
				`kills: ${sum(counts.kills)} (${list(counts.kills)}; ${counts.spared} more were due while it was being started, or the last one up), restarts: ${list(counts.restarts)}`,
				`ended by themselves: ${list(tally(ends.map(({ how }) => how))) || 'none'}`,
				`faults: ${sum(faults)} of the API in ${Object.keys(faults).length} ways (${list(faults)}), ${sum(loginFaults)} of the logins (${list(loginFaults)})`,
				`logins: ${result.logins.length}, of which ${result.logins.filter(({ isDone }) => isDone).length} gave a token`,
				`sent again since n8n did not take it: ${attempts.filter(({ isTaken }) => !isTaken).length}; since the execution died, of which n8n keeps nothing: ${attempts.filter(({ losses }) => losses.length > 0).length}`,
				...[
					...lost,
					...twice,
					...wrong,
					...leaks,
					...beside.map((line) => `beside an earlier one: ${line}`),
					...collapsed.map((line) => `by itself: ${line}`),
				].map((line) => `  ! ${line}`),
				`lost: ${lost.length}; started twice: ${twice.length}; wrong values: ${wrong.length}; secrets found in ${result.places} logs, files and dumps, among them Redis and the database: ${leaks.length}`,
				`started twice by Create after its execution was killed, which cannot be promised since n8n keeps nothing of such an execution: ${unpromised.length}`,
				`called successful by n8n, and later an error: ${[takenBack.length, ...takenBack].join(' ')}`,
				`seed ${SEED}, plan ${hashOf(plan)}, ${Math.round(result.took / 1000)} s until all had settled, ${Math.round((Date.now() - begun) / 1000)} s in all`,
			].join('\n'),
		);
		expect({ lost, twice, wrong, leaks, beside, collapsed }).toEqual({
			...{ lost: [], twice: [], wrong: [], leaks: [], beside: [], collapsed: [] },
		});
		expect(result.redirected).toBe(0);
		// Otherwise, the run put nothing at risk and proves nothing.
		expect(counts.kills).toMatchObject({ worker: expect.any(Number) });
		expect(sum(counts.restarts)).toBeGreaterThan(1);
		// In a short run, main may be killed only while it is starting, and workers while they have nothing to do.
		if (MINUTES >= 30) expect(counts.kills).toMatchObject({ main: expect.any(Number) });
		if (MINUTES >= 10) {
			expect(attempts.some(({ losses }) => losses.length > 0)).toBe(true);
		}
		expect(attempts.length).toBeGreaterThan(asked.length);
		expect(Object.keys(faults).length).toBeGreaterThan(20);
		expect(result.tokens).toBeGreaterThan(10);
		expect(result.found).toEqual(
			expect.arrayContaining([
				'an email address in the database',
				'the queue in what Redis holds',
				'the queue in what Redis was told.log',
				...[1, 2, 3].map((n) => `an execution in worker-${n}.log`),
			]),
		);
	},
	MINUTES * 60_000 + SETTLING_MS,
);
