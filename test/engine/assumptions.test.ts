import { ASSUMPTIONS, DOCUMENTS } from '../../scripts/probe/assumptions';
import { standInOf } from '../../scripts/probe/report';
import { OTHERWISE } from '../support/contraryStandIns';
import { codeFiles, textIn } from '../support/projectFiles';

const rows = ASSUMPTIONS;

describe.each(rows.map((row) => [row.key, row] as const))('%s', (key, row) => {
	it('names a place that exists, and only once', () => {
		const [file, text] = row.place;
		expect(textIn(file).split(text)).toHaveLength(2);
	});

	it('names its documents, and says what it means for the user', () => {
		expect(row.what).toMatch(/^\S/);
		expect(row.ifNot).toMatch(/^[A-Z`].*[^.]$/);
		const said = [row.so, row.otherwise].filter(Boolean).join(' ');
		const names = Object.keys(DOCUMENTS).flatMap((name) => name.split(', '));
		expect(names.some((name) => said.includes(name)) || said.includes('Documented nowhere')).toBe(
			true,
		);
	});

	it('is tried by the probe, or says why not, and has its stand-in', () => {
		expect([typeof row.verdict, typeof row.untried].sort()).toEqual(
			row.untried ? ['string', 'undefined'] : ['function', 'undefined'],
		);
		for (const [file, text] of standInOf(row)) {
			expect(textIn(`test/support/${file}`)).toContain(text);
		}
		expect(key in OTHERWISE).toBe(row.untried === undefined);
	});
});

it('has each thing once', () => {
	expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
	expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
});

it('has a row for each file whose comments or texts speak of a document of 7Targets, or of none', () => {
	const places = rows.map(({ place }) => place[0]);
	const speaking = codeFiles().filter((file) =>
		/documented|7Targets' (own|later|help|page|document)|document of 2020|Source:/.test(
			textIn(file),
		),
	);
	expect(speaking.length).toBeGreaterThan(5);
	expect(speaking.filter((file) => !places.includes(file))).toEqual([]);
});
