import fc from 'fast-check';

import { inParallel } from '../../nodes/SevenTargets/run/inParallel';
import { retried } from '../../nodes/SevenTargets/transport/retry';
import { Throttle, type LoadSignal } from '../../nodes/SevenTargets/transport/throttle/throttle';
import { newClock, send as simulate } from '../support/simulation';

const CODE = { inParallel, retried, Throttle };

type Server = Parameters<typeof simulate>[1];
type How = Partial<Parameters<typeof simulate>[2]>;

/** Sends leads to a server until each is done, and checks that each is. */
async function send(server: Server, count: number, how: How = {}) {
	const sent = await simulate(CODE, server, { count, maxTries: Infinity, ...how });
	if (server.invalid === undefined) expect(sent).toMatchObject({ done: count, failed: 0 });
	const share = sent.refused / sent.requests;
	return { ...sent, seconds: sent.time / 1000, refusedPercent: 100 * share };
}

const inASecond = () => 1000;
const JITTERS = ['none', 'even', 'logNormal', 'tail'];

describe('a server that takes everything', () => {
	it.each(JITTERS)('gets 64 at a time, and no more (times vary: %s)', async (jitter) => {
		const { most, stats, seconds } = await send({ works: 100, jitter }, 800);
		expect([most, stats.most, stats.last]).toEqual([64, 64, 64]);
		// 10, 20 and 40 at a time, then 64: 1.4 s if the times do not vary.
		expect(seconds).toBeLessThan(jitter === 'none' ? 1.8 : 3.5);
		expect(stats).toMatchObject({ slowedAt: undefined, refused: 0, perSecond: undefined });
		expect(stats.milliseconds).toBeCloseTo(seconds * 1000);
	});

	it('gets ten at first', async () => {
		expect((await send({ works: 100 }, 10)).most).toBe(10);
		expect((await send({ works: 100, jitter: 'tail', seed: 3 }, 11)).most).toBe(10);
	});

	it('gets ten at a time as long as it carries nothing out', async () => {
		expect((await send({ works: 50, invalid: 1 }, 200)).most).toBe(10);
	});

	it('gets 64 although it refuses every other lead for what it holds', async () => {
		expect((await send({ works: 50, invalid: 0.5 }, 800)).most).toBe(64);
	});

	it('gets 64 although it becomes four times slower for any number', async () => {
		const slow = { works: 100, change: { after: 0.3, by: 4 } };
		const { stats, seconds } = await send(slow, 1500);
		expect(stats.last).toBe(64);
		// 450 take 1 s, and the others 6.6 s.
		expect(seconds).toBeLessThan(11);
	});

	it('gets 64 although it does not answer one of 20', async () => {
		expect((await send({ works: 100, failures: 0.05 }, 800)).stats.last).toBe(64);
	});
});

describe('a server that works on so many at a time', () => {
	it.each([
		// At most, in the end, and the share of the time that it takes with the right number from the start.
		['20, and the others wait', { works: 100, capacity: 20 }, 40, [15, 32], 1.2],
		['4, and the others wait', { works: 100, capacity: 4 }, 20, [4, 10], 1.1],
		['1, and the others wait', { works: 100, capacity: 1 }, 20, [1, 7], 1.1],
	])('%s', async (_, server, most, [least, last], factor) => {
		const count = 30 * server.capacity + 200;
		const sent = await send(server, count);
		expect(sent.most).toBeLessThanOrEqual(most);
		expect(sent.stats.last).toBeGreaterThanOrEqual(least);
		expect(sent.stats.last).toBeLessThanOrEqual(last);
		expect(sent.stats.slowedAt).toBeGreaterThan(server.capacity);
		expect(sent.stats.slowedAt).toBeLessThanOrEqual(sent.stats.most);
		expect(sent.time).toBeLessThan((factor * count * server.works) / server.capacity);
	});

	it('2, and all get slower if there are more: fewer than the first ten', async () => {
		const server = { works: 100, capacity: 2, whenFull: 'slowsDown', slowsDownBy: 2 } as const;
		const { stats, seconds } = await send(server, 400);
		expect(stats.last).toBeLessThan(5);
		// With two at a time it takes 20 s, with ten 36 s.
		expect(seconds).toBeLessThan(29);
	});

	it('100, and then 16', async () => {
		const shrinks = { works: 100, capacity: 100, change: { after: 0.4, capacity: 16 } };
		const { stats } = await send(shrinks, 1500);
		expect(stats.last).toBeGreaterThanOrEqual(16);
		expect(stats.last).toBeLessThanOrEqual(28);
	});

	it('1, of 1 ms: that may be the work of this machine', async () => {
		const { stats } = await send({ works: 1, capacity: 1 }, 500);
		expect(stats.last).toBeGreaterThanOrEqual(10);
	});

	it('2 gets as many as the user chose, neither more nor less', async () => {
		const { stats, most } = await send({ capacity: 2 }, 200, { concurrency: 20 });
		expect([most, stats.last]).toEqual([20, 20]);
	});
});

