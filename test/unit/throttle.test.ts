import fc from 'fast-check';
import { sleep } from 'n8n-workflow';

import { inParallel } from '../../nodes/SevenTargets/run/inParallel';
import { Throttle, type Sign } from '../../nodes/SevenTargets/transport/throttle';
import { randomFrom } from '../support/random';

beforeEach(() => {
	jest.useFakeTimers();
});

afterEach(() => {
	jest.useRealTimers();
});

/** The most steps of the clock; the longest test takes 45,000. */
const MOST_STEPS = 200_000;
/** So many steps with no timer running change nothing any more. */
const IDLE_STEPS = 20;

/** Advances the clock until something is so. */
async function until(
	isSo: () => boolean,
	advance = async () => await jest.advanceTimersByTimeAsync(10),
): Promise<void> {
	let idle = 0;
	for (let steps = 0; !isSo(); steps++) {
		idle = jest.getTimerCount() === 0 ? idle + 1 : 0;
		if (idle > IDLE_STEPS || steps > MOST_STEPS) throw new Error('It never comes to that.');
		await advance();
	}
}

/** Advances the clock until a promise is settled. @returns its value, and the milliseconds that it took */
async function timed<T>(promise: Promise<T>): Promise<[T, number]> {
	const begun = performance.now();
	let isOver = false;
	const end = promise.finally(() => (isOver = true));
	await until(
		() => isOver,
		async () => await jest.advanceTimersToNextTimerAsync(),
	);
	return [await end, performance.now() - begun];
}

/** A server that answers with `serve` and counts what it sees. `together` is how many requests it has, with this one. */
function serverOf(serve: (together: number, count: number) => Promise<Sign>) {
	let together = 0;
	const server = {
		requests: 0,
		done: 0,
		refused: 0,
		most: 0,
		/** When each request came. */
		times: [] as number[],
		answer: async (): Promise<Sign> => {
			server.times.push(performance.now());
			server.most = Math.max(server.most, ++together);
			try {
				const sign = await serve(together, server.requests++);
				if (sign === 'well') server.done++;
				else if (typeof sign === 'object') server.refused++;
				return sign;
			} finally {
				together--;
			}
		},
	};
	return server;
}

type Server = ReturnType<typeof serverOf>;

/** Sends `count` requests, each again until it is not refused; no more than `most` at a time, as if about that many people. */
async function begin(throttle: Throttle, server: Server, count: number, most = Infinity) {
	const one = async () => {
		for (let tries = 1; ; tries++) {
			const turn = await throttle.turn(tries);
			if (turn === undefined) return false;
			throttle.goesOut(turn);
			const sign = await server.answer();
			throttle.release(turn, sign);
			if (typeof sign !== 'object') return true;
		}
	};
	let worked = 0;
	await inParallel(
		count,
		() => Math.min(most, throttle.width),
		async () => {
			worked++;
			return await one();
		},
	);
	return worked;
}

/** The same, and waits for the end. @returns the milliseconds that it took */
async function send(throttle: Throttle, server: Server, count: number) {
	const [, took] = await timed(begin(throttle, server, count));
	return took;
}

/** Sends requests that take so many milliseconds, and waits for the end. @returns how many may be under way then */
async function widthAfter(
	throttle: Throttle,
	count: number,
	ms: number,
	{ sign = 'well' as Sign, most = Infinity } = {},
) {
	const server = serverOf(async () => await after(ms, sign));
	await timed(begin(throttle, server, count, most));
	return throttle.width;
}

/** Ten requests, one after the other, each answered after 200 ms. @returns the turn of the next */
async function fiveASecond(throttle: Throttle) {
	for (let n = 0; n < 10; n++) {
		const turn = (await throttle.turn(1))!;
		await jest.advanceTimersByTimeAsync(200);
		throttle.release(turn, 'well');
	}
	return (await throttle.turn(1))!;
}

/** Refuses a request if more than `first` are there together; after the first 500 requests, if more than `then` are. */
const beyond = (first: number, then: number) => (together: number, n: number) =>
	together > (n < 500 ? first : then);

type IsRefused = (together: number, n: number, random: () => number) => boolean;

/** Refuses this part of the requests at random. */
const aPart =
	(part: number): IsRefused =>
	(_together, _n, random) =>
		random() < part;

const both =
	(one: IsRefused, other: IsRefused): IsRefused =>
	(...request) =>
		one(...request) || other(...request);

const after = async (ms: number, sign: Sign = 'well'): Promise<Sign> => {
	await sleep(ms);
	return sign;
};

