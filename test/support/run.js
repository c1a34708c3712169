const { spawn } = require('node:child_process');

const LAST_LINES = 15;
const PATIENCE_MS = 15_000;
const running = new Set();

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptionsWithoutStdio & { onOutput?: (data: Buffer) => void }} [options] `onOutput` is told all that it writes
 * @returns {Promise<string>} what it wrote to its standard output
 * @throws Error with the end of what it wrote, if it does not end with 0
 */
function run(command, args, { onOutput = () => {}, ...options } = {}) {
	return new Promise((resolve, reject) => {
		// In its own process group, so that npm's compilers are ended with it.
		const child = spawn(command, args, {
			...options,
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
		});
		running.add(child);
		let stdout = '';
		let all = '';
		child.stdout.on('data', (data) => (stdout += data));
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (data) => {
				all += data;
				onOutput(data);
			});
		}
		child.once('error', reject);
		child.once('close', (code, signal) => {
			running.delete(child);
			if (code === 0) return resolve(stdout);
			const end = all.trim().split('\n').slice(-LAST_LINES).join('\n');
			reject(new Error(`"${command} ${args.join(' ')}" ended with ${signal ?? code}:\n${end}`));
		});
	});
}

/** Ends all programs that `run` has started, and waits until they have ended; their promises then reject. */
async function endRunning() {
	await Promise.all(
		[...running].map((child) => end(child, (signal) => process.kill(-child.pid, signal))),
	);
}

/** Ends a process with SIGTERM, and after 15 seconds with SIGKILL. (npm first removes what it has unpacked.) */
async function end(child, send = (signal) => child.kill(signal)) {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	send('SIGTERM');
	const kill = setTimeout(() => send('SIGKILL'), PATIENCE_MS);
	await ended;
	clearTimeout(kill);
}

module.exports = { end, endRunning, run };
