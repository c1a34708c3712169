// Servers with a simulated clock: no sockets, no n8n, no waiting. The node's own code sends to them, in the node's own order.

const { randomFrom } = require('./random');

/**
 * What is simulated: the node's own code, from `dist` or from its sources.
 *
 * @typedef {object} Code
 * @property {typeof import('../../nodes/SevenTargets/run/inParallel').inParallel} inParallel
 * @property {typeof import('../../nodes/SevenTargets/transport/retry').retried} retried
 * @property {typeof import('../../nodes/SevenTargets/transport/throttle/throttle').Throttle} Throttle
 */

/**
 * What a server does. It takes `works` milliseconds for a request, times a random number that `jitter` draws, for `capacity` requests at a
 * time. Beyond that, the others wait, or all get slower: by the excess over its capacity, times `slowsDownBy`.
 *
 * @typedef {object} Server
 * @property {number} [seed]
 * @property {number} [works]
 * @property {number} [capacity]
 * @property {'queues' | 'slowsDown'} [whenFull]
 * @property {number} [slowsDownBy]
 * @property {string} [jitter]
 * @property {number} [sigma] of the log-normal jitter
 * @property {Limit} [limit]
 * @property {{ after: number, by?: number, capacity?: number, together?: number }} [change] after that part of the leads, a request takes
 *   so many times as long, and the capacity and the limit are these
 * @property {number} [failures] the part of the requests that get no answer
 * @property {number} [invalid] the part that is refused for what it holds
 * @property {number} [refusals] the part that is refused at random, as if there were too many
 * @property {{ from: number, to: number, refusals: number }} [busy] between these milliseconds, that part is refused instead
 * @property {{ after: number, ms: number }} [closed] after that part of the leads, it refuses everything for so long
 * @property {{ every: number, ms: number, perSecond: number }} [others] every so many milliseconds, others take that many a second of the
 *   limit for so long
 * @property {boolean} [refusesSlowly] whether a refusal takes as long as another answer
 * @property {(now: number) => number | undefined} [retryAfter] what a refusal asks for, in milliseconds
 *
 * @typedef {{ kind: 'window', perSecond: number, periodMs?: number } | { kind: 'bucket', perSecond: number, burst: number } |
 *   { kind: 'together', together: number }} Limit a number in each period, a bucket that fills up at a rate, or a number together
 */

/** The most requests that the node ever sends at a time. */
const MAX_LIMIT = 64;

/** The milliseconds that a request takes to the server, and an answer back. */
const ON_THE_WAY = 2;

/** The milliseconds that a server asks to wait after a refusal, if it says how long. */
const RETRY_AFTER = 1000;

const JITTERS = ['none', 'even', 'logNormal', 'tail'];
const LIMITS = ['window', 'bucket', 'together'];

/**
 * A random server. 3 in 10 have a limit: a number in each second, a bucket that fills up at a rate, or a number together. 3 in
 * 10 become up to three times as fast or as slow at some lead. 15 in 100 do not answer some requests.
 */
function drawServer(random) {
	const between = (from, to) => from + (to - from) * random();
	/** A random number, with each order of magnitude equally likely. */
	const spread = (from, to) => from * (to / from) ** random();
	const oneOf = (choices) => choices[Math.floor(random() * choices.length)];
	const drawn = {
		seed: Math.floor(random() * 2 ** 31),
		whenFull: oneOf(['queues', 'slowsDown']),
		capacity: Math.round(spread(1, 200)),
		slowsDownBy: between(1, 2),
		works: spread(20, 2000),
		jitter: oneOf(JITTERS),
		sigma: between(0.2, 0.7),
	};
	const isLimited = random() < 0.3;
	const perSecond = spread(5, 400);
	const limit = {
		kind: oneOf(LIMITS),
		perSecond,
		burst: Math.max(1, Math.round(perSecond * spread(0.2, 3))),
		together: Math.round(spread(2, MAX_LIMIT)),
	};
	const saysWhen = random() < 0.7;
	const changes = random() < 0.3;
	const change = { after: random(), by: spread(1 / 3, 3) };
	const fails = random() < 0.15;
	const failures = spread(0.001, 0.05);
	return {
		...drawn,
		limit: isLimited ? limit : undefined,
		retryAfter: () => (saysWhen ? RETRY_AFTER : undefined),
		change: changes ? change : undefined,
		failures: fails ? failures : 0,
	};
}

/** How many times as long a request takes with that many together. */
const slowness = ({ whenFull, capacity, slowsDownBy }, together) =>
	whenFull === 'queues' ? 1 : 1 + Math.max(0, together / capacity - 1) * slowsDownBy;

