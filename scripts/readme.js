// `npm run readme`: writes the tables of operations, fields, options and columns in the documents from the built node. A test
// runs it with --check: then it writes nothing, and ends with 1 if a table differs.

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { formatted, table } = require('../test/support/markdown');
const { operationsOf } = require('../test/support/operations');
const versions = require('../test/versions/versions.json');

/** The document that has each table. */
const PLACES = {
	operations: 'README.md',
	fields: 'docs/fields.md',
	options: 'docs/options.md',
	columns: 'docs/columns.md',
	languages: 'docs/columns.md',
	optOuts: 'docs/columns.md',
	values: 'docs/fields.md',
	titles: 'docs/fields.md',
	versions: 'docs/compatibility.md',
};
const built = (path) => require(join(__dirname, '../dist/nodes/SevenTargets', path));

const bold = (text) => `**${text}**`;

const code = (text) => `\`${text}\``;

/** Names that may mean more than one thing, and what they are taken for. */
const AMBIGUOUS = {
	wholeName: 'First and last name',
	anyName: 'First and last name, if it is the name of a person',
	anyTitle: 'Designation, if it is a job title',
	anyPlace: 'Location, if it is not the place of an event',
};

/** A row for the node's own names of a column, and one for each name that only other programs use. */
function columnRows(label, own, columns) {
	const shared = own.find((name) => name in columns);
	const others = Object.entries(columns).filter(([name]) => name !== shared);
	const rows = [[own.join(', '), columns[shared] ?? '7Targets'], ...others];
	return rows.filter(([names]) => names !== '').map((row, n) => [n === 0 ? label : '', ...row]);
}

/** What the kinds of text are called in the documents. */
const KINDS = {
	greeting: 'first name',
	name: 'names',
	phone: 'phone',
	id: 'External ID',
	text: 'free text',
};

const SAYS = {
	yes: 'true, yes, 1, or such a word',
	no: 'no, denied, withdrawn, or such a word; not false',
	'a date': 'a date',
	'a state': 'unsubscribed, opted out, complained, or do not contact',
};

/**
 * What is lost if a check of `npm run test:versions` fails, as the document calls it.
 *
 * @type {Array<[check: RegExp, loss: string]>}
 */
const LOSSES = [
	[/saves no executions/, 'Retry'],
	[/proxy that answers \d+ is named/, 'proxy'],
	[/proxy that answers \d+ reads nothing/, 'encryption'],
	[/answer that broke off/, 'broken answer'],
];

/** @throws Error for a loss that the document does not name */
function lossOf(test) {
	const [, loss] = LOSSES.find(([pattern]) => pattern.test(test)) ?? [];
	if (loss === undefined)
		throw new Error(`docs/compatibility.md has no word for what is lost: ${test}`);
	return loss;
}

/** A row for the versions that lack the same, one after the other. */
function versionRows() {
	const rows = Object.entries(versions).map(([version, { lost }]) => ({
		listed: [version],
		lacks: [...new Set(lost.map(lossOf))].map(bold).join(', ') || 'nothing',
	}));
	const joined = [];
	for (const { listed, lacks } of rows) {
		const last = joined.at(-1);
		if (last?.lacks === lacks) last.listed.push(...listed);
		else joined.push({ listed, lacks });
	}
	return joined.map(({ listed, lacks }) => [listed.join(', '), lacks]);
}

function ruleRow({ examples, kinds, source }, becomes) {
	const where = Object.keys(KINDS).every((kind) => kinds.includes(kind))
		? 'any field'
		: kinds.map((kind) => KINDS[kind]).join(', ');
	// Characters that Markdown or a table would take for its own.
	const shown = examples.map((example) => code(example.replaceAll('|', '\\|')));
	return [shown.join(', '), where, becomes, source];
}

