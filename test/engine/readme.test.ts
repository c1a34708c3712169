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
	'$name is in the table of what is sent again, and in the text on the fields',
	({ name }) => {
		expect(textIn('docs/retries.md')).toMatch(new RegExp(`^\\|[^|]*\\*\\*${name}\\*\\*`, 'm'));
		expect(textIn('docs/fields.md')).toContain(`**${name}**`);
	},
);

const code = builtCode();

it.each(namedErrors())('names an error that the node has: $error', ({ texts }) => {
	for (const text of texts) expect(code.includes(text) ? '' : text).toBe('');
});

const isTest = (name: string) => [`test/${name}.test.ts`, `test/${name}`].some(isInProject);

it('the tests that CONTRIBUTING.md names for each file exist', () => {
	const [, table] = textIn('CONTRIBUTING.md').split('## Which tests cover a file');
	const rows = [...table.split('\n## ')[0].matchAll(/(unit|engine|faults|e2e)[^:;]*: ([^;\n]+)/g)];
	const names = rows.flatMap(([, project, tests]) =>
		[...tests.matchAll(/`([\w/]+)`/g)].map(([, name]) => `${project}/${name}`),
	);
	expect(names.length).toBeGreaterThan(40);
	expect(names.filter((name) => !isTest(name))).toEqual([]);
});

it('behind each promise of SECURITY.md stand tests that exist', () => {
	const [, promised] = textIn('SECURITY.md').split('## What is promised');
	const promises = promised.split('## What is not promised')[0].match(/^- .+$/gm) ?? [];
	expect(promises.length).toBeGreaterThan(12);
	for (const promise of promises) {
		const [, names] = /_\(([\w/, ]+)\)_$/.exec(promise) ?? [promise, 'nothing'];
		for (const name of names.split(', ')) {
			expect(isTest(name) ? '' : name).toBe('');
		}
	}
});
