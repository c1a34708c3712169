import { sleep } from 'n8n-workflow';
import { answer, FAULTS, refusal, retryAfter, type Fault } from '../support/faults';
import { MANDATORY, people } from '../support/leads';
import { formOf } from '../support/operations';
import { after, passHours } from '../support/servers';
import { useOpenWorld } from '../support/testBench';

const world = useOpenWorld();
let { cognito, api, engine, stored } = world;
beforeEach(() => ({ cognito, api, engine, stored } = world));
afterEach(() => void jest.restoreAllMocks());

const emails = (items) => items.map(({ json: { email } }) => email);
const once = (created: Map<string, number>) => [...created.values()].every((times) => times === 1);

describe('one login', () => {
	it('for 1,000 items with an expired token, before the first request', async () => {
		await engine.run({ items: people(1) });
		passHours(2);
		const expired = stored[1].idToken;
		cognito.reset();
		api.reset();
		const { error } = await engine.run({ items: people(1000) });
		expect(error).toBeUndefined();
		expect(cognito.requests).toHaveLength(1);
		expect([api.requests.length, api.carriedOut().size]).toEqual([1000, 1000]);
		expect(api.requests.some(({ headers }) => headers.authorization?.includes(expired))).toBe(
			false,
		);
		expect(stored[1].idToken).not.toBe(expired);
	});

	it('for 1,000 items with a token that the API no longer takes', async () => {
		await engine.run({ items: people(1) });
		const refused = stored[1].idToken;
		cognito.reset();
		api.reset();
		// Some are answered late, when the others already have the new token.
		const isRefused = (headers) => headers.authorization.endsWith(refused);
		const isLate = (n) => n % 3 === 0;
		api.plan(
			[
				{ ...FAULTS[401], delay: 150 },
				{ headers: isRefused, n: isLate },
			],
			[401, { headers: isRefused }],
		);
		const { error } = await engine.run({ items: people(1000) });
		expect(error).toBeUndefined();
		expect(cognito.requests).toHaveLength(1);
		expect([api.carriedOut().size, once(api.carriedOut())]).toEqual([1000, true]);
	});

	it.each(['stopWorkflow', 'continueRegularOutput'])(
		'with a wrong password and 1,000 items, %s: one reason, no lead',
		async (onError) => {
			stored[1].password = 'Wrong-Horse-7';
			const { items, error } = await engine.run({ items: people(1000), settings: { onError } });
			expect(cognito.requests).toHaveLength(1);
			expect(api.requests).toHaveLength(0);
			const reason = /^7Targets did not accept this login\./;
			if (onError === 'stopWorkflow') {
				expect(error?.message).toMatch(reason);
				expect(error).toMatchObject({
					description: 'Before the run stopped, 0 of 1000 leads were created.',
				});
			} else {
				expect(error).toBeUndefined();
				expect(new Set(items.map(({ json }) => json.error)).size).toBe(1);
				expect(items).toHaveLength(1000);
				expect(items[999].json.error).toMatch(reason);
			}
		},
	);

	it('has a time of its own: a slow one is not taken for a request that was not answered', async () => {
		cognito.script(async () => {
			await sleep(600);
			return { status: 400, body: '{"__type":"NotAuthorizedException","message":"No"}' };
		});
		const { error } = await engine.run({
			items: people(4),
			parameters: { options: { timeout: 300, concurrency: 2 } },
		});
		expect(error?.message).toMatch(/^7Targets did not accept this login\./);
		expect(cognito.requests).toHaveLength(1);
		expect(api.requests).toHaveLength(0);
	});

	it('is enough if the clock of this machine is ahead, so that every token looks expired', async () => {
		cognito.ageTokens(2);
		const { error } = await engine.run({ items: people(50) });
		expect(error).toBeUndefined();
		expect(cognito.requests).toHaveLength(1);
		expect(api.carriedOut().size).toBe(50);
	});

	it('never shares a token between two credentials', async () => {
		stored[2] = { ...stored[1], ...cognito.newcomer, password: cognito.newcomer.password };
		const [good, bad] = await Promise.all([
			engine.run({ items: people(20) }),
			engine.run({ items: people(20), credential: '2' }),
		]);
		expect(good.error).toBeUndefined();
		expect(bad.error?.message).toMatch(/still has its first password/);
		expect(cognito.requests).toHaveLength(2);
		expect(stored[2].idToken).toBeUndefined();
	});
});

