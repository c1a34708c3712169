import type { IHttpRequestOptions } from 'n8n-workflow';

import { Deadline, type EndOfRun } from '../../nodes/SevenTargets/transport/deadline';

const endOf = (halt: AbortController, ms = Infinity): EndOfRun => ({
	signal: halt.signal,
	at: performance.now() + ms,
});
/** What n8n reads when it sends the request. */
const signalOf = (deadline: Deadline) =>
	deadline.setIn({ url: '/' } as IHttpRequestOptions).abortSignal as AbortSignal;
const aborted = async (signal: AbortSignal) => {
	const began = performance.now();
	await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
	return performance.now() - began;
};

it('starts when n8n sends the request, each time anew, and says so', () => {
	const onSent = jest.fn();
	const deadline = new Deadline(5_000, onSent);
	const request = deadline.setIn({ url: '/' } as IHttpRequestOptions);
	expect([deadline.hasStarted, onSent.mock.calls.length]).toEqual([false, 0]);
	const first = request.abortSignal;
	expect([deadline.hasStarted, onSent.mock.calls.length]).toEqual([true, 1]);
	expect(request.abortSignal).not.toBe(first);
	expect(onSent).toHaveBeenCalledTimes(2);
});

it('is over after the timeout', async () => {
	const deadline = new Deadline(30, () => {});
	const signal = signalOf(deadline);
	expect(deadline.isOver).toBe(false);
	expect(await aborted(signal)).toBeGreaterThan(20);
	expect(deadline.isOver).toBe(true);
});

it.each([0.4, 30.7])(
	'is over when the answers of the run must be there, in %f ms, though the timeout is longer',
	async (ms) => {
		const deadline = new Deadline(60_000, () => {}, endOf(new AbortController(), ms));
		expect(await aborted(signalOf(deadline))).toBeLessThan(2_000);
	},
);

it('cannot be replaced by the signal of the Stop button', () => {
	const deadline = new Deadline(5_000, () => {});
	const request = deadline.setIn({ url: '/' } as IHttpRequestOptions);
	request.abortSignal = AbortSignal.abort();
	expect((request.abortSignal as AbortSignal).aborted).toBe(false);
});

it('lets nothing out after the end of the run', () => {
	const halt = new AbortController();
	const onSent = jest.fn();
	const deadline = new Deadline(5_000, onSent, endOf(halt));
	const before = signalOf(deadline);
	halt.abort();
	expect(before.aborted).toBe(false);
	expect(deadline.hasRunEnded).toBe(false);
	expect(signalOf(deadline).aborted).toBe(true);
	expect(deadline.hasRunEnded).toBe(true);
	expect(onSent).toHaveBeenCalledTimes(1);
});

it('sends nothing after the moment by which the run must be answered, whatever became of its signal', () => {
	const onSent = jest.fn();
	const deadline = new Deadline(5_000, onSent, endOf(new AbortController(), -1));
	expect(signalOf(deadline).aborted).toBe(true);
	expect([deadline.hasRunEnded, deadline.hasStarted, onSent.mock.calls.length]).toEqual([
		true,
		false,
		0,
	]);
});

it('is overdue half a second after it is over, counted from the last time that the request went out', () => {
	const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
	const deadline = new Deadline(5_000, () => {}, endOf(new AbortController()));
	const isOverdueAt = (ms: number) => {
		now.mockReturnValue(ms);
		return deadline.isOverdue;
	};
	expect(isOverdueAt(1_000_000)).toBe(false);
	now.mockReturnValue(1_000);
	signalOf(deadline);
	expect([6_400, 6_600].map(isOverdueAt)).toEqual([false, true]);
	now.mockReturnValue(7_000);
	signalOf(deadline);
	expect([12_400, 12_600].map(isOverdueAt)).toEqual([false, true]);
	now.mockRestore();
});
