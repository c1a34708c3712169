import type { NotSent, Outcome } from '../../nodes/SevenTargets/transport/outcome';
import { retried } from '../../nodes/SevenTargets/transport/retry';
import { Throttle } from '../../nodes/SevenTargets/transport/throttle/throttle';
import { pause } from '../../shared/waiting';
import { DONE, NOT_SENT, PART, problem, useFixedJitter } from '../support/outcomes';

useFixedJitter();

const NOT_REACHED = problem('unreached');
const PROXY = problem('unreached', { status: 502 });
const FOR_GOOD = problem('refused', { status: 400, answer: {} });
const CUT_OFF = problem('refused', { status: 400 });
const BUSY = problem('refused', { status: 503 });
const TOO_MANY = problem('refused', { status: 429 });
const LOST = problem('unknown');
const BROKEN_OFF = problem('unknown', { status: 201 });
const LOGIN = problem('run', { status: 401 });

/** Sends a request whose attempts, of 7 ms each, come to these outcomes. */
async function outcomeOf(
	outcomes: Array<Outcome | NotSent>,
	{ repeatable = true, maxTries = outcomes.length, stopAfter = Infinity } = {},
) {
	const halt = new AbortController();
	const throttle = new Throttle(1, halt.signal);
	const turns = jest.spyOn(throttle, 'acquire');
	const release = jest.spyOn(throttle, 'release');
	const begun: number[] = [];
	const sent: number[] = [];
	const start = performance.now();
	let isOver = false;
	const end = retried(
		async (onSent) => {
			begun.push(performance.now() - start);
			await jest.advanceTimersByTimeAsync(5);
			onSent();
			sent.push(performance.now());
			await jest.advanceTimersByTimeAsync(2);
			if (begun.length === stopAfter) halt.abort();
			return outcomes[begun.length - 1];
		},
		{ repeatable, tries: { left: maxTries }, throttle },
	).finally(() => (isOver = true));
	for (let n = 0; n < 2_000 && !isOver; n++) await jest.advanceTimersByTimeAsync(10);
	expect(isOver).toBe(true);
	expect(release.mock.calls.map(([turn]) => turn.sent)).toEqual(sent);
	return {
		outcome: await end,
		tries: turns.mock.calls.map(([tries]) => tries),
		signals: release.mock.calls.map(([, signal]) => signal),
		/** From the end of each attempt to the begin of the next one. */
		waits: begun.slice(1).map((at, n) => at - begun[n] - 7),
	};
}

describe('a request is sent again', () => {
	it.each([
		['not, once it is done', [DONE, DONE], true, DONE, 1],
		['if it was refused, and may be done a moment later', [NOT_REACHED, DONE], false, DONE, 2],
		['not if it was refused for good', [FOR_GOOD, DONE], true, FOR_GOOD, 1],
		['if a refusal broke off before it said why', [CUT_OFF, DONE], false, DONE, 2],
		['if its fate is unknown and twice does no harm', [LOST, DONE], true, DONE, 2],
		['not if its fate is unknown and twice does harm', [LOST, DONE], false, LOST, 1],
		['not if the login failed', [LOGIN, DONE], true, LOGIN, 1],
		['no more often than Max Tries', [BUSY, NOT_REACHED, NOT_REACHED, DONE], true, NOT_REACHED, 3],
	])('%s', async (_, outcomes, repeatable, outcome, count) => {
		const result = await outcomeOf(outcomes, { repeatable, maxTries: 3 });
		expect(result.outcome).toEqual(outcome);
		expect(result.tries).toEqual([1, 2, 3].slice(0, count));
	});
});

describe('what is refused', () => {
	it('in the first try was certainly not carried out', async () => {
		expect((await outcomeOf([BUSY, FOR_GOOD])).outcome).toEqual(FOR_GOOD);
	});

	it.each([
		['lost', LOST],
		['broken off', BROKEN_OFF],
	])('after a try that was %s may have been carried out by that one', async (_, first) => {
		expect((await outcomeOf([first, NOT_REACHED, FOR_GOOD])).outcome).toEqual({
			...FOR_GOOD,
			kind: 'unknown',
		});
	});
});

it('does not go on if the login fails after a try of unknown fate, which stays unknown', async () => {
	const { outcome, tries } = await outcomeOf([LOST, LOGIN, DONE]);
	expect(outcome).toEqual({ ...LOGIN, kind: 'unknown' });
	expect(tries).toEqual([1, 2]);
});

