// `npm run readme`: writes the README's tables of operations, fields and options anew from the built node. A test fails
// where they differ: with --check nothing is written, and the end is 1.

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const prettier = require('prettier');

const FILE = join(__dirname, '../../README.md');
const built = (path) => require(join(__dirname, '../../dist/nodes/SevenTargets', path));

const table = (head, rows) =>
	[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const bold = (text) => `**${text}**`;

/** The tables by their names. */
function tables() {
	const { description } = new (built('SevenTargets.node.js').SevenTargets)();
	const { LEAD_FIELDS } = built('lead/fields.js');
	const shownFor = ({ displayOptions }) => displayOptions?.show ?? {};
	const operations = description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options, ...property }) =>
			options.map((option) => ({ ...option, resource: shownFor(property).resource[0] })),
		);
	const resourceNames = Object.fromEntries(
		description.properties
			.find(({ name }) => name === 'resource')
			.options.map(({ name, value }) => [value, name]),
	);
	const names = (value) => operations.find((one) => one.value === value).name;
	const options = description.properties.filter(({ name }) => name === 'options');
	const everyOption = new Map(
		options.flatMap((collection) => collection.options.map((option) => [option.name, option])),
	);
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
			LEAD_FIELDS.map(({ property, shownByDefault, fixed, ifBlank }) => [
				bold(property.displayName),
				property.required ? 'required' : shownByDefault ? 'optional' : 'additional',
				fixed ? '' : 'optional',
				[property.description.replace(/\.$/, ''), ifBlank?.replace(/\.$/, '')]
					.filter(Boolean)
					.join('. '),
				`\`${property.name}\`${property.name === 'assistantId' ? ' or `assistantEmail`' : ''}`,
			]),
		),
		options: table(
			['Option', 'Default', 'For', 'What it does'],
			[...everyOption.values()].map((option) => {
				const users = options
					.filter((collection) => collection.options.some(({ name }) => name === option.name))
					.map((collection) => names(shownFor(collection).operation[0]));
				const choice = option.options?.find(({ value }) => value === option.default);
				return [
					bold(option.displayName),
					choice?.name ?? option.default.toLocaleString('en-US'),
					users.length === operations.length ? 'all' : users.join(', '),
					option.description.replace(/\.$/, ''),
				];
			}),
		),
	};
}

/** The README as it is, and as it should be. */
async function readme() {
	const is = readFileSync(FILE, 'utf8');
	const filled = Object.entries(tables()).reduce((text, [name, content]) => {
		const part = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
		if (!part.test(text)) throw new Error(`README.md has no place for the table of ${name}`);
		return text.replace(part, (_, begin, end) => `${begin}\n${content}\n${end}`);
	}, is);
	const config = await prettier.resolveConfig(FILE);
	return { is, should: await prettier.format(filled, { ...config, filepath: FILE }) };
}

void readme().then(({ is, should }) => {
	if (!process.argv.includes('--check')) writeFileSync(FILE, should);
	else if (is !== should) process.exit(1);
});
