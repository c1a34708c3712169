const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { ScriptTarget, transpileModule } = require('typescript');
const { PROJECT } = require('./n8n/install');

const MARK = '…';

const withoutComments = (code) =>
	transpileModule(code, { compilerOptions: { removeComments: true, target: ScriptTarget.ES2022 } })
		.outputText;

/**
 * The errors that docs/errors.md names, each with its texts between the gaps.
 *
 * @returns {Array<{ error: string, texts: string[] }>}
 */
function namedErrors() {
	return readFileSync(join(PROJECT, 'docs/errors.md'), 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| `'))
		.flatMap((line) => [...line.split(' | ')[0].matchAll(/`([^`]+)`/g)])
		.map(([, error]) => ({
			error,
			texts: error
				.split(MARK)
				.map((text) => text.trim())
				.filter(Boolean),
		}));
}

/** All code of the built package without its comments; it holds each text of an error. */
function builtCode() {
	const dist = join(PROJECT, 'dist');
	return readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => withoutComments(readFileSync(join(dist, name), 'utf8')))
		.join('\n');
}

module.exports = { builtCode, namedErrors };
