import { ASSUMPTIONS } from '../../scripts/probe/assumptions';
import { openAccount } from '../../scripts/probe/account';
import { Interrupted } from '../../scripts/probe/facts';
import { probe } from '../../scripts/probe/probe';
import { countsOf, findingsOf, reportOf, tableOf } from '../../scripts/probe/report';
import { STEPS } from '../../scripts/probe/steps';
import { READINGS } from '../support/leadStore';
import { OTHERWISE } from '../support/contraryStandIns';
import { print } from '../support/print';
import { useWorld } from '../support/testBench';

const world = useWorld();

// The back-off is a random part of a span: with 0, no retry waits.
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void jest.restoreAllMocks());

type Login = 'password' | 'oAuth2';
const LOGINS: Login[] = ['password', 'oAuth2'];
const ADDRESS = 'nathan.probe+probe7x@example.org';

/** Runs the whole probe as a person who says yes, unless told otherwise. */
async function probed(
	authentication: Login,
	{
		mayRun = async ({ key }: { key: string }) => key !== '',
		controller = new AbortController(),
		changes = {},
	} = {},
) {
	const lines: string[] = [];
	const say = (line = '') => void lines.push(line);
	const account = await openAccount(authentication, { say, signal: controller.signal });
	const entered = authentication === 'password' ? world.login(changes) : world.client(changes);
	world.stored.probe = entered;
	account.enter(entered);
	const result = await probe({
		account,
		address: { email: ADDRESS, isFresh: true },
		ask: {
			mayRun,
			writer: async (assistants) =>
				assistants.find(({ emailid }) => emailid) ?? { emailid: 'rachel@example.com' },
		},
		say,
	});
	const findings = findingsOf(result.seen, authentication);
	const report = reportOf(findings, authentication, { isWhole: !result.end });
	return {
		...result,
		findings,
		report,
		lines,
		screen: `${lines.join('\n')}\n${tableOf(findings)}`,
	};
}
type Probed = Awaited<ReturnType<typeof probed>>;

const keysWith = ({ findings }: Probed, wanted: string) =>
	findings.filter(({ verdict }) => verdict === wanted).map(({ key }) => key);
const foundFor = ({ findings }: Probed, wanted: string) =>
	findings.find(({ key }) => key === wanted)!;
const keysOf = (login: Login, isTried: boolean) =>
	ASSUMPTIONS.filter(
		(row) => (row.login === undefined || row.login === login) && 'verdict' in row === isTried,
	).map(({ key }) => key);

/** Whether the assistant of any lead goes on writing. */
const isFollowedUp = () =>
	world.api.leads.some(({ nextScheduleTime }) => nextScheduleTime !== null);

const IDS = () => [
	...world.api.assistants.flatMap(({ id, name, emailid }) => [String(id), name, emailid]),
	...world.api.leads.map(({ id }) => String(id)),
];

/** Expects no secret on the screen, and no address or ID in the report. */
async function expectNothingLeaked({ screen, report }: Probed) {
	const hidden = { ...world.secrets(), ...world.identities() };
	expect(await world.leaks({ screen, report }, hidden)).toEqual([]);
	expect(report).not.toMatch(/\S+@\w/);
	for (const id of IDS()) {
		expect(report.match(/“[^”]*”/g)?.join(' ') ?? '').not.toMatch(new RegExp(`\\b${id}\\b`, 'i'));
	}
}

it.each(LOGINS)('finds all that it tries as assumed, %s', async (login) => {
	const result = await probed(login);
	expect(result.end).toBeUndefined();
	expect(keysWith(result, 'otherwise')).toEqual([]);
	expect(keysWith(result, 'as assumed')).toEqual(
		keysOf(login, true).filter((key) => key !== 'noList'),
	);
	expect(result.left).toEqual([]);
	expect(world.api.leads).toHaveLength(1);
	expect(isFollowedUp()).toBe(false);
	await expectNothingLeaked(result);
	print(`Probe, ${login}: ${world.api.requests.length} requests; ${countsOf(result.findings)}`);
});

const READ = READINGS.secondPost.flatMap((secondPost) =>
	READINGS.unknownLead.flatMap((unknownLead) =>
		READINGS.putDemands.map((putDemands) => ({ secondPost, unknownLead, putDemands })),
	),
);

