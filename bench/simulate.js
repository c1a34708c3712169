// `npm run bench:simulation`: the node's throttle on 10,000 random servers, compared with a fixed ten at a time; and on 1,000 of them, with
// each of its strategies left out. Writes the tables next to this file. SERVERS, LEADS and SEED change what their names say.

const { writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { formatted, table } = require('../test/support/markdown');
const { step } = require('../test/support/progress');
const { randomFrom } = require('../test/support/random');
const { send, simulate } = require('../test/support/simulation');

const { inParallel } = require('../dist/nodes/SevenTargets/run/inParallel');
const { retried } = require('../dist/nodes/SevenTargets/transport/retry');
const { Aimd } = require('../dist/nodes/SevenTargets/transport/throttle/aimd');
const { CubicRate } = require('../dist/nodes/SevenTargets/transport/throttle/cubicRate');
const { Gradient2 } = require('../dist/nodes/SevenTargets/transport/throttle/gradient2');
const { Throttle } = require('../dist/nodes/SevenTargets/transport/throttle/throttle');

const CODE = { inParallel, retried, Throttle };

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const SERVERS = number('SERVERS', 10_000);
const LEADS = number('LEADS', 1_000);
const SEED = number('SEED', 7);

const byItself = () => ({});
const WAYS = { 'By itself': byItself, 'Ten at a time': () => ({ concurrency: 10 }) };

/** The strategies, without the one of that name. */
const without = (name) => () => {
	const strategies = {
		byDuration: new Gradient2(),
		byRefusals: new Aimd(),
		byRate: new CubicRate(),
	};
	return { strategies: { ...strategies, [name]: undefined } };
};
const LEFT_OUT = {
	None: byItself,
	'`Gradient2`': without('byDuration'),
	'`Aimd`': without('byRefusals'),
	'`CubicRate`': without('byRate'),
};

const quantile = (values, part) =>
	[...values].sort((one, two) => one - two)[Math.floor((values.length - 1) * part)];

/** The rows of the table for some of the servers, one for each way. */
function rowsOf(name, results, ways) {
	return Object.keys(ways).map((way) => {
		const seen = results.map((result) => result[way]);
		const shares = seen.map(({ share }) => share);
		const queues = seen.map(({ queue }) => queue);
		const refusals = seen.map(({ refused, requests }) => refused / requests);
		const share = (part) => quantile(shares, part).toFixed(2);
		const percent = (part) => `${(100 * quantile(refusals, part)).toFixed(1)} %`;
		const failed = seen.reduce((sum, one) => sum + one.failed, 0);
		return [
			name,
			results.length.toLocaleString('en-US'),
			way,
			`**${share(0.5)}**`,
			`**${share(0.05)}**`,
			share(0),
			...[0.5, 0.95, 1].map((part) => quantile(queues, part)),
			...[0.95, 1].map(percent),
			failed,
		];
	});
}

const KINDS = {
	All: () => true,
	'Others wait': ({ limit, whenFull }) => limit === undefined && whenFull === 'queues',
	'All get slower': ({ limit, whenFull }) => limit === undefined && whenFull === 'slowsDown',
	'Speed changes': ({ limit, change }) => limit === undefined && change !== undefined,
	'Some without an answer': ({ limit, failures }) => limit === undefined && failures > 0,
	'So many in each second': ({ limit }) => limit?.kind === 'window',
	'A bucket of requests': ({ limit }) => limit?.kind === 'bucket',
	'So many together': ({ limit }) => limit?.kind === 'together',
};

const atRandom = (refusals, wait) => () => ({
	refusals,
	refusesSlowly: true,
	retryAfter: () => wait,
});
const closedFor =
	(ms, after = 0.5) =>
	() => ({ closed: { after, ms } });

/** Servers that refuse, whatever the node sends or because of it: each makes one, given a way to draw a number. */
const REFUSING = {
	...Object.fromEntries(
		[0.01, 0.1, 0.3].flatMap((part) =>
			[undefined, 0, 1000].map((wait) => {
				const asked = wait === undefined ? 'no Retry-After' : `Retry-After ${wait / 1000}`;
				return [`${part * 100} % at random, ${asked}`, atRandom(part, wait)];
			}),
		),
	),
	'1 to 5 a second, Retry-After 1': (between) => ({
		limit: { kind: 'window', perSecond: Math.floor(between(1, 6)) },
		retryAfter: () => 1000,
	}),
	'10 to 60 a second, others take most of it in bursts': (between) => {
		const perSecond = Math.round(between(10, 60));
		const [every, ms] = [between(2000, 10_000), between(500, 2000)];
		return {
			limit: { kind: 'window', perSecond },
			others: { every, ms, perSecond: 0.9 * perSecond },
		};
	},
	'Closed for 30 s half-way': closedFor(30_000),
	'Closed for 90 s half-way': closedFor(90_000),
	'Closed for good half-way': closedFor(Infinity),
	'Closed from the start': closedFor(Infinity, 0),
};

/** The rows of the table for servers that refuse: 20 of each kind, 300 leads. */
async function refusing() {
	const rows = [];
	for (const [name, make] of Object.entries(REFUSING)) {
		const random = randomFrom(SEED);
		const between = (from, to) => from + (to - from) * random();
		const sent = [];
		for (let n = 0; n < 20; n++) {
			const server = {
				seed: Math.floor(between(0, 2 ** 31)),
				works: 20 * 10 ** random(),
				jitter: 'even',
			};
			sent.push(await send(CODE, { ...server, ...make(between) }, { count: 300 }));
		}
		const of = (value, part) => quantile(sent.map(value), part);
		const seconds = (part) => (of(({ time }) => time, part) / 1000).toFixed(1);
		const refused = 100 * of(({ refused: count, requests }) => count / requests, 0.5);
		const done = of((one) => one.done, 0);
		rows.push([name, seconds(0.5), seconds(0.95), `${refused.toFixed(1)} %`, done]);
	}
	return table(
		['Servers', 'Seconds: median', '95th percentile', 'Refused: median', 'Leads done: least'],
		rows,
	);
}

/** @param column what the names of the ways are */
const tableOf = (results, ways, column) =>
	table(
		[
			'Servers',
			'How many',
			column,
			'Share: median',
			'5th percentile',
			'Least',
			'Queue: median',
			'95th percentile',
			'Longest',
			'Refused: 95th percentile',
			'Most',
			'Leads failed',
		],
		Object.entries(KINDS).flatMap(([name, isOne]) =>
			rowsOf(
				name,
				results.filter(({ server }) => isOne(server)),
				ways,
			),
		),
	);

const sendToAll = async (servers, ways) =>
	await step(`${servers} servers`, (say) =>
		simulate(CODE, { seed: SEED, servers, count: LEADS, ways, say }),
	);

async function main() {
	const few = Math.min(1_000, SERVERS);
	const [all, leftOut] = [await sendToAll(SERVERS, WAYS), await sendToAll(few, LEFT_OUT)];
	const text = `# The number of requests at a time, on random servers

${SERVERS.toLocaleString('en-US')} servers drawn from seed ${SEED}, ${LEADS.toLocaleString('en-US')} leads for each, with the node's own code and a clock of its own; \`npm run bench:simulation\`.

*Share* is the time that it takes somebody who knows the best number at a time from the first moment, and all of the limit, as a part of the time that it took. *Queue* is the most requests that were at the server beyond what it works on at a time. A lead has failed that was refused, or not answered, three times.

How the servers are drawn: work of 20 ms to 2 s, for 1 to 200 requests at a time (each order of magnitude as often); the times do not vary, or evenly by 40 %, or by a log-normal law, or one of 20 takes six times as long. Beyond that number the others wait, or all get slower, by one to two times as much as there are more. 3 of 10 have a limit, 5 to 400 in each second, or a bucket that fills up so fast, or 2 to 64 together; 7 of 10 of these say when to come back. 3 of 10 become up to three times slower or faster at some lead. 15 of 100 do not answer up to one of 20 requests.

${tableOf(all, WAYS, 'Requests at a Time')}

## What each strategy is worth

The same with ${few.toLocaleString('en-US')} of the servers, and one of the throttle's strategies left out. What limits the number at a time then is at most 64.

${tableOf(leftOut, LEFT_OUT, 'Left out')}

## Servers that refuse

20 of each kind, 300 leads, answers after 20 to 200 ms.

${await refusing()}
`;
	const file = join(__dirname, 'simulation.md');
	const page = await formatted(text, file);
	await writeFile(file, page);
	console.log(page);
}

void main();