describe('a server that refuses more than so many together', () => {
	it.each([
		[30, 2000, 1.7, [20, 31], 11],
		[19, 1500, 2, [13, 20], 13],
		[5, 500, 4, [3, 6], 19],
		[1, 50, 25, [1, 2], 12],
	])('%i', async (together, count, percent, [least, last], seconds) => {
		const server: Server = { limit: { kind: 'together', together }, retryAfter: inASecond };
		const sent = await send(server, count);
		expect(sent.refusedPercent).toBeLessThan(percent);
		expect(sent.stats.last).toBeGreaterThanOrEqual(least);
		expect(sent.stats.last).toBeLessThanOrEqual(last);
		expect(sent.seconds).toBeLessThan(seconds);
	});

	it('12, when answers take longer as well', async () => {
		const limit = { kind: 'together', together: 12 } as const;
		const slower = { limit, retryAfter: inASecond, change: { after: 0.3, by: 1.8 } };
		const { refusedPercent, stats } = await send(slower, 1000);
		expect(stats.last).toBeLessThanOrEqual(16);
		expect(refusedPercent).toBeLessThan(2);
	});

	it('than the user chose, in which case it never gets more than that', async () => {
		const limit = { kind: 'together', together: 5 } as const;
		const { stats, refusedPercent } = await send({ limit }, 500, { concurrency: 10 });
		expect(stats.most).toBe(10);
		expect(refusedPercent).toBeLessThan(3.5);
	});
});

describe('a server that takes so many in each second', () => {
	it.each([
		// Works, milliseconds to wait; at most this share of the ideal time, and so many percent refused.
		[100, 5, 1000, 1.25, 6],
		[100, 30, 1000, 1.25, 6],
		[100, 30, 300, 1.25, 6],
		[100, 200, 1000, 1.5, 7],
		[20, 200, 1000, 1.5, 7],
		[20, 30, 1000, 1.5, 7],
	])('%i, of %i ms, refusals for %i ms', async (perSecond, works, wait, factor, percent) => {
		const limit = { kind: 'window', perSecond } as const;
		const sent = await send({ works, limit, retryAfter: () => wait }, 10 * perSecond);
		expect(sent.seconds).toBeLessThan(factor * 10);
		expect(sent.refusedPercent).toBeLessThan(percent);
	});

	it('100, and refuses less than 5 % of many', async () => {
		const limit = { kind: 'window', perSecond: 100 } as const;
		const sent = await send({ works: 100, limit, retryAfter: inASecond }, 2000);
		expect(sent.refusedPercent).toBeLessThan(5);
		expect(sent.seconds).toBeLessThan(1.3 * 20);
	});

	it('20, and hardly refuses any more in the next minute', async () => {
		const limit = { kind: 'window', perSecond: 20 } as const;
		const sent = await send({ works: 30, limit, retryAfter: inASecond }, 1200);
		expect(sent.refusedPercent).toBeLessThan(2);
		expect(sent.seconds).toBeLessThan(72);
		expect(sent.stats.perSecond).toBeGreaterThan(15);
		expect(sent.stats.perSecond).toBeLessThan(25);
	});

	it('3', async () => {
		const limit = { kind: 'window', perSecond: 3 } as const;
		const sent = await send({ works: 30, limit, retryAfter: inASecond }, 200);
		expect(sent.refused).toBeLessThan(30);
	});

	it('3, and is known to do so after the first refusal', async () => {
		const limit = { kind: 'window', perSecond: 3 } as const;
		const sent = await send({ works: 20, limit, retryAfter: inASecond }, 60);
		expect(sent.seconds).toBeLessThan(1.25 * 19);
	});

	it('100 in each minute, and says how long it takes to the next', async () => {
		const limit = { kind: 'window', perSecond: 100 / 60, periodMs: 60_000 } as const;
		const retryAfter = (now: number) => 60_000 - (now % 60_000);
		const sent = await send({ works: 50, limit, retryAfter }, 500);
		expect(sent.seconds).toBeLessThan(7 * 60);
		expect(sent.refused).toBeLessThan(100);
	});

	it('50, from a bucket that holds 100', async () => {
		const limit = { kind: 'bucket', perSecond: 50, burst: 100 } as const;
		const sent = await send({ works: 50, limit, retryAfter: inASecond }, 800);
		expect(sent.seconds).toBeLessThan(1.25 * 14);
		expect(sent.refusedPercent).toBeLessThan(8);
	});
});

