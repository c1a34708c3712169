import { sleep } from 'n8n-workflow';

import { inParallel } from '../../nodes/SevenTargets/run/inParallel';

/** Runs work that takes `ms` milliseconds. @returns the order in which it began, and the most at a time */
async function run(count: number, width: () => number, ms = () => 1) {
	const begun: number[] = [];
	let busy = 0;
	let most = 0;
	await inParallel(count, width, async (index) => {
		begun.push(index);
		most = Math.max(most, ++busy);
		await sleep(ms());
		busy--;
		return true;
	});
	return { begun, most };
}

it.each([0, 1, 3, 7, 50])(
	'does %i things once each, in their order, no more than three at a time',
	async (count) => {
		const { begun, most } = await run(count, () => 3);
		expect(begun).toEqual(Array.from({ length: count }, (_, n) => n));
		expect(most).toBe(Math.min(3, count));
	},
);

it('follows a width that grows and shrinks', async () => {
	let busy = 0;
	const seen: number[] = [];
	let width = 2;
	await inParallel(
		60,
		() => width,
		async (index) => {
			seen[index] = ++busy;
			await sleep(2);
			if (index === 10) width = 8;
			if (index === 40) width = 1;
			busy--;
			return true;
		},
	);
	expect(Math.max(...seen.slice(0, 10))).toBe(2);
	expect(Math.max(...seen)).toBe(8);
	expect(seen.slice(-5)).toEqual([1, 1, 1, 1, 1]);
});

it('begins more within a piece of work that says so', async () => {
	let width = 1;
	const begun: number[] = [];
	await inParallel(
		3,
		() => width,
		async (index, fill) => {
			begun.push(index);
			if (index > 0) return true;
			width = 3;
			fill();
			await sleep(5);
			expect(begun).toEqual([0, 1, 2]);
			return true;
		},
	);
	expect(begun).toEqual([0, 1, 2]);
});

it('begins no further one once work says that it is over, and waits for those under way', async () => {
	const begun: number[] = [];
	let ended = 0;
	await inParallel(
		20,
		() => 4,
		async (index) => {
			begun.push(index);
			await sleep(index === 2 ? 1 : 20);
			ended++;
			return index !== 2;
		},
	);
	expect(begun).toEqual([0, 1, 2, 3]);
	expect(ended).toBe(4);
});

it('fails as soon as work does, with others under way, and begins no further one', async () => {
	const begun: number[] = [];
	const work = async (index: number) => {
		begun.push(index);
		if (index === 1) throw new Error('no');
		await sleep(20);
		return true;
	};
	const running = inParallel(20, () => 2, work);
	await expect(Promise.race([running, sleep(10)])).rejects.toThrow('no');
	await sleep(60);
	expect(begun).toEqual([0, 1]);
});
