import type { IExecuteFunctions } from 'n8n-workflow';

import { callEnded, retryOnFail, timeLimit } from '../../nodes/SevenTargets/run/tool';
import { useFixedJitter } from '../support/outcomes';

useFixedJitter();

/** A call of the node, with what n8n keeps of the node in this execution. */
const callOf = (node: object, kept = {}, round = 0) =>
	({
		getNode: () => ({ type: 'n8n-nodes-7targets.sevenTargetsTool', ...node }),
		getContext: () => kept,
		getWorkflowDataProxy: () => ({ $runIndex: round }),
	}) as unknown as IExecuteFunctions;
const RETRIED = { retryOnFail: true };
const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

it.each([
	[{}, 1, 0],
	[RETRIED, 3, 1000],
	[{ ...RETRIED, maxTries: 0, waitBetweenTries: 0 }, 3, 1000],
	[{ ...RETRIED, maxTries: 1, waitBetweenTries: 10 }, 2, 10],
	[{ ...RETRIED, maxTries: 9, waitBetweenTries: 60_000 }, 5, 5000],
])('with %j n8n runs the node %i times at most, and waits %i ms', (node, tries, waitMs) => {
	expect(retryOnFail(callOf(node))).toEqual({ tries, waitMs });
});

it('what is no tool may take as long as it takes', () => {
	expect(timeLimit(callOf({ type: 'n8n-nodes-7targets.sevenTargets' }))).toBe(Infinity);
});

it('the first try of a call has all the time but the waits, and the next ones what is left', async () => {
	const call = callOf(RETRIED);
	expect(timeLimit(call)).toBe(43_000);
	await pass(31_000);
	expect(timeLimit(call)).toBe(13_000);
	await pass(14_000);
	expect(timeLimit(call)).toBe(0);
});

it('another call, of the same execution or of another one, has all the time', async () => {
	const kept = {};
	expect(timeLimit(callOf(RETRIED, kept))).toBe(43_000);
	await pass(40_000);
	expect(timeLimit(callOf(RETRIED, kept, 1))).toBe(43_000);
	expect(timeLimit(callOf(RETRIED, {}))).toBe(43_000);
});

it('without Retry On Fail each call has all the time, also of those that have the same number', async () => {
	const kept = {};
	expect(timeLimit(callOf({}, kept))).toBe(45_000);
	await pass(40_000);
	expect(timeLimit(callOf({}, kept))).toBe(45_000);
});

it.each<[string, (call: IExecuteFunctions) => Promise<unknown>]>([
	[
		'after the answer of the one before',
		async (call) => await pass(40_000).then(() => callEnded(call)),
	],
	['after its last try', async (call) => [timeLimit(call), timeLimit(call)]],
	['when no try of it can begin any more', async () => await pass(46_100)],
])('a call of the same number has all the time %s', async (_, passed) => {
	const call = callOf(RETRIED);
	timeLimit(call);
	await passed(call);
	expect(timeLimit(call)).toBe(43_000);
});
