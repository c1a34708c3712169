const { OPERATIONS } = require('./operations');

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
const MANDATORY = OPERATIONS.create.form;

/** The address of a lead's page in the 7Targets app, by its ID. */
const leadUrl = (id) => `https://solution.7targets.com/all-leads?id=${id}`;

/** `count` people, as items of a CRM. */
const people = (count) =>
	Array.from({ length: count }, (_, n) => ({ name: `Lead ${n}`, email: `lead${n}@example.com` }));

module.exports = { allTen, leadUrl, MANDATORY, people };
