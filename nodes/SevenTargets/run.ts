import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { badItem, failedItem, type ItemError } from './itemError';
import { Memory } from './memory';
import type { ApiRequest, Operation } from './operation';
import { readOptions, type RunOptions } from './options';
import { parametersOf } from './parameters';
import type { Problem } from './transport/answer';
import { connect } from './transport/connection';
import { inParallel } from './transport/inParallel';
import { loginNamed, type LoginName } from './transport/logins';
import { asSentence } from './transport/remoteText';
import { FieldProblem } from './values';

/** What an item came to: the API's answer, a list where one was asked for, or the reason why there is none. */
type Result = IDataObject | IDataObject[] | ItemError | undefined;

const isDone = (result: Result): result is IDataObject | IDataObject[] =>
	result !== undefined && !(result instanceof Error);

/**
 * Does an operation for every item: first checks them all, then sends, some at a time.
 *
 * @returns one item out for each item in, or for each entry of the list that it asked for, in their order and paired
 * with it: the API's answer, or, where the node is set to continue, `{ error }`
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

	const login = loginNamed(context.getNodeParameter('authentication', 0, 'password'));
	const options = checked(context, 0, () =>
		readOptions(context.getNodeParameter('options', 0, {}) as IDataObject),
	);
	if (options instanceof NodeOperationError) {
		if (!goesOn) throw nothingSent([options], count);
		return Array.from({ length: count }, (_, item) => itemsOut(options, item)).flat();
	}
	const parameter = parametersOf(context);
	const requests: Array<ApiRequest | NodeOperationError | undefined> = Array.from(
		{ length: count },
		(_, item) =>
			checked(context, item, () => operation.toRequest((name) => parameter(name, item), login)),
	);
	const problems = requests.filter((request) => request instanceof NodeOperationError);
	if (problems.length > 0 && !goesOn) throw nothingSent(problems, count);

	const firstOf = sameAsEarlier(operation, requests);
	if (!operation.options.includes('duplicates')) options.duplicates = 'send';
	else if (options.duplicates === 'send') hintAtDuplicates(context, firstOf);
	if (options.duplicates === 'skip') for (const item of firstOf.keys()) requests[item] = undefined;

	const memory = new Memory(context);
	const results: Result[] = requests.map((request) =>
		request instanceof Error ? request : request && memory.take(request),
	);
	if (operation.mayBeRepeated) forgetWhatComesAfter(firstOf, results);
	const failure = await sendAll(context, operation, requests, results, {
		...options,
		login,
		memory,
		firstOf,
	});
	if (failure !== undefined) throw failure;
	for (const [item, first] of options.duplicates === 'skip' ? firstOf : []) {
		const result = results[first]!;
		results[item] = isDone(result) ? { ...result, duplicateOfItem: first } : result;
	}
	const out = results.flatMap((result, item) => itemsOut(result!, item));
	// Retry On Fail runs the node again where the first item out has an `error`, even one that the API put there.
	if (results.every(isDone) && out[0]?.json.error === undefined) memory.forget();
	return out;
}

/**
 * Sends every request that has no result yet, and puts the results in. Where one fails and the run is not to go on,
 * or the login fails, or the user presses Stop, no further one is sent; those under way are waited for.
 *
 * @returns the error that ends the run, if one does
 */
async function sendAll(
	context: IExecuteFunctions,
	operation: Operation,
	requests: ReadonlyArray<ApiRequest | NodeOperationError | undefined>,
	results: Result[],
	{
		login,
		memory,
		firstOf,
		...options
	}: RunOptions & { login: LoginName; memory: Memory; firstOf: Map<number, number> },
): Promise<ItemError | undefined> {
	const todo = requests.flatMap((request, item) =>
		request === undefined || request instanceof Error || results[item] !== undefined ? [] : [item],
	);
	if (todo.length === 0) return undefined;

	const goesOn = context.continueOnFail();
	const halt = new AbortController();
	const stopped = context.getExecutionCancelSignal();
	const signal = stopped ? AbortSignal.any([halt.signal, stopped]) : halt.signal;
	const node = context.getNode();
	const send = await connect(context, login, options, signal);
	const unknown: number[] = [];
	let end: { item: number; problem: Problem } | undefined;
	const work = inLine(firstOf, async (item) => {
		const request = requests[item] as ApiRequest;
		const outcome = await send(request);
		if (outcome === undefined) return false;
		if (outcome.ok) {
			results[item] = outcome.body;
			memory.keep(request, outcome.body);
			return !signal.aborted;
		}
		const { whereTriedBefore } = operation.task;
		const problem =
			whereTriedBefore !== undefined && memory.isUnknown(request)
				? { ...outcome, advice: `${whereTriedBefore} ${outcome.advice}`.trim() }
				: outcome;
		if (problem.kind === 'unknown') {
			unknown.push(item);
			memory.keep(request, 'unknown');
		}
		results[item] = failedItem(node, operation, problem, item);
		if (goesOn && problem.kind !== 'run') return !signal.aborted;
		end ??= { item, problem };
		halt.abort();
		return false;
	});
	await inParallel(todo.length, options.concurrency, async (index) => await work(todo[index]));

	const done = requests.filter((request, item) => request && isDone(results[item])).length;
	const progress = `Before the run stopped, ${done} of ${requests.length} ${operation.task.manyDone}.`;
	if (end !== undefined) {
		const { item, problem } = end;
		for (const left of goesOn ? todo : []) {
			results[left] ??= failedItem(node, operation, problem, left);
		}
		if (goesOn) return undefined;
		const alsoUnknown = unknown.filter((other) => other !== item).sort((one, two) => one - two);
		return failedItem(
			node,
			operation,
			problem,
			item,
			[
				requests.length > 1 ? progress : '',
				alsoUnknown.length > 0 ? `The same is not known of ${listOf(alsoUnknown)}.` : '',
				done > 0
					? 'To keep them and send only the rest, press Retry under Executions: a new run would send all items again.'
					: '',
			]
				.filter((sentence) => sentence !== '')
				.join(' '),
		);
	}
	return stopped?.aborted
		? new NodeOperationError(node, 'The run was stopped.', { description: progress })
		: undefined;
}

