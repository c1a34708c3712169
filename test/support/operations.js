// The operations, as the tests go through them: dry runs, faults, laws, the real n8n and the editor. A new one is one row here.

const byEmail = { __rl: true, mode: 'email', value: '={{ $json.email }}' };
const RACHEL = { __rl: true, mode: 'email', value: 'rachel@example.com' };
const newLead = {
	name: '={{ $json.name }}',
	email: '={{ $json.email }}',
	assistantId: { __rl: true, mode: 'id', value: '11' },
};

/**
 * - `action`: what the editor lists;
 * - `requests`: what it sends for a person whom 7Targets does not have;
 * - `form`: the least that it needs, for the person in an item, and `further`, the collection that takes more fields of a lead (in the form
 *   itself if there is none);
 * - `output`: fields that it gives out;
 * - `creates`: whether it may create a lead;
 * - `doing` and `done`: its words in errors.
 *
 * @typedef {{
 *   resource: 'lead' | 'assistant', action: string, requests: string[], form: Record<string, any>, further?: string, output: string[],
 *   creates?: boolean, doing: string, done: string,
 * }} Operation
 */

const LEAD = ['id', 'email', 'state', 'nextScheduleTime', 'leadUrl'];
const [POST, PUT] = ['POST /leads', 'PUT /leads'];

/** @type {Record<string, Operation>} */
const OPERATIONS = {
	getAll: {
		resource: 'assistant',
		action: 'Get many assistants',
		requests: ['GET /leads/assistant'],
		form: {},
		output: ['id', 'name', 'emailid'],
		doing: 'list the assistants',
		done: 'the assistants were listed',
	},
	create: {
		resource: 'lead',
		action: 'Create a lead',
		requests: [POST],
		form: newLead,
		output: LEAD,
		creates: true,
		doing: 'create the lead',
		done: 'the lead was created',
	},
	upsert: {
		resource: 'lead',
		action: 'Create or update a lead',
		requests: [PUT, POST],
		form: newLead,
		output: [...LEAD, 'isNew'],
		creates: true,
		doing: 'create or update the lead',
		done: 'the lead was created or updated',
	},
	stopFollowUp: {
		resource: 'lead',
		action: 'Stop the follow-up of a lead',
		requests: ['PUT /leads/stop/followup'],
		form: { lead: byEmail },
		further: 'additionalFields',
		output: LEAD,
		doing: 'stop the follow-up of the lead',
		done: 'the follow-up of the lead was stopped',
	},
	update: {
		resource: 'lead',
		action: 'Update a lead',
		requests: [PUT],
		form: { lead: byEmail, updateFields: { name: '={{ $json.name }}' } },
		further: 'updateFields',
		output: LEAD,
		doing: 'update the lead',
		done: 'the lead was updated',
	},
};

/** Those of a lead, and of these those that send one request. */
const OF_A_LEAD = namesOf(({ resource }) => resource === 'lead');
const BY_ONE_REQUEST = OF_A_LEAD.filter((name) => OPERATIONS[name].requests.length === 1);

function namesOf(/** @type {(operation: Operation) => boolean} */ isMeant) {
	return Object.entries(OPERATIONS).flatMap(([name, one]) => (isMeant(one) ? [name] : []));
}

/** The node's parameters of an operation for the person in an item, with more fields of the lead. */
function formOf(/** @type {string} */ operation, /** @type {Record<string, any>} */ values = {}) {
	const { resource, form, further } = OPERATIONS[operation];
	const more = further ? { [further]: { ...form[further], ...values } } : values;
	return { resource, operation, ...form, ...(Object.keys(values).length > 0 && more) };
}

/**
 * The operations that a node offers, each with its resource, by the node's description.
 *
 * @returns {Array<import('n8n-workflow').INodePropertyOptions & { resource: string }>}
 */
const operationsOf = ({ properties }) =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options }) =>
			options.map((option) => ({ ...option, resource: displayOptions.show.resource[0] })),
		);

/**
 * The text fields that the user adds to the form of a new lead, by the node's description.
 *
 * @returns {import('n8n-workflow').INodeProperties[]}
 */
const addedTexts = ({ properties }) =>
	properties
		.find(({ name }) => name === 'additionalFields')
		.options.filter(({ type }) => type === 'string');

module.exports = {
	addedTexts,
	BY_ONE_REQUEST,
	byEmail,
	formOf,
	OF_A_LEAD,
	OPERATIONS,
	operationsOf,
	RACHEL,
};
