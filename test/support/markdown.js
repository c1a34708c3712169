/** A table as Markdown has it; `align` is what stands below each head, if it is not left to the reader. */
const table = (head, rows, align = head.map(() => '---')) =>
	[head, align, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The text as Prettier has it in such a file. */
async function formatted(text, file) {
	// Here, since jest cannot load it.
	const prettier = require('prettier');
	const config = await prettier.resolveConfig(file);
	return await prettier.format(text, { ...config, filepath: file });
}

module.exports = { formatted, table };