/** All tables, by name. */
function tables() {
	const { description } = new (built('SevenTargets.node.js').SevenTargets)();
	const { LEAD_FIELDS } = built('lead/fields.js');
	const { COLUMN_NAMES, LANGUAGES } = built('lead/mapping/columnNames.js');
	const { BEFORE_NAME } = built('lead/mapping/wholeName.js');
	const { OPT_OUT_COLUMNS } = built('lead/mapping/optOut.js');
	const { CUT_OFF, NO_VALUE, REFUSED } = built('values/index.js');
	const { readOptions } = built('run/options.js');
	const shownFor = (/** @type {any} */ { displayOptions }) => displayOptions?.show ?? {};
	const operations = operationsOf(description);
	const resourceNames = Object.fromEntries(
		description.properties
			.find(({ name }) => name === 'resource')
			.options.map(({ name, value }) => [value, name]),
	);
	const names = (value) => operations.find((one) => one.value === value)?.name;
	const options = description.properties.filter(({ name }) => name === 'options');
	const everyOption = new Map(
		options.flatMap((collection) => collection.options.map((option) => [option.name, option])),
	);
	const leftOut = readOptions({}, [...everyOption.keys()]);
	return {
		operations: table(
			['Operation', 'What it does'],
			operations.map((one) => [
				bold(`${resourceNames[one.resource]}: ${one.name}`),
				one.description,
			]),
		),
		fields: table(
			['Field', 'Create (or Update)', 'Update', 'What it is', 'Name in the API'],
			LEAD_FIELDS.map(({ property, keys, shownByDefault, identifiesLead, ifBlank }) => [
				bold(property.displayName),
				property.required ? 'required' : shownByDefault ? 'optional' : 'additional',
				identifiesLead ? '' : 'optional',
				[property.description.replace(/\.$/, ''), ifBlank?.replace(/\.$/, '')]
					.filter(Boolean)
					.join('. '),
				keys.map(code).join(' or '),
			]),
		),
		columns: table(
			['Field', 'Names of its columns, in order of preference', 'Used by'],
			[
				...LEAD_FIELDS.flatMap(({ property: { name, displayName }, keys }) =>
					columnRows(
						bold(displayName),
						[...keys.filter((key) => key !== 'name').map(code), displayName],
						COLUMN_NAMES[name] ?? {},
					),
				),
				...Object.entries(AMBIGUOUS).flatMap(([name, label]) =>
					columnRows(label, [], COLUMN_NAMES[name]),
				),
			],
		),
		languages: table(
			['Language', 'Field', 'Names of its columns', 'As in'],
			LANGUAGES.flatMap(({ language, source, names }) =>
				Object.entries(names).map(([name, list], n) => [
					n === 0 ? bold(language) : '',
					AMBIGUOUS[name] ??
						LEAD_FIELDS.find(({ property }) => property.name === name).property.displayName,
					list,
					n === 0 ? source : '',
				]),
			),
		),
		optOuts: table(
			['Columns', 'The person opted out if the value is', 'Used by'],
			OPT_OUT_COLUMNS.map(({ names: columns, says, source }) => [
				columns.join(', '),
				SAYS[says],
				source,
			]),
		),
		values: table(
			['What stands there', 'Where', 'What becomes of it', 'Where it comes from'],
			[
				...NO_VALUE.map((rule) => ruleRow(rule, 'No value: left out, or an error in a first name')),
				...CUT_OFF.map((rule) => ruleRow(rule, 'The mark is cut off')),
				...REFUSED.map((rule) => ruleRow(rule, 'An error')),
			],
		),
		titles: table(
			['Language', 'Not part of a name'],
			Object.entries(BEFORE_NAME).map(([language, words]) => [language, words]),
		),
		versions: table(['n8n', 'What is lost'], versionRows()),
		options: table(
			['Option', 'Default', 'For', 'What it does'],
			[...everyOption.values()].map((option) => {
				const users = options
					.filter((collection) => collection.options.some(({ name }) => name === option.name))
					.map((collection) => names(shownFor(collection).operation[0]));
				const choice = option.options?.find(({ value }) => value === option.default);
				return [
					bold(option.displayName),
					leftOut[option.name] === undefined
						? 'by itself'
						: (choice?.name ??
							(option.default === false ? 'Off' : option.default.toLocaleString('en-US'))),
					users.length === operations.length ? 'all' : users.join(', '),
					option.description.replace(/\.$/, ''),
				];
			}),
		),
	};
}

/** A document as it is, and as it should be. */
async function document(name) {
	const file = join(__dirname, '..', name);
	const is = readFileSync(file, 'utf8');
	const own = Object.entries(tables()).filter(([table]) => PLACES[table] === name);
	const filled = own.reduce((text, [table, content]) => {
		const part = new RegExp(`(<!-- ${table} -->\n)[^]*?(<!-- /${table} -->)`);
		if (!part.test(text)) throw new Error(`${name} has no place for the table of ${table}`);
		return text.replace(part, (_, begin, end) => `${begin}\n${content}\n\n${end}`);
	}, is);
	return { file, is, should: await formatted(filled, file) };
}

async function main() {
	for (const name of new Set(Object.values(PLACES))) {
		const { file, is, should } = await document(name);
		if (!process.argv.includes('--check')) writeFileSync(file, should);
		else if (is !== should) {
			console.error(`The tables of ${name} are not those of the code: npm run readme writes them.`);
			process.exitCode = 1;
		}
	}
}

void main();
