import { PROJECT } from '../support/n8n/install';
import { run } from '../support/run';
import { builtCode, namedErrors } from '../support/namedErrors';

it("has the node's own tables of operations, fields, options and columns; npm run readme writes them", async () => {
	// In another process, because jest cannot load Prettier.
	await run('node', ['scripts/readme.js', '--check'], { cwd: PROJECT });
});

const code = builtCode();

it.each(namedErrors())('names an error that the node has: $error', ({ texts }) => {
	for (const text of texts) expect(code.includes(text) ? '' : text).toBe('');
});
