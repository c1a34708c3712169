const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { PROJECT } = require('./n8n/install');

/** The text of a file of the project; '' if there is none. */
function textIn(file) {
	const path = join(PROJECT, file);
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The paths of all code files of the package. */
const codeFiles = () =>
	['credentials', 'nodes', 'shared'].flatMap((folder) =>
		readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
	);

module.exports = { codeFiles, textIn };