describe('a server that refuses for a reason of its own', () => {
	it.each([
		['1 % at random', 50, 0.01, undefined, 3],
		['10 % at random', 50, 0.1, undefined, 6],
		['30 % at random', 50, 0.3, undefined, 14],
		['30 % at random, for no time', 50, 0.3, 0, 14],
		['10 % at random, for a second each', 50, 0.1, 1000, 25],
		['30 % at random, for a second each', 50, 0.3, 1000, 40],
		['2 % of slow answers', 400, 0.02, undefined, 25],
	])('%s hardly slows the run down', async (_, works, refusals, wait, seconds) => {
		const server = { works, refusals, refusesSlowly: true, jitter: 'even' };
		for (const seed of [1, 2, 3]) {
			const sent = await send({ ...server, seed, retryAfter: () => wait }, 300, { maxTries: 3 });
			expect(sent.seconds).toBeLessThan(seconds);
		}
	});

	it('at random, for a second each, gets 64 at a time as soon as that is known', async () => {
		const server = { works: 20, jitter: 'none', refusals: 0.1, retryAfter: inASecond };
		const seconds: number[] = [];
		for (let seed = 1; seed <= 40; seed++) {
			seconds.push((await send({ ...server, seed }, 300, { maxTries: 3 })).seconds);
		}
		expect(seconds.filter((one) => one > 15).length).toBeLessThan(4);
	});

	it('for five seconds gets 64 at a time soon after them', async () => {
		const busy = { from: 0, to: 5000, refusals: 0.2 };
		const { stats, seconds } = await send({ busy, retryAfter: inASecond }, 3000);
		expect([stats.last, stats.perSecond]).toEqual([64, undefined]);
		expect(seconds).toBeLessThan(35);
	});
});

describe('a server that is closed', () => {
	const once = { works: 50, retryAfter: inASecond };

	it.each([30, 90])('for %i seconds half-way loses no lead', async (seconds) => {
		const closed = { after: 0.5, ms: seconds * 1000 };
		const sent = await send({ ...once, closed }, 300, { maxTries: 3 });
		expect(sent.seconds).toBeLessThan(seconds + 25);
	});

	it('for good half-way ends the run after two minutes', async () => {
		const closed = { after: 0.5, ms: Infinity };
		const sent = await simulate(CODE, { ...once, closed }, { count: 300, maxTries: 3 });
		expect(sent.isEnded).toBe(true);
		expect(sent.done).toBeGreaterThanOrEqual(150);
		expect(sent.time / 1000).toBeGreaterThan(120);
		expect(sent.time / 1000).toBeLessThan(145);
	});

	it.each([1, 3])(
		'from the start ends the run with the first lead: Max Tries %i',
		async (maxTries) => {
			const closed = { after: 0, ms: Infinity };
			const sent = await simulate(CODE, { ...once, closed }, { count: 300, maxTries });
			expect(sent).toMatchObject({ isEnded: true, done: 0 });
			expect(sent.requests).toBeLessThanOrEqual(10 + maxTries);
			expect(sent.time / 1000).toBeLessThan(15);
		},
	);
});

