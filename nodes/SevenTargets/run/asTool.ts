import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { textOf, type ItemError } from './itemError';

/**
 * Returns an error as the answer of an AI agent's tool, as n8n's own tools do. If it is thrown instead, the model reads nothing of it
 * with Agent 1 and 2, and with Agent 3 the message without what to do; before n8n 2.25, the execution ends with it (measured in 1.123
 * and 2.41).
 *
 * @throws the error, if the node is not a tool, or the run was stopped
 */
export function toldToAgent(context: IExecuteFunctions, error: ItemError): INodeExecutionData[] {
	// n8n gives the node another type when it is a tool. (`isToolExecution` is not in n8n 1, and is false for Agent 3.)
	const isTool = context.getNode().type.endsWith('Tool');
	if (!isTool || context.getExecutionCancelSignal()?.aborted) throw error;
	return [{ json: { error: textOf(error) }, pairedItem: { item: 0 } }];
}
