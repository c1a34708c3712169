const Table = require('cli-table3');
const { table } = require('../../test/support/markdown');
const { ASSUMPTIONS, DOCUMENTS, TOPICS } = require('./assumptions');
const { KEPT_WORDS } = require('./words');
const { version } = require('../../package.json');

const VERDICTS = { true: 'as assumed', false: 'otherwise' };
const NOT_TRIED = 'not tried';

/**
 * The verdict on each assumption about the login: `{ key, what, verdict, found, place }`.
 *
 * @param seen the facts of the probe
 */
function findingsOf(seen, authentication) {
	return ASSUMPTIONS.filter(({ login }) => login === undefined || login === authentication).map(
		({ key, what, place, verdict, untried }) => {
			const [isSo, found] = verdict?.(seen) ?? [];
			return {
				key,
				what,
				verdict: VERDICTS[String(isSo)] ?? NOT_TRIED,
				found: withoutNames(found ?? untried ?? 'nothing that was sent tells'),
				place: placeOf(place),
			};
		},
	);
}

/** Keeps only the words of a fixed list, and the status that the node adds at the end: any other may be a name, address, ID or token. */
function stricken(said) {
	const [, sentence, status = ''] = /** @type {RegExpExecArray} */ (
		/^([^]*?)(\(status \d{3}\))?$/.exec(said)
	);
	return sentence
		.replace(/[^\s.,:;()"']+/g, (word) => (KEPT_WORDS.has(word.toLowerCase()) ? word : '***'))
		.replace(/\*{3}[^\w]*(?=\*{3})/g, '')
		.concat(status);
}

const withoutNames = (text) => text.replace(/“([^”]*)”/g, (_, said) => `“${stricken(said)}”`);

const placeOf = (/** @type {string[]} */ [file, text]) =>
	`${file}: \`${text.replaceAll('`', "'")}\``;

function countsOf(findings) {
	const count = (verdict) => findings.filter((finding) => finding.verdict === verdict).length;
	return [...Object.values(VERDICTS), NOT_TRIED]
		.map((verdict) => `${count(verdict)} ${verdict}`)
		.join(', ');
}

/** The findings for a terminal; below them, each assumption that is wrong, with its place in the code. */
function tableOf(findings, columns = 100) {
	const [verdict, what] = [12, Math.floor((columns - 16) / 2)];
	const view = new Table({
		head: ['Verdict', 'What is assumed', 'What was found'],
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
	['Verdict', 'What is assumed', 'What was found', 'In the code'],
	findings.map(({ verdict, what, found, place }) => [verdict, what, found, place].map(cell)),
)}
`;
}

const HEADS = ['What', 'Documents', 'If it is not so'];

/** A row in three columns, which GitHub shows without scrolling; further lines in each hold the rest. */
function cellsOf(row) {
	const { login, what, so, otherwise, place, ifNot, untried } = row;
	const [standIn] = standInOf(row);
	const contrary = otherwise?.startsWith('Documented nowhere') ? '' : 'Otherwise: ';
	return [
		[login === undefined ? what : `${what} _(${login === 'oAuth2' ? 'OAuth2' : 'password'})_`],
		[so, otherwise && `${contrary}${otherwise}`],
		[
			`${ifNot}.`,
			`Code: ${linked(place)}`,
			standIn && `Stand-in: ${linked([`test/support/${standIn[0]}`, standIn[1]])}`,
			untried && `Not tried: ${untried}`,
		],
	].map((lines) => lines.filter(Boolean).join('<br>').replaceAll('|', '\\|'));
}

/** The tables of docs/assumptions.md. */
const documentTables = () => ({
	documents: table(
		['Name below', 'Document'],
		Object.entries(DOCUMENTS).map(([name, document]) => [name, document]),
	),
	assumptions: Object.entries(TOPICS)
		.map(([topic, rows]) => `### ${topic}\n\n${table(HEADS, rows.map(cellsOf))}`)
		.join('\n\n'),
});

/**
 * The stand-in that takes the other reading of a row: a list with one `[file, text]`, or an empty one.
 *
 * @param {Partial<(typeof ASSUMPTIONS)[number]>} row
 */
const standInOf = ({ key, untried, standIn }) =>
	standIn ? [standIn] : untried === undefined ? [['contraryStandIns.js', `${key}:`]] : [];

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
