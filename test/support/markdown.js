/** A Markdown table; `align` holds the text below each head. */
const table = (head, rows, align = head.map(() => '---')) =>
	[head, align, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The text as Prettier formats it in that file. */
async function formatted(text, file) {
	// Loaded only here, because jest cannot load it.
	const prettier = require('prettier');
	const config = await prettier.resolveConfig(file);
	return await prettier.format(text, { ...config, filepath: file });
}

module.exports = { formatted, table };
