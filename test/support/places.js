const { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
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

/** A new folder. */
const inFolder = () => mkdtempSync(join(tmpdir(), 'probe-'));

/** The texts of all files in a folder, by their names. Removes the folder. */
function filesLeft(folder) {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const files = names.filter((name) => statSync(join(folder, name)).isFile());
	const texts = files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
	rmSync(folder, { recursive: true });
	return Object.fromEntries(texts);
}

module.exports = { codeFiles, filesLeft, inFolder, textIn };
