const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { PROJECT } = require('./n8n/install');

/** The text of a file of the project; '' if there is none. */
function textIn(file) {
	const path = join(PROJECT, file);
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

const isInProject = (path) => existsSync(join(PROJECT, path));

/** The paths of all code files of the package. */
const codeFiles = () =>
	['credentials', 'nodes', 'shared'].flatMap((folder) =>
		readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
	);

/** @throws an Error if the code has been changed since it was built */
function refuseOldBuild() {
	const changed = (file) => statSync(join(PROJECT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	const built = changed('dist/nodes/SevenTargets/SevenTargets.node.js');
	const newer = codeFiles().find((file) => changed(file) > built);
	if (newer !== undefined) throw new Error(`${newer} is newer than dist: run npm run build.`);
}

module.exports = { codeFiles, isInProject, refuseOldBuild, textIn };
