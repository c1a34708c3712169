const { table } = require('../../test/support/markdown');
const { ASSUMPTIONS } = require('./assumptions');
const { KEPT_WORDS } = require('./words');
const { version } = require('../../package.json');

const VERDICTS = { true: 'as assumed', false: 'otherwise', undefined: 'not tried' };

/**
 * The verdict on each assumption about the login: `{ key, what, verdict, found, place }`.
 *
 * @param seen the facts of the probe
 */
const findingsOf = (seen, authentication) =>
	ASSUMPTIONS.filter(({ login = authentication }) => login === authentication).map((row) => {
		const [isSo, found = row.untried ?? 'nothing that was sent tells'] = row.verdict?.(seen) || [];
		return {
			key: row.key,
			what: row.what,
			verdict: VERDICTS[String(isSo)],
			found: found.replace(/“([^”]*)”/g, (_, said) => `“${stricken(said)}”`),
			place: `${row.place[0]}: \`${row.place[1].replaceAll('`', "'")}\``,
		};
	});

/** Keeps only the words of a fixed list, and the status that the node adds at the end: any other may be a name, address, ID or token. */
function stricken(said) {
	const [status = ''] = /\(status \d{3}\)$/.exec(said) ?? [];
	return said
		.slice(0, said.length - status.length)
		.replace(/[^\s.,:;()"']+/g, (word) => (KEPT_WORDS.has(word.toLowerCase()) ? word : '***'))
		.replace(/\*{3}[^\w]*(?=\*{3})/g, '')
		.concat(status);
}

const countsOf = (findings) =>
	Object.values(VERDICTS)
		.map((one) => `${findings.filter(({ verdict }) => verdict === one).length} ${one}`)
		.join(', ');

/** The findings for a terminal; below them, each assumption that is wrong, with its place in the code. */
function tableOf(findings) {
	const lines = findings.map(({ verdict, what, found }) =>
		`${verdict.padEnd(12)}${what}\n${' '.repeat(12)}→ ${found}`.replaceAll('`', ''),
	);
	const otherwise = findings
		.filter(({ verdict }) => verdict === VERDICTS.false)
		.map(
			({ what, found, place }) => `Otherwise: ${what}.\n  Found: ${found}\n  To change: ${place}`,
		);
	return [...lines, `\n${countsOf(findings)}.`, ...otherwise].join('\n');
}

/** The findings as Markdown, for an issue. */
function reportOf(findings, authentication, { isWhole }) {
	const login = authentication === 'oAuth2' ? 'OAuth2' : 'Username and Password';
	const n8n = require('n8n-core/package.json').version;
	const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
	return `${login}, n8n-nodes-7targets ${version}, n8n-core ${n8n}, Node ${process.version}: ${countsOf(findings)}.${isWhole ? '' : ' The probe was ended before its end.'}

${table(
	['Verdict', 'What is assumed', 'What was found', 'In the code'],
	findings.map(({ verdict, what, found, place }) => [verdict, what, found, place].map(cell)),
)}
`;
}

module.exports = { countsOf, findingsOf, reportOf, tableOf };