it('takes its tries from those that it is handed, and sends nothing if none is left', async () => {
	const tries = { left: 3 };
	const how = { repeatable: true, tries, throttle: new Throttle(1) };
	const outcomes = [LOST, DONE, FOR_GOOD, DONE];
	const attempt = jest.fn(async () => outcomes.shift()!);
	const once = async () => {
		const end = retried(attempt, how);
		await jest.advanceTimersByTimeAsync(5_000);
		return await end;
	};
	expect(await once()).toEqual(DONE);
	expect(tries.left).toBe(1);
	expect(await once()).toEqual(FOR_GOOD);
	expect(await once()).toEqual(NOT_SENT);
	expect(attempt).toHaveBeenCalledTimes(3);
});

describe('a refusal because the server takes no more', () => {
	/** A throttle of a run in which another request was accepted before. */
	async function open() {
		const throttle = new Throttle(1);
		throttle.release((await throttle.acquire(1))!, 'ok');
		return throttle;
	}
	const sent = async (throttle: Throttle, attempt: () => Promise<Outcome>, repeatable = false) => {
		const tries = { left: 1 };
		let isOver = false;
		const end = retried(attempt, { repeatable, tries, throttle }).finally(() => (isOver = true));
		const begun = performance.now();
		while (!isOver) await jest.advanceTimersByTimeAsync(100);
		return { outcome: await end, left: tries.left, seconds: (performance.now() - begun) / 1000 };
	};

	it('ends the run if nothing was accepted before and the tries are used up', async () => {
		const { outcome } = await outcomeOf([BUSY, TOO_MANY]);
		expect(outcome).toEqual({ ...TOO_MANY, kind: 'run' });
	});

	it('is no try if another request was accepted', async () => {
		const throttle = await open();
		const outcomes = [BUSY, TOO_MANY, BUSY, DONE];
		const { outcome, left } = await sent(throttle, async () => outcomes.shift()!);
		expect([outcome, left]).toEqual([DONE, 0]);
	});

	it('is no try if a request is in flight that may be accepted', async () => {
		const throttle = new Throttle(2);
		const other = (await throttle.acquire(1))!;
		const outcomes = [BUSY, DONE];
		const attempt = async () => {
			if (outcomes.length === 2) void pause(50).then(() => throttle.release(other, 'ok'));
			return outcomes.shift()!;
		};
		expect((await sent(throttle, attempt)).outcome).toEqual(DONE);
	});

	it('gives up if nothing was accepted for two minutes; the next request shows whether the run ends', async () => {
		const throttle = await open();
		const { outcome, seconds } = await sent(throttle, async () => BUSY);
		expect(outcome).toEqual(BUSY);
		expect(seconds).toBeGreaterThan(120);
		expect(seconds).toBeLessThan(150);
		const next = await sent(throttle, async () => BUSY);
		expect(next.outcome).toEqual({ ...BUSY, kind: 'run' });
		expect(next.seconds).toBeLessThan(30);
	});

	it('is no sign of a closed server if other requests were answered meanwhile', async () => {
		const throttle = await open();
		const turn = await throttle.acquire(1);
		throttle.release(turn!, { wait: 0, retryAfter: 0 });
		const other = await throttle.acquire(1);
		await jest.advanceTimersByTimeAsync(121_000);
		expect(throttle.closedMs).toBeGreaterThan(120_000);
		throttle.release(other!, 'other');
		expect(throttle.closedMs).toBe(0);
	});

	it('ends a request that is refused 20 times while others are accepted', async () => {
		const throttle = await open();
		jest.spyOn(throttle, 'closedMs', 'get').mockReturnValue(0);
		let accepted = 1;
		jest.spyOn(throttle, 'accepted', 'get').mockImplementation(() => accepted);
		const attempt = jest.fn(async () => {
			accepted++;
			return BUSY;
		});
		const { outcome } = await sent(throttle, attempt);
		expect(outcome).toEqual(BUSY);
		expect(attempt).toHaveBeenCalledTimes(20);
	});

	it('does not count towards these if no other was accepted in between', async () => {
		const throttle = await open();
		jest.spyOn(throttle, 'closedMs', 'get').mockReturnValue(0);
		let left = 30;
		const attempt = jest.fn(async () => (left-- > 0 ? BUSY : DONE));
		expect((await sent(throttle, attempt)).outcome).toEqual(DONE);
		expect(attempt).toHaveBeenCalledTimes(31);
	});

	it('leaves unknown what an earlier try may have done', async () => {
		const { outcome } = await outcomeOf([LOST, BUSY, BUSY]);
		expect(outcome).toEqual({ ...BUSY, kind: 'unknown' });
	});
});