/** The number at a time with which the server does the most, of those that it accepts together. */
function bestNumber(server) {
	const { limit, capacity, works, whenFull } = server;
	const most = limit?.kind === 'together' ? Math.min(MAX_LIMIT, limit.together) : MAX_LIMIT;
	let best = { number: 1, perMs: 0 };
	for (let number = 1; number <= most; number++) {
		const asked = number / (works * slowness(server, number) + 2 * ON_THE_WAY);
		const perMs = whenFull === 'queues' ? Math.min(asked, capacity / works) : asked;
		if (perMs > best.perMs) best = { number, perMs };
	}
	return best.number;
}

/** The least milliseconds that any client needs for the leads because of a limit to requests over time; 0 without one. */
function waitingTime({ limit, works, change }, count) {
	const { kind, perSecond, burst } = limit ?? {};
	const last = works * Math.min(1, change?.by ?? 1) + 2 * ON_THE_WAY;
	if (kind === 'window') return 1000 * (Math.ceil(count / Math.floor(perSecond)) - 1) + last;
	if (kind === 'bucket') return (1000 * (count - burst)) / perSecond + last;
	return 0;
}

/**
 * @typedef {Awaited<ReturnType<typeof newClock>>} Clock
 */

/** A time of its own: `now` in milliseconds, `after` to have something happen, `run` to go on until something is over. */
async function newClock() {
	const { default: TinyQueue } = await import('tinyqueue');
	/** @type {Array<{ at: number, sequence: number, happen: () => void }>} */
	const none = [];
	const events = new TinyQueue(none, (one, two) => one.at - two.at || one.sequence - two.sequence);
	let now = 0;
	let sequence = 0;
	const after = (ms, happen) => events.push({ at: now + ms, sequence: sequence++, happen });
	return {
		now: () => now,
		after,
		pause: (ms, signal) =>
			new Promise((resolve) => {
				const end = () => {
					signal?.removeEventListener('abort', end);
					resolve(undefined);
				};
				after(Math.max(1, ms), end);
				signal?.addEventListener('abort', end);
			}),
		run: async (promise) => {
			let isOver = false;
			void promise.finally(() => (isOver = true));
			await settled();
			while (!isOver) {
				const event = events.pop();
				if (event === undefined) throw new Error('Nothing happens any more.');
				now = event.at;
				event.happen();
				await settled();
			}
			return await promise;
		},
	};
}

/** Resolves when every promise that can settle now has done so. */
const settled = () => new Promise(setImmediate);

/** @type {Required<Omit<Server, 'limit' | 'change' | 'busy' | 'closed' | 'others'>>} */
const DEFAULTS = {
	seed: 1,
	works: 100,
	capacity: Infinity,
	whenFull: 'queues',
	slowsDownBy: 1,
	jitter: 'none',
	sigma: 0.5,
	failures: 0,
	invalid: 0,
	refusals: 0,
	refusesSlowly: false,
	retryAfter: () => undefined,
};

/**
 * Starts a server.
 *
 * @param {typeof DEFAULTS & Server} server
 * @param {Clock} clock
 * @param {number} count how many leads there are
 * @param {() => number} random
 */
