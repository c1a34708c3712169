const { spawn } = require('node:child_process');

const LAST_LINES = 15;
const running = new Set();

/**
 * Runs a program to its end.
 *
 * @returns what it wrote to its standard output
 * @throws Error with the end of what it wrote, if it does not end with 0
 */
function run(command, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
		running.add(child);
		let stdout = '';
		let all = '';
		child.stdout.on('data', (data) => {
			stdout += data;
			all += data;
		});
		child.stderr.on('data', (data) => (all += data));
		child.once('error', reject);
		child.once('close', (code, signal) => {
			running.delete(child);
			if (code === 0) return resolve(stdout);
			const end = all.trim().split('\n').slice(-LAST_LINES).join('\n');
			reject(new Error(`"${command} ${args.join(' ')}" ended with ${signal ?? code}:\n${end}`));
		});
	});
}

/** Ends what `run` has under way; each of its promises then fails. */
function endRunning() {
	for (const child of running) child.kill('SIGTERM');
}

module.exports = { endRunning, run };