describe('if the run ends', () => {
	it('before the first try, nothing was sent', async () => {
		expect((await outcomeOf([NOT_SENT])).outcome).toEqual(NOT_SENT);
	});

	it('before the first turn, nothing is begun', async () => {
		const throttle = new Throttle(1, AbortSignal.abort());
		const attempt = jest.fn(async () => DONE);
		const how = { repeatable: true, tries: { left: 3 }, throttle };
		expect(await retried(attempt, how)).toEqual(NOT_SENT);
		expect(attempt).not.toHaveBeenCalled();
	});

	it('before a later try goes out, what the one before came to stands', async () => {
		expect((await outcomeOf([LOST, NOT_SENT])).outcome).toEqual(LOST);
	});

	it('during a try, its outcome stands, without a wait', async () => {
		const begun = performance.now();
		const { outcome, tries } = await outcomeOf([LOST, DONE], { stopAfter: 1 });
		expect(outcome).toEqual(LOST);
		expect(tries).toEqual([1, 2]);
		expect(performance.now() - begun).toBeLessThan(50);
	});
});

it('tells the throttle of each try what it shows of the server, and when it went out', async () => {
	const { signals } = await outcomeOf([BUSY, NOT_REACHED, PROXY, BROKEN_OFF, LOST, DONE]);
	const wait = 100 * 2 * PART;
	expect(signals).toEqual([{ wait }, 'notSent', 'notSent', 'other', 'noAnswer', 'ok']);
});

it('comes before requests that were not sent yet, once a busy server takes more', async () => {
	const throttle = new Throttle(1);
	const sent: string[] = [];
	const send = (name: string) => {
		const attempt = async () => (sent.push(name) === 1 ? BUSY : DONE);
		return retried(attempt, { repeatable: true, tries: { left: 3 }, throttle });
	};
	const both = Promise.all([send('first'), send('second')]);
	await jest.advanceTimersByTimeAsync(5_000);
	expect(await both).toEqual([DONE, DONE]);
	expect(sent).toEqual(['first', 'first', 'second']);
});

it('gives its turn back if an attempt throws', async () => {
	const throttle = new Throttle(1);
	const release = jest.spyOn(throttle, 'release');
	const how = { repeatable: true, tries: { left: 3 }, throttle };
	await expect(retried(() => Promise.reject(new Error('no')), how)).rejects.toThrow('no');
	expect(release.mock.calls.map(([, signal]) => signal)).toEqual(['notSent']);
	expect(await throttle.acquire(1)).toBeDefined();
});

describe('the wait before the next try', () => {
	it('doubles with each, and is longer after a 429', async () => {
		const { signals, waits } = await outcomeOf([TOO_MANY, TOO_MANY, BUSY, NOT_REACHED, DONE]);
		expect(signals.slice(0, 3)).toEqual([
			{ wait: 500 * 2 * PART },
			{ wait: 500 * 4 * PART },
			{ wait: 100 * 8 * PART },
		]);
		expect(waits[3]).toBeGreaterThanOrEqual(100 * 16 * PART);
		expect(waits[3]).toBeLessThan(100 * 16 * PART + 120);
	});

	it.each([
		['is as long as the server asks', 3_000, 3_000],
		['is no shorter than without such a wish', 10, 100 * 2 * PART],
	])('%s', async (_, retryAfter, wait) => {
		const { signals } = await outcomeOf([{ ...BUSY, retryAfter } as Outcome, DONE]);
		expect(signals[0]).toEqual({ wait, retryAfter });
		const unknown = await outcomeOf([{ ...BROKEN_OFF, retryAfter } as Outcome, DONE]);
		expect(unknown.waits[0]).toBeGreaterThanOrEqual(wait);
		expect(unknown.waits[0]).toBeLessThan(wait + 120);
	});
});
