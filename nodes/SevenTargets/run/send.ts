import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import type { Operation } from '../operation';
import type { Client } from '../transport/client';
import type { Done, Problem } from '../transport/outcome';
import { inParallel } from './inParallel';
import { listOf, type ItemAnswer } from './item';
import { failedItem, type ItemError } from './itemError';
import type { Memory } from './memory';
import type { Plan } from './plan';

/** What a run sends with. `halt` ends it, and so does the user's Stop; both abort `signal`. */
interface Sending extends Client {
	memory: Memory;
	halt: AbortController;
	signal: AbortSignal;
}

/**
 * Sends every open item, and writes its result into `items`. If one fails and the node is not set to continue, or the login
 * fails, or the user presses Stop, no further one is sent; those under way are waited for.
 *
 * @returns the error that ends the run, if one does
 */
export async function sendAll(
	context: IExecuteFunctions,
	operation: Operation,
	{ items, lines }: Plan,
	{ send, width, memory, halt, signal }: Sending,
): Promise<ItemError | undefined> {
	const isOpen = (item: number) => items[item].state === 'open';
	const open = lines.map((line) => line.filter(isOpen)).filter((line) => line.length > 0);
	const goesOn = context.continueOnFail();
	const node = context.getNode();
	const unknown: number[] = [];
	let end: { item: number; problem: Problem; body?: IDataObject } | undefined;

	/** @returns whether the run goes on */
	const sendItem = async (item: number): Promise<boolean> => {
		const entry = items[item];
		if (entry.state !== 'open') return true;
		const { request } = entry;
		const { body } = request;
		const doubt = memory.doubt(request);
		const outcome = await send((doubt && operation.toSettle?.(request)) ?? request);
		if (outcome.kind === 'notSent') return false;
		if (outcome.kind === 'done') {
			const answer = outputOf(operation, outcome, doubt?.mayBeNew);
			items[item] = { state: 'done', answer };
			memory.keep(request, answer);
			return !signal.aborted;
		}
		// An earlier run may have done it.
		const stillUnknown = doubt !== undefined && outcome.kind === 'refused' && !outcome.isAbsent;
		const problem: Problem = stillUnknown ? { ...outcome, kind: 'unknown' } : outcome;
		if (problem.kind === 'unknown') {
			unknown.push(item);
			memory.keepDoubt(request, { mayBeNew: problem.byElse === true });
		}
		items[item] = { state: 'failed', error: failedItem(node, operation, problem, item, { body }) };
		if (goesOn && problem.kind !== 'run') return !signal.aborted;
		end ??= { item, problem, body };
		halt.abort();
		return false;
	};
	await inParallel(open.length, width, async (line, fill) => {
		for (const item of open[line]) {
			if (!(await sendItem(item))) return false;
			fill();
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
		const { item, problem, body } = end;
		const others = unknown.filter((other) => other !== item).sort((one, two) => one - two);
		const report = sentences(
			items.length > 1 ? progress : '',
			others.length > 0 ? `It is not known either for ${listOf(others)}.` : '',
			done > 0 ? howToGoOn(context, operation) : '',
		);
		return failedItem(node, operation, problem, item, { body, progress: report });
	}
	if (!signal.aborted) return undefined;
	const description = sentences(progress, done > 0 ? howToGoOn(context, operation) : '');
	return new NodeOperationError(node, 'The run was stopped.', { description });
}

function outputOf(
	{ toOutput }: Operation,
	{ body, byElse = false }: Done,
	mayBeNew = false,
): ItemAnswer {
	return toOutput === undefined || Array.isArray(body) ? body : toOutput(body, byElse || mayBeNew);
}

const ifRunAnew = ({ task: { ifAllAgain } }: Operation, what = 'A new run') =>
	`${what} would send all items again, ${ifAllAgain}.`;

/** How to send only the rest, and what a new run would do. */
function howToGoOn(context: IExecuteFunctions, operation: Operation): string {
	// n8n offers no Retry for an execution that was stopped.
	if (context.getExecutionCancelSignal()?.aborted) return ifRunAnew(operation);
	const { saveDataErrorExecution, saveManualExecutions } = context.getWorkflowSettings();
	const mode = context.getMode();
	const isSaved = mode === 'manual' ? saveManualExecutions : saveDataErrorExecution;
	if (isSaved === false || isSaved === 'none') {
		return `This workflow does not save such executions, so there is no Retry that would send only the rest. ${ifRunAnew(operation)}`;
	}
	// Retry of the calling workflow runs this one from the start, and knows nothing of this execution (measured in n8n 2.41).
	return mode === 'integrated'
		? `To keep them and send only the rest, open this execution of the sub-workflow under Executions, the newest one that failed, and press Retry there, if it is listed. ${ifRunAnew(operation, 'A Retry of the workflow that called it')}`
		: `To keep them and send only the rest, press Retry on this execution, the newest one that failed, under Executions, if it is listed there. ${ifRunAnew(operation)}`;
}
