import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import type { Operation } from './operation';
import { readOptions } from './options';
import { connect } from './transport/connection';
import { inParallel } from './transport/inParallel';
import type { Problem } from './transport/answer';
import { FieldProblem } from './values';

type ItemError = NodeApiError | NodeOperationError;

/**
 * Does an operation for every item: first checks them all, then sends, some at a time.
 *
 * @returns one item out for each item in, in their order and paired with it: the API's answer, or, where the
 * node is set to continue, `{ error, details }`
 * @throws NodeOperationError for the first item that cannot be sent, before anything was;
 * NodeApiError for the first item that failed, or for a login that failed
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	if (count === 0) return [];
	const goesOn = context.continueOnFail();
	const options = checked(context, 0, () =>
		readOptions(context.getNodeParameter('options', 0, {}) as IDataObject),
	);
	if (options instanceof NodeOperationError) throw options;

	const requests = Array.from({ length: count }, (_, item) =>
		checked(context, item, () =>
			operation.toRequest((name) => context.getNodeParameter(name, item, null)),
		),
	);
	const problems = requests.filter((request) => request instanceof NodeOperationError);
	if (problems.length > 0 && !goesOn) throw nothingSent(problems, count);

	const results: Array<IDataObject | ItemError | undefined> = requests.map((request) =>
		request instanceof NodeOperationError ? request : undefined,
	);
	if (problems.length < count) {
		const send = await connect(context, options.timeout);
		let failure: { item: number; problem: Problem } | undefined;
		await inParallel(count, options.concurrency, async (item) => {
			const request = requests[item];
			if (request instanceof NodeOperationError) return true;
			const outcome = await send(request);
			if (outcome.ok) {
				results[item] = outcome.body as IDataObject;
				return true;
			}
			results[item] = apiError(context, operation, outcome, item);
			if (goesOn && outcome.kind !== 'login') return true;
			failure ??= { item, problem: outcome };
			return false;
		});
		if (failure !== undefined) {
			const done = results.filter(
				(result) => result !== undefined && !(result instanceof Error),
			).length;
			throw apiError(
				context,
				operation,
				failure.problem,
				failure.item,
				`${done} of ${count} items were ${operation.task.done} before the run stopped.`,
			);
		}
	}
	return results.map((result, item) => itemOut(result!, item));
}

/** The value that `read` gives, or its error as one that names the item. */
function checked<T>(
	context: IExecuteFunctions,
	itemIndex: number,
	read: () => T,
): T | NodeOperationError {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof FieldProblem)) {
			return new NodeOperationError(context.getNode(), error as Error, { itemIndex });
		}
		const message = `${error.message} [item ${itemIndex}]`;
		return withMessage(
			message,
			new NodeOperationError(context.getNode(), message, { itemIndex, level: 'warning' }),
		);
	}
}

/** n8n's error classes swap a message that holds a word such as ENOENT for one of their own. */
function withMessage<E extends ItemError>(message: string, error: E): E {
	error.message = message;
	return error;
}

function nothingSent(problems: NodeOperationError[], count: number): NodeOperationError {
	const others = problems.slice(1).map(({ context }) => String(context.itemIndex));
	const [first] = problems;
	const more =
		others.length === 0
			? ''
			: ` The same holds for ${others.length} more: item ${others.slice(0, 20).join(', ')}${others.length > 20 ? ', …' : ''}.`;
	first.description =
		`All ${count} items are checked before the first is sent, so nothing was sent. ${more}`.trim();
	return first;
}

function apiError(
	context: IExecuteFunctions,
	{ task }: Operation,
	problem: Problem,
	itemIndex: number,
	progress = '',
): NodeApiError {
	const said = {
		login: problem.reason,
		refused: `7Targets did not ${task.doing}: ${problem.reason}`,
		unknown: `It is not known whether the ${task.doing.split(' ').pop()} was ${task.done}: ${problem.reason}`,
	}[problem.kind];
	const message = problem.kind === 'login' ? said : `${said} [item ${itemIndex}]`;
	const description = [progress, problem.advice].filter((part) => part !== '').join(' ');
	return withMessage(
		message,
		new NodeApiError(
			context.getNode(),
			{},
			{
				message,
				description,
				httpCode: problem.status?.toString(),
				itemIndex,
			},
		),
	);
}

function itemOut(result: IDataObject | ItemError, item: number): INodeExecutionData {
	if (!(result instanceof Error)) return { json: result, pairedItem: { item } };
	const json: IDataObject = { error: result.message };
	if (result.description) json.details = result.description;
	return { json, error: result, pairedItem: { item } };
}
