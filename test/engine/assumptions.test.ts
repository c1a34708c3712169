import { ANSWERED, ASSUMPTIONS, VERDICTS } from '../../scripts/probe/assumptions';
import { SPELLINGS } from '../../scripts/probe/steps';
import { MAY_MEAN_ABSENT } from '../../nodes/SevenTargets/lead/updateOrCreate';
import { LARGEST_PAGE } from '../../nodes/SevenTargets/transport/pages';
import { OTHERWISE } from '../support/contraryStandIns';
import { codeFiles, textIn } from '../support/projectFiles';

const rows = ASSUMPTIONS;

/** The documents' names, from the list above the rows. */
const DOCUMENTS = textIn('docs/assumptions.md')
	.split('\n')
	.filter((line) => line.startsWith('- **'))
	.flatMap((line) => [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name));

describe.each(rows.map((row) => [row.key, row] as const))('%s', (key, row) => {
	it('names a place that exists, and only once', () => {
		const [file, text] = row.place;
		expect(textIn(file).split(text)).toHaveLength(2);
	});

	it('names its documents, and says what it means for the user', () => {
		expect(row.what).toMatch(/^\S/);
		expect(row.ifNot).toMatch(/^[A-Z`].*[^.]$/);
		expect([...DOCUMENTS, 'nowhere'].some((name) => row.says.includes(name))).toBe(true);
	});

	it('is tried by the probe, or says why not, and has its stand-in', () => {
		expect([typeof row.verdict, typeof row.untried].sort()).toEqual(
			row.untried ? ['string', 'undefined'] : ['function', 'undefined'],
		);
		if (row.standIn) {
			const [file, text] = row.standIn;
			expect(textIn(`test/support/${file}`)).toContain(text);
		}
		expect(key in OTHERWISE).toBe(row.untried === undefined);
	});
});

it('has each thing once', () => {
	expect(rows.length).toBeGreaterThan(70);
	expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
	expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
	expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(VERDICTS)));
});

it.each([
	['unknownLead', MAY_MEAN_ABSENT.join(', ')],
	['knownRefused', MAY_MEAN_ABSENT.join(', ')],
	['stopAbsent', MAY_MEAN_ABSENT.join(', ')],
	['sources', SPELLINGS.join(', ')],
	['largestPage', ` ${LARGEST_PAGE} `],
	['answerFields', ANSWERED.map((name) => `\`${name}\``).join(', ')],
])('says in %s what the code has', (key, said) => {
	expect(rows.find((row) => row.key === key)!.what).toContain(said);
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