/** A queue before a number of workers, which take `ms` for each request. */
function queueOf(workers: () => number, ms = 100) {
	const waiting: Array<() => void> = [];
	let busy = 0;
	return async (): Promise<Sign> => {
		if (busy >= workers()) await new Promise<void>((resolve) => waiting.push(resolve));
		busy++;
		await sleep(ms);
		busy--;
		while (busy < workers() && waiting.length > 0) {
			waiting.shift()?.();
			await Promise.resolve();
		}
		return 'well';
	};
}

/** Takes `most` requests in each second of the clock, answers them after `ms`, and refuses the others. */
function eachSecond(most: number, ms: number, wait: number) {
	let second = -1;
	let count = 0;
	return async (): Promise<Sign> => {
		const now = Math.floor(performance.now() / 1000);
		if (now !== second) [second, count] = [now, 0];
		return ++count > most ? await after(2, { wait }) : await after(ms);
	};
}

describe('the number at a time', () => {
	it('is ten until eight of the first ten are answered', async () => {
		const server = serverOf(async (_, n) => await after(n < 7 ? 100 : 5000));
		const throttle = new Throttle();
		const sending = begin(throttle, server, 100);
		await jest.advanceTimersByTimeAsync(99);
		expect([server.requests, throttle.width]).toEqual([10, 10]);
		await jest.advanceTimersByTimeAsync(4000);
		expect([server.most, throttle.width]).toEqual([10, 10]);
		await timed(sending);
		expect(server.done).toBe(100);
	});

	it('grows to 64, and no further, if answers take no longer', async () => {
		const server = serverOf(async () => await after(100));
		await jest.advanceTimersByTimeAsync(5000);
		const throttle = new Throttle();
		const took = await send(throttle, server, 1000);
		expect([server.done, server.most, throttle.width]).toEqual([1000, 64, 64]);
		expect(throttle.course().milliseconds).toBeCloseTo(took);
		// 10, 20 and 40 at a time, then 64.
		expect(took).toBeLessThan(2100);
		expect(throttle.course()).toMatchObject({ most: 64, slowedAt: undefined, refused: 0 });
	});

	it('is not misled by times that vary', async () => {
		const times = Array.from({ length: 1000 }, (_, n) => 120 + ((n * 61) % 160));
		const server = serverOf(async (_, n) => await after(times[n]));
		const took = await send(new Throttle(), server, 1000);
		expect(server.most).toBe(64);
		expect(took).toBeLessThan(5000);
	});

	it('is not misled by times that vary much', async () => {
		const random = randomFrom(6);
		const server = serverOf(
			async () => await after(300 * Math.exp(1.2 * (random() + random() + random() - 1.5))),
		);
		const throttle = new Throttle();
		const took = await send(throttle, server, 1500);
		expect(throttle.width).toBe(64);
		expect(took).toBeLessThan(15_000);
	});

	it('tries fewer than the first ten if those may have been too many', async () => {
		const server = serverOf(
			async (together) => await after(100 * (1 + Math.max(0, together / 2 - 1) * 2)),
		);
		const throttle = new Throttle();
		const took = await send(throttle, server, 500);
		expect(throttle.width).toBeLessThan(5);
		expect(took).toBeLessThan(38_000);
	});

	it('becomes what the server works on at a time, and little more', async () => {
		const server = serverOf(queueOf(() => 20));
		const throttle = new Throttle();
		const took = await send(throttle, server, 1000);
		expect(server.most).toBeLessThanOrEqual(40);
		expect(throttle.width).toBeGreaterThanOrEqual(20);
		expect(throttle.width).toBeLessThanOrEqual(32);
		expect(throttle.course().slowedAt).toBeGreaterThan(20);
		expect(took).toBeLessThan(1.25 * 5000);
	});

	it('shrinks if the server comes to work on fewer', async () => {
		let workers = 100;
		const server = serverOf(queueOf(() => workers));
		const throttle = new Throttle();
		const sending = begin(throttle, server, 3000);
		await until(() => server.done >= 1000);
		expect(throttle.width).toBe(64);
		workers = 16;
		await timed(sending);
		expect(throttle.width).toBeGreaterThanOrEqual(16);
		expect(throttle.width).toBeLessThanOrEqual(28);
	});

	it('goes below ten if the server works on one at a time', async () => {
		const throttle = new Throttle();
		await send(throttle, serverOf(queueOf(() => 1)), 300);
		expect(throttle.width).toBeLessThan(10);
	});

	it('does not shrink for a few milliseconds, as this machine takes for each request', async () => {
		const throttle = new Throttle();
		await send(throttle, serverOf(queueOf(() => 1, 1)), 1000);
		expect(throttle.width).toBeGreaterThanOrEqual(10);
	});

	it('stays if the server becomes slower for any number of requests', async () => {
		const server = serverOf(async (_, n) => await after(n < 1000 ? 100 : 400));
		const throttle = new Throttle();
		const took = await send(throttle, server, 3000);
		expect(throttle.width).toBe(64);
		// 2,000 requests of 400 ms, 64 at a time, take 12.5 s.
		expect(took).toBeLessThan(18_000);
	});

	it('that answers took longer with is never more than were under way', async () => {
		let workers = 100;
		const serve = queueOf(() => workers);
		const throttle = new Throttle();
		const said = new Set<number>();
		const server = serverOf(async (_, n) => {
			if (n === 1000) workers = 16;
			const sign = await serve();
			const { slowedAt, most } = throttle.course();
			if (slowedAt !== undefined) said.add(slowedAt);
			expect(slowedAt ?? 0).toBeLessThanOrEqual(most);
			return sign;
		});
		await timed(begin(throttle, server, 2000, 45));
		expect(server.most).toBe(45);
		expect(said).toContain(45);
	});

	it('stays if requests wait for a login before they go out', async () => {
		const throttle = new Throttle();
		let least = Infinity;
		const one = async (n: number) => {
			const turn = (await throttle.turn(1))!;
			if (n >= 1000 && n < 1100) await sleep(2000);
			throttle.goesOut(turn);
			await sleep(100);
			throttle.release(turn, 'well');
			if (n > 900) least = Math.min(least, throttle.width);
			return true;
		};
		await timed(inParallel(1500, () => throttle.width, one));
		expect(least).toBe(64);
	});

	it('stays ten if nothing is carried out', async () => {
		const server = serverOf(async () => await after(50, 'otherwise'));
		await send(new Throttle(), server, 300);
		expect(server.most).toBe(10);
	});

	it('grows if every other request is refused for what it holds', async () => {
		const server = serverOf(async (_, n) => await after(50, n % 2 ? 'well' : 'otherwise'));
		await send(new Throttle(), server, 1000);
		expect(server.most).toBe(64);
	});

	it('halves, to ten, as long as it is not known what becomes of requests, and comes back', async () => {
		const server = serverOf(async (_, n) =>
			n >= 500 && n < 800 ? await after(1000, 'lost') : await after(100),
		);
		const throttle = new Throttle();
		const sending = begin(throttle, server, 2000);
		await until(() => server.requests >= 500);
		expect(throttle.width).toBe(64);
		await until(() => server.requests >= 800);
		expect(throttle.width).toBeLessThanOrEqual(16);
		expect(throttle.width).toBeGreaterThanOrEqual(10);
		expect(throttle.course().slowedAt).toBeUndefined();
		await timed(sending);
		expect(throttle.width).toBeGreaterThanOrEqual(32);
	});

	it.each([
		['doubles if answers take half as long again, and no longer', 150, 40, undefined],
		['becomes what the server works on at a time, and one more, if they take longer', 160, 13, 20],
	])('%s', async (_, ms, width, slowedAt) => {
		const throttle = new Throttle();
		expect(await widthAfter(throttle, 10, 100)).toBe(20);
		expect(await widthAfter(throttle, 20, ms)).toBe(width);
		expect(throttle.course().slowedAt).toBe(slowedAt);
	});

	it.each([
		['falls further if fewer are faster by a fifth', 160, 5, 20],
		['goes back up if fewer are not faster by a fifth', 161, 20, undefined],
	])('%s', async (_, ms, width, slowedAt) => {
		const throttle = new Throttle();
		await widthAfter(throttle, 10, 100);
		expect(await widthAfter(throttle, 20, 200)).toBe(11);
		expect(await widthAfter(throttle, 20, ms)).toBe(width);
		expect(throttle.course().slowedAt).toBe(slowedAt);
	});

	it('is not changed by one slow answer', async () => {
		const throttle = new Throttle();
		await widthAfter(throttle, 10, 100);
		expect(await widthAfter(throttle, 1, 1000)).toBe(20);
	});

	it('that answers took longer with is told until it is as high again', async () => {
		const throttle = new Throttle();
		await widthAfter(throttle, 10, 100);
		await widthAfter(throttle, 20, 160);
		const told: Array<[number, number | undefined]> = [];
		for (let n = 0; n < 5; n++) {
			told.push([await widthAfter(throttle, 20, 100), throttle.course().slowedAt]);
		}
		expect(told).toEqual([...[14, 15, 16, 18].map((width) => [width, 20]), [20, undefined]]);
	});

	it('falls to five if ten take longer than they once did, and goes back if that is no faster', async () => {
		const throttle = new Throttle();
		expect(await widthAfter(throttle, 10, 100, { most: 5 })).toBe(10);
		expect(await widthAfter(throttle, 10, 160)).toBe(5);
		expect(throttle.course().slowedAt).toBe(10);
		expect(await widthAfter(throttle, 20, 110)).toBe(10);
		expect(throttle.course().slowedAt).toBeUndefined();
	});

	it('halves if answers take longer with less than the fastest came with', async () => {
		const throttle = new Throttle();
		expect(await widthAfter(throttle, 10, 120)).toBe(20);
		expect(await widthAfter(throttle, 20, 100)).toBe(40);
		expect(await widthAfter(throttle, 40, 50, { sign: 'lost' })).toBe(20);
		expect(await widthAfter(throttle, 20, 50, { sign: 'lost' })).toBe(10);
		expect(await widthAfter(throttle, 20, 200)).toBe(5);
	});

	it('comes down to one if one at a time is fastest', async () => {
		const throttle = new Throttle();
		const refusesTen = async (_together: number, n: number) =>
			n < 10 ? await after(5, { wait: 100 }) : await after(100);
		await send(throttle, serverOf(refusesTen), 10);
		expect(await widthAfter(throttle, 11, 100)).toBe(3);
		expect(await widthAfter(throttle, 20, 310)).toBe(2);
		expect(await widthAfter(throttle, 20, 210)).toBe(1);
		expect(throttle.course().slowedAt).toBe(3);
		expect(await widthAfter(throttle, 20, 100)).toBe(3);
	});

	it('falls to ten if nothing is known of those that were to show whether fewer are faster', async () => {
		const throttle = new Throttle();
		await widthAfter(throttle, 10, 100);
		expect(await widthAfter(throttle, 20, 200)).toBe(11);
		expect(await widthAfter(throttle, 20, 50, { sign: 'lost' })).toBe(10);
	});

	it('no longer doubles after answers that did not come', async () => {
		const throttle = new Throttle();
		expect(await widthAfter(throttle, 10, 50, { sign: 'lost' })).toBe(10);
		expect(await widthAfter(throttle, 20, 100)).toBe(11);
	});

	it('starts again if nothing is known of the first ten', async () => {
		const server = serverOf(async (_, n) => await after(50, n < 10 ? 'lost' : 'well'));
		const throttle = new Throttle();
		await send(throttle, server, 1000);
		expect([server.requests, throttle.width]).toEqual([1000, 64]);
	});

	it('that was chosen is neither more nor less, however long answers take', async () => {
		const server = serverOf(queueOf(() => 2));
		const throttle = new Throttle(20);
		await send(throttle, server, 300);
		expect([server.most, throttle.width]).toEqual([20, 20]);
	});
});

