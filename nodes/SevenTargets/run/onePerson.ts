/** For each person whom a run in this process deals with: ends when the last of these runs has done so. */
const turns = new Map<string, Promise<void>>();

/**
 * Does `work` when no other run in this process works on the same person: two runs at once would both find that 7Targets does not have
 * the person, and both create it.
 *
 * @param key of the person, which no other account has
 * @param end of the run: then it waits no longer
 * @returns undefined if the run ended before its turn
 */
export async function oneRunAtATime<T>(
	key: string,
	end: { signal: AbortSignal; ended: Promise<void> },
	work: () => Promise<T>,
): Promise<T | undefined> {
	const before = turns.get(key);
	let finish = () => {};
	const own = new Promise<void>((resolve) => (finish = resolve));
	const last = before === undefined ? own : before.then(() => own);
	turns.set(key, last);
	void last.then(() => {
		if (turns.get(key) === last) turns.delete(key);
	});
	try {
		if (before !== undefined) await Promise.race([before, end.ended]);
		return end.signal.aborted ? undefined : await work();
	} finally {
		finish();
	}
}
