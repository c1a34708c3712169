import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';

import { asSentence, sentences } from '../../../shared/text';
import type { ItemProblem, Operation } from '../operation';
import { refusesContent } from '../transport/outcome';
import type { FieldProblem } from '../values';

/** Why an item has no result; its message names the item, its description says what to do. */
export type ItemError = NodeApiError | NodeOperationError;

/** The error of an item that cannot be sent. @param json what came in */
export function inputError(
	node: INode,
	{ message: reason, remedy }: FieldProblem,
	itemIndex: number,
	json: IDataObject,
): NodeOperationError {
	const message = `${reason} [item ${itemIndex}]`;
	const address = addressAmong(json);
	const holds = address === undefined ? '' : `Item ${itemIndex} holds ${address}.`;
	const description = sentences(holds, remedy);
	return withMessage(
		message,
		new NodeOperationError(node, message, { itemIndex, level: 'warning', description }),
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
	const { kind, reason, status } = problem;
	const advice = problem.advice ?? task.correct ?? 'Correct the fields of this item and try again.';
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
	const about = kind === 'run' ? '' : leadOf(itemIndex, body);
	const description = sentences(about, progress, ...advised);
	return withMessage(
		message,
		// Not the error itself: it holds the request with its token.
		new NodeApiError(node, {}, { message, description, httpCode: status?.toString(), itemIndex }),
	);
}

// An address stands in the description: n8n writes the message into its log, and the description only at the level debug (2.41, read).

/** Whom a request was about, a sentence; '' if it holds neither. */
function leadOf(item: number, { email, id }: IDataObject): string {
	if (email !== undefined) return `Item ${item} is ${String(email)}.`;
	return id === undefined ? '' : `Item ${item} is the lead with the ID ${String(id)}.`;
}

const isAddress = (value: unknown): value is string =>
	typeof value === 'string' && value.length < 255 && /^[^\s@<>:/?;]+@[^\s@<>:/?;]+$/.test(value);

/** An email address among the values of an item, the outermost if there are several; undefined if there is none. */
function addressAmong(part: unknown, depth = 4): string | undefined {
	if (typeof part !== 'object' || part === null || depth === 0) return undefined;
	const values: unknown[] = Object.values(part);
	const own = values.find(isAddress);
	if (own !== undefined) return own;
	for (const value of values) {
		const inner = addressAmong(value, depth - 1);
		if (inner !== undefined) return inner;
	}
	return undefined;
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
