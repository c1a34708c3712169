/**
 * The servers that are measured. Each answers after `from` to `to` milliseconds, drawn evenly.
 *
 * - `workers`: it works on that many requests at a time, and the others wait.
 * - `perSecond`: it takes that many in each second since the first came, and answers the others 429 with `Retry-After: 1`.
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
		ideal: (count) => 1000 * (Math.ceil(count / 100) - 1),
	},
	{ name: 'gets slower the more there are', from: 80, to: 120, crowd: 16 },
	{ name: 'gets slower half-way', from: 30, to: 70, then: { from: 120, to: 280 } },
];

module.exports = { SERVERS };