describe('a refusal', () => {
	/** A throttle with a clock of its own, and a way to have something sent that comes to `signal` after `ms`. */
	async function start(concurrency?: number, signal?: AbortSignal) {
		const clock = await newClock();
		const throttle = new Throttle(concurrency, signal, clock);
		const begun: Array<{ item: number; at: number }> = [];
		const one = async (item: number, answer: (n: number) => LoadSignal, ms = 100) => {
			for (let tries = 1; ; tries++) {
				const turn = await throttle.acquire(tries);
				if (turn === undefined) return false;
				begun.push({ item, at: clock.now() });
				const signalled = answer(begun.length);
				await clock.pause(typeof signalled === 'object' ? 5 : ms);
				throttle.release(turn, signalled);
				if (typeof signalled !== 'object') return true;
			}
		};
		return { clock, throttle, begun, one };
	}

	it('lets none begin until the wait is over, then one alone, and those first that were refused', async () => {
		const { clock, throttle, begun, one } = await start(16);
		const answer = (n: number): LoadSignal => (n > 32 && n <= 48 ? { wait: 3000 } : 'ok');
		await clock.run(
			inParallel(
				100,
				() => throttle.limit,
				async (item) => await one(item, answer),
			),
		);
		const refused = begun.slice(32, 48);
		expect(new Set(refused.map(({ at }) => at))).toEqual(new Set([200]));
		const again = begun.slice(48, 64);
		expect(again[0].at).toBe(3205);
		// All 16 were refused, so it is not known that the server takes even two at a time.
		expect(again[1].at).toBe(3305);
		const items = (some: typeof begun) => some.map(({ item }) => item).sort((a, b) => a - b);
		expect(items(again)).toEqual(items(refused));
		expect(throttle.stats().refused).toBe(16);
	});

	it('that comes once, among the first ten, does not keep the number low', async () => {
		const { clock, throttle, one } = await start();
		const answer = (n: number): LoadSignal => (n === 5 ? { wait: 1000 } : 'ok');
		const work = async (item: number) => await one(item, answer);
		await clock.run(inParallel(3000, () => throttle.limit, work));
		expect(throttle.stats().most).toBe(64);
		expect(clock.now()).toBeLessThan(17_000);
	});

	it('is not over because a request is lost after it', async () => {
		const { clock, throttle, one } = await start(10);
		const signals: LoadSignal[] = ['noAnswer', 'notSent', 'ok'];
		const limits: number[] = [];
		const answer = (n: number): LoadSignal => {
			if (n > 10) limits.push(throttle.limit);
			return n <= 7 ? { wait: 200 } : (signals[n - 11] ?? 'ok');
		};
		const work = async (item: number) => await one(item, answer);
		await clock.run(inParallel(30, () => throttle.limit, work));
		expect(limits.slice(0, 4)).toEqual([1, 1, 1, 3]);
	});
});

it('measures from the moment that a request goes out, after a login', async () => {
	const clock = await newClock();
	const throttle = new Throttle(undefined, undefined, clock);
	let least = Infinity;
	const one = async (n: number) => {
		const turn = (await throttle.acquire(1))!;
		if (n >= 400 && n < 500) await clock.pause(2000);
		throttle.onSent(turn);
		await clock.pause(100);
		throttle.release(turn, 'ok');
		if (n > 400) least = Math.min(least, throttle.limit);
		return true;
	};
	await clock.run(inParallel(800, () => throttle.limit, one));
	expect(least).toBe(64);
});

