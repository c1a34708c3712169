import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';

import { asSentence, sentences } from '../../../shared/text';
import type { ItemProblem, Operation } from '../operation';
import { refusesContent } from '../transport/outcome';
import type { FieldProblem } from '../values';

/** Why an item has no result; its message names the item, its description says what to do. */
export type ItemError = NodeApiError | NodeOperationError;

/** The error of an item that cannot be sent. */
export function inputError(
	node: INode,
	{ message: reason, remedy }: FieldProblem,
	itemIndex: number,
): NodeOperationError {
	const message = `${reason} [item ${itemIndex}]`;
	return withMessage(
		message,
		new NodeOperationError(node, message, { itemIndex, level: 'warning', description: remedy }),
	);
}

/** The error of an item whose request failed, or that was not sent because another one failed. @param body what was sent */
export function requestError(
	node: INode,
	{ task }: Operation,
	problem: ItemProblem,
	itemIndex: number,
	{ body = {}, progress = '' }: { body?: IDataObject; progress?: string } = {},
): NodeApiError {
	const { kind, reason, advice, status } = problem;
	const why = `${reason.replace(/\.$/, '')} [item ${itemIndex}]`;
	const notDone = `7Targets did not ${task.doing}: ${why}`;
	const message = {
		run: reason,
		refused: notDone,
		unreached: notDone,
		unknown: `It is not known whether ${task.done}: ${why}`,
	}[kind];
	const advised = {
		run: [advice],
		refused: [advice, refusesContent(problem) ? task.ifRefused(problem, body) : ''],
		unreached: [advice],
		unknown: [task.ifUnknown, advice],
	}[kind];
	const description = sentences(progress, ...advised);
	return withMessage(
		message,
		// Not the error itself: it holds the request with its token.
		new NodeApiError(node, {}, { message, description, httpCode: status?.toString(), itemIndex }),
	);
}

/** An error as one text: what happened, and what to do. */
export const textOf = ({
	message,
	description,
}: Pick<ItemError, 'message' | 'description'>): string =>
	description ? sentences(asSentence(message), description) : message;

/** Puts the message back: n8n's error classes replace one that holds a word such as ENOENT. */
function withMessage<E extends ItemError>(message: string, error: E): E {
	error.message = message;
	return error;
}
