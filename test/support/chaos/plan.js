const { createHash } = require('node:crypto');
const { READINGS } = require('../leadStore');
const { randomFrom } = require('../random');
const { run } = require('../run');
const { FAULTS, LOGIN_FAULTS } = require('../faults');

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const WORKERS = 3;

/** For how many minutes things are killed, after everything has started; then everything settles. */
const MINUTES = Math.max(1, Number(process.env.MINUTES ?? 2));

/** What a CRM asks for about the same people, one after the other, and how often in relation to the others. */
const STORIES = [
	{ weight: 3, operations: ['upsert'] },
	{ weight: 3, operations: ['create'] },
	{ weight: 2, operations: ['upsert', 'upsert'] },
	{ weight: 1, operations: ['upsert', 'update'] },
	{ weight: 1, operations: ['upsert', 'update', 'update', 'stopFollowUp'] },
	{ weight: 1, operations: ['create', 'update'] },
	{ weight: 1, operations: ['create', 'stopFollowUp'] },
	{ weight: 1, operations: ['upsert', 'stopFollowUp'] },
	{ weight: 1, operations: ['upsert', 'upsert', 'stopFollowUp'] },
	{ weight: 1, operations: ['update'], areKnown: true },
	{ weight: 1, operations: ['stopFollowUp'], areKnown: true },
];

/**
 * Everything that happens in a run, from a seed only. Times are milliseconds after the start.
 *
 * - `reading`: how the API reads its documents (see `leadStore`);
 * - `stories`: each is about some people, and holds the executions that a CRM asks for, each after the one before was successful:
 *   which operation, for whom, whether the node retries by itself, and whether a failed one is sent again or retried with the
 *   Retry button;
 * - `fates`: for each person, the faults of the requests about them, in order; later requests have none;
 * - `logins`: for each kind of login, the same for the requests to its server;
 * - `events`: what is killed, restarted, revoked, and when.
 */
function planOf(seed, minutes) {
	const random = randomFrom(seed);
	const between = (least, most) => least + random() * (most - least);
	const whole = (least, most) => Math.floor(between(least, most + 1));
	const isSo = (probability) => random() < probability;
	const oneOf = (all) => all[whole(0, all.length - 1)];
	const weighted = (all) => oneOf(all.flatMap((one) => Array(one.weight).fill(one)));
	const duration = minutes * MINUTE;
	/** The times of something that happens again and again, `least` to `most` apart. */
	const every = (least, most, from = least) => {
		const times = [];
		for (let at = from; at < duration; at += between(least, most)) times.push(Math.round(at));
		return times;
	};

	const stories = every(0.6 * SECOND, 1.8 * SECOND, 0).map((at, n) => {
		const { operations, areKnown = false } = weighted(STORIES);
		const people = Array.from({ length: whole(1, 5) }, (_, who) => ({
			email: `story${n}.person${who}@example.com`,
			isKnown: areKnown || (operations[0] === 'upsert' && isSo(0.25)),
		}));
		return {
			at,
			login: oneOf(['password', 'oAuth2']),
			people,
			executions: operations.map((operation, step) => {
				const all = people.map((_, who) => who);
				// A later execution is about some of the people, and a CRM may have a person twice.
				const some = step === 0 ? all : all.filter((who) => who === 0 || isSo(0.7));
				const who = isSo(0.2) ? [...some, oneOf(some)] : some;
				return {
					operation,
					who,
					retriesOnFail: isSo(0.5),
					// If a failed Create were sent again, it would start messages a second time.
					isRetried: operation === 'create' || isSo(0.5),
				};
			}),
		};
	});
	const fault = () => (isSo(0.25) ? 'none' : oneOf(Object.keys(FAULTS)));
	const fates = Object.fromEntries(
		stories.flatMap(({ people }) =>
			people.map(({ email }) => [
				email,
				isSo(0.5) ? [] : Array.from({ length: whole(1, 3) }, fault),
			]),
		),
	);
	const loginFates = () =>
		Array.from({ length: 60 * minutes }, () =>
			isSo(0.75) ? 'none' : oneOf(Object.keys(LOGIN_FAULTS)),
		);
	let last = 0;
	/** Never the same one twice in a row, because it takes some seconds to start again. */
	const worker = () => (last = (last + whole(1, WORKERS - 1)) % WORKERS);
	const events = [
		...every(7 * SECOND, 14 * SECOND).map((at) => ({ at, what: 'kill worker', which: worker() })),
		...every(50 * SECOND, 90 * SECOND, between(15, 35) * SECOND).map((at) => ({
			at,
			what: 'kill main',
		})),
		...every(35 * SECOND, 60 * SECOND, between(20, 40) * SECOND).map((at) => ({
			at,
			what: 'restart PostgreSQL',
			how: oneOf(['fast', 'immediate']),
		})),
		...every(35 * SECOND, 60 * SECOND, between(25, 50) * SECOND).map((at) => ({
			at,
			what: 'restart Redis',
		})),
		...every(25 * SECOND, 45 * SECOND).map((at) => ({
			at,
			what: oneOf(['API hangs', 'API hangs, carries out', 'API is down']),
			for: Math.round(between(2, 6) * SECOND),
		})),
		...every(8 * SECOND, 20 * SECOND).map((at) => ({ at, what: 'revoke tokens' })),
		...every(10 * SECOND, 25 * SECOND).map((at) => ({
			at,
			what: 'say that tokens last',
			seconds: oneOf([5, 20, 60, 3600]),
		})),
		// With 2 hours, the API takes every token as expired: nothing works until the clock is right again.
		...every(15 * SECOND, 30 * SECOND).map((at) => ({
			at,
			what: 'clock of the logins is off',
			hours: oneOf([-0.9, 0.9, 2]),
			for: Math.round(between(3, 8) * SECOND),
		})),
	].sort((one, other) => one.at - other.at);
	return {
		seed,
		minutes,
		reading: {
			// With this reading, a second POST of an address starts its messages again, and the stand-in counts that.
			secondPost: 'assigns',
			unknownLead: oneOf(READINGS.unknownLead),
			putDemands: oneOf(READINGS.putDemands),
		},
		stories,
		fates,
		logins: { password: loginFates(), oAuth2: loginFates() },
		events,
	};
}

const hashOf = (plan) =>
	createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 16);

/** The hash of the plan that another process makes from the same seed. */
const hashElsewhere = async (seed, minutes) =>
	(await run('node', [__filename, `${seed}`, `${minutes}`])).trim();

/** A summary of a plan, on one line. */
function summaryOf({ seed, minutes, reading, stories, fates, events }) {
	const counts = new Map();
	for (const { what } of events) counts.set(what, (counts.get(what) ?? 0) + 1);
	const executions = stories.flatMap((story) => story.executions);
	const faults = Object.values(fates)
		.flat()
		.filter((name) => name !== 'none').length;
	return [
		`seed ${seed}, ${minutes} min`,
		`${executions.length} executions for ${Object.keys(fates).length} people`,
		`${faults} faults`,
		[...counts].map(([what, count]) => `${what} ${count}`).join(', '),
		`a lead that there is not is ${reading.unknownLead}, an update must hold ${reading.putDemands.join(', ') || 'nothing more'}`,
	].join('; ');
}

module.exports = { hashElsewhere, hashOf, MINUTES, planOf, summaryOf, WORKERS };

// `node plan.js SEED MINUTES` prints the hash of a plan.
if (require.main === module) {
	const [seed, minutes] = process.argv.slice(2).map(Number);
	console.log(hashOf(planOf(seed, minutes)));
}
