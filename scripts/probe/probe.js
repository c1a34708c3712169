const { STEPS, stopAll } = require('./steps');

/** The account; it calls `leadIs` for each lead that an answer shows, so that no step can forget one. */
function watched(account, leadIs) {
	const heard = (fact) => {
		if (fact.ok && fact.body?.id !== undefined) leadIs({ id: fact.body.id }, 'there');
		return fact;
	};
	return Object.create(account, {
		send: { value: async (...args) => heard(await account.send(...args)) },
		run: {
			value: async (name, parameters, ...more) => {
				const fact = await account.run(name, parameters, ...more);
				return parameters.resource === 'assistant' ? fact : heard(fact);
			},
		},
	});
}

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
	const seen = {};
	const leads = [];
	const leadIs = (which, is) => {
		const known = leads.find(({ id, email }) => id === which.id && email === which.email);
		if (known === undefined) leads.push({ ...which, state: is });
		else if (known.state === 'refused' || known.state === 'sent' || is === 'there')
			known.state = is;
	};
	/** @type {any} */
	const state = {
		account: watched(account, leadIs),
		seen,
		address: address.email,
		isFresh: address.isFresh,
		leadIs,
	};
	/** @type {any} */
	let end;
	try {
		for (const step of STEPS) {
			if (step.needs?.(state) === false) continue;
			if (step.isOfLead) state.writer ??= await ask.writer(seen.page?.ok ? seen.page.body : []);
			if (!(await ask.mayRun(step))) continue;
			await step.run(state);
			const { list } = seen;
			if (list !== undefined && !account.token) throw new Error(`${list.said} ${list.advice}`);
		}
	} catch (error) {
		end = error;
	}
	account.finish();
	if (leads.length > 0) say('Stopping the follow-up of the lead:');
	const left = await stopAll(state, leads).catch(() => leads);
	return { seen, leads, left, end };
}

module.exports = { probe };
