import { sleep } from 'n8n-workflow';

import { oneRunAtATime } from '../../nodes/SevenTargets/run/onePerson';

/** A run that can be ended. */
function startRun() {
	const halt = new AbortController();
	const ended = new Promise<void>((resolve) =>
		halt.signal.addEventListener('abort', () => resolve(), { once: true }),
	);
	return { signal: halt.signal, ended, end: () => halt.abort() };
}

const log: string[] = [];
beforeEach(() => void (log.length = 0));

/** Deals with a person until it is told to finish. */
function deal(name: string, key = 'john', run = startRun()) {
	let finish: (fails?: boolean) => void;
	const done = oneRunAtATime(key, run, async () => {
		log.push(`${name} begins`);
		const fails = await new Promise<boolean>((resolve) => (finish = (is = false) => resolve(is)));
		log.push(`${name} ends`);
		if (fails) throw new Error(name);
		return name;
	});
	return { done, run, finish: (fails?: boolean) => finish(fails) };
}
const idle = async () => await sleep(1);

it('lets one run after the other deal with a person, in the order in which they came', async () => {
	const all = ['one', 'two', 'three'].map((name) => deal(name));
	for (const { finish } of all) {
		await idle();
		finish();
	}
	expect(await Promise.all(all.map(({ done }) => done))).toEqual(['one', 'two', 'three']);
	expect(log).toEqual(
		['one', 'two', 'three'].flatMap((name) => [`${name} begins`, `${name} ends`]),
	);
});

it('lets nobody wait for another person', async () => {
	const one = deal('one');
	const other = deal('other', 'mary');
	await idle();
	expect(log).toEqual(['one begins', 'other begins']);
	one.finish();
	other.finish();
	await Promise.all([one.done, other.done]);
});

it('goes on after a failure', async () => {
	const one = deal('one');
	const two = deal('two');
	await idle();
	one.finish(true);
	await expect(one.done).rejects.toThrow('one');
	await idle();
	two.finish();
	expect(await two.done).toBe('two');
});

it('a run that ends while it waits does nothing, and those after it wait on for the first', async () => {
	const one = deal('one');
	const two = deal('two');
	const three = deal('three');
	two.run.end();
	expect(await two.done).toBeUndefined();
	const four = deal('four');
	await idle();
	expect(log).toEqual(['one begins']);
	one.finish();
	await one.done;
	await idle();
	three.finish();
	await three.done;
	await idle();
	four.finish();
	await four.done;
	expect(log.filter((entry) => entry.endsWith('begins'))).toEqual([
		'one begins',
		'three begins',
		'four begins',
	]);
});

it('a run that has ended does nothing at all', async () => {
	const run = startRun();
	run.end();
	expect(await deal('one', 'john', run).done).toBeUndefined();
	expect(log).toEqual([]);
});
