/**
 * Runs `work` for 0 … count-1 in that order, at most `width()` at a time, which may change meanwhile. If `work` returns false,
 * no further one begins, and those under way are waited for.
 *
 * @param work may call `fill` if the width may have changed
 * @throws what `work` throws first; then no further one begins
 */
export async function inParallel(
	count: number,
	width: () => number,
	work: (index: number, fill: () => void) => Promise<boolean>,
): Promise<void> {
	let next = 0;
	let busy = 0;
	await new Promise<void>((resolve, reject) => {
		const worker = async () => {
			busy++;
			while (next < count && busy <= width()) {
				if (!(await work(next++, fill))) next = count;
				fill();
			}
			busy--;
		};
		const end = () => {
			if (busy === 0) resolve();
		};
		const fail = (error: Error) => {
			next = count;
			reject(error);
		};
		const fill = () => {
			while (next < count && busy < width()) void worker().then(end, fail);
		};
		fill();
		end();
	});
}
