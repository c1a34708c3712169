const { setTimeout: wait } = require('node:timers/promises');
const { pathOf } = require('./workflows');

const POLL_MS = 200;
/** A request of the node ends after three seconds, and is sent again after up to two: after this time, an execution that n8n calls ended sends nothing more. */
const QUIET_MS = 8000;
/** If an execution is not in the database after this time, n8n did not take it; if n8n said that it did, it died before it was stored. */
const UNSEEN_MS = 10_000;
const TAKEN_UNSEEN_MS = 60_000;
const REQUEST_MS = 30_000;

/** The mark of what is sent: the story, the execution in it, and the number of the attempt to send that. */
const markOf = (story, execution, attempt) => `s${story}e${execution}t${attempt}`;

/** The items of an execution, each with values that no other item has. */
function itemsOf(plan, story, execution, attempt) {
	const { people, executions } = plan.stories[story];
	return executions[execution].who.map((who, item) => ({
		email: people[who].email,
		...valuesOf(story, execution, item),
		mark: markOf(story, execution, attempt),
	}));
}

const valuesOf = (story, execution, item) => ({
	name: `First ${story}.${execution}.${item}`,
	lastName: `Last ${story}.${execution}.${item}`,
	phone: `+49 170 ${story}-${execution}-${item}`,
});

/**
 * Sends the executions of a plan, as a CRM would: each one again until n8n calls it successful, and then the next one about the same
 * people.
 *
 * @param n8n `{ hook, call }`: where webhooks are, and n8n's REST API
 * @param executions of `watchExecutions`
 * @param requests of the API so far
 * @param isGivenUp ends all
 * @returns what was sent, by the story and the execution: `{ isSuccessful, attempts }`, each attempt `{ mark, isSuccessful,
 * isTaken, from, to, losses }`, where `isTaken` says that n8n has an execution of it, and each of `losses` is a run of which n8n keeps
 * nothing: `{ from, over, to, id }`, when it was asked for, when n8n said that it was over, when its last request must have come, and its ID if it has one
 */
async function sendAll({ plan, n8n, executions, requests, isGivenUp }) {
	const begun = Date.now();
	const lastRequestOf = (mark) => requests.findLast(({ body }) => body.context === mark)?.at ?? 0;
	const untilSo = async (check) => {
		while (!check() && !isGivenUp()) await wait(POLL_MS);
	};

	const post = async (path, leads) => {
		try {
			const response = await fetch(`${n8n.hook}/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ leads }),
				signal: AbortSignal.timeout(REQUEST_MS),
			});
			await response.text();
			return response.ok;
		} catch {
			return false;
		}
	};

	/** Waits until no execution of a mark is running. @returns the newest, undefined if there is none, and when n8n said that it was over */
	const endOf = async (mark, isTaken) => {
		const posted = Date.now();
		const newest = () => executions.of(mark).at(-1);
		const isUnseen = () =>
			newest() === undefined &&
			executions.lookedAt() - posted > (isTaken ? TAKEN_UNSEEN_MS : UNSEEN_MS);
		for (;;) {
			await untilSo(
				() =>
					isUnseen() || (newest() !== undefined && executions.of(mark).every(executions.isFinal)),
			);
			const found = newest();
			const over = Date.now();
			if (isGivenUp() || found === undefined || found.status === 'success' || found.isKept)
				return { found, over };
			// n8n says that it has ended, but its requests may still be under way.
			const isQuiet = () => Date.now() - Math.max(posted, lastRequestOf(mark)) > QUIET_MS;
			await untilSo(isQuiet);
			const { id, status, isKept } = /** @type {any} */ (newest());
			if (id === found.id && status === found.status && isKept === found.isKept) {
				return { found, over };
			}
		}
	};

	/** The newest execution of a mark that Retry can take up, also if a Retry of it has died since. */
	const keptOf = (mark) => executions.of(mark).findLast(({ isKept }) => isKept);

	/** Presses Retry until n8n has a new execution. */
	const retry = async (mark) => {
		const { id } = keptOf(mark);
		const { length } = executions.of(mark);
		const isBegun = () => executions.of(mark).length > length;
		while (!isBegun() && !isGivenUp()) {
			let isAnswered = false;
			// n8n answers this call only when the execution has ended.
			void n8n
				.call('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false })
				.catch(() => {})
				.finally(() => (isAnswered = true));
			await untilSo(() => isBegun() || isAnswered);
			const answered = Date.now();
			await untilSo(() => isBegun() || executions.lookedAt() - answered > 2000);
		}
	};

	const carry = async (story, execution) => {
		const { login, executions: all } = plan.stories[story];
		const { operation, retriesOnFail, isRetried } = all[execution];
		/** @type {{ isSuccessful: boolean, attempts: Array<{ mark: string, isSuccessful: boolean, isTaken: boolean, from: number, to: number, losses: Array<{ from: number, over: number, to: number, id?: number }> }> }} */
		const sent = { isSuccessful: false, attempts: [] };
		for (let attempt = 1; !sent.isSuccessful && !isGivenUp(); attempt++) {
			const mark = markOf(story, execution, attempt);
			const items = itemsOf(plan, story, execution, attempt);
			/** @type {typeof sent.attempts[number]} */
			const made = {
				...{ mark, isSuccessful: false, isTaken: false },
				...{ from: Date.now(), to: Infinity, losses: [] },
			};
			sent.attempts.push(made);
			const ended = async (begun, taken) => {
				const { found, over } = await endOf(mark, taken);
				const isGone = found === undefined ? taken : found.status !== 'success' && !found.isKept;
				if (isGone) made.losses.push({ from: begun, over, to: Date.now(), id: found?.id });
				return found;
			};
			const posted = Date.now();
			const isTaken = await post(pathOf({ operation, login, retriesOnFail }), items);
			let end = await ended(posted, isTaken);
			while (end?.status !== 'success' && isRetried && keptOf(mark) && !isGivenUp()) {
				const pressed = Date.now();
				await retry(mark);
				end = await ended(pressed, true);
			}
			made.to = Date.now();
			if (isGivenUp()) break;
			made.isSuccessful = sent.isSuccessful = end?.status === 'success';
			made.isTaken = isTaken || end !== undefined;
			if (!sent.isSuccessful) await wait(1000);
		}
		return sent;
	};

	return await Promise.all(
		plan.stories.map(async ({ at, executions: all }, story) => {
			await wait(begun + at - Date.now());
			const sent = [];
			for (const execution of all.keys()) {
				sent.push(await carry(story, execution));
				if (!sent[execution].isSuccessful) break;
			}
			return sent;
		}),
	);
}

module.exports = { itemsOf, markOf, sendAll, valuesOf };