describe('a refusal', () => {
	it('lets none begin until the time is up, then one alone, and those first that were refused', async () => {
		let isFull = false;
		const order: number[] = [];
		const throttle = new Throttle(16);
		const one = async (item: number) => {
			for (let tries = 1; ; tries++) {
				const turn = await throttle.turn(tries);
				if (turn === undefined) return false;
				order.push(item);
				const sign = isFull ? await after(5, { wait: 3000 }) : await after(100);
				throttle.release(turn, sign);
				if (sign === 'well') return true;
			}
		};
		const sending = inParallel(200, () => throttle.width, one);
		await jest.advanceTimersByTimeAsync(199);
		isFull = true;
		await jest.advanceTimersByTimeAsync(10);
		isFull = false;
		expect(order).toHaveLength(48);
		expect(throttle.width).toBe(1);
		await jest.advanceTimersByTimeAsync(2900);
		expect(order).toHaveLength(48);
		await jest.advanceTimersByTimeAsync(190);
		expect(order).toHaveLength(49);
		await jest.advanceTimersByTimeAsync(60);
		// All 16 were refused, so it is not known that the server takes even two at a time.
		expect(throttle.width).toBe(1);
		await timed(sending);
		expect(order.slice(48, 64).sort((one, two) => one - two)).toEqual(
			order.slice(32, 48).sort((one, two) => one - two),
		);
		expect(throttle.course().refused).toBe(16);
	});

	it('of the number does not bring it back there', async () => {
		const server = serverOf(async (together) =>
			together > 30 ? await after(5, { wait: 1000 }) : await after(100),
		);
		const throttle = new Throttle();
		const took = await send(throttle, server, 3000);
		expect(server.done).toBe(3000);
		expect(server.refused / server.requests).toBeLessThan(0.02);
		expect(throttle.width).toBeLessThanOrEqual(32);
		expect(throttle.width).toBeGreaterThanOrEqual(20);
		// It takes 10 s with 30 at a time, and three refusals add to that.
		expect(took).toBeLessThan(17_000);
	});

	it.each([
		[5, 1000],
		[30, 1000],
		[30, 300],
		[30, 100],
		[200, 1000],
	])(
		'of the pace is learned from: 100 in each second, after %i ms, %i ms to wait',
		async (ms, wait) => {
			const server = serverOf(eachSecond(100, ms, wait));
			const took = await send(new Throttle(), server, 1000);
			expect(server.done).toBe(1000);
			expect(took).toBeLessThan(1.5 * 10_000);
			expect(server.refused / server.requests).toBeLessThan(0.07);
		},
	);

	it.each([
		['20 in each second, after 200 ms', 20, 200, 1500, 30],
		['3 in each second', 3, 30, 200, 30],
	])('leads to a pace that is kept: %s', async (_, most, ms, count, refused) => {
		const server = serverOf(eachSecond(most, ms, 1000));
		await send(new Throttle(), server, count);
		expect(server.refused).toBeLessThan(refused);
	});

	it('leads to a pace that is kept: hardly any more in the next minute', async () => {
		const server = serverOf(eachSecond(20, 30, 1000));
		const throttle = new Throttle();
		const took = await send(throttle, server, 2000);
		expect(server.refused).toBeLessThan(40);
		expect(took).toBeLessThan(125_000);
		expect(throttle.course().perSecond).toBeGreaterThan(15);
		expect(throttle.course().perSecond).toBeLessThan(25);
	});

	it('by a minute is obeyed, and its pace learned', async () => {
		let minute = -1;
		let count = 0;
		const server = serverOf(async () => {
			const now = Math.floor(performance.now() / 60_000);
			if (now !== minute) [minute, count] = [now, 0];
			const left = (now + 1) * 60_000 - performance.now();
			return ++count > 100 ? await after(5, { wait: left }) : await after(50);
		});
		const took = await send(new Throttle(), server, 500);
		expect(took).toBeLessThan(7 * 60_000);
		expect(server.refused).toBeLessThan(100);
	});

	it('brings the pace to nine tenths of what went through, and slowly up to it and beyond', async () => {
		const throttle = new Throttle(1);
		const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);
		const perSecond = () => throttle.course().perSecond;
		throttle.release(await fiveASecond(throttle), { wait: 1000 });
		expect(perSecond()).toBeCloseTo(0.9 * 5);
		await pass(10_000);
		expect(perSecond()).toBeCloseTo(0.9 * 5);
		throttle.release((await throttle.turn(2))!, 'well');
		await pass(3000);
		expect(perSecond()).toBeCloseTo(5);
		await pass(3000);
		expect(perSecond()).toBeCloseTo(1.1 * 5);
		await pass(5000);
		expect(perSecond()).toBeUndefined();
	});

	describe('of the pace', () => {
		/** One at a time: so many answers, of so many milliseconds each, and then a refusal. @returns the pace then */
		async function paceAfter(throttle: Throttle, count: number, ms: number) {
			const one = async (sign: Sign) => {
				const [turn] = await timed(throttle.turn(1));
				if (sign === 'well') await jest.advanceTimersByTimeAsync(ms);
				throttle.release(turn!, sign);
			};
			for (let n = 0; n < count; n++) await one('well');
			await one({ wait: 1000 });
			return throttle.course().perSecond;
		}

		it('at once shows none: what came before it is too little', async () => {
			const throttle = new Throttle(1);
			expect(await paceAfter(throttle, 2, 100)).toBeUndefined();
			// A second of answers is enough.
			expect(await paceAfter(throttle, 5, 200)).toBeCloseTo(0.9 * 5);
		});

		it('at a far lower one shows that the pace was wrong: then two alike are needed, and ten answers', async () => {
			const throttle = new Throttle(1);
			expect(await paceAfter(throttle, 10, 200)).toBeCloseTo(0.9 * 5);
			expect(await paceAfter(throttle, 3, 1000)).toBeUndefined();
			expect(await paceAfter(throttle, 10, 200)).toBeUndefined();
			expect(await paceAfter(throttle, 10, 200)).toBeCloseTo(0.9 * 5);
		});
	});

	it.each([1000, 10_000, 60_000])(
		'brings the pace to nine tenths when it goes on, if another of the same time says to wait %i ms',
		async (wait) => {
			const throttle = new Throttle(3);
			const [one, other] = [(await throttle.turn(1))!, (await throttle.turn(1))!];
			const last = await fiveASecond(throttle);
			throttle.release(one, { wait: 1000 });
			throttle.release(other, { wait });
			throttle.release(last, 'well');
			await timed(throttle.turn(2));
			expect(throttle.course().perSecond).toBeCloseTo(0.9 * 5);
		},
	);

	it('brings the pace to nine tenths when it goes on, if another answer comes long after it', async () => {
		const throttle = new Throttle(2);
		const other = (await throttle.turn(1))!;
		throttle.release(await fiveASecond(throttle), { wait: 1000 });
		await jest.advanceTimersByTimeAsync(15_000);
		throttle.release(other, 'well');
		await timed(throttle.turn(2));
		expect(throttle.course().perSecond).toBeCloseTo(0.9 * 5);
	});

	it.each(['well', 'lost'] as const)(
		'brings the pace to nine tenths when it goes on, if the request that is sent alone is %s long after it',
		async (sign) => {
			const throttle = new Throttle(1);
			throttle.release(await fiveASecond(throttle), { wait: 1000 });
			const [alone] = await timed(throttle.turn(2));
			await jest.advanceTimersByTimeAsync(15_000);
			throttle.release(alone!, sign);
			await timed(throttle.turn(2));
			expect(throttle.course().perSecond).toBeCloseTo(0.9 * 5);
		},
	);

	it.each(['lost', 'unsent'] as const)(
		'is forgotten if nothing but requests that are %s comes after it',
		async (sign) => {
			const throttle = new Throttle(1);
			throttle.release(await fiveASecond(throttle), { wait: 1000 });
			await timed(
				begin(
					throttle,
					serverOf(async () => await after(5, sign)),
					100,
				),
			);
			expect(throttle.course().perSecond).toBeUndefined();
		},
	);

	it('after a second without any answer is none of the pace', async () => {
		const throttle = new Throttle(2);
		const [one, other] = [(await throttle.turn(1))!, (await throttle.turn(1))!];
		await jest.advanceTimersByTimeAsync(5000);
		throttle.release(one, { wait: 100 });
		expect(throttle.course().perSecond).toBeUndefined();
		throttle.release(other, 'well');
	});

	it.each(['lost', 'unsent'] as const)(
		'is not over because a request is %s after it',
		async (sign) => {
			const throttle = new Throttle(10);
			const turns = await Promise.all(
				Array.from({ length: 10 }, async () => await throttle.turn(1)),
			);
			turns.forEach((turn, n) => throttle.release(turn!, n === 0 ? { wait: 100 } : 'well'));
			const [lost] = await timed(throttle.turn(2));
			throttle.release(lost!, sign);
			expect(throttle.width).toBe(1);
			const [taken] = await timed(throttle.turn(2));
			throttle.release(taken!, 'otherwise');
			expect(throttle.width).toBe(7);
		},
	);

	it('that came of another program is forgotten', async () => {
		const begun = performance.now();
		const isBusy = () => performance.now() - begun < 5000;
		const server = serverOf(async (_, n) =>
			isBusy() && n % 5 === 4 ? await after(5, { wait: 1000 }) : await after(100),
		);
		const throttle = new Throttle();
		const took = await send(throttle, server, 20_000);
		expect([throttle.width, throttle.course().perSecond]).toEqual([64, undefined]);
		// 20,000 requests of 100 ms, 64 at a time, take 31 s.
		expect(took).toBeLessThan(75_000);
	});

	it.each([
		['1 of 10 at random', 50, aPart(0.1), 1000, 130],
		['3 of 10 at random', 50, aPart(0.3), 1000, 370],
		['1 of 50 at random', 50, aPart(0.02), 1000, 40],
		['1 of 50 at random, of slow answers', 400, aPart(0.02), 2000, 350],
		['1 of 200 at random', 100, aPart(0.005), 5000, 110],
		['more than 30, then more than 5 together', 100, beyond(30, 5), 2000, 80],
		['more than 40, then more than 8 together', 100, beyond(40, 8), 2000, 80],
		['more than 8, then more than 2 together', 100, beyond(8, 2), 2000, 150],
		[
			'more than 30 together, and 1 of 100 at random',
			100,
			both(beyond(30, 30), aPart(0.01)),
			3000,
			118,
		],
	])('of %s does not slow it down for good', async (_, ms, isRefused, count, seconds) => {
		const seeds = [1, 2, 3, 4, 5];
		let all = 0;
		for (const seed of seeds) {
			const random = randomFrom(seed);
			const server = serverOf(async (together, n) =>
				isRefused(together, n, random)
					? await after(2, { wait: 1000 * random() })
					: await after(ms),
			);
			all += await send(new Throttle(), server, count);
			expect(server.done).toBe(count);
		}
		expect(all / seeds.length / 1000).toBeLessThan(seconds);
	});

	it('that comes once, among the first ten, does not keep the number low', async () => {
		const server = serverOf(async (_, n) =>
			n === 5 ? await after(5, { wait: 1000 }) : await after(100),
		);
		expect(await send(new Throttle(), server, 3000)).toBeLessThan(17_000);
		expect(server.most).toBe(64);
	});

	it('of one beside many brings it back to less, and then to all that had gone well', async () => {
		const server = serverOf(async (_, n) =>
			n === 200 ? await after(5, { wait: 1000 }) : await after(100),
		);
		const throttle = new Throttle(40);
		const sending = begin(throttle, server, 6000);
		await until(() => server.refused > 0);
		await jest.advanceTimersByTimeAsync(1150);
		expect(throttle.width).toBe(28);
		const begun = performance.now();
		await until(() => throttle.width >= 40);
		expect(performance.now() - begun).toBeLessThan(12_000);
		await timed(sending);
	});

	describe('if one of 20 at a time is refused,', () => {
		type IsRefusedThen = (n: number, together: number, width: number) => boolean;
		const first = (n: number) => n === 19;

		/** @returns each number at a time of the next seconds, and how many milliseconds it lasted */
		async function steps(seconds: number, isRefused: IsRefusedThen) {
			const throttle = new Throttle();
			// At most 15 at a time went well before; within the first second, so that no pace is learned from the refusal.
			await widthAfter(throttle, 10, 300);
			await widthAfter(throttle, 20, 300, { most: 15 });
			const seen: Array<{ width: number; from: number }> = [];
			const server = serverOf(async (together, n) => {
				const { width } = throttle;
				if (seen.at(-1)?.width !== width) seen.push({ width, from: performance.now() });
				return isRefused(n, together, width) ? await after(5, { wait: 100 }) : await after(300);
			});
			void begin(throttle, server, 50_000);
			await jest.advanceTimersByTimeAsync(seconds * 1000);
			return seen
				.slice(0, -1)
				.map(({ width, from }, n) => [width, seen[n + 1].from - from] as const);
		}

		it('it goes on with 14, one more each second, and after five with the twentieth', async () => {
			const seen = (await steps(20, first)).slice(0, 9);
			expect(seen.map(([width]) => width)).toEqual([20, 1, 14, 15, 16, 17, 18, 19, 20]);
			for (const [, ms] of seen.slice(2, 7)) expect(ms / 1000).toBeCloseTo(1.25, 0);
			expect(Math.floor(seen[7][1] / 1000)).toBe(5);
		});

		it('it tries the twentieth after 5, 10 and 20 seconds, then every 40, while it is refused', async () => {
			const seen = await steps(190, (_n, together) => together > 19);
			const waits = seen.filter(([width]) => width === 19).map(([, ms]) => ms / 1000);
			expect(waits.map(Math.floor)).toEqual([5, 10, 20, 40, 40]);
		});

		it('it waits as long before the twentieth if one of 19 is refused meanwhile, not twice as long', async () => {
			let at19 = 0;
			const seen = await steps(
				30,
				// Three rounds of 19 went well before.
				(n, together, width) => first(n) || (width === 19 && together === 19 && ++at19 === 60),
			);
			const waits = seen.filter(([width]) => width === 19).map(([, ms]) => ms / 1000);
			expect(waits).toHaveLength(2);
			expect(Math.floor(waits[1])).toBe(5);
		});
	});

	it('is not forgotten if answers take longer after it', async () => {
		let most = 0;
		const server = serverOf(async (together, n) => {
			// The fastest answers are those with the most requests at a time.
			if (n < 600) return await after(110 - n / 60);
			if (n > 800) most = Math.max(most, throttle.width);
			return together > 12 ? await after(2, { wait: 500 }) : await after(180);
		});
		const throttle = new Throttle();
		const sending = begin(throttle, server, 2000);
		await until(() => server.refused > 0);
		await timed(sending);
		expect(most).toBeLessThanOrEqual(16);
	});

	it('makes what came before it no measure of whether fewer are faster', async () => {
		const throttle = new Throttle();
		await widthAfter(throttle, 10, 100);
		expect(await widthAfter(throttle, 20, 200)).toBe(11);
		const refusesOne = async (_together: number, n: number) =>
			n === 10 ? await after(5, { wait: 100 }) : await after(100);
		await send(throttle, serverOf(refusesOne), 12);
		expect(throttle.width).toBe(7);
		expect(await widthAfter(throttle, 20, 200)).toBe(3);
	});

	it('does not bring it up from what it had come down to', async () => {
		let workers = 100;
		const serve = queueOf(() => workers);
		let refuses = false;
		let most = 0;
		const server = serverOf(async (_, n) => {
			if (n >= 7000 && n < 7100) most = Math.max(most, throttle.width);
			if (!refuses) return await serve();
			refuses = false;
			return await after(5, { wait: 1000 });
		});
		const throttle = new Throttle();
		const sending = begin(throttle, server, 8000);
		await until(() => server.requests >= 1000);
		refuses = true;
		await until(() => server.requests >= 5000);
		expect(throttle.width).toBeGreaterThan(50);
		workers = 12;
		await until(() => server.requests >= 7000);
		const { width } = throttle;
		expect(width).toBeLessThan(30);
		refuses = true;
		await timed(sending);
		expect(most).toBeLessThanOrEqual(width + 4);
	});

	it('of a number that was chosen brings it back to that number at most', async () => {
		const server = serverOf(async (_, n) =>
			n === 30 ? await after(5, { wait: 1000 }) : await after(100),
		);
		const throttle = new Throttle(10);
		await send(throttle, server, 3000);
		expect(server.most).toBe(10);
		expect(throttle.width).toBe(10);
	});
});

