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
	// Elsewhere than in a terminal, `ora` would still write its colors.
	const show = MOVES ? ora(title).start() : plainLines(title);
	let state = '';
	const say = (text) => (state = ` ${text}`);
	const beat = setInterval(
		() => {
			show.text = `${title}${state} (${seconds()})`;
		},
		MOVES ? 250 : HEARTBEAT_MS,
	);
	try {
		const result = await work(say);
		show.succeed(`${title} (${seconds()})`);
		return result;
	} catch (error) {
		show.fail(title);
		throw error;
	} finally {
		clearInterval(beat);
	}
}

/** The part of `ora` that is used here, as lines without colors. */
function plainLines(title) {
	const line = (text) => void process.stderr.write(`${text}\n`);
	line(`- ${title}`);
	return {
		set text(text) {
			line(`  ${text}`);
		},
		succeed: (text) => line(`✔ ${text}`),
		fail: (text) => line(`✖ ${text}`),
	};
}

module.exports = { step };
