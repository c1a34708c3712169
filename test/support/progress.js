const { default: ora } = require('ora');

const HEARTBEAT_MS = 20_000;

/** A moving line must know the width of the terminal: without it, `ora` would clear lines endlessly. */
const MOVES = process.stderr.isTTY && process.stderr.columns > 0;

/**
 * Does one long step and shows that it is running: in a terminal with a moving line, elsewhere with a line at the start,
 * one every 20 seconds, and one at the end.
 *
 * @param work is handed `say(text)`, for how far it has come
 */
async function step(title, work) {
	const begun = Date.now();
	const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
	const spinner = ora({ text: title, isEnabled: MOVES ? undefined : false }).start();
	let state = '';
	const say = (text) => (state = ` ${text}`);
	const beat = setInterval(
		() => {
			if (MOVES) spinner.text = `${title}${state} (${seconds()})`;
			else process.stderr.write(`  ${title}${state} (${seconds()})\n`);
		},
		MOVES ? 250 : HEARTBEAT_MS,
	);
	try {
		const result = await work(say);
		spinner.succeed(`${title} (${seconds()})`);
		return result;
	} catch (error) {
		spinner.fail(title);
		throw error;
	} finally {
		clearInterval(beat);
	}
}

module.exports = { step };
