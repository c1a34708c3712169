const { writeFile } = require('node:fs/promises');
const { join } = require('node:path');

const median = (values) => [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)];

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** Writes `<file>.md` and `<file>.svg` beside this file, and prints the table. */
async function write({ file, where, rounds, rows, memory }) {
	const isMapped = rows.some(({ mapped }) => mapped !== undefined);
	const table = [
		`| Answers | Leads | 7Targets | HTTP Request | Bare client | of HTTP Request | of the bare client | Logins |${isMapped ? ' Map Automatically | of mapping by `{{ $json.x }}` |' : ''}`,
		`| --- | --: | --: | --: | --: | --: | --: | --: |${isMapped ? ' --: | --: |' : ''}`,
		...rows.map(
			({ delay, size, ours, httpRequest, floor, logins, mapped }) =>
				`| ${delay} | ${size.toLocaleString('en-US')} | ${seconds(ours)} | ${seconds(httpRequest)} | ${seconds(floor)} | **${(ours / httpRequest).toFixed(2)}** | **${(ours / floor).toFixed(2)}** | ${logins} |${isMapped ? ` ${seconds(mapped)} | **${(mapped / ours).toFixed(2)}** |` : ''}`,
		),
	].join('\n');
	const text = `# Benchmark

${where}. Each time is the median of ${rounds} runs in turn: the whole time of the node as n8n gives it, with the login; the HTTP Request node has its token already. 7Targets and the bare client send 10 at a time, the HTTP Request node all at the same moment, as it does where nobody sets it up otherwise.
${memory === undefined ? '' : `\nPeak memory above idle, ${memory.size.toLocaleString('en-US')} leads in an n8n that has just been started: 7Targets ${memory.ours.toFixed(0)} MB, HTTP Request ${memory.httpRequest.toFixed(0)} MB (ratio **${(memory.ours / memory.httpRequest).toFixed(2)}**).\n`}
${table}
`;
	console.log(text);
	await writeFile(join(__dirname, `${file}.md`), text);
	await writeFile(join(__dirname, `${file}.svg`), chart(rows));
}

const COLORS = { ours: '#5b50d6', httpRequest: '#e0763c', floor: '#9aa4ae' };
const NAMES = {
	ours: '7Targets, 10 at a time',
	httpRequest: 'HTTP Request, all at the same moment',
	floor: 'bare client, 10 at a time',
};

/** Bars of the time for one lead, for the middle size. */
function chart(rows) {
	const sizes = [...new Set(rows.map(({ size }) => size))];
	const size = sizes[Math.floor(sizes.length / 2)];
	const shown = rows.filter((row) => row.size === size);
	const most = Math.max(
		...shown.flatMap(({ ours, httpRequest, floor }) => [ours, httpRequest, floor]),
	);
	const BAR = 18;
	const GROUP = 3 * BAR + 44;
	const LEFT = 240;
	const WIDTH = 760;
	const bars = shown.flatMap((row, group) => [
		`<text x="8" y="${group * GROUP + 58}" font-weight="600">Answers ${row.delay}</text>`,
		...Object.keys(COLORS).flatMap((who, bar) => {
			const y = group * GROUP + 66 + bar * BAR;
			const width = Math.max(1, ((WIDTH - LEFT - 80) * row[who]) / most);
			return [
				`<text x="${LEFT - 8}" y="${y + 13}" text-anchor="end">${NAMES[who]}</text>`,
				`<rect x="${LEFT}" y="${y + 1}" width="${width.toFixed(1)}" height="${BAR - 4}" rx="3" fill="${COLORS[who]}"/>`,
				`<text x="${(LEFT + width + 6).toFixed(1)}" y="${y + 13}">${seconds(row[who])}</text>`,
			];
		}),
	]);
	const height = shown.length * GROUP + 40;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
<text x="8" y="24" font-size="16" font-weight="600">${size.toLocaleString('en-US')} leads: how long the node takes</text>
${bars.join('\n')}
</svg>
`;
}

module.exports = { median, write };