async function start(server, { now, after }, count, random) {
	const { randomLogNormal } = await import('d3-random');
	const { works, limit, change, failures, invalid, busy, others, jitter, sigma } = server;
	const JITTER = {
		none: () => 1,
		even: () => 0.6 + 0.8 * random(),
		logNormal: randomLogNormal.source(random)((-sigma * sigma) / 2, sigma),
		tail: () => (random() < 0.05 ? 5 : 0.789),
	};
	const seen = { requests: 0, refused: 0, done: 0, most: 0 };
	let together = 0;
	let working = 0;
	const queue = [];
	let period = -1;
	let inPeriod = 0;
	let tokens = limit?.kind === 'bucket' ? limit.burst : 0;
	let filledAt = 0;

	const changed = () => (change && seen.done >= count * change.after ? change : {});
	const capacity = () => changed().capacity ?? server.capacity;
	const workTime = () => works * (changed().by ?? 1);
	const takes = () => workTime() * JITTER[jitter]();
	const isTooMany = () => {
		switch (limit?.kind) {
			case 'together':
				return together >= (changed().together ?? limit.together);
			case 'window': {
				const { perSecond, periodMs = 1000 } = limit;
				const current = Math.floor(now() / periodMs);
				if (period !== current) [period, inPeriod] = [current, 0];
				const isShared = others && now() % others.every < others.ms;
				const left = perSecond - (isShared ? others.perSecond : 0);
				return ++inPeriod > (left * periodMs) / 1000;
			}
			case 'bucket':
				tokens = Math.min(limit.burst, tokens + ((now() - filledAt) * limit.perSecond) / 1000);
				filledAt = now();
				if (tokens < 1) return true;
				tokens--;
		}
		return false;
	};
	let closedAt = Infinity;
	const isClosed = () => {
		const { closed } = server;
		if (closed && closedAt === Infinity && seen.done >= count * closed.after) closedAt = now();
		return now() >= closedAt && now() < closedAt + (closed?.ms ?? 0);
	};
	const serve = () => {
		while (queue.length > 0 && working < capacity()) {
			const leave = queue.shift();
			working++;
			after(takes(), () => {
				working--;
				serve();
				leave();
			});
		}
	};
	const arrive = (answer) => {
		seen.requests++;
		const refusals =
			busy && now() >= busy.from && now() < busy.to ? busy.refusals : server.refusals;
		if (isClosed() || isTooMany() || (refusals > 0 && random() < refusals)) {
			seen.refused++;
			const refusal = { kind: 'refused', status: 429, retryAfter: server.retryAfter(now()) };
			return after(server.refusesSlowly ? takes() : ON_THE_WAY, () => answer(refusal));
		}
		if (failures > 0 && random() < failures) {
			return after(workTime(), () => answer({ kind: 'unknown' }));
		}
		seen.most = Math.max(seen.most, ++together);
		const leave = () => {
			together--;
			const isValid = invalid === 0 || random() >= invalid;
			after(ON_THE_WAY, () => {
				if (isValid) seen.done++;
				answer(isValid ? { kind: 'done' } : { kind: 'refused', status: 400, answer: {} });
			});
		};
		if (server.whenFull === 'queues') {
			queue.push(leave);
			serve();
		} else after(takes() * slowness(server, together), leave);
	};
	return {
		seen,
		/** Sends it a request. @returns the outcome */
		request: () => new Promise((resolve) => after(ON_THE_WAY, () => arrive(resolve))),
	};
}

/**
 * Sends leads to a server, as a run of the node does.
 *
 * @param {Code} code
 * @param {Server} described
 * @param {object} how
 * @param {number} how.count how many leads
 * @param {number} [how.concurrency] how many at a time; left out, the throttle is to find that out
 * @param {number} [how.maxTries]
 * @param {import('../../nodes/SevenTargets/transport/throttle/throttle').Strategies} [how.strategies]
 */
async function send({ inParallel, retried, Throttle }, described, how) {
	const { count, concurrency, maxTries = 3, strategies } = how;
	const server = { ...DEFAULTS, ...described };
	const random = randomFrom(server.seed);
	const clock = await newClock();
	const { request, seen } = await start(server, clock, count, random);
	const end = new AbortController();
	const throttle = new Throttle(concurrency, end.signal, clock, strategies);
	let failed = 0;
	const sendLead = async () => {
		const tries = { left: maxTries };
		const attempt = async (onSent) => {
			onSent();
			return await request();
		};
		const outcome = await retried(attempt, { repeatable: true, tries, throttle });
		if (outcome.kind !== 'done' && outcome.kind !== 'notSent') failed++;
		if (outcome.kind === 'run') end.abort();
		return !end.signal.aborted;
	};
	// The node's own back-off is to be the same for the same seed.
	const { random: ofTheMachine } = Math;
	Math.random = random;
	try {
		await clock.run(inParallel(count, () => throttle.limit, sendLead));
	} finally {
		Math.random = ofTheMachine;
	}
	const queue = Math.max(0, seen.most - server.capacity);
	return {
		...seen,
		queue,
		failed,
		isEnded: end.signal.aborted,
		time: clock.now(),
		stats: throttle.stats(),
	};
}

/**
 * Sends leads to random servers, in each of the ways.
 *
 * @param {Code} code
 * @param {object} how
 * @param {number} how.seed
 * @param {number} how.servers how many servers
 * @param {number} how.count how many leads for each
 * @param {Record<string, () => object>} how.ways by name, makes what else is to be handed to `send`
 * @param {(text: string) => void} [how.say] called with the progress
 * @returns for each server `server`, and the result of each way by its name; its `share` is the time of a client that knows the best number
 * at a time and the limit from the start, divided by the time that this way took
 */
async function simulate(code, { seed, servers, count, ways, say = () => {} }) {
	const random = randomFrom(seed);
	const results = [];
	for (let n = 0; n < servers; n++) {
		if (n % 100 === 0) say(`${n}`);
		const server = drawServer(random);
		const concurrency = bestNumber(server);
		const knowing = await send(code, { ...server, limit: undefined }, { count, concurrency });
		const least = Math.max(knowing.time, waitingTime(server, count));
		const result = { server };
		for (const [name, way] of Object.entries(ways)) {
			const sent = await send(code, server, { count, ...way() });
			result[name] = { ...sent, share: least / sent.time };
		}
		results.push(result);
	}
	return results;
}

module.exports = { newClock, send, simulate };
