/**
 * The servers that are measured. Each answers after `from` to `to` milliseconds, drawn evenly.
 *
 * - `workers`: it works on that many requests at a time, and the others wait.
 * - `perSecond`: it takes that many in each second since the first came, and answers the others 429.
 * - `refuses`: the part of the requests that it answers 429 at random, because others use it, too; `seed` chooses which.
 * - `closed`: from the lead number `from` on, it answers 429 to all for so many seconds.
 * - `retryAfter`: the seconds in the header of a 429; without, there is none.
 * - `crowd`: n requests at a time take 1 + (n / crowd)^1.5 times as long.
 * - `then`: what it does after half of the leads.
 * - `ideal`: the least milliseconds that any client needs for that many leads.
 */
const SERVERS = [
	{ name: 'answers at once', from: 0, to: 0 },
	{ name: 'answers after 30 to 70 ms', from: 30, to: 70 },
	{ name: 'answers after 120 to 280 ms', from: 120, to: 280 },
	{ name: 'answers after 120 to 280 ms, over TLS', from: 120, to: 280, isTls: true },
	{
		name: 'works on 20 at a time, 100 ms each',
		from: 100,
		to: 100,
		workers: 20,
		ideal: (count) => 5 * count,
	},
	{
		name: 'takes 100 in each second',
		from: 20,
		to: 40,
		perSecond: 100,
		retryAfter: 1,
		ideal: (count) => 1000 * (Math.ceil(count / 100) - 1),
	},
	{ name: 'gets slower the more there are', from: 80, to: 120, crowd: 16 },
	{ name: 'gets slower half-way', from: 30, to: 70, then: { from: 120, to: 280 } },
];

/** Servers that refuse: an answer takes 20 ms. With how many leads come, and what else the node is set to. */
const REFUSING = [
	...[0.01, 0.1, 0.3].flatMap((refuses) =>
		[undefined, 0, 1].map((retryAfter) => ({
			name: `refuses ${100 * refuses} % at random, ${retryAfter === undefined ? 'no Retry-After' : `Retry-After ${retryAfter}`}`,
			refuses,
			retryAfter,
		})),
	),
	{ name: 'takes 3 in each second', perSecond: 3, retryAfter: 1, count: 60 },
	{ name: 'takes 5 in each second', perSecond: 5, retryAfter: 1, count: 100 },
	{ name: 'takes 100 in each second', perSecond: 100, retryAfter: 1, count: 1000 },
	{ name: 'closed for 30 s in the middle', closed: { from: 150, seconds: 30 } },
	{ name: 'closed for 90 s in the middle', closed: { from: 150, seconds: 90 } },
	{
		name: 'closed from the start',
		closed: { from: 0, seconds: 36_000 },
		onError: 'continueRegularOutput',
	},
].map((server) => ({ from: 20, to: 20, count: 300, ...server }));

module.exports = { REFUSING, SERVERS };
