// `npm start`: a real n8n with this node in it creates the leads of examples/leads.csv. Nothing leaves the machine:
// Cognito is an emulator, and a small server stands in for the 7Targets API, because none is available to try.

require('./nodeVersion');

const { mkdir, writeFile } = require('node:fs/promises');
const { join, relative } = require('node:path');
const { withCredential, withoutDryRun } = require('../test/support/examples');
const { installN8n, N8N_VERSION, PROJECT, STATE } = require('../test/support/n8n/install');
const { freePort, startN8n } = require('../test/support/n8n/server');
const { step } = require('../test/support/progress');
const { endRunning } = require('../test/support/run');
const { startStandIns } = require('../test/support/standIns');
const { printLeads } = require('./leadTable');
const fromCsv = require('../examples/create-leads-from-csv.json');
const fromForm = require('../examples/n8n-form.json');

/** The functions that stop what was started; the last is called first. */
const started = [];

/** A failure whose message is a sentence for the user. */
class Failure extends Error {}

/** Whether n8n goes on after the leads are created: at a terminal, where Ctrl-C ends it, or if it is told to. */
const isKept = process.argv.includes('--keep');
const isAtTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);

async function main() {
	const [unknown] = process.argv.slice(2).filter((word) => word !== '--keep');
	if (unknown !== undefined) {
		throw new Failure(`npm start knows no "${unknown}", only --keep: npm start -- --keep`);
	}
	const port = Number(process.env.PORT ?? 5678);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Failure(`PORT must be a number from 1 to 65535, but is "${process.env.PORT}".`);
	}
	if ((await freePort(port)) === undefined) {
		throw new Failure(
			`Port ${port} is taken by another program. End that one, or choose another port: PORT=${port + 22} npm start`,
		);
	}
	const url = `http://127.0.0.1:${port}`;
	console.log(`n8n will be at ${url} when all steps are done.`);
	const folder = await step(
		`Installing n8n ${N8N_VERSION} (3 GB; some minutes, the first time only)`,
		(say) => installN8n(N8N_VERSION, say),
	).catch(
		fail(
			'n8n could not be installed. Check that npm reaches its registry and that the disk has 4 GB free, then run npm start again.',
		),
	);

	const standIns = await step(
		'Starting the stand-ins for Cognito and the 7Targets API',
		async () => {
			const standIns = await startStandIns();
			started.push(standIns.stop);
			return standIns;
		},
	).catch(fail('The stand-ins for Cognito and the 7Targets API could not be started.'));

	const n8n = await step('Starting n8n with the freshly packed node', async () => {
		const n8n = await startN8n({ folder, userFolder: join(STATE, 'demo'), port });
		started.push(n8n.stop);
		return n8n;
	}).catch(fail('n8n could not be started.'));

	const { id, leads } = await step('Creating the leads of examples/leads.csv', async () => {
		const credential = await n8n.addCredential(
			'7Targets account',
			'sevenTargetsOAuth2Api',
			standIns.client(),
		);
		const add = async (example) => await n8n.addWorkflow(example, credential);
		const sending = await add(withoutDryRun(fromCsv));
		const { status, data } = await n8n.execute(sending);
		// What the user finds has Dry Run on, as its note says.
		const { nodes } = withCredential(sending, { dryRun: true });
		const { versionId } = sending;
		await n8n.request('PATCH', `/workflows/${sending.id}`, { nodes, versionId });
		if (status !== 'success') throw new Error(data.resultData.error?.message ?? status);
		const [{ data: out }] = data.resultData.runData['Create or update a lead'];
		// The workflow that the user tries next: the leads of the file exist now.
		const { id } = await add(withCredential(fromForm));
		return { id, leads: out.main[0].map(({ json }) => json) };
	}).catch(fail('The workflow did not run to its end.'));

	printLeads(leads);
	if (!isKept && !isAtTerminal) {
		console.log(
			`n8n at ${url} ends now, since nobody could press Ctrl-C here. To keep it running: npm start -- --keep`,
		);
		return;
	}
	console.log(`
The editor is open at ${url}/workflow/${id}: press Execute workflow there, and open its
7Targets node to see one more lead as it would be sent. To create it, switch off Dry Run in that node and press Execute step.
Login and assistant are filled in. A stand-in takes the place of 7Targets: nothing leaves your machine, and nobody gets an email.
  Email     ${n8n.owner.email}
  Password  ${n8n.owner.password}
${isAtTerminal ? 'Ctrl-C' : `kill ${process.pid}`} stops all of it; the next npm start begins with an empty n8n.`);
	throw new Failure(`n8n ${await n8n.ended}.`);
}

/** Throws a `Failure` with the sentence, and writes the error itself to a file. */
function fail(sentence) {
	return async (error) => {
		const file = join(STATE, 'demo-error.log');
		await mkdir(STATE, { recursive: true });
		await writeFile(file, `${error.stack}\n`);
		throw new Failure(`${sentence} Details: ${relative(PROJECT, file)}`);
	};
}

let stopping;
function stopAll() {
	stopping ??= (async () => {
		await endRunning();
		for (const stop of started.reverse()) await stop();
	})();
	return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, async () => {
		// A terminal that is closed does not end what is kept.
		if (stopping || (signal === 'SIGHUP' && isKept)) return;
		console.error('\nStopping…');
		await stopAll();
		process.exit(signal === 'SIGINT' ? 130 : 1);
	});
}

main().then(
	async () => {
		await stopAll();
		process.exit(0);
	},
	async (error) => {
		if (stopping) return;
		await stopAll();
		console.error(error instanceof Failure ? error.message : error);
		process.exit(1);
	},
);
