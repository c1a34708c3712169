// Checks a folder by n8n's rules for community nodes, as n8n's scanner of published packages does: comments cannot make
// exceptions. Prints each problem.

const { relative } = require('node:path');
const { ESLint } = require('eslint');
const parser = require('@typescript-eslint/parser');

async function lint(folder) {
	const { n8nCommunityNodesPlugin } = await import('@n8n/eslint-plugin-community-nodes');
	const { recommended } = n8nCommunityNodesPlugin.configs;
	const parserOptions = { extraFileExtensions: ['.json'] };
	const files = ['**/*.js', 'package.json'];
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: [
			{ ...recommended, files },
			{ files: ['**/*.js'], rules: { 'no-console': 'error' } },
			{ files: ['package.json'], languageOptions: { parser, parserOptions } },
		],
	});
	const found = (await eslint.lintFiles(files)).flatMap(({ filePath, messages }) =>
		messages.map(({ line, message }) => `${relative(folder, filePath)}:${line} ${message}`),
	);
	for (const line of found) console.log(line);
	process.exitCode = found.length > 0 ? 1 : 0;
}

void lint(process.argv[2]);
