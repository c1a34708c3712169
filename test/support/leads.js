/** A lead with all ten fields: the node's parameters, and the body of the request for them by the API document of 2020. */
const allTen = {
	parameters: {
		name: 'John',
		lastName: 'Doe',
		email: ' john.doe@example.com ',
		phone: '={{ 919123456789 }}',
		source: '={{ "Trade Fair" }}',
		type: 'SALES',
		assistantId: { __rl: true, mode: 'list', value: '12', cachedResultName: 'Monica' },
		scheduleId: '56',
		context: 'AI Sales Assistant',
		additionalInformationLine: 'It was a pleasure to meet you.',
	},
	body: {
		name: 'John',
		lastName: 'Doe',
		type: 'SALES',
		source: 'Trade Fair',
		context: 'AI Sales Assistant',
		additionalInformationLine: 'It was a pleasure to meet you.',
		email: 'john.doe@example.com',
		phone: '919123456789',
		scheduleId: 56,
		assistantId: 12,
	},
};

/** The parameters that a new lead must have, from the item, with assistant 11. */
const MANDATORY = {
	name: '={{ $json.name }}',
	email: '={{ $json.email }}',
	assistantId: { __rl: true, mode: 'id', value: '11' },
};

/** The operations that change something with one request: the node's parameters for the person in an item, and their words in errors. */
const changing = {
	create: { parameters: {}, doing: 'create the lead', done: 'the lead was created' },
	update: {
		parameters: {
			operation: 'update',
			lead: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
			updateFields: { name: '={{ $json.name }}' },
		},
		doing: 'update the lead',
		done: 'the lead was updated',
	},
	stopFollowUp: {
		parameters: {
			operation: 'stopFollowUp',
			lead: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		},
		doing: 'stop the follow-up of the lead',
		done: 'the follow-up of the lead was stopped',
	},
};

/** The address of a lead's page in the 7Targets app, by its ID. */
const leadUrl = (id) => `https://solution.7targets.com/all-leads?id=${id}`;

/** `count` people, as items of a CRM. */
const people = (count) =>
	Array.from({ length: count }, (_, n) => ({ name: `Lead ${n}`, email: `lead${n}@example.com` }));

module.exports = { allTen, changing, leadUrl, MANDATORY, people };