describe.each(LOGINS)('%s:', (login) => {
	it.each(READ)('finds out that the API is %j', async (reading) => {
		world.api.readAs(reading);
		const result = await probed(login);
		const { secondPost, unknownLead, putDemands } = reading;
		expect(result.end).toBeUndefined();
		expect(keysWith(result, 'otherwise')).toEqual([
			...(secondPost === 'returns' ? ['secondPost'] : []),
			...(putDemands.length > 0 ? ['updateFields', 'byIdAlone', 'stopFields'] : []),
		]);
		const untold = ['noList', ...(secondPost === 'refuses' ? [] : ['saysItIsThere'])];
		expect(keysWith(result, 'as assumed')).toEqual(
			keysOf(login, true).filter(
				(key) => !untold.includes(key) && !keysWith(result, 'otherwise').includes(key),
			),
		);
		const saying = { refuses: 'refused', assigns: 'assigns the lead again', returns: 'returns' };
		expect(foundFor(result, 'secondPost').found).toContain(saying[secondPost]);
		expect(foundFor(result, 'unknownLead').found).toContain(`(status ${unknownLead})`);
		expect(result.left).toEqual([]);
		expect(isFollowedUp()).toBe(false);
		await expectNothingLeaked(result);
	});

	it.each([
		['authorization', 'under Authorization'],
		['authentication', 'under Authentication'],
	])('finds out that the token counts under %s', async (name, said) => {
		world.api.script(async ({ headers }, reply) => {
			if (!(name in headers)) await reply.code(401).send({ message: 'Unauthorized' });
		});
		const result = await probed(login);
		expect(keysWith(result, 'otherwise')).toEqual([]);
		expect(foundFor(result, 'header').found).toBe(`it counts ${said}`);
	});

	it('finds out that an update makes a lead', async () => {
		world.api.script(async ({ method, url, body }, reply) => {
			const isThere = world.api.leads.some(({ email }) => email === body?.email);
			if (method !== 'PUT' || url !== '/leads' || isThere || !body.email) return;
			const lead = { id: 7000, ...body, nextScheduleTime: '2030-01-01T00:00:00Z' };
			world.api.leads.push(lead);
			await reply.send(lead);
		});
		const result = await probed(login);
		expect(foundFor(result, 'unknownLead')).toMatchObject({
			verdict: 'otherwise',
			found: 'it makes the lead',
		});
		expect(isFollowedUp()).toBe(false);
	});
});

it.each(LOGINS)('stops each lead that an update or a creation may have made, %s', async (login) => {
	world.api.readAs({ secondPost: 'adds' });
	world.api.script(async ({ method, url, body }, reply) => {
		if (method !== 'PUT' || url !== '/leads' || !('type' in body)) return;
		await reply.code(400).send({ message: 'type cannot change' });
	});
	const result = await probed(login);
	// One each by the first creation, by the step that creates it again, and by Create or Update.
	expect(world.api.leads).toHaveLength(3);
	expect(result.left).toEqual([]);
	expect(isFollowedUp()).toBe(false);
});

it.each(LOGINS)(
	'stops a lead that the update right after the creation makes, %s',
	async (login) => {
		let puts = 0;
		world.api.script(async ({ method, url, body }, reply) => {
			if (method !== 'PUT' || url !== '/leads' || ++puts !== 2) return;
			const lead = { id: 7000, ...body, nextScheduleTime: '2030-01-01T00:00:00Z' };
			world.api.leads.push(lead);
			await reply.send(lead);
		});
		const result = await probed(login);
		expect(world.api.leads.map(({ id }) => id)).toContain(7000);
		expect(result.left).toEqual([]);
		expect(isFollowedUp()).toBe(false);
	},
);

it.each(LOGINS)('shows no token in an error that is none of the API, %s', async (login) => {
	const lines: string[] = [];
	const say = (line = '') => void lines.push(line);
	const account = await openAccount(login, { say, signal: new AbortController().signal });
	account.enter(login === 'password' ? world.login() : world.client());
	const request = { method: 'GET', path: '/leads/assistant', qs: {}, body: undefined, list: true };
	await account.send(request);
	expect(account.token).toBeTruthy();
	const fact = await account.send(request, () => {
		throw new Error(`No header for ${account.token}`);
	});
	expect(fact.said).toBe('No header for ***');
	expect(lines.join()).not.toContain(account.token);
});

it('shows of what 7Targets says only what cannot be personal', async () => {
	world.api.script(async ({ method, body }, reply) => {
		if (method !== 'POST' || body.lastName !== 'Two') return;
		const message = 'Lead 812 of user 4711 (John Smith, Acme, lead status 813) exists already';
		await reply.code(409).send({ message, '4712': '', Smith: '' });
	});
	const { findings, report } = await probed('password');
	expect(findings.find(({ key }) => key === 'secondPost')!.found).toBe(
		'refused: “Lead *** of user ***, lead status ***) exists already (status 409)”',
	);
	expect(report).not.toMatch(/John|Smith|Acme|812|813|4711|4712/);
});

it('has a stand-in that does otherwise for each thing that is tried', () => {
	const tried = ASSUMPTIONS.filter((row) => 'verdict' in row).map(({ key }) => key);
	expect(tried).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)));
	expect(tried.filter((key) => !(key in OTHERWISE))).toEqual([]);
});