it('slows the whole run down if every third request is answered 429 with Retry-After: 2', async () => {
	api.plan([retryAfter(429, '2'), { n: (n) => n % 3 === 0 }]);
	// The same lead may be refused three times: that is no try.
	const { error, items } = await engine.run({ items: people(24) });
	expect(error).toBeUndefined();
	expect(emails(items)).toEqual(people(24).map(({ email }) => email));
	expect([api.carriedOut().size, once(api.carriedOut())]).toEqual([24, true]);
});

it('after a 429 it waits, sends one request alone, and then more', async () => {
	api.plan(['429 for a second', { n: 30 }], [{ delay: 100 }]);
	const { error } = await engine.run({
		items: people(100),
		parameters: { options: { concurrency: 10 } },
	});
	expect(error).toBeUndefined();
	expect(api.carriedOut().size).toBe(100);
	const refusedAt = api.requests[29].endedAt;
	const [alone, ...rest] = api.requests.filter(({ at }) => at > refusedAt + 100);
	expect(alone.at - refusedAt).toBeGreaterThanOrEqual(990);
	const together = ({ at }) => rest.filter((one) => one.at <= at && at < one.endedAt).length;
	expect(rest.every(({ at }) => at >= alone.endedAt)).toBe(true);
	const most = Math.max(...rest.map(together));
	expect([most > 4, most < 10]).toEqual([true, true]);
});

