import { PROJECT } from '../support/n8n/install';
import { run } from '../support/run';

it("has the node's own tables of operations, fields and options; npm run readme writes them", async () => {
	// In a process of its own: jest cannot load Prettier.
	await run('node', ['test/support/readme.js', '--check'], { cwd: PROJECT });
});
