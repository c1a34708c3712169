const { printTable } = require('../test/support/print');

/** Prints the leads that a demo has created, as 7Targets has answered. */
function printLeads(leads) {
	printTable(
		['ID', 'Name', 'Email', 'State', 'Next message'],
		leads.map(({ id, name, lastName = '', email, state, nextScheduleTime }) => [
			id,
			`${name} ${lastName}`.trim(),
			email,
			state,
			nextScheduleTime,
		]),
	);
	console.log(`${leads.length} leads created.`);
}

module.exports = { printLeads };
