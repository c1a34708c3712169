/**
 * The leads of an account, and what the API does with them, in each of the ways that its documents leave open:
 *
 * - `secondPost`: what a POST of an address that exists does: the API `refuses` it, `assigns` the lead again and starts its messages
 *   again, or `returns` the old lead (or `adds` another one, against what its users are told);
 * - `unknownLead`: the status for an update or stop of a lead that does not exist;
 * - `putDemands`: the fields that an update or a stop must hold besides the lead's address.
 */
const READINGS = {
	secondPost: ['refuses', 'assigns', 'returns'],
	unknownLead: [400, 404, 409, 410, 422],
	putDemands: [[], ['name', 'email', 'assistantEmail']],
};

const refusal = (status, message) => ({ status, body: { message } });

function leadStore({ secondPost = 'refuses', unknownLead = 400, putDemands = [] } = {}) {
	const leads = [];
	const starts = new Map();
	const addressOf = (/** @type {{ email?: string }} */ { email }) => email?.toLowerCase();
	const find = (/** @type {{ id?: number, email?: string }} */ { id, ...given }) =>
		leads.find((lead) =>
			id === undefined ? addressOf(lead) === addressOf(given) : lead.id === id,
		);
	const start = (lead) => starts.set(lead.email, (starts.get(lead.email) ?? 0) + 1);

	/** @param toLead makes what is sent a lead, all but its ID */
	const create = (sent, toLead = (/** @type {any} */ body) => body) => {
		const old = find({ email: sent.email });
		if (old === undefined || secondPost === 'adds') {
			const lead = { id: 2345 + leads.length, ...toLead(sent) };
			leads.push(lead);
			start(lead);
			return { status: 201, body: lead };
		}
		if (secondPost === 'refuses') {
			return refusal(400, `Lead with email ${sent.email} already exists`);
		}
		if (secondPost === 'returns') return { status: 200, body: old };
		start(Object.assign(old, toLead(sent)));
		return { status: 201, body: old };
	};
	const change = (sent, changesOf) => {
		const missing = putDemands.find((field) => !(field in sent));
		if (missing !== undefined) return refusal(400, `${missing} is mandatory`);
		const lead = find(sent);
		if (lead === undefined) return refusal(unknownLead, 'Lead not found');
		return { status: 200, body: Object.assign(lead, changesOf(lead)) };
	};
	return {
		leads,
		/** How often the messages of each address were started. */
		starts,
		create,
		update: (sent, changesOf = (_) => sent) => change(sent, changesOf),
		stop: (sent) => change(sent, () => ({ nextScheduleTime: null, state: 'Processed' })),
	};
}

module.exports = { leadStore, READINGS };
