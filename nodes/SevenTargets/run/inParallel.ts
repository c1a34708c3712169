/**
 * Runs `work` for 0 … count-1 in that order, at most `width` at a time, until `work` answers false:
 * then no further one is begun, and those under way are waited for.
 */
export async function inParallel(
	count: number,
	width: number,
	work: (index: number) => Promise<boolean>,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count) {
			if (!(await work(next++))) next = count;
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
}