it.each(Object.entries(OTHERWISE))(
	'says that it is otherwise, and names the place: %s',
	async (key, { change, login = 'password', also = [], cannotStop = false, username }) => {
		change(world);
		const result = await probed(login, { changes: username ? { username } : {} });
		expect(keysWith(result, 'otherwise').sort()).toEqual([key, ...also].sort());
		const { place } = ASSUMPTIONS.find((row) => row.key === key)!;
		expect(result.screen).toContain(place[0]);
		expect(result.report).toContain(place[0]);
		expect(result.left.length > 0).toBe(cannotStop);
		if (!cannotStop) expect(isFollowedUp()).toBe(false);
		await expectNothingLeaked(result);
	},
);

/** How many questions there are if nothing goes wrong. */
const QUESTIONS = STEPS.length;

describe.each(LOGINS)('%s:', (login) => {
	it('sends nothing after a no to all, and no more than that after a no to one', async () => {
		const none = await probed(login, { mayRun: async () => false });
		expect(world.api.requests).toHaveLength(0);
		expect(keysWith(none, 'not tried')).toHaveLength(none.findings.length);
		for (const { key } of STEPS) {
			world.reset();
			const result = await probed(login, { mayRun: async (step) => step.key !== key });
			expect(keysWith(result, 'otherwise')).toEqual([]);
			expect(isFollowedUp()).toBe(false);
			if (key === 'create') expect(world.api.leads).toHaveLength(0);
		}
	});

	it('stops the follow-up after Ctrl-C at each question', async () => {
		for (let n = 0; n < QUESTIONS; n++) {
			world.reset();
			let asked = 0;
			const result = await probed(login, {
				mayRun: async () => {
					if (asked++ === n) throw new Interrupted();
					return true;
				},
			});
			expect(result.end).toBeInstanceOf(Interrupted);
			expect(result.left).toEqual([]);
			expect(isFollowedUp()).toBe(false);
			expect(keysWith(result, 'otherwise')).toEqual([]);
			await expectNothingLeaked(result);
		}
	});

	const requestsOf = async () => {
		await probed(login);
		return world.api.requests.length;
	};

	it('stops the follow-up after Ctrl-C during each request', async () => {
		const count = await requestsOf();
		let interrupted = 0;
		for (let k = 1; k <= count; k++) {
			world.reset();
			const controller = new AbortController();
			world.api.script(async (_request, _reply, n) => {
				if (n === k) controller.abort();
			});
			const result = await probed(login, { controller });
			if (result.end) interrupted++;
			expect(result.left).toEqual([]);
			expect(isFollowedUp()).toBe(false);
			expect(keysWith(result, 'otherwise')).toEqual([]);
			await expectNothingLeaked(result);
		}
		print(`Ctrl-C during each of ${count} requests, ${login}: ${interrupted} probes ended early`);
		expect(interrupted).toBeGreaterThan(count / 2);
	});

	it.each(['not carried out', 'carried out', 'status 500', 'status 429'])(
		'stops the follow-up, and is not misled, after a fault at each request: %s',
		async (fault) => {
			const count = await requestsOf();
			for (let k = 1; k <= count; k++) {
				world.reset();
				world.api.script(async (request, reply, n) => {
					if (n !== k) return;
					if (fault.startsWith('status'))
						await reply.code(Number(fault.slice('status '.length))).send({ message: 'No' });
					else if (fault === 'not carried out') reply.hijack().raw.destroy();
					else {
						reply.raw.end = () => {
							request.raw.socket.destroy();
							return reply.raw;
						};
					}
				});
				const result = await probed(login);
				expect([k, result.left]).toEqual([k, []]);
				expect([k, isFollowedUp()]).toEqual([k, false]);
				// A 429 among the ten at the same moment is what that row asks for; anywhere else, it tells nothing.
				const rows = keysWith(result, 'otherwise').filter(
					(key) => fault !== 'status 429' || key !== 'atATime',
				);
				expect([k, rows]).toEqual([k, []]);
				await expectNothingLeaked(result);
			}
		},
		600_000,
	);

	it('stops the follow-up, and is not misled, after a fault at each login', async () => {
		const server = login === 'password' ? world.cognito : world.tokenServer;
		await probed(login);
		const count = server.requests.length;
		expect(count).toBeGreaterThan(1);
		for (let k = 1; k <= count; k++) {
			world.reset();
			// A login has three attempts.
			server.script(async (n) =>
				n >= k && n < k + 3 ? { status: 500, headers: {}, body: '{}' } : undefined,
			);
			const result = await probed(login);
			expect(result.left).toEqual([]);
			expect(isFollowedUp()).toBe(false);
			expect(keysWith(result, 'otherwise')).toEqual([]);
			await expectNothingLeaked(result);
		}
	});

	it('says so if it cannot stop the follow-up', async () => {
		world.api.script(async ({ url }, reply) => {
			if (url === '/leads/stop/followup') await reply.code(500).send({ message: 'No' });
		});
		const result = await probed(login);
		expect(result.left).toEqual([{ email: ADDRESS }, { id: 2345 }]);
		expect(isFollowedUp()).toBe(true);
	});
});
