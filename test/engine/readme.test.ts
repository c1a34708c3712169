import { SevenTargets } from '../../nodes/SevenTargets/SevenTargets.node';
import { PROJECT } from '../support/n8n/install';
import { operationsOf } from '../support/operations';
import { isInProject, refuseOldBuild, textIn } from '../support/projectFiles';
import { run } from '../support/run';
import { builtCode, namedErrors } from '../support/namedErrors';

beforeAll(refuseOldBuild);

it("has the node's own tables of operations, fields, options and columns; npm run readme writes them", async () => {
	// In another process, because jest cannot load Prettier.
	await run('node', ['scripts/readme.js', '--check'], { cwd: PROJECT });
});

const operations = operationsOf(new SevenTargets().description);

it.each(operations)('$resource: $name is offered by the form for bugs', ({ resource, name }) => {
	const form = textIn('.github/ISSUE_TEMPLATE/bug_report.yml').toLowerCase();
	expect(form).toContain(`- '${resource}: ${name}'`.toLowerCase());
});

it.each(operations.filter(({ resource }) => resource === 'lead'))(
	'$name is in the tables of what is sent again, and of the fields',
	({ name }) => {
		for (const file of ['docs/retries.md', 'docs/fields.md', 'docs/scale.md']) {
			const text = textIn(file);
			const others = name === 'Create or Update' ? text : text.replaceAll('Create or Update', '');
			expect(others).toContain(name);
		}
	},
);

const code = builtCode();

it.each(namedErrors())('names an error that the node has: $error', ({ texts }) => {
	for (const text of texts) expect(code.includes(text) ? '' : text).toBe('');
});

it('behind each promise of SECURITY.md stand tests that exist', () => {
	const [, promised] = textIn('SECURITY.md').split('## What is promised');
	const promises = promised.split('## What is not promised')[0].match(/^- .+$/gm) ?? [];
	expect(promises.length).toBeGreaterThan(12);
	for (const promise of promises) {
		const [, names] = /_\(([\w/, ]+)\)_$/.exec(promise) ?? [promise, 'nothing'];
		for (const name of names.split(', ')) {
			expect([`test/${name}.test.ts`, `test/${name}`].some(isInProject) ? '' : name).toBe('');
		}
	}
});