it('whatever the server does, the limits hold, all is sent, and nothing begins in a rest', async () => {
	const waits = fc.constantFrom(0, 1, 500, 1000, 60_000);
	const kinds: Array<fc.Arbitrary<Sign>> = [
		fc.constant('well'),
		fc.constant('otherwise'),
		fc.constant('lost'),
		fc.constant('unsent'),
		fc.record({ wait: waits }),
	];
	const stretch = fc.record({
		signs: fc.array(fc.oneof(kinds[0], ...kinds), { minLength: 1, maxLength: 5 }),
		times: fc.array(fc.constantFrom(0, 1, 20, 100, 500, 30_000), { minLength: 1, maxLength: 4 }),
		length: fc.integer({ min: 1, max: 80 }),
	});
	const run = fc.record({
		width: fc.option(fc.integer({ min: 1, max: 64 }), { nil: undefined }),
		stretches: fc.array(stretch, { maxLength: 4 }),
		count: fc.integer({ min: 1, max: 200 }),
	});
	await fc.assert(
		fc.asyncProperty(run, async ({ width, stretches, count }) => {
			const plan = stretches.flatMap(({ signs, times, length }) =>
				Array.from({ length }, (_, n) => ({
					sign: signs[n % signs.length],
					ms: times[n % times.length],
				})),
			);
			const throttle = new Throttle(width);
			let restsUntil = 0;
			const server = serverOf(async (together, n) => {
				expect(Number.isInteger(throttle.width)).toBe(true);
				expect(throttle.width).toBeGreaterThanOrEqual(1);
				expect(throttle.width).toBeLessThanOrEqual(width ?? 64);
				expect(together).toBeLessThanOrEqual(width ?? 64);
				expect(performance.now()).toBeGreaterThanOrEqual(restsUntil);
				const { sign, ms } = plan[n] ?? { sign: 'well', ms: 20 };
				await sleep(ms);
				if (typeof sign === 'object') {
					restsUntil = Math.max(restsUntil, performance.now() + sign.wait);
				}
				return sign;
			});
			const [worked] = await timed(begin(throttle, server, count));
			expect(worked).toBe(count);
			expect(server.requests).toBe(count + server.refused);
		}),
		{ numRuns: 300 },
	);
});

