import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { nodeContext } from '../../../shared/n8n';
import { textOf, type ItemError } from './itemError';

/** An MCP client gives up after 60 s by itself and reads nothing (SDK 1.32), so a tool sends nothing after this many milliseconds. */
const TOOL_MS = 45_000;

/** Whether an AI agent calls the node. n8n gives it another type then. (`isToolExecution` is not in n8n 1, and is false for Agent 3.) */
export const isTool = (context: IExecuteFunctions): boolean =>
	context.getNode().type.endsWith('Tool');

/** How often n8n runs the node if it fails, and how many milliseconds it waits in between (WorkflowExecute of 2.41). */
export function retryOnFail(context: IExecuteFunctions): { tries: number; waitMs: number } {
	const { retryOnFail: isOn, maxTries, waitBetweenTries } = context.getNode();
	if (isOn !== true) return { tries: 1, waitMs: 0 };
	return {
		tries: Math.min(5, Math.max(2, maxTries || 3)),
		waitMs: Math.min(5000, Math.max(0, waitBetweenTries || 1000)),
	};
}

/** The tries of a tool's call so far, by n8n's context of the node, which they share. */
const begun = new WeakMap<object, { round: unknown; at: number; count: number }>();

/**
 * How many milliseconds a run may take as a tool, so that all tries of Retry On Fail, and the waits in between, end in time; Infinity if
 * it is no tool.
 */
export function timeLimit(context: IExecuteFunctions): number {
	if (!isTool(context)) return Infinity;
	const { tries, waitMs } = retryOnFail(context);
	if (tries === 1) return TOOL_MS;
	const key = nodeContext(context);
	const round: unknown = context.getWorkflowDataProxy(0).$runIndex;
	const now = performance.now();
	const known = begun.get(key) ?? { round: undefined, at: now, count: 0 };
	// Rounds may repeat: an agent that takes its tools again counts from the start.
	const isSameCall =
		known.round === round && known.count < tries && now - known.at < TOOL_MS + waitMs;
	const call = isSameCall ? known : { round, at: now, count: 0 };
	begun.set(key, call);
	call.count++;
	return Math.max(0, TOOL_MS - (now - call.at) - (tries - call.count) * waitMs);
}

/** The call has its answer: the next one has the whole time, also in a round of the same number. */
export const callEnded = (context: IExecuteFunctions): boolean =>
	begun.delete(nodeContext(context));

/**
 * Returns an error as the answer of an AI agent's tool, as n8n's own tools do. If it is thrown instead, the model reads nothing of it
 * with Agent 1 and 2, and with Agent 3 the message without what to do; before n8n 2.25, the execution ends with it (measured in 1.123
 * and 2.41).
 *
 * @throws the error, if the node is not a tool, or the run was stopped
 */
export function errorAsToolAnswer(
	context: IExecuteFunctions,
	error: ItemError,
): INodeExecutionData[] {
	if (!isTool(context) || context.getExecutionCancelSignal()?.aborted) throw error;
	return [{ json: { error: textOf(error) }, pairedItem: { item: 0 } }];
}
