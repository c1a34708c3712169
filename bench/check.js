// `npm run bench:check`: how long this node checks its items in a real n8n before it sends the first (a dry run), compared with n8n's Edit
// Fields with five of the same fields; and the longest time that n8n answers nobody meanwhile. Writes a table next to this file. SIZES and
// ROUNDS change what their names say.

const { writeFile } = require('node:fs/promises');
const { cpus } = require('node:os');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { formatted, table } = require('../test/support/markdown');
const { ourNode } = require('./contenders');
const { measureInN8n } = require('./places');
const { median } = require('./report');

const SIZES = (process.env.SIZES ?? '3000,10000').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 3);

const byEmail = { __rl: true, mode: 'email', value: '={{ $json.email }}' };
const UPDATED = {
	name: '={{ $json.firstName }}',
	lastName: '={{ $json.lastName }}',
	phone: '={{ $json.phone }}',
	context: '={{ $json.lastName }}',
};
const NAMES = ['firstName', 'lastName', 'email', 'phone'];
const dry = ({ parameters, ...node }) => ({ ...node, parameters: { ...parameters, dryRun: true } });
const EDIT_FIELDS = {
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: ['lead', ...NAMES].map((name) => ({
				id: name,
				name,
				value: `={{ $json.${name === 'lead' ? 'email' : name} }}`,
				type: 'string',
			})),
		},
	},
};
const CONTENDERS = {
	'Edit Fields': EDIT_FIELDS,
	'No Operation': { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	Update: dry(ourNode('update', { lead: byEmail, updateFields: UPDATED })),
	Create: dry(ourNode()),
	'Create, _Map Automatically_': dry(ourNode('create', { mappingMode: 'autoMapInputData' })),
	'Create or Update': dry(ourNode('upsert')),
	'Stop Follow-Up': dry(ourNode('stopFollowUp', { lead: byEmail })),
};

/** Asks n8n whether it is well until the work is done. @returns the longest milliseconds that an answer took */
async function longestSilence(url, work) {
	let isDone = false;
	void work.finally(() => (isDone = true));
	let longest = 0;
	while (!isDone) {
		const asked = performance.now();
		// A connection that n8n has closed meanwhile is no answer, and no silence.
		await fetch(`${url}/healthz`)
			.then((answer) => answer.text())
			.catch(() => '');
		longest = Math.max(longest, performance.now() - asked);
		await sleep(5);
	}
	return longest;
}

measureInN8n(async (place, api) => {
	const rows = [];
	const credential = await place.newCredential(api.url);
	for (const size of SIZES) {
		let ofEditFields;
		for (const [name, node] of Object.entries(CONTENDERS)) {
			const took = [];
			const silences = [];
			for (let round = 0; round < ROUNDS; round++) {
				const work = place.run(node, size, credential);
				silences.push(await longestSilence(place.url, work));
				const { took: ms, error } = await work;
				if (error) throw new Error(error);
				took.push(ms);
			}
			ofEditFields ??= median(took);
			const share = (median(took) / ofEditFields).toFixed(3);
			const row = [size, name, `${median(took)} ms`, share, `${Math.round(median(silences))} ms`];
			console.log(row.join(' | '));
			rows.push(row);
		}
	}
	const text = `# The check of items

${place.name}, Node 24, ${cpus().length} cores; a dry run, the median of ${ROUNDS} runs; \`npm run bench:check\`. _Silence_ is the longest time that n8n's \`/healthz\` took to answer from the start of the execution until it was stored: with _No Operation_, it is n8n's own.

${table(['Items', 'Node', 'Time', 'of Edit Fields', 'Silence'], rows)}
`;
	const file = join(__dirname, 'check.md');
	await writeFile(file, await formatted(text, file));
});