describe('if a run stops half-way', () => {
	const fails = () => api.plan([500, { email: 'lead57@example.com' }]);

	it('sends nothing after the requests under way, and says how far it came', async () => {
		let failed = false;
		// The requests sent with the 57th are answered late, so all of them are under way when it fails.
		const late = () => (failed ? { delay: 300 } : undefined);
		api.plan([() => ((failed = true), 500), { email: 'lead57@example.com' }], [late]);
		const { error } = await engine.run({
			items: people(100),
			parameters: { options: { concurrency: 10 } },
		});
		const created = api.carriedOut();
		expect(error?.message).toMatch(
			/^It is not known whether the lead was created: .* \[item 57\]$/,
		);
		expect(error).toMatchObject({
			description: expect.stringContaining(
				`Before the run stopped, ${created.size} of 100 leads were created. To keep them and send only the rest, press Retry on this execution, the newest one that failed, under Executions, if it is listed there. If such a Retry is stopped or dies, switch to 'Create or Update' first: n8n does not keep what it has created. A new run would send all items again, which may start messages a second time unless you switch to 'Create or Update'.`,
			),
		});
		// Ten at a time: no lead beyond the nine that were under way with the 57th.
		expect(created.size).toBeGreaterThanOrEqual(57);
		expect(created.size).toBeLessThanOrEqual(66);
		expect(api.requests).toHaveLength(created.size + 1);
	});

	it('a retry sends only the rest, and gives out all in order', async () => {
		fails();
		const items = people(100);
		const { run } = await engine.run({ items });
		const before = api.carriedOut().size;
		api.plan();
		const { items: out, error } = await engine.retry({ run, items });
		expect(error).toBeUndefined();
		expect(emails(out)).toEqual(emails(items.map((json) => ({ json }))));
		expect([api.carriedOut().size, once(api.carriedOut())]).toEqual([100, true]);
		expect(api.requests.length).toBe(before + 1 + (100 - before));
	});

	it('Retry On Fail sends only the rest', async () => {
		api.plan([500, { email: 'lead57@example.com', times: 1 }]);
		const { items, error, run } = await engine.run({
			items: people(100),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(error).toBeUndefined();
		expect(emails(items)).toEqual(people(100).map(({ email }) => email));
		expect([api.carriedOut().size, once(api.carriedOut())]).toEqual([100, true]);
		expect(JSON.stringify(run.data.executionData.contextData)).not.toContain('lead0@example.com');
	});

	it('Retry On Fail sends only the rest if the node continues', async () => {
		api.plan([400, { email: 'lead0@example.com', times: 1 }]);
		const { items } = await engine.run({
			items: people(20),
			settings: {
				onError: 'continueRegularOutput',
				retryOnFail: true,
				maxTries: 2,
				waitBetweenTries: 1,
			},
		});
		expect(emails(items)).toEqual(people(20).map(({ email }) => email));
		expect([api.carriedOut().size, once(api.carriedOut())]).toEqual([20, true]);
		expect(api.requests).toHaveLength(21);
	});

	describe('a lead that was created before a correction', () => {
		const wrong = { source: 'Wbsite', options: { concurrency: 1 } };
		const right = { ...wrong, source: 'Website' };
		const hints = (message: RegExp) => [
			{ message: expect.stringMatching(message), location: 'outputPane', type: 'warning' },
		];
		/** A run that creates seven of twelve leads; the eighth is refused. */
		async function sevenOfTwelve(parameters: object = wrong) {
			const leads = api.readAs({ secondPost: 'assigns' });
			api.plan([400, { email: 'lead7@example.com' }]);
			const { run } = await engine.run({ items: people(12), parameters });
			api.plan();
			return { run, ...leads };
		}

		it('is not sent again by Retry, and a hint says so', async () => {
			const { run, leads, starts } = await sevenOfTwelve();
			expect(starts.size).toBe(7);
			const again = await engine.retry({ run, items: people(12), parameters: right });
			expect(again.error).toBeUndefined();
			expect(emails(again.items)).toEqual(people(12).map(({ email }) => email));
			expect([starts.size, once(starts)]).toEqual([12, true]);
			expect(leads.map(({ source }) => source)).toEqual([
				...Array(7).fill('Wbsite'),
				...Array(5).fill('Website'),
			]);
			expect(again.hints).toEqual(
				hints(
					/^An earlier run has sent items 0, 1, 2, 3, 4, 5, 6, with the values of that run\. They were not sent again, so these leads have those values still\. To change them, use the operation 'Update'\.$/,
				),
			);
		});

		const refusing = (name: string) => api.plan([400, { name: name }]);
		const retryAs = async (run: unknown, login: object) => {
			stored[2] = login;
			return await engine.retry({ run, items: people(12), parameters: wrong, credential: '2' });
		};
		const ofEarlierTries = (all: Array<{ message: string }>) =>
			all.map(({ message }) => message).filter((message) => message.startsWith('An earlier run'));

		it('is named, also where it is the only one', async () => {
			refusing('Lead 1');
			const { run } = await engine.run({ items: people(2), parameters: wrong });
			api.plan();
			const again = await engine.retry({ run, items: people(2), parameters: right });
			expect(again.hints).toEqual(
				hints(
					/^An earlier run has sent item 0, with the values of that run\. They were not sent again, /,
				),
			);
		});

		it('is listed in the order of the items', async () => {
			refusing('Bob');
			const items = ['John', 'Mary', 'John D.', 'Bob'].map((name) => ({
				name,
				email: `${name.split(' ')[0]}@example.com`,
			}));
			const options = { concurrency: 1, duplicates: 'send' };
			const { run } = await engine.run({ items, parameters: { ...wrong, options } });
			api.plan();
			const again = await engine.retry({ run, items, parameters: { ...right, options } });
			expect(ofEarlierTries(again.hints)).toEqual([
				expect.stringMatching(
					/^An earlier run has sent items 0, 1, 2, with the values of that run\. /,
				),
			]);
		});

		it('is the same if one of them was sent by Create or Update', async () => {
			api.readAs({ secondPost: 'assigns' });
			refusing('Lead 1');
			const upsert = { operation: 'upsert', ...MANDATORY, ...wrong };
			const first = await engine.run({ items: people(3), parameters: upsert });
			refusing('Lead 2');
			const { run } = await engine.retry({ ...first, items: people(3), parameters: wrong });
			api.plan();
			const again = await engine.retry({ run, items: people(3), parameters: right });
			expect(ofEarlierTries(again.hints)).toEqual([
				expect.stringMatching(/^An earlier run has sent items 0, 1, with /),
			]);
		});

		it('nor with a newly chosen credential of the same account', async () => {
			const { run, starts } = await sevenOfTwelve();
			const again = await retryAs(run, world.login({ username: ` ${cognito.login.username} ` }));
			expect(again.error).toBeUndefined();
			expect([starts.size, once(starts)]).toEqual([12, true]);
			expect(again.hints).toEqual([]);
		});

		it('is sent with a credential of another account', async () => {
			const { run, starts } = await sevenOfTwelve();
			const again = await retryAs(run, world.login(cognito.colleague));
			expect(again.error).toBeUndefined();
			expect(starts.get('lead0@example.com')).toBe(2);
		});

		it('is the same lead however its address is written', async () => {
			const { run, starts } = await sevenOfTwelve();
			const items = people(12).map(({ name, email }) => ({
				name,
				email: `MAILTO:${email.toUpperCase()}\u200b`,
			}));
			const again = await engine.retry({ run, items, parameters: right });
			expect(again.error).toBeUndefined();
			expect([starts.size, once(starts)]).toEqual([12, true]);
		});

		it('is not created again if the operation was changed from Create or Update to Create', async () => {
			const upsert = { operation: 'upsert', ...MANDATORY, ...wrong };
			const { run, starts } = await sevenOfTwelve(upsert);
			expect(starts.size).toBe(7);
			const again = await engine.retry({ run, items: people(12), parameters: right });
			expect(again.error).toBeUndefined();
			expect([starts.size, once(starts)]).toEqual([12, true]);
		});

		it('is updated if the operation was changed from Create to Create or Update', async () => {
			const { run, leads, starts } = await sevenOfTwelve();
			const parameters = { operation: 'upsert', ...MANDATORY, ...right };
			const again = await engine.retry({ run, items: people(12), parameters });
			expect(again.error).toBeUndefined();
			expect([starts.size, once(starts)]).toEqual([12, true]);
			expect(leads.every(({ source }) => source === 'Website')).toBe(true);
			expect(again.items.map(({ json }) => json.isNew)).toEqual([
				...Array(7).fill(false),
				...Array(5).fill(true),
			]);
		});
	});

	describe('a lead of which it is not known whether it was created', () => {
		const lost = (created: boolean) => (created ? '504, carried out' : 504);

		it.each([true, false])('is settled by a retry, created: %s', async (created) => {
			const { starts } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
			api.plan([lost(created)]);
			const { run } = await engine.run({ items: people(1) });
			api.plan();
			api.requests.length = 0;
			const { items, error } = await engine.retry({ run, items: people(1) });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ email: 'lead0@example.com' });
			expect(items[0].json).not.toHaveProperty('isNew');
			expect(api.requests.map(({ method }) => method)).toEqual(created ? ['PUT'] : ['PUT', 'POST']);
			expect([...starts.values()]).toEqual([1]);
		});

		it('is settled by the next round of a loop', async () => {
			const { starts } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
			api.plan(['504, carried out', { times: 1 }]);
			const { items } = await engine.run({
				items: people(1),
				settings: { onError: 'continueRegularOutput' },
				rounds: 2,
			});
			expect(items[0].json).toMatchObject({ email: 'lead0@example.com' });
			expect([...starts.values()]).toEqual([1]);
		});

		it('is settled by the next round of a loop, also if the first item went well', async () => {
			const { starts } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
			api.plan(['504, carried out', { email: 'lead1@example.com', times: 1 }]);
			const { items } = await engine.run({
				items: people(2),
				settings: { onError: 'continueRegularOutput' },
				rounds: 2,
			});
			expect(emails(items)).toEqual(['lead0@example.com', 'lead1@example.com']);
			expect(starts.get('lead1@example.com')).toBe(1);
		});

		it('is not new to Create or Update, if 7Targets had it before', async () => {
			const { leads } = api.readAs({ secondPost: 'assigns', unknownLead: 404 });
			leads.push({ id: 1, email: 'lead0@example.com' });
			api.plan([504]);
			const { run } = await engine.run({ items: people(1) });
			api.plan();
			const parameters = { operation: 'upsert', ...MANDATORY };
			const { items } = await engine.retry({ run, items: people(1), parameters });
			expect(items[0].json.isNew).toBe(false);
		});

		it('says nothing of a stop that nobody has sent', async () => {
			api.readAs({ unknownLead: 404 });
			api.plan([504]);
			const { run } = await engine.run({ items: people(1), parameters: formOf('update') });
			api.plan();
			const { error } = await engine.retry({
				run,
				items: people(1),
				parameters: formOf('stopFollowUp'),
			});
			expect(error?.message).toMatch(/^7Targets did not stop the follow-up of the lead: Lead not/);
		});

		it('is not created again if the retry is refused because it exists', async () => {
			api.readAs({ secondPost: 'refuses' });
			api.plan(['504, carried out']);
			const { run } = await engine.run({ items: people(1) });
			api.plan([400, { method: 'PUT' }]);
			const { error } = await engine.retry({ run, items: people(1) });
			expect(error?.message).toMatch(
				/^It is not known whether the lead was created: .*already exists/,
			);
		});

		it('stays unknown if the retry is refused for another reason', async () => {
			api.readAs({ secondPost: 'assigns' });
			api.plan(['504, carried out']);
			const { run } = await engine.run({ items: people(1) });
			api.plan([403]);
			const { error } = await engine.retry({ run, items: people(1) });
			expect(error?.message).toBe(
				'It is not known whether the lead was created: This login is not allowed to do that (status 403) [item 0]',
			);
		});

		it('was not created if the retry is refused both ways', async () => {
			api.readAs({ unknownLead: 404 });
			api.plan([504]);
			const { run } = await engine.run({ items: people(1) });
			api.plan([refusal('No such source'), { method: 'POST' }]);
			const { error } = await engine.retry({ run, items: people(1) });
			expect(error?.message).toBe(
				'7Targets did not create the lead: No such source (status 400) [item 0]',
			);
		});
	});

	it('names every item of which it is not known whether it was created', async () => {
		await engine.run({ items: people(1) });
		api.reset();
		api.plan(['silent, carried out']);
		const { error } = await engine.run({
			items: people(12),
			parameters: { options: { timeout: 300, concurrency: 4 } },
		});
		expect(error?.message).toMatch(
			/^It is not known whether the lead was created: .* \[item \d\]$/,
		);
		const [, first] = /\[item (\d)\]$/.exec(String(error?.message))!;
		const others = ['0', '1', '2', '3'].filter((item) => item !== first);
		expect(error).toMatchObject({
			description: expect.stringContaining(
				`It is not known either for item${others.length === 1 ? '' : 's'} ${others.join(', ')}.`,
			),
		});
		expect(api.carriedOut().size).toBe(4);
	});

	it('takes no round of a loop for another', async () => {
		api.plan([400, { email: 'lead1@example.com' }]);
		const { run } = await engine.run({
			items: people(2),
			settings: { onError: 'continueRegularOutput' },
			rounds: 3,
		});
		expect(run.data.resultData.runData['7Targets']).toHaveLength(3);
		expect(api.requests).toHaveLength(6);
		expect(Object.fromEntries(api.carriedOut())).toEqual({ 'lead0@example.com': 3 });
	});

	it('creates nothing twice if the API puts an error of its own into a lead', async () => {
		api.plan([{ ...answer(201, { id: 1, error: '' }), carriesOut: true }]);
		await engine.run({
			items: people(2),
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect([api.carriedOut().size, once(api.carriedOut())]).toEqual([2, true]);
	});

	it('keeps no token, even if the API puts it into the lead, and damages no data', async () => {
		const { password } = cognito.login;
		const echo = ({ headers }) =>
			answer(201, { id: 1, echo: `${password} ${headers.authorization}` });
		api.plan([400, { email: 'lead1@example.com' }], [echo]);
		const { run, items } = await engine.run({
			items: people(2),
			parameters: { options: { concurrency: 1 } },
			settings: { onError: 'continueRegularOutput' },
		});
		// The API never got the password, so an equal word in its answer is only data.
		expect(items[0].json).toMatchObject({ id: 1, echo: `${password} Bearer ***` });
		const all = JSON.stringify(run);
		expect(
			[cognito.login.clientId, stored[1].idToken].filter((secret) => all.includes(secret)),
		).toEqual([]);
	});
});

describe('Stop', () => {
	/** Runs one lead at a time, and stops the run while the n-th request is under way, or in the back-off after it. */
	async function stoppedAt(nth: number, fault: Fault, items: object[]) {
		let stop: () => void;
		const stopSoon = () => {
			after(200, () => stop());
			return fault;
		};
		api.plan([stopSoon, { n: nth }]);
		return await engine.run({
			items,
			parameters: { options: { concurrency: 1 } },
			onStart: (running) => (stop = () => running.cancel()),
		});
	}

	it('ends a run in back-off at once', async () => {
		const begun = Date.now();
		await stoppedAt(4, retryAfter(429, '30'), people(100));
		expect(Date.now() - begun).toBeLessThan(10_000);
		expect(api.requests).toHaveLength(4);
	});

	it('says what a new run would do, as there is no Retry', async () => {
		const { error } = await stoppedAt(4, { ...FAULTS[500], delay: 600 }, people(5));
		expect(error?.description).toMatch(
			/^Item 3 is lead3@example\.com\. Before the run stopped, 3 of 5 leads were created\. A new run would send all items again, which may start messages a second time unless/,
		);
		expect(error?.description).not.toContain('press Retry');
	});

	it('waits for the request under way and sends no further one', async () => {
		await stoppedAt(2, { ...answer(201, { id: 2 }), delay: 600 }, people(100));
		expect(api.requests.map(({ isAnswered }) => isAnswered)).toEqual([true, true]);
	});
});

it('updates a lead twice in the order of the items, however late the first is answered', async () => {
	api.plan([{ delay: 300 }, { n: 1 }]);
	const items = ['one', 'two', 'three'].map((name) => ({ name, email: 'john@example.com' }));
	const { error } = await engine.run({ items, parameters: formOf('update') });
	expect(error).toBeUndefined();
	expect(api.requests.map(({ body }) => body.name)).toEqual(['one', 'two', 'three']);
	expect(api.requests[1].at - api.requests[0].at).toBeGreaterThanOrEqual(290);
});

describe('updates of one lead', () => {
	const items = ['one', 'two', 'three'].map((name) => ({ name, email: 'john@example.com' }));
	const parameters = formOf('update');
	const names = () => api.requests.map(({ body }) => body.name);

	it('are all tried, because the last one counts', async () => {
		api.plan([400, { name: 'one' }]);
		const { error } = await engine.run({ items, parameters });
		expect(error).toMatchObject({
			description: expect.stringContaining('2 of 3 leads were updated'),
		});
		expect(names()).toEqual(['one', 'two', 'three']);
	});

	it('are done again by a retry from the first that failed on, so that the last one counts', async () => {
		api.plan([400, { name: 'one', times: 1 }]);
		const { items: out } = await engine.run({
			items: [...items, { name: 'Mary', email: 'mary@example.com' }],
			parameters: { ...parameters, options: { concurrency: 1 } },
			settings: {
				onError: 'continueRegularOutput',
				retryOnFail: true,
				maxTries: 2,
				waitBetweenTries: 1,
			},
		});
		expect(out.map(({ json: { name } }) => name)).toEqual(['one', 'two', 'three', 'Mary']);
		expect(names()).toEqual(['one', 'two', 'three', 'Mary', 'one', 'two', 'three']);
	});
});

describe('the same person', () => {
	const twice = [
		{ name: 'John', email: 'john@example.com' },
		{ name: 'Mary', email: 'mary@example.com' },
		{ name: 'John D.', email: ' JOHN@example.com ' },
	];

	it('is sent twice if the user says so, and a hint says so', async () => {
		const { items, hints } = await engine.run({
			items: twice,
			parameters: { options: { duplicates: 'send' } },
		});
		expect(items).toHaveLength(3);
		expect(api.requests).toHaveLength(3);
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(
					/^The same email address as an earlier item: item 2\. These were sent as well\./,
				),
			}),
		]);
	});

	it('is sent once by default, comes out as that lead, marked, and a hint says so', async () => {
		const { items, hints } = await engine.run({ items: twice });
		expect(api.requests).toHaveLength(2);
		expect(items[2]).toEqual({
			json: { ...items[0].json, duplicateOfItem: 0 },
			pairedItem: { item: 2 },
		});
		expect(hints).toEqual([
			{
				message:
					"The same email address as an earlier item: item 2. These were not sent, and come out as the earlier one does, with 'duplicateOfItem'.",
				location: 'outputPane',
				type: 'info',
			},
		]);
	});

	it('has the values of each item sent once, if duplicates are sent and one is refused', async () => {
		api.plan([400, { name: 'John', times: 1 }]);
		const { items, hints } = await engine.run({
			items: twice,
			parameters: { options: { duplicates: 'send', concurrency: 1 } },
			settings: {
				onError: 'continueRegularOutput',
				retryOnFail: true,
				maxTries: 2,
				waitBetweenTries: 1,
			},
		});
		expect(items.map(({ json: { name } }) => name)).toEqual(twice.map(({ name }) => name));
		expect(api.requests.map(({ body }) => body.name).sort()).toEqual([
			...['John', 'John', 'John D.', 'Mary'],
		]);
		expect(hints.filter(({ message }) => message.startsWith('An earlier run'))).toEqual([]);
	});

	it('is new in the first of its items alone', async () => {
		api.readAs({ secondPost: 'assigns', unknownLead: 404 });
		api.plan(['504, carried out', { method: 'POST', times: 1 }]);
		const how = {
			items: twice,
			parameters: { operation: 'upsert', ...MANDATORY, options: { maxTries: 1, concurrency: 1 } },
		};
		const { run } = await engine.run(how);
		const { items } = await engine.retry({ run, ...how });
		expect(items.map(({ json }) => json.isNew)).toEqual([true, true, false]);
	});

	it('is created, then updated by Create or Update', async () => {
		const { leads, starts } = api.readAs({ secondPost: 'assigns' });
		const { items, hints } = await engine.run({
			items: twice,
			parameters: { operation: 'upsert', ...MANDATORY },
		});
		expect(items.map(({ json: { name, isNew } }) => [name, isNew])).toEqual([
			['John', true],
			['Mary', true],
			['John D.', false],
		]);
		expect([leads.length, once(starts)]).toEqual([2, true]);
		expect(hints).toEqual([]);
	});

	it('comes out with the error of the first if that one failed', async () => {
		api.plan([400, { email: 'john@example.com' }]);
		const { items } = await engine.run({
			items: twice,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[2].json.error).toBe(items[0].json.error);
		expect(api.requests).toHaveLength(2);
	});

	it('is the first that can be sent', async () => {
		const { items } = await engine.run({
			items: [{ name: '', email: 'john@example.com' }, ...twice],
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0].json.error).toMatch(/^'First Name' is blank/);
		expect(items[3].json).toMatchObject({ duplicateOfItem: 1 });
	});
});