/**
 * Where an earlier item of the same person is still to be done, those after it are done again, though an earlier try has
 * done them: the last one is to count.
 */
function forgetWhatComesAfter(firstOf: Map<number, number>, results: Result[]): void {
	const behind = new Set([...firstOf.values()].filter((first) => results[first] === undefined));
	for (const [item, first] of firstOf) {
		if (results[item] === undefined) behind.add(first);
		else if (behind.has(first)) results[item] = undefined;
	}
}

/** Does the work of those items that are about the same person one after the other, in the order of the items. */
function inLine(
	firstOf: Map<number, number>,
	work: (item: number) => Promise<boolean>,
): (item: number) => Promise<boolean> {
	const last = new Map([...firstOf.values()].map((first) => [first, Promise.resolve(true)]));
	return async (item) => {
		const first = firstOf.get(item) ?? item;
		const before = last.get(first);
		if (before === undefined) return await work(item);
		const mine = before.then(async (goesOn) => goesOn && (await work(item)));
		last.set(first, mine);
		return await mine;
	};
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
		return error instanceof FieldProblem
			? badItem(context.getNode(), error, itemIndex)
			: new NodeOperationError(context.getNode(), error as Error, { itemIndex });
	}
}

function nothingSent(problems: NodeOperationError[], count: number): NodeOperationError {
	const [first, ...others] = problems;
	const more =
		others.length === 0
			? ''
			: ` ${others.length} more cannot be sent: ${listOf(others.map(({ context }) => context.itemIndex as number))}.`;
	const all = count === 1 ? '' : `: all ${count} items are checked before the first is sent`;
	first.description = `${first.description ?? ''} Nothing was sent${all}.${more}`.trim();
	return first;
}

/** The items that are the same person as an earlier one, each with the first of them. */
function sameAsEarlier(
	{ person }: Operation,
	requests: ReadonlyArray<ApiRequest | NodeOperationError | undefined>,
): Map<number, number> {
	const firsts = new Map<string, number>();
	const duplicates = new Map<number, number>();
	requests.forEach((request, item) => {
		if (request === undefined || request instanceof Error) return;
		const key = person?.(request);
		if (key === undefined) return;
		const first = firsts.get(key);
		if (first === undefined) firsts.set(key, item);
		else duplicates.set(item, first);
	});
	return duplicates;
}

function hintAtDuplicates(context: IExecuteFunctions, firstOf: Map<number, number>): void {
	if (firstOf.size === 0) return;
	const [have, they] =
		firstOf.size === 1 ? ['1 item has', 'It was'] : [`${firstOf.size} items have`, 'They were'];
	context.addExecutionHints({
		message: `${have} the same email address as an earlier one: ${listOf([...firstOf.keys()])}. ${they} sent as well. To send only the first, set 'Duplicates' in the options to Skip.`,
		location: 'outputPane',
		type: 'warning',
	});
}

const MOST_LISTED = 20;

function listOf(items: number[]): string {
	return `${items.length === 1 ? 'item' : 'items'} ${items.slice(0, MOST_LISTED).join(', ')}${items.length > MOST_LISTED ? ', …' : ''}`;
}

/**
 * For an item that failed n8n wants `json.error` and nothing beside it: then it sends the item to the error output
 * with the fields that came in. (It takes them away where the item also bears an `error` of its own.)
 */
function itemsOut(
	result: IDataObject | IDataObject[] | ItemError,
	item: number,
): INodeExecutionData[] {
	const entries =
		result instanceof Error
			? [
					{
						error: result.description
							? `${asSentence(result.message)} ${result.description}`
							: result.message,
					},
				]
			: [result].flat();
	return entries.map((json) => ({ json, pairedItem: { item } }));
}
