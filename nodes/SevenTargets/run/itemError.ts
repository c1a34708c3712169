import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import type { Operation } from '../operation';
import type { Problem } from '../transport/outcome';
import type { FieldProblem } from '../values';

/** Why an item has no result; its message names the item, its description says what to do. */
export type ItemError = NodeApiError | NodeOperationError;

/** An item that cannot be sent. */
export function badItem(
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

/** An item that was sent in vain, or that was not sent since another one was. */
export function failedItem(
	node: INode,
	{ task }: Operation,
	{ kind, reason, advice, status }: Problem,
	itemIndex: number,
	progress = '',
): NodeApiError {
	const why = `${reason.replace(/\.$/, '')} [item ${itemIndex}]`;
	const message = {
		run: reason,
		refused: `7Targets did not ${task.doing}: ${why}`,
		unknown: `It is not known whether ${task.done}: ${why}`,
	}[kind];
	const advised = {
		run: [advice],
		refused: [advice, isOfTheItem(status) ? task.ifRefused : ''],
		unknown: [task.ifUnknown, advice],
	}[kind];
	const description = sentences(progress, ...advised);
	return withMessage(
		message,
		// Not the error itself: it holds the request with its token.
		new NodeApiError(node, {}, { message, description, httpCode: status?.toString(), itemIndex }),
	);
}

/** Whether a status says that what was sent does not fit, and not that too much was, or by the wrong user. */
const isOfTheItem = (status = 0) =>
	status >= 400 && status < 500 && status !== 403 && status !== 429;

/** n8n's error classes swap a message that holds a word such as ENOENT for one of their own. */
function withMessage<E extends ItemError>(message: string, error: E): E {
	error.message = message;
	return error;
}
