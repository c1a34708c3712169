const { setTimeout: wait } = require('node:timers/promises');

const POLL_MS = 400;
/** An execution may appear in the database after others with higher IDs: up to this many higher. */
const BEHIND = 50;

const FINAL = ['success', 'error', 'crashed', 'canceled'];

/** A mark in the data of an execution, which n8n stores as text. */
const MARK = 's[0-9]+e[0-9]+t[0-9]+';

/**
 * Watches all executions in n8n's database: `{ id, status, mark, isKept }`. `mark` is that of what was sent; `isKept` says whether a
 * failed execution has the data that the Retry button needs.
 */
function watchExecutions(postgres) {
	const all = new Map();
	const byMark = new Map();
	let isOver = false;
	let lookedAt = 0;
	const look = async (isLast = false) => {
		const begun = Date.now();
		const open = [...all.values()]
			.filter(({ status }) => !FINAL.includes(status))
			.map(({ id }) => id);
		const last = Math.max(0, ...all.keys());
		const rows = await postgres.query(
			`select e.id, e.status, coalesce(e."retryOf", ''), coalesce(substring(d.data from '${MARK}'), ''), position('lastNodeExecuted' in d.data) > 0
			from execution_entity e join execution_data d on d."executionId" = e.id
			where e.id > ${isLast ? 0 : last - BEHIND} or e.id in (${[0, ...open].join(', ')})`,
		);
		for (const [id, status, retryOf, written, hasRun] of rows) {
			const before = all.get(Number(id));
			// An execution that died holds an error in place of what was sent.
			const mark = written || before?.mark || all.get(Number(retryOf))?.mark;
			const one = { id: Number(id), status, mark, isKept: status === 'error' && hasRun === 't' };
			all.set(one.id, one);
			if (!byMark.has(mark)) byMark.set(mark, new Map());
			byMark.get(mark).set(one.id, one);
		}
		lookedAt = begun;
	};
	const go = async () => {
		while (!isOver) {
			// The database is restarted now and then.
			await look().catch(() => {});
			await wait(POLL_MS);
		}
	};
	const loop = go();
	return {
		all,
		/** The executions of a mark, the oldest first. */
		of: (mark) => [...(byMark.get(mark)?.values() ?? [])].sort((one, two) => one.id - two.id),
		/** When what is told was so: the database cannot be looked at now and then. */
		lookedAt: () => lookedAt,
		isFinal: ({ status }) => FINAL.includes(status),
		/** Looks at all once more, since n8n may call an execution something else later. */
		stop: async () => {
			isOver = true;
			await loop;
			await look(true);
		},
	};
}

module.exports = { watchExecutions };
