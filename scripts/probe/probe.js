const { built, isRefused } = require('./facts');
const { byEmail, byId, mandatory, STEPS, takesId } = require('./steps');

const { MAY_MEAN_ABSENT } = built('nodes/SevenTargets/lead/updateOrCreate.js');

const stateOf = (fact) => (fact.ok ? 'there' : isRefused(fact) ? 'refused' : 'unknown');

/**
 * Goes through the steps, each after a yes, and stops the follow-up of every lead that they may have created, even if an error ends the
 * probe.
 *
 * @param address of the person who runs the probe, `{ email, isFresh }`; `isFresh` if 7Targets cannot have it yet
 * @param ask `mayRun(step)` and `writer(assistants)`; if one throws, the probe ends
 * @param say called with each line of the progress
 * @returns `{ seen, leads, left, end }`: the facts, the leads that may exist, those of them that may still be followed up, and the error that
 * ended the probe early
 */
async function probe({ account, address, ask, say }) {
	const leads = [];
	const leadIs = (which, is) => {
		const known = leads.find(({ id, email }) => id === which.id && email === which.email);
		if (known === undefined) leads.push({ ...which, state: is });
		else if (is === 'there' || ['refused', 'sent'].includes(known.state)) known.state = is;
	};
	/** Notes each lead that an answer shows, so that none is forgotten. */
	const noted = (fact) => {
		if (fact.ok && fact.body?.id !== undefined) leadIs({ id: fact.body.id }, 'there');
		return fact;
	};
	const seen = /** @type {any} */ ({ isFresh: address.isFresh });
	const state = /** @type {any} */ ({ account, seen, address: address.email });

	async function send({ ofLead, makes }, [name, by]) {
		if (makes) leadIs({ email: state.address }, 'sent');
		const fact = (seen[name] = await by(state));
		if (ofLead) noted(fact);
		if (!makes) return;
		leadIs({ email: state.address }, stateOf(fact));
		if (!fact.ok || seen.lead !== undefined) return;
		const isById = takesId(state) && 'assistantId' in fact.sent;
		Object.assign(seen, { lead: fact.body, taken: fact.sent, isById });
	}

	let end = /** @type {any} */ (undefined);
	try {
		for (const step of STEPS) {
			if (step.when?.(state) === false) continue;
			if (step.ofLead) state.writer ??= await ask.writer(seen.page?.ok ? seen.page.body : []);
			if (!(await ask.mayRun(step))) continue;
			for (const request of step.asks) {
				if (request[2]?.(state) !== false) await send(step, request);
			}
			if (seen.list && !account.token) throw new Error(`${seen.list.said} ${seen.list.advice}`);
		}
	} catch (error) {
		end = error;
	}
	account.finish();
	if (leads.length > 0) say('Stopping the follow-up of the lead:');
	const left = await stopAll(state, leads, noted).catch(() => leads);
	return { seen, leads, left, end };
}

/**
 * Stops the follow-up of the leads that the probe created, or may have: first with only what the node requires, then with more fields.
 * Answers may add to the leads meanwhile.
 *
 * @returns those that may still be followed up
 */
async function stopAll(state, leads, noted) {
	const { account, seen } = state;
	const stop = async ([lead, additionalFields]) => {
		const parameters = { operation: 'stopFollowUp', lead, additionalFields };
		return noted(await account.run('Lead: Stop Follow-Up', parameters, { maxTries: 10 }));
	};
	const left = [];
	const stopped = new Set();
	for (const { state: is, ...which } of leads) {
		if (stopped.has(which.id)) continue;
		const lead = which.id === undefined ? byEmail(which.email) : byId(which.id);
		const ways = /** @type {any[]} */ ([
			[lead, {}],
			...(is === 'refused' ? [] : [[lead, mandatory(state)]]),
			...(which.id === undefined && seen.lead ? [[byId(seen.lead.id), mandatory(state)]] : []),
		]);
		const facts = [await stop(ways[0])];
		while (isRefused(facts.at(-1)) && facts.length < ways.length)
			facts.push(await stop(ways[facts.length]));
		const last = facts.at(-1);
		const isStopped = last.ok && last.body.nextScheduleTime === null;
		if (isStopped) stopped.add(last.body.id);
		if (is === 'there') {
			seen.stop ??= facts[0];
			seen.stopped ??= last;
			if (isStopped) seen.stopAgain ??= await stop(ways[facts.length - 1]);
		}
		const isNone = is === 'refused' || (is !== 'there' && MAY_MEAN_ABSENT.includes(last.status));
		if (!isStopped && !(isRefused(last) && isNone)) left.push(which);
	}
	return left;
}

module.exports = { probe };
