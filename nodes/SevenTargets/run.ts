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
 * node is set to continue, `{ error }`
 * @throws NodeOperationError for the first item that cannot be sent, before anything was;
 * NodeApiError for the first item that failed, or for a login that failed. Where the node is set to continue it
 * throws nothing: n8n would then pass the items on as if all had gone well.
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
	const requests = Array.from({ length: count }, (_, item) =>
		options instanceof NodeOperationError
			? options
			: checked(context, item, () =>
					operation.toRequest((name) => context.getNodeParameter(name, item, null)),
				),
	);
	const problems = requests.filter((request) => request instanceof NodeOperationError);
	if (problems.length > 0 && !goesOn) throw nothingSent(problems, count);

	const results: Array<IDataObject | ItemError | undefined> = requests.map((request) =>
		request instanceof NodeOperationError ? request : undefined,
	);
	if (problems.length < count && !(options instanceof NodeOperationError)) {
		const send = connect(context, options.timeout);
		let stop: { item: number; problem: Problem } | undefined;
		await inParallel(count, options.concurrency, async (item) => {
			const request = requests[item];
			if (request instanceof NodeOperationError) return true;
			const outcome = await (await send)(request);
			if (outcome.ok) {
				results[item] = outcome.body as IDataObject;
				return true;
			}
			results[item] = apiError(context, operation, outcome, item);
			if (goesOn && outcome.kind !== 'login') return true;
			stop ??= { item, problem: outcome };
			return false;
		});
		if (stop !== undefined) {
			const { item, problem } = stop;
			const done = results.filter((result) => result && !(result instanceof Error)).length;
			if (!goesOn) {
				const progress = `Before the run stopped, ${done} of ${count} items were ${operation.task.done}.`;
				throw apiError(context, operation, problem, item, progress);
			}
			results.forEach((result, index) => {
				results[index] = result ?? apiError(context, operation, problem, index);
			});
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
	first.description = `Nothing was sent: all ${count} items are checked before the first goes out.${more}`;
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

/**
 * For an item that failed n8n wants `json.error` and nothing beside it: then it sends the item to the error output
 * with the fields that came in. (It takes them away where the item also bears an `error` of its own.)
 */
function itemOut(result: IDataObject | ItemError, item: number): INodeExecutionData {
	const json =
		result instanceof Error
			? { error: [result.message, result.description].filter(Boolean).join(' ') }
			: result;
	return { json, pairedItem: { item } };
}
