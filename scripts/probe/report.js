const Table = require('cli-table3');
const { table } = require('../../test/support/markdown');
const { ASSUMPTIONS, DOCUMENTS } = require('./assumptions');
const { version } = require('../../package.json');

const VERDICTS = { true: 'as assumed', false: 'otherwise' };
const NOT_TRIED = 'not tried';

/**
 * The verdict on each assumption about the login: `{ key, what, verdict, found, place }`.
 *
 * @param seen the facts of the probe
 * @param words that must not be seen in what 7Targets says, beside its own IDs, names and addresses
 */
function findingsOf(seen, authentication, words = []) {
	const struck = strikerOf([...words, ...namesIn(seen)]);
	return ASSUMPTIONS.filter(({ login }) => login === undefined || login === authentication).map(
		({ key, what, place, verdict, untried }) => {
			const [isSo, found] = verdict?.(seen) ?? [];
			return {
				key,
				what,
				verdict: VERDICTS[String(isSo)] ?? NOT_TRIED,
				found: struck(found ?? untried ?? 'nothing that was sent tells'),
				place: placeOf(place),
			};
		},
	);
}

const namesIn = ({ page, lead, again, capitals, incomplete }) => [
	...(page?.ok ? page.body : []).flatMap(({ id, name, emailid }) => [id, name, emailid]),
	...[lead, again?.body, capitals?.body, incomplete?.body].map((one) => one?.id),
];

const LONGEST = 160;

/** Strikes the words out of what is quoted, in any case, and whatever else may be an address, an ID or a token. */
function strikerOf(words) {
	const known = words.map((word) => String(word ?? '').trim()).filter((word) => word !== '');
	const patterns = [...new Set(known)]
		.sort((one, other) => other.length - one.length)
		.map((word) => new RegExp(`(?<!\\w)${word.replace(/[^\w\s]/g, '\\$&')}(?!\\w)`, 'gi'));
	const strike = (said) =>
		[...patterns, /\S*@\S*/g, /\b(?!7Targets\b)(?=[\w-]*\d)[\w-]{5,}/gi, /[\w-]{25,}/g]
			.reduce((text, pattern) => text.replace(pattern, '***'), said)
			// What Markdown takes for a mark.
			.replace(/[|`<>[\]~]/g, ' ')
			.slice(0, LONGEST);
	return (text) => text.replace(/“([^”]*)”/g, (_, said) => `“${strike(said)}”`);
}

const placeOf = ([file, text]) => `${file}: \`${text.replaceAll('`', "'")}\``;

function countsOf(findings) {
	const count = (verdict) => findings.filter((finding) => finding.verdict === verdict).length;
	return [...Object.values(VERDICTS), NOT_TRIED]
		.map((verdict) => `${count(verdict)} ${verdict}`)
		.join(', ');
}

/** The findings for a terminal, and below them, with its place in the code, each that is otherwise. */
function tableOf(findings, columns = 100) {
	const [verdict, what] = [12, Math.floor((columns - 16) / 2)];
	const view = new Table({
		head: ['Verdict', 'What is taken for granted', 'What was found'],
		colWidths: [verdict, what, columns - verdict - what - 4],
		wordWrap: true,
		style: { head: [], border: [], compact: false },
	});
	for (const one of findings) {
		view.push([one.verdict, one.what, one.found].map((text) => text.replaceAll('`', '')));
	}
	const otherwise = findings
		.filter((one) => one.verdict === VERDICTS.false)
		.map(
			({ what, found, place }) => `Otherwise: ${what}.\n  Found: ${found}\n  To change: ${place}`,
		);
	return [`${view}`, `${countsOf(findings)}.`, ...otherwise].join('\n');
}

/** The findings as Markdown, for an issue. */
function reportOf(findings, authentication, { isWhole }) {
	const login = { password: 'Username and Password', oAuth2: 'OAuth2' }[authentication];
	const n8n = require('n8n-core/package.json').version;
	const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
	return `${login}, n8n-nodes-7targets ${version}, n8n-core ${n8n}, Node ${process.version}: ${countsOf(findings)}.${isWhole ? '' : ' The probe was ended before its end.'}

${table(
	['Verdict', 'What is taken for granted', 'What was found', 'In the code'],
	findings.map(({ verdict, what, found, place }) => [verdict, what, found, place].map(cell)),
)}
`;
}

/** The tables of docs/assumptions.md. */
const documentTables = () => ({
	documents: table(
		['Name below', 'Document'],
		Object.entries(DOCUMENTS).map(([name, document]) => [name, document]),
	),
	assumptions: table(
		[
			'What',
			'Documents that say so',
			'Otherwise',
			'In the code',
			'If it is not so',
			'Stand-in of the other reading',
			'Tried by the probe',
		],
		ASSUMPTIONS.map(
			({ key, login, what, so = '', otherwise = '', place, ifNot, untried, ...row }) =>
				[
					login === undefined ? what : `${what} _(${login === 'oAuth2' ? 'OAuth2' : 'password'})_`,
					so,
					otherwise,
					linked(place),
					ifNot,
					standInOf({ key, untried, ...row })
						.map(([file, text]) => linked([`test/support/${file}`, text]))
						.join(''),
					untried === undefined ? 'yes' : `no: ${untried}`,
				].map((text) => text.replaceAll('|', '\\|')),
		),
	),
});

/**
 * The stand-in that takes the other reading of a row, `[file, text]` in a list; none if there is none.
 *
 * @param {Partial<(typeof ASSUMPTIONS)[number]>} row
 */
const standInOf = ({ key, untried, standIn }) =>
	standIn ? [standIn] : untried === undefined ? [['otherwise.js', `${key}:`]] : [];

const linked = ([file, text]) =>
	`[${file.split('/').at(-1)}](../${file}) \`${text.replaceAll('`', "'").replace(/:$/, '')}\``;

module.exports = {
	countsOf,
	documentTables,
	findingsOf,
	NOT_TRIED,
	reportOf,
	standInOf,
	tableOf,
	VERDICTS,
};
