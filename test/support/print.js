const Table = require('cli-table3');

/** Prints a table without the console, which jest keeps quiet. */
function printTable(head, rows) {
	const table = new Table({ head, style: { head: [], border: [], compact: true } });
	table.push(...rows);
	process.stdout.write(`${table}\n`);
}

const print = (line) => process.stdout.write(`${line}\n`);

module.exports = { print, printTable };
