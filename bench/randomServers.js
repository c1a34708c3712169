// Random servers, drawn from a seed, with a simulated clock: no sockets, no n8n, no waiting. The node's own throttle sends to
// them, in the node's own order.

const { inParallel } = require('../dist/nodes/SevenTargets/run/inParallel');
const { MOST } = require('../dist/nodes/SevenTargets/transport/limit');
const { Throttle } = require('../dist/nodes/SevenTargets/transport/throttle');
const { randomFrom } = require('../test/support/random');

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
		/** Requests beyond its capacity wait, or all requests get slower: by the excess over its capacity, times one to two. */
		whenFull: oneOf(['queues', 'slowsDown']),
		capacity: Math.round(spread(1, 200)),
		slowsDownBy: between(1, 2),
		/** Milliseconds for one request. */
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
		together: Math.round(spread(2, MOST)),
		saysWhen: random() < 0.7,
	};
	const changes = random() < 0.3;
	const change = { after: random(), by: spread(1 / 3, 3) };
	const fails = random() < 0.15;
	const failures = spread(0.001, 0.05);
	return {
		...drawn,
		limit: isLimited ? limit : undefined,
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
	const most = limit?.kind === 'together' ? Math.min(MOST, limit.together) : MOST;
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
 * Sends `count` leads to a server by a throttle, each at most `maxTries` times.
 *
 * @param width how many at a time; undefined if the throttle is to find that out
 * @param libraries a queue sorted by time, and random numbers of a distribution
 */
async function send(server, { count, width, maxTries }, { TinyQueue, randomLogNormal }) {
	const { capacity, works, limit, change, failures, jitter, sigma } = server;
	const random = randomFrom(server.seed);
	const logNormal = randomLogNormal.source(random)((-sigma * sigma) / 2, sigma);
	const JITTER = {
		none: () => 1,
		even: () => 0.6 + 0.8 * random(),
		logNormal,
		tail: () => (random() < 0.05 ? 5 : 0.789),
	};
	let now = 0;
	let sequence = 0;
	const events = new TinyQueue([], (one, two) => one.at - two.at || one.sequence - two.sequence);
	const after = (ms, happen) => events.push({ at: now + ms, sequence: sequence++, happen });
	const wait = (ms) => new Promise((resolve) => after(ms, resolve));
	const throttle = new Throttle(width, undefined, {
		now: () => now,
		pause: (ms) => wait(Math.max(1, ms)),
	});

	const seen = { requests: 0, refused: 0, queue: 0, done: 0, failed: 0 };
	let together = 0;
	let working = 0;
	const queue = [];
	let second = -1;
	let inSecond = 0;
	let tokens = limit?.burst ?? 0;
	let filledAt = 0;

	const pace = () => works * (change && seen.done >= count * change.after ? change.by : 1);
	const takes = () => pace() * JITTER[jitter]();
	const isTooMany = () => {
		switch (limit?.kind) {
			case 'together':
				return together >= limit.together;
			case 'window':
				if (second !== Math.floor(now / 1000)) [second, inSecond] = [Math.floor(now / 1000), 0];
				return ++inSecond > limit.perSecond;
			case 'bucket':
				tokens = Math.min(limit.burst, tokens + ((now - filledAt) * limit.perSecond) / 1000);
				filledAt = now;
				if (tokens < 1) return true;
				tokens--;
		}
		return false;
	};
	const serve = () => {
		while (queue.length > 0 && working < capacity) {
			const answer = queue.shift();
			working++;
			after(takes(), () => {
				working--;
				serve();
				answer('well');
			});
		}
	};
	const arrive = (answer) => {
		seen.requests++;
		if (isTooMany()) {
			seen.refused++;
			return after(ON_THE_WAY, () => answer('refused'));
		}
		if (failures > 0 && random() < failures) return after(pace(), () => answer('lost'));
		together++;
		seen.queue = Math.max(seen.queue, together - capacity);
		const leave = (how) => {
			together--;
			after(ON_THE_WAY, () => answer(how));
		};
		if (server.whenFull === 'queues') {
			queue.push(leave);
			serve();
		} else after(takes() * slowness(server, together), () => leave('well'));
	};
	const request = () => new Promise((resolve) => after(ON_THE_WAY, () => arrive(resolve)));

	const sendLead = async () => {
		for (let tries = 1; tries <= maxTries; tries++) {
			const turn = await throttle.turn(tries);
			const how = await request();
			// The node's own back-off.
			const backOff = (base) => random() * Math.min(20_000, base * 2 ** tries);
			const asked = limit?.saysWhen ? RETRY_AFTER : 0;
			throttle.release(turn, how === 'refused' ? { wait: Math.max(asked, backOff(500)) } : how);
			if (how === 'well') {
				seen.done++;
				return true;
			}
			if (how === 'lost') await wait(backOff(100));
		}
		seen.failed++;
		return true;
	};
	let isOver = false;
	void inParallel(count, () => throttle.width, sendLead).then(() => (isOver = true));
	await settled();
	while (!isOver) {
		const event = events.pop();
		now = event.at;
		event.happen();
		await settled();
	}
	return { ...seen, time: now, course: throttle.course() };
}

/** Resolves when every promise that can settle now has done so. */
const settled = () => new Promise(setImmediate);

/**
 * Sends leads to random servers, in each of the ways.
 *
 * @param servers how many servers
 * @param ways by name, what to change in `options`
 * @param say called with the progress
 * @returns for each server `server`, and the result of each way by its name; its `share` is the time of a client that knows the best number
 * at a time and the limit from the start, divided by the time that this way took
 */
async function simulate({ seed, servers, ways, say = () => {}, ...options }) {
	const [{ default: TinyQueue }, { randomLogNormal }] = await Promise.all([
		import('tinyqueue'),
		import('d3-random'),
	]);
	const random = randomFrom(seed);
	const results = [];
	for (let n = 0; n < servers; n++) {
		if (n % 100 === 0) say(`${n}`);
		const server = drawServer(random);
		const sent = async (to, how) =>
			await send(to, { ...options, ...how }, { TinyQueue, randomLogNormal });
		const knowing = await sent({ ...server, limit: undefined }, { width: bestNumber(server) });
		const least = Math.max(knowing.time, waitingTime(server, options.count));
		const result = { server };
		for (const [name, way] of Object.entries(ways)) {
			const seen = await sent(server, way);
			result[name] = { ...seen, share: least / seen.time };
		}
		results.push(result);
	}
	return results;
}

module.exports = { simulate };
