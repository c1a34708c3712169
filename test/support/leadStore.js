/**
 * The leads of an account, and what the API does with them, in each of the ways that its documents leave open:
 *
 * - `secondPost`: what a POST of an address that exists does: the API `refuses` it, `assigns` the lead again and starts its messages
 *   again, or `returns` the old lead (or `adds` another one, against what its users are told);
 * - `unknownLead`: the status for an update or stop of a lead that does not exist (or it `makes` the lead);
 * - `putDemands`: the fields that an update or a stop must hold besides the lead's address.
 *
 * @typedef {{ secondPost?: string, unknownLead?: number | string, putDemands?: string[] }} Reading
 * @typedef {Record<string, any>} Lead
 */
const READINGS = {
	secondPost: ['refuses', 'assigns', 'returns'],
	unknownLead: [400, 404, 409, 410, 422],
	putDemands: [[], ['name', 'email', 'assistantEmail']],
};

/** @returns {{ status: number, body: Lead }} */
const refusal = (/** @type {number} */ status, /** @type {string} */ message) => ({
	status,
	body: { message },
});

function leadStore(
	/** @type {Reading} */ { secondPost = 'refuses', unknownLead = 400, putDemands = [] } = {},
) {
	/** @type {Lead[]} */
	const leads = [];
	/** @type {Map<string, number>} */
	const starts = new Map();
	const addressOf = (/** @type {Lead} */ { email }) => email?.toLowerCase();
	const find = (/** @type {Lead} */ { id, ...given }) =>
		leads.find((lead) =>
			id === undefined ? addressOf(lead) === addressOf(given) : lead.id === id,
		);
	const start = (/** @type {Lead} */ lead) => {
		starts.set(lead.email, (starts.get(lead.email) ?? 0) + 1);
		return { status: 201, body: lead };
	};
	const add = (/** @type {Lead} */ values) => {
		const lead = { id: 2345 + leads.length, ...values };
		leads.push(lead);
		return start(lead);
	};

	/** @param toLead makes what is sent a lead, all but its ID */
	const create = (/** @type {Lead} */ sent, toLead = () => sent) => {
		const old = find({ email: sent.email });
		if (old === undefined || secondPost === 'adds') return add(toLead());
		if (secondPost === 'refuses') {
			return refusal(400, `Lead with email ${sent.email} already exists`);
		}
		if (secondPost === 'returns') return { status: 200, body: old };
		return start(Object.assign(old, toLead()));
	};
	/** @param {(lead: Lead) => Lead} changesOf */
	const change = (/** @type {Lead} */ sent, changesOf) => {
		const missing = putDemands.find((field) => !(field in sent));
		if (missing !== undefined) return refusal(400, `${missing} is mandatory`);
		const lead = find(sent);
		if (lead !== undefined) return { status: 200, body: Object.assign(lead, changesOf(lead)) };
		return typeof unknownLead === 'number' ? refusal(unknownLead, 'Lead not found') : add(sent);
	};
	return {
		leads,
		/** How often the messages of each address were started. */
		starts,
		create,
		/** @param {(lead: Lead) => Lead} changesOf */
		update: (/** @type {Lead} */ sent, changesOf = () => sent) => change(sent, changesOf),
		stop: (/** @type {Lead} */ sent) =>
			change(sent, () => ({ nextScheduleTime: null, state: 'Processed' })),
	};
}

module.exports = { leadStore, READINGS };
