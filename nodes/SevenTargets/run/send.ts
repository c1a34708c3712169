import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import type { Operation } from '../operation';
import { openClient } from '../transport/client';
import type { Problem } from '../transport/outcome';
import { inParallel } from './inParallel';
import { listOf } from './item';
import { failedItem, type ItemError } from './itemError';
import type { Memory } from './memory';
import type { Plan } from './plan';

/**
 * Sends every open item, and puts in what came of it. If one fails and the run is not to go on, or the login fails, or the
 * user presses Stop, no further one is sent; those under way are waited for.
 *
 * @returns the error that ends the run, if one does
 */
export async function sendAll(
	context: IExecuteFunctions,
	operation: Operation,
	{ method, options, items, lines }: Plan,
	memory: Memory,
): Promise<ItemError | undefined> {
	const isOpen = (item: number) => items[item].state === 'open';
	const open = lines.map((line) => line.filter(isOpen)).filter((line) => line.length > 0);
	if (open.length === 0) return undefined;

	const goesOn = context.continueOnFail();
	const node = context.getNode();
	const halt = new AbortController();
	const stopped = context.getExecutionCancelSignal();
	const signal = stopped ? AbortSignal.any([halt.signal, stopped]) : halt.signal;
	const send = await openClient(context, method, options, signal);
	const unknown: number[] = [];
	let end: { item: number; problem: Problem } | undefined;

	/** @returns whether the run goes on */
	const sendItem = async (item: number): Promise<boolean> => {
		const entry = items[item];
		if (entry.state !== 'open') return true;
		const { request } = entry;
		const outcome = await send(request);
		if (outcome.kind === 'notSent') return false;
		if (outcome.kind === 'done') {
			items[item] = { state: 'done', answer: outcome.body };
			memory.keep(request, outcome.body);
			return !signal.aborted;
		}
		const { ifTriedBefore } = operation.task;
		const advice =
			ifTriedBefore !== undefined && memory.isUnknown(request)
				? sentences(ifTriedBefore, outcome.advice)
				: outcome.advice;
		const problem = { ...outcome, advice };
		if (problem.kind === 'unknown') {
			unknown.push(item);
			memory.keep(request, 'unknown');
		}
		items[item] = { state: 'failed', error: failedItem(node, operation, problem, item) };
		if (goesOn && problem.kind !== 'run') return !signal.aborted;
		end ??= { item, problem };
		halt.abort();
		return false;
	};
	await inParallel(open.length, options.concurrency, async (line) => {
		for (const item of open[line]) {
			if (!(await sendItem(item))) return false;
		}
		return true;
	});

	if (end !== undefined && goesOn) {
		const { problem } = end;
		for (const item of open.flat().filter(isOpen)) {
			items[item] = { state: 'failed', error: failedItem(node, operation, problem, item) };
		}
		return undefined;
	}
	const done = items.filter(({ state }) => state === 'done').length;
	const count = items.filter(({ state }) => state !== 'duplicate').length;
	const progress = `Before the run stopped, ${done} of ${count} ${operation.task.manyDone}.`;
	if (end !== undefined) {
		const { item, problem } = end;
		const others = unknown.filter((other) => other !== item).sort((one, two) => one - two);
		const report = sentences(
			items.length > 1 ? progress : '',
			others.length > 0 ? `The same is not known of ${listOf(others)}.` : '',
			done > 0
				? 'To keep them and send only the rest, press Retry under Executions: a new run would send all items again.'
				: '',
		);
		return failedItem(node, operation, problem, item, report);
	}
	return stopped?.aborted
		? new NodeOperationError(node, 'The run was stopped.', { description: progress })
		: undefined;
}
