const { existsSync } = require('node:fs');
const { readFile, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { formatted, table } = require('../test/support/markdown');
const { SERVERS } = require('./servers');

/** The median. A run that failed (undefined or null) counts as longer than any other. */
const median = (values) =>
	values.map((value) => value ?? Infinity).sort((one, two) => one - two)[
		Math.floor(values.length / 2)
	];

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** The contenders in the order of the columns; `how` says which setting was the best. */
const CONTENDERS = {
	ours: { name: '7Targets', color: '#5b50d6' },
	mapped: { name: '7Targets, Map Automatically', color: '#8a82e3' },
	httpRequest: { name: 'HTTP Request', color: '#e0763c' },
	batched: {
		name: 'HTTP Request, best batches',
		color: '#f0b48a',
		how: ({ batching: { size, pause } }) => ` (${size}, then ${pause} ms)`,
	},
	floor: {
		name: 'Bare client, best number',
		color: '#9aa4ae',
		how: ({ number }) => ` (${number})`,
	},
};

/** A time, or how the run failed. */
const timeOf = (row, who) =>
	row[who] === Infinity
		? `fails${who === 'httpRequest' ? ` after ${row.failedAfter.toLocaleString('en-US')} leads` : ''}`
		: seconds(row[who]);

const ratio = (row, who) =>
	row[who] === Infinity ? '' : `**${(row.ours / row[who]).toFixed(2)}**`;

/** The earlier rows, replaced by those that were measured now, in the order of the servers. */
function mergedWith(before, { rows, ...measured }) {
	const isSame = (one) => (other) => one.server === other.server && one.size === other.size;
	const kept = before.rows.filter((row) => !rows.some(isSame(row)));
	const place = ({ server, size }) => SERVERS.findIndex(({ name }) => name === server) * 1e6 + size;
	return {
		...before,
		...JSON.parse(JSON.stringify(measured)),
		rows: [...kept, ...rows].sort((one, two) => place(one) - place(two)),
	};
}

/** Writes all times into `<file>.json`, and from them `<file>.md` and `<file>.svg`, next to this file; prints the table. */
async function write(file, measured) {
	const at = (ending) => join(__dirname, `${file}.${ending}`);
	const isPart = measured.memory === undefined && existsSync(at('json'));
	const all = isPart
		? mergedWith(JSON.parse(await readFile(at('json'), 'utf8')), measured)
		: measured;
	await writeFile(at('json'), await formatted(JSON.stringify(all), at('json')));
	const { where, rounds, memory } = all;
	const rows = all.rows.map(({ took, server, ...row }) => ({
		...row,
		...Object.fromEntries(Object.entries(took).map(([who, times]) => [who, median(times)])),
		server: SERVERS.find(({ name }) => name === server),
	}));
	const shown = Object.entries(CONTENDERS).filter(([who]) => rows[0][who] !== undefined);
	const others = shown.filter(([who]) => who !== 'ours');
	const isLimited = rows.some(({ server }) => server.ideal !== undefined);
	const head = [
		'The server',
		'Leads',
		...shown.map(([, { name }]) => name),
		...others.map(([, { name }]) => `of ${name}`),
		...(isLimited ? ['of the ideal'] : []),
		'Most at a time',
		'Refused',
		'Logins',
	];
	const lines = table(
		head,
		rows.map((row) => [
			row.server.name,
			row.size.toLocaleString('en-US'),
			...shown.map(([who, { how }]) => timeOf(row, who) + (how?.(row) ?? '')),
			...others.map(([who]) => ratio(row, who)),
			...(isLimited
				? [
						row.server.ideal === undefined
							? ''
							: `**${(row.ours / row.server.ideal(row.size)).toFixed(2)}**`,
					]
				: []),
			row.most,
			`${((100 * row.refused) / (row.size + row.refused)).toFixed(1)} %`,
			row.logins,
		]),
		head.map((_, column) => (column === 0 ? ':--' : '--:')),
	);
	const text = `# Benchmark

${where}. Each time is the median of ${rounds} runs in turn: the whole time of the node as n8n gives it, with the login; the HTTP Request node has its token already, and sends all at the same moment unless it is told to send in batches. The best batches and the best number are those that were the fastest of a few that were tried first, with 300 leads. *Most at a time*, *Refused* and *Logins* are those of 7Targets, the most of all rounds.
${memory === undefined ? '' : `\nPeak memory above idle, ${memory.size.toLocaleString('en-US')} leads in an n8n that has just been started: 7Targets ${memory.ours.toFixed(0)} MB, HTTP Request ${memory.httpRequest.toFixed(0)} MB (ratio **${(memory.ours / memory.httpRequest).toFixed(2)}**).\n`}
${lines}
`;
	const page = await formatted(text, at('md'));
	console.log(page);
	await writeFile(at('md'), page);
	await writeFile(at('svg'), chart(rows, shown));
}

/** A bar chart of the times, for the largest size. */
function chart(rows, contenders) {
	const size = Math.max(...rows.map((row) => row.size));
	const drawn = rows.filter((row) => row.size === size);
	const times = drawn.flatMap((row) => contenders.map(([who]) => row[who]));
	const most = Math.max(...times.filter((time) => time < Infinity));
	const BAR = 16;
	const GROUP = contenders.length * BAR + 40;
	const LEFT = 190;
	const WIDTH = 760;
	const bars = drawn.flatMap((row, group) => [
		`<text x="8" y="${group * GROUP + 58}" font-weight="600">The server ${row.server.name}</text>`,
		...contenders.flatMap(([who, { name, color }], bar) => {
			const y = group * GROUP + 66 + bar * BAR;
			const isFailed = row[who] === Infinity;
			const width = isFailed ? 0 : Math.max(1, ((WIDTH - LEFT - 150) * row[who]) / most);
			return [
				`<text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${name}</text>`,
				`<rect x="${LEFT}" y="${y + 1}" width="${width.toFixed(1)}" height="${BAR - 3}" rx="3" fill="${color}"/>`,
				`<text x="${(LEFT + width + 6).toFixed(1)}" y="${y + 12}"${isFailed ? ' fill="#c0392b"' : ''}>${timeOf(row, who)}</text>`,
			];
		}),
	]);
	const height = drawn.length * GROUP + 40;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="24" font-size="16" font-weight="600">${size.toLocaleString('en-US')} leads: how long the node takes</text>
${bars.join('\n')}
</svg>
`;
}

module.exports = { median, write };
