/**
 * Runs `work` for 0 … count-1 in that order, at most `width()` at a time, which may change meanwhile, until `work` answers
 * false: then no further one is begun, and those under way are waited for.
 */
export async function inParallel(
	count: number,
	width: () => number,
	work: (index: number) => Promise<boolean>,
): Promise<void> {
	let next = 0;
	let busy = 0;
	const workers: Array<Promise<void>> = [];
	const worker = async () => {
		busy++;
		while (next < count && busy <= width()) {
			if (!(await work(next++))) next = count;
			fill();
		}
		busy--;
	};
	const fill = () => {
		while (next < count && busy < width()) workers.push(worker());
	};
	fill();
	for (const one of workers) await one;
}