it('a request that was tried twice goes first, then one that was tried once', async () => {
	const throttle = new Throttle(1);
	const first = (await throttle.turn(1))!;
	const order: number[] = [];
	const waiting = [1, 2, 2, 3, 1].map(async (tries, n) => {
		const turn = (await throttle.turn(tries))!;
		order.push(n);
		throttle.release(turn, 'well');
	});
	throttle.release(first, 'well');
	await Promise.all(waiting);
	expect(order).toEqual([3, 1, 2, 0, 4]);
});

it('the end of a run gives none of those who wait a turn', async () => {
	const end = new AbortController();
	const throttle = new Throttle(1, end.signal);
	const first = await throttle.turn(1);
	const second = throttle.turn(1);
	const third = throttle.turn(2);
	end.abort();
	expect(await Promise.all([second, third])).toEqual([undefined, undefined]);
	expect(first).toBeDefined();
	expect(await throttle.turn(1)).toBeUndefined();
});

it('the end of a run ends a wait at once', async () => {
	const end = new AbortController();
	const throttle = new Throttle(2, end.signal);
	const turn = (await throttle.turn(1))!;
	throttle.release(turn, { wait: 60_000 });
	const next = throttle.turn(2);
	await jest.advanceTimersByTimeAsync(1000);
	end.abort();
	const [given, took] = await timed(next);
	expect(given).toBeUndefined();
	expect(took).toBeLessThan(200);
	await jest.advanceTimersByTimeAsync(200);
	expect(jest.getTimerCount()).toBe(0);
});
