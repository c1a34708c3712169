const { valuesOf } = require('./sender');

/** Without them, n8n cannot work. */
const SERVERS = ['PostgreSQL', 'Redis'];
/** A request is seen up to this long after it was sent: also after the death of what sent it. */
const LATE_MS = 1000;
/** A process that does not start may have been turned away this long before. */
const STARTING_MS = 30_000;
/** How long n8n may be saving an execution before and after it is seen as a success. */
const SAVING_MS = 10_000;

const MARK = /^s(\d+)e(\d+)t(\d+)$/;

/** `Map.groupBy`, which Node 20 does not have. */
function groupedBy(all, keyOf) {
	const groups = new Map();
	for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}

/**
 * Checks the whole history of a run against what is promised.
 *
 * @param history `plan`; `sent`, as `sendAll` gives it; `requests` that the API was sent, in their order; `leads` that it has in the
 * end; `outputs`, by the mark of a successful attempt, the items that came out of the node; `interruptions`, `{ at, what }` of all that
 * was killed or restarted; `ends`, `{ at, what, how, hasRun }` of n8n's processes that ended by themselves or did not start; `executions` in
 * n8n by the mark, each with the worker that took it
 * @returns lines, each of which names the execution: `lost`, `twice` and `wrong`, which must be empty; `unpromised`, what Create
 * started twice because n8n had lost what it had done; `beside`, executions that ran at the same time as an earlier one about the
 * same people, which should not happen, and after which nothing else is promised; `takenBack`, executions that n8n called successful
 * and later an error, which it does if its connection to the database ends while it saves them (seen in 2.41); `collapsed`, the
 * processes of n8n that ended by themselves, or did not start though neither PostgreSQL nor Redis had been restarted
 */