it('whatever the server does, the limits hold, all is sent, and nothing begins while it is closed', async () => {
	const waits = fc.constantFrom(0, 1, 500, 1000, 60_000);
	const kinds: Array<fc.Arbitrary<LoadSignal>> = [
		fc.constant('ok'),
		fc.constant('other'),
		fc.constant('noAnswer'),
		fc.constant('notSent'),
		waits.map((wait) => ({ wait, retryAfter: wait })),
	];
	const stretch = fc.record({
		signals: fc.array(fc.oneof(kinds[0], ...kinds), { minLength: 1, maxLength: 5 }),
		times: fc.array(fc.constantFrom(0, 1, 20, 100, 500, 30_000), { minLength: 1, maxLength: 4 }),
		length: fc.integer({ min: 1, max: 60 }),
	});
	const run = fc.record({
		concurrency: fc.option(fc.integer({ min: 1, max: 64 }), { nil: undefined }),
		stretches: fc.array(stretch, { maxLength: 4 }),
		count: fc.integer({ min: 1, max: 100 }),
	});
	await fc.assert(
		fc.asyncProperty(run, async ({ concurrency, stretches, count }) => {
			const plan = stretches.flatMap(({ signals, times, length }) =>
				Array.from({ length }, (_, n) => ({
					signal: signals[n % signals.length],
					ms: times[n % times.length],
				})),
			);
			const clock = await newClock();
			const throttle = new Throttle(concurrency, undefined, clock);
			const most = concurrency ?? 64;
			let closedUntil = 0;
			let inFlight = 0;
			let requests = 0;
			let refused = 0;
			const one = async () => {
				for (let tries = 1; ; tries++) {
					const turn = (await throttle.acquire(tries))!;
					inFlight++;
					const { limit } = throttle;
					const isLimit = Number.isInteger(limit) && limit >= 1 && limit <= most;
					// `expect` is too slow for so many requests.
					if (!isLimit) throw new Error(`a limit of ${limit}`);
					if (inFlight > most) throw new Error(`${inFlight} are in flight`);
					if (clock.now() < closedUntil) throw new Error('the server is closed');
					const { signal, ms } = plan[requests++] ?? { signal: 'ok', ms: 20 };
					await clock.pause(ms);
					inFlight--;
					const isRefused = typeof signal === 'object';
					if (isRefused) closedUntil = Math.max(closedUntil, clock.now() + signal.wait);
					throttle.release(turn, signal);
					if (!isRefused) return true;
					refused++;
				}
			};
			await clock.run(inParallel(count, () => throttle.limit, one));
			expect(requests).toBe(count + refused);
		}),
		{ numRuns: 60 },
	);
});

it('a request that was tried twice goes first, then one that was tried once', async () => {
	const throttle = new Throttle(1);
	const first = (await throttle.acquire(1))!;
	const order: number[] = [];
	const waiting = [1, 2, 2, 3, 1].map(async (tries, n) => {
		const turn = (await throttle.acquire(tries))!;
		order.push(n);
		throttle.release(turn, 'ok');
	});
	throttle.release(first, 'ok');
	await Promise.all(waiting);
	expect(order).toEqual([3, 1, 2, 0, 4]);
});

describe('the end of a run', () => {
	it('gives none of those who wait a turn', async () => {
		const end = new AbortController();
		const throttle = new Throttle(1, end.signal);
		const first = await throttle.acquire(1);
		const second = throttle.acquire(1);
		const third = throttle.acquire(2);
		end.abort();
		expect(await Promise.all([second, third])).toEqual([undefined, undefined]);
		expect(first).toBeDefined();
		expect(await throttle.acquire(1)).toBeUndefined();
	});

	it('ends a wait at once', async () => {
		const end = new AbortController();
		const throttle = new Throttle(2, end.signal);
		const turn = (await throttle.acquire(1))!;
		throttle.release(turn, { wait: 60_000 });
		const next = throttle.acquire(2);
		end.abort();
		expect(await next).toBeUndefined();
	});
});