describe('what is kept in the execution of a run that no Retry can take up', () => {
	const onError = 'continueRegularOutput';
	const kept = ({ run }: Awaited<ReturnType<typeof engine.run>>) =>
		run.data.executionData.contextData['node:7Targets'] ?? {};
	const refuse = (refused: string) => api.plan([400, { email: refused }]);

	it.each(['lead0@example.com', 'lead3@example.com'])(
		'is nothing with On Error: Continue if %s is refused',
		async (address) => {
			refuse(address);
			const result = await engine.run({ items: people(5), settings: { onError } });
			expect(result.items.filter(({ json }) => 'error' in json)).toHaveLength(1);
			expect(kept(result)).toEqual({});
		},
	);

	it('is nothing if the API puts an error, or none, into the first lead', async () => {
		for (const error of [null, false, 'none']) {
			api.plan([answer(201, { id: 1, error })]);
			expect(kept(await engine.run({ items: people(2) }))).toEqual({});
		}
	});

	it('is nothing after the last try of Retry On Fail', async () => {
		refuse('lead0@example.com');
		const settings = { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const result = await engine.run({ items: people(5), settings });
		expect(api.requests.map(({ email }) => email).sort()).toEqual([
			...Array(2).fill('lead0@example.com'),
			...people(5).map(({ email }) => email),
		]);
		expect(kept(result)).toEqual({});
	});

	it('is a hash of who may have been created, so that a later round of a loop finds out', async () => {
		api.plan(['504, carried out', { email: 'lead1@example.com' }]);
		const result = await engine.run({ items: people(3), settings: { onError } });
		const { sent } = kept(result);
		expect(sent.done).toEqual({});
		expect(Object.values(sent.unknown)).toEqual([{ wasMissing: false, round: 0 }]);
	});
});

describe('a lead that one item names by its ID and another by its address', () => {
	const lead = {
		__rl: true,
		mode: 'id',
		value: '={{ $json.id ?? $json.email }}',
	};
	const parameters = {
		operation: 'update',
		lead,
		updateFields: { name: '={{ $json.name }}' },
	};

	it('has the values of the last item: all are sent one after the other', async () => {
		const { leads } = api.readAs({});
		leads.push({ id: 7, email: 'john@example.com' });
		// The first is answered late: beside it, the second would come first.
		api.plan([{ delay: 300 }, { n: 1 }]);
		const items = [
			{ id: 7, name: 'one' },
			{ email: 'john@example.com', name: 'two' },
		];
		const { error } = await engine.run({ items, parameters });
		expect(error).toBeUndefined();
		expect(api.requests[1].at).toBeGreaterThanOrEqual(api.requests[0].endedAt);
		expect(leads[0].name).toBe('two');
	});

	it('does not slow down a run that names all in one way', async () => {
		api.plan([{ ...answer(200, { id: 7 }), delay: 300 }]);
		await engine.run({ items: [1, 2, 3].map((id) => ({ id, name: 'one' })), parameters });
		expect(api.requests[2].at).toBeLessThan(api.requests[0].endedAt);
	});

	it('does again in a Retry all from the first that failed on, so that the last one counts', async () => {
		const { leads } = api.readAs({});
		leads.push({ id: 7, email: 'john@example.com' });
		const items = [
			{ email: 'mary@example.com', name: 'none' },
			{ id: 7, name: 'old' },
			{ email: 'john@example.com', name: 'new' },
		];
		leads.push({ id: 8, email: 'mary@example.com' });
		api.plan([400, { id: 7, times: 1 }]);
		const { run } = await engine.run({ items, parameters });
		expect(leads[0].name).toBe('new');
		const { error } = await engine.retry({ run, items, parameters });
		expect(error).toBeUndefined();
		expect(leads[0].name).toBe('new');
		expect(api.requests.map(({ body }) => body.name)).toEqual(['none', 'old', 'new', 'old', 'new']);
	});

	it('does so again if that Retry fails at the last one', async () => {
		const { leads } = api.readAs({});
		leads.push({ id: 7, email: 'john@example.com' });
		const items = [
			{ id: 7, name: 'old' },
			{ email: 'john@example.com', name: 'new' },
		];
		api.plan([400, { n: 1 }]);
		const once = { ...parameters, options: { maxTries: 1 } };
		const first = await engine.run({ items, parameters: once });
		api.plan([400, { n: 4 }]);
		const second = await engine.retry({ run: first.run, items, parameters: once });
		expect([second.error?.message, leads[0].name]).toEqual([expect.stringContaining('400'), 'old']);
		api.plan();
		const third = await engine.retry({ run: second.run, items, parameters });
		expect([third.error, leads[0].name]).toEqual([undefined, 'new']);
	});
});

describe('as a tool', () => {
	// n8n gives a node that an agent calls this type.
	const TOOL = { type: 'n8n-nodes-7targets.sevenTargetsTool' };
	beforeEach(() => engine.add(TOOL.type, engine.nodeType));

	it('all tries of Retry On Fail together answer in time, at a login that never ends', async () => {
		cognito.script(async () => await new Promise(() => {}));
		const settings = { ...TOOL, retryOnFail: true, maxTries: 5, waitBetweenTries: 5_000 };
		const began = Date.now();
		const { items } = await engine.run({ items: people(1), settings });
		expect(Date.now() - began).toBeLessThan(50_000);
		expect(items[0].json.error).toMatch(
			/^7Targets did not create the lead: As a tool, the node must answer soon, and there was no time left to ask 7Targets \[item 0\]\. Try again in a minute\.$/,
		);
		expect(api.requests).toHaveLength(0);
	}, 90_000);
});

describe('two runs at the same time', () => {
	const notThere = { ...FAULTS[404], delay: 200 };
	const both = async (...settings: Array<Parameters<typeof engine.run>[0]>) =>
		await Promise.all(settings.map(async (one) => await engine.run(one)));
	const upsert = { items: people(3), parameters: { operation: 'upsert', ...MANDATORY } };
	let store: ReturnType<typeof api.readAs>;
	beforeEach(() => {
		store = api.readAs({ secondPost: 'assigns' });
		const isNew = (email: string) => !store.starts.has(email);
		api.plan([notThere, { method: 'PUT', email: isNew }]);
	});

	it('about the same people start nobody twice', async () => {
		const results = await both(upsert, upsert, upsert);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(Object.fromEntries(store.starts)).toEqual(
			Object.fromEntries(people(3).map(({ email }) => [email, 1])),
		);
		const isNew = results.map(({ items }) => items.filter(({ json }) => json.isNew).length);
		expect(isNew.reduce((one, other) => one + other)).toBe(3);
	});

	it('about the same people in another order wait for each other, and not forever', async () => {
		const backwards = { ...upsert, items: [...upsert.items].reverse() };
		const results = await both(upsert, backwards);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect([...store.starts.values()]).toEqual([1, 1, 1]);
	});

	it('of two accounts do not wait for each other', async () => {
		stored[2] = { ...stored[1], ...cognito.newcomer, password: cognito.newcomer.password };
		const other = { ...upsert, credential: 'client' };
		const parameters = {
			...upsert.parameters,
			authentication: 'oAuth2',
			assistantId: { __rl: true, mode: 'email', value: 'rachel@example.com' },
		};
		api.plan([{ ...answer(200, { id: 1 }), delay: 400 }]);
		await both({ ...upsert, items: people(1) }, { ...other, items: people(1), parameters });
		expect(api.requests[1].at).toBeLessThan(api.requests[0].endedAt);
	});

	it('one that is stopped while it waits sends nothing, and the other goes on', async () => {
		api.plan([{ ...notThere, delay: 1_000 }, { n: 1 }]);
		const first = engine.run({ ...upsert, items: people(1) });
		await sleep(300);
		const second = await engine.run({
			...upsert,
			items: people(1),
			onStart: (running) => after(200, () => running.cancel()),
		});
		expect(second.error?.message).toBe('The run was stopped.');
		expect((await first).error).toBeUndefined();
		expect(api.requests.map(({ method }) => method)).toEqual(['PUT', 'POST']);
	});
});