function check({ plan, sent, requests, leads, outputs, interruptions, ends, executions }) {
	const lost = [];
	const twice = [];
	const wrong = [];
	const unpromised = [];
	const beside = [];
	const takenBack = [];
	const isTakenBack = (mark) => executions.get(mark)?.every(({ status }) => status !== 'success');
	const happened = (names, from, to) =>
		interruptions.some(({ at, what }) => names.includes(what) && from <= at && at <= to);
	const storyOf = new Map(
		plan.stories.flatMap(({ people }, story) => people.map(({ email }) => [email, story])),
	);
	// Else it would be looked at nowhere.
	const isClear = ({ body: { context, email } }) => {
		const story = MARK.exec(context)?.[1];
		return story !== undefined && Number(story) === storyOf.get(email);
	};
	for (const one of requests.filter((request) => !isClear(request))) {
		const { context, email } = one.body;
		wrong.push(`a ${one.method} about ${email} of ${context}, which nobody asked for`);
	}
	const byPerson = groupedBy(requests.filter(isClear), ({ body }) => body.email);
	const leadOf = new Map(leads.map((lead) => [lead.email, lead]));

	plan.stories.forEach(({ people, executions: asked }, story) => {
		const named = (execution, attempt) => {
			const { operation } = asked[execution];
			const mark = attempt?.mark ?? `s${story}e${execution}`;
			const ids = (executions.get(mark) ?? []).map(({ id, status }) => `${id} ${status}`);
			return `${operation} ${mark}${ids.length > 0 ? ` (n8n: ${ids.join(', ')})` : ''}`;
		};
		const attemptOf = (mark) => {
			const [, , execution, attempt] = /** @type {RegExpExecArray} */ (MARK.exec(mark)).map(Number);
			return { execution, attempt: sent[story][execution].attempts[attempt - 1] };
		};
		const nameOf = (mark) => {
			const { execution, attempt } = attemptOf(mark);
			return named(execution, attempt);
		};

		asked.forEach((_, execution) => {
			const made = sent[story][execution];
			// It was not sent, because the one before was not successful, which is already reported.
			if (made === undefined) return;
			if (!made.isSuccessful) {
				lost.push(`${named(execution, made.attempts.at(-1))}: never successful`);
			}
		});

		people.forEach(({ email, isKnown }, who) => {
			const about = byPerson.get(email) ?? [];
			const lead = leadOf.get(email);

			// If a mark comes back after another one, the two executions ran at the same time.
			const order = about.map(({ body }) => body.context);
			order.forEach((mark, n) => {
				if (order[n - 1] !== mark && order.indexOf(mark) < n) {
					beside.push(`${nameOf(mark)}: ${email}`);
				}
			});

			const starts = about.filter(({ method, isDone }) => method === 'POST' && isDone);
			starts.forEach(({ at: again, body: { context: mark } }, n) => {
				if (isKnown) return twice.push(`${nameOf(mark)}: ${email} was a lead before`);
				if (n === 0) return;
				const { at, body } = starts[n - 1];
				const before = body.context;
				const { execution, attempt } = attemptOf(before);
				const isOfCreate =
					asked[execution].operation === 'create' && attemptOf(mark).execution === execution;
				const line = `${nameOf(mark)}: ${email}, started before by ${nameOf(before)}`;
				const isLost = attempt.losses.some(({ from, over, to, id }) => {
					// What died knew until then what it had done.
					if (at < from || to < at || again < to) return false;
					const worker = executions.get(before)?.find((one) => one.id === id)?.worker;
					return happened(SERVERS, from, over) || happened([worker], at - LATE_MS, over);
				});
				if (isOfCreate && isLost) unpromised.push(line);
				else twice.push(line);
			});

			/** @type {{ execution: number, mark: string, values: ReturnType<typeof valuesOf> } | undefined} */
			let last;
			let isStopped = false;
			asked.forEach(({ operation, who: items }, execution) => {
				const made = sent[story][execution];
				if (!items.includes(who) || !made?.isSuccessful) return;
				const { mark } = made.attempts.at(-1);
				const done = about.filter(({ body, isDone }) => body.context === mark && isDone);
				if (done.length === 0) {
					lost.push(
						`${named(execution, made.attempts.at(-1))}: ${email}, of whom 7Targets was told nothing`,
					);
				}
				// Create sends the first of several items about a person, the others the last.
				const item = operation === 'create' ? items.indexOf(who) : items.lastIndexOf(who);
				const values = valuesOf(story, execution, item);
				if (operation === 'stopFollowUp') isStopped = true;
				else last = { execution, mark, values };

				if (isTakenBack(mark) && !outputs.has(mark)) return;
				// Each item about a person, of which Create gives out what it sent for the first.
				for (const n of items.keys()) {
					if (items[n] !== who) continue;
					const out = outputs.get(mark)?.[n];
					const own = valuesOf(story, execution, operation === 'create' ? item : n);
					const claims = { email, ...(operation === 'stopFollowUp' ? {} : own) };
					for (const [field, value] of Object.entries(claims)) {
						if (out?.[field] !== value) {
							wrong.push(
								`${nameOf(mark)}: ${email} came out with ${field} ${JSON.stringify(out?.[field])} in place of ${JSON.stringify(value)}`,
							);
						}
					}
					if (out !== undefined && lead !== undefined && out.id !== lead.id) {
						wrong.push(`${nameOf(mark)}: ${email} came out as lead ${out.id}, but is ${lead.id}`);
					}
				}
			});
			const isOpen = sent[story].some(({ isSuccessful }) => !isSuccessful);
			if (last !== undefined && lead === undefined)
				lost.push(`${nameOf(last.mark)}: ${email} is no lead`);
			if (lead === undefined || isOpen) return;
			for (const [field, value] of Object.entries(last?.values ?? {})) {
				if (lead[field] !== value) {
					wrong.push(
						`${nameOf(last?.mark)}: ${email} has ${field} ${JSON.stringify(lead[field])} in place of ${JSON.stringify(value)}`,
					);
				}
			}
			if (isStopped !== (lead.state === 'Processed')) {
				wrong.push(
					isStopped
						? `story ${story}: ${email} is written to (${lead.state}), though the follow-up was stopped`
						: `story ${story}: ${email} is not written to, though nobody stopped the follow-up`,
				);
			}
		});

		sent[story].forEach(({ isSuccessful, attempts }, execution) => {
			if (!isSuccessful) return;
			const { mark, to } = attempts.at(-1);
			if (isTakenBack(mark)) {
				const isKnown = happened(['PostgreSQL'], to - SAVING_MS, to + SAVING_MS);
				(isKnown ? takenBack : wrong).push(`${nameOf(mark)}, though it was called successful`);
				if (isKnown && !outputs.has(mark)) return;
			}
			const count = outputs.get(mark)?.length;
			if (count !== asked[execution].who.length) {
				wrong.push(
					`${nameOf(mark)}: ${count} items came out, ${asked[execution].who.length} went in`,
				);
			}
		});
	});
	const unasked = leads.filter(
		({ email }) => !plan.stories.some(({ people }) => people.some((one) => one.email === email)),
	);
	wrong.push(...unasked.map(({ email }) => `${email} is a lead, and nobody asked for that`));
	const collapsed = ends
		.filter(({ at, hasRun }) => hasRun || !happened(SERVERS, at - STARTING_MS, at))
		.map(({ what, how }) => `${what} ${how}`);
	return { lost, twice, wrong, unpromised, beside, takenBack, collapsed };
}

module.exports = { check, groupedBy };
