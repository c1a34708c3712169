/**
 * Keeps a program running: starts it again each time that it ends, as a container's `restart: always` does.
 *
 * @param start starts it, as `startProgram` does, with an AbortSignal that ends it also before it is ready
 * @returns once it is ready for the first time
 * @throws what `start` throws the first time
 */
async function superviseProgram(start) {
	/** @type {AbortController} */
	let controller;
	/** @type {{ kill: () => void, ended: Promise<string>, stop: () => Promise<void> } | undefined} */
	let program;
	let isOver = false;
	let isKilled = false;
	const ends = [];
	const begin = async () => {
		controller = new AbortController();
		program = await start(controller.signal);
	};
	const go = async () => {
		while (!isOver) {
			const how = await program?.ended;
			if (how !== undefined && !isKilled && !isOver) ends.push({ at: Date.now(), how, hasRun: true });
			isKilled = false;
			program = undefined;
			if (!isOver) await begin().catch((error) => ends.push({ at: Date.now(), how: error.message, hasRun: false }));
		}
		await program?.stop();
	};
	await begin();
	const loop = go();
	return {
		/** When and how it ended or failed to start, for each time that it was neither killed nor stopped. */
		ends,
		isUp: () => program !== undefined,
		/** Ends it at once, unless it is being started. @returns whether it was up */
		kill: () => {
			const victim = program;
			if (victim === undefined) return false;
			program = undefined;
			isKilled = true;
			victim.kill();
			return true;
		},
		stop: async () => {
			isOver = true;
			controller.abort();
			await program?.stop();
			await loop;
		},
	};
}

module.exports = { superviseProgram };
