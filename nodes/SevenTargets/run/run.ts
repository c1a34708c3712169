import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { showHint } from '../../../shared/n8n';
import { sentences } from '../../../shared/text';
import { pause } from '../../../shared/waiting';
import type { Operation } from '../operation';
import { Client } from '../transport/client';
import { DRY_RUN_HINT, leadsHint, oldValuesHint, sendingHint } from './hints';
import { listOf, type Item } from './item';
import { requestError, textOf, type ItemError } from './itemError';
import { planOf, type Plan } from './plan';
import { RunRecord, type EarlierAnswer } from './record';
import { sendAll } from './send';
import { callEnded, isTool, retryOnFail, timeLimit } from './tool';

/**
 * Does an operation for every item: first checks them all, then sends, some at a time.
 *
 * @returns one item out for each item in, or for each entry of the list that it asked for, in their order and paired
 * with it: the API's answer, or, if the node is set to continue, `{ error }`
 * @throws NodeOperationError for the first item that cannot be sent, before any is sent, and for a run that the user stopped;
 * NodeApiError for the first item that failed, or for a login that failed. If the node is set to continue, it throws only
 * for a run that was stopped: if it threw any other error, n8n would pass the items on as if all had gone well.
 */
export async function run(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	if (context.getInputData().length === 0) return [];
	const plan = await planOf(context, operation);
	if (plan instanceof Error) return failAllItems(context, plan);
	const { items, isDryRun } = plan;
	if (isDryRun) {
		const isRetry = context.getMode() === 'retry';
		return isRetry ? await dryRetry(context, operation, plan) : dryRun(context, items);
	}
	const halt = new AbortController();
	try {
		return await sendPlan(context, operation, plan, halt);
	} finally {
		// Until then, Node 20 keeps in memory what listens to the end of the run.
		halt.abort();
	}
}

async function sendPlan(
	context: IExecuteFunctions,
	operation: Operation,
	plan: Plan,
	halt: AbortController,
): Promise<INodeExecutionData[]> {
	const { items, options } = plan;
	const end = endOfRun(context, halt);
	const client = await Client.open(context, plan.method, options, end);
	if ('kind' in client) {
		const problem = { ...client, advice: sentences(client.advice ?? '', 'Nothing was sent.') };
		return failAllItems(context, requestError(context.getNode(), operation, problem, 0));
	}
	const record = new RunRecord(context, operation, client.account);
	showHint(context, oldValuesHint(reuseEarlierAnswers(plan, record)));
	const open = items.flatMap(({ state }, item) => (state === 'open' ? [item] : []));
	const error = await sendAll(context, operation, plan, { ...end, client, record, halt });
	if (error !== undefined) {
		if (isTool(context)) forgetIfDone(context, record, { isSettled: false, isFailed: true });
		throw error;
	}
	const sent = open.map((item) => items[item]);
	const leads = sent.flatMap((item) => (item.state === 'done' ? [item.answer].flat() : []));
	showHint(context, leadsHint(leads, operation));
	showHint(context, sendingHint(client.stats(), options));
	const settled = withDuplicates(items);
	const out = settled.flatMap(itemsOut);
	const isSettled = settled.every(({ state }) => state === 'done') && !isTool(context);
	forgetIfDone(context, record, { isSettled, isFailed: out[0]?.json.error !== undefined });
	return out;
}

/** The run ends with `halt`, the user's Stop, or the time limit of a tool, which aborts `halt`. */
function endOfRun(context: IExecuteFunctions, halt: AbortController) {
	const limit = timeLimit(context);
	const stopped = context.getExecutionCancelSignal();
	const signal = stopped ? AbortSignal.any([halt.signal, stopped]) : halt.signal;
	const ended = new Promise<void>((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
	// Not AbortSignal.timeout: Node 20 forgets one that only AbortSignal.any listens to.
	if (limit < Infinity) void pause(limit, signal).then(() => halt.abort());
	return { signal, ended, at: performance.now() + limit };
}

/**
 * Forgets what was done if no Retry can take it up: the run is green for n8n. Only Retry On Fail runs the node again after that, if the
 * first item out has an `error`, even one that the API put there.
 */
function forgetIfDone(
	context: IExecuteFunctions,
	record: RunRecord,
	{ isSettled, isFailed }: { isSettled: boolean; isFailed: boolean },
): void {
	const { tries } = retryOnFail(context);
	if (isFailed && tries > 1 && record.countRun() < tries) return;
	record.forget(isSettled);
	if (isTool(context)) callEnded(context);
}

/** The same error for every item, if the node is set to continue. @throws the error otherwise */
export function failAllItems(context: IExecuteFunctions, error: ItemError): INodeExecutionData[] {
	if (!context.continueOnFail()) throw error;
	return context.getInputData().flatMap((_, item) => itemsOut({ state: 'failed', error }, item));
}

/**
 * Gives the open items the answers that an earlier run got for them. After an item that is still to be done, later items about
 * the same person are done again if that does no harm, because the last one counts.
 *
 * @returns the items whose answer is for other values than they have now
 */
function reuseEarlierAnswers({ items, lines, isInOrder }: Plan, record: RunRecord): number[] {
	const found = new Map<number, EarlierAnswer>();
	for (const line of lines) {
		const requests = line.flatMap((item) => {
			const entry = items[item];
			return entry.state === 'open' ? [entry.request] : [];
		});
		record.answersFor(requests).forEach((earlier, n) => earlier && found.set(line[n], earlier));
	}
	const sendable = lines.flat().sort((one, two) => one - two);
	const firstOpen = isInOrder ? sendable.find((item) => !found.has(item)) : undefined;
	const ofOldValues: number[] = [];
	for (const [item, earlier] of found) {
		if (item > (firstOpen ?? Infinity)) record.doAgain(earlier);
		else {
			items[item] = { state: 'done', answer: record.takeUp(earlier) };
			if (!earlier.isSame) ofOldValues.push(item);
		}
	}
	return ofOldValues.sort((one, two) => one - two);
}

/**
 * A dry run within a Retry ends in an error: after one that ends well, n8n would offer no Retry any more that sends the rest (measured in
 * 2.41). If the node is set to continue, no error can keep n8n from that.
 */
async function dryRetry(
	context: IExecuteFunctions,
	operation: Operation,
	plan: Plan,
): Promise<INodeExecutionData[]> {
	const { items } = plan;
	const client = await Client.open(context, plan.method, plan.options);
	if (client instanceof Client) {
		reuseEarlierAnswers(plan, new RunRecord(context, operation, client.account));
	}
	const itemsOf = (wanted: Item['state']) =>
		items.flatMap(({ state }, item) => (state === wanted ? [item] : []));
	const done = itemsOf('done');
	const open = itemsOf('open');
	const error = new NodeOperationError(
		context.getNode(),
		'Dry Run is on, so this Retry sent nothing to 7Targets.',
		{
			description: sentences(
				done.length > 0 ? `An earlier run has done ${listOf(done)}.` : '',
				open.length > 0 ? `It would send ${listOf(open)}.` : '',
				context.continueOnFail()
					? "Since 'On Error' is set to continue, n8n takes this Retry for successful and may offer no other one. To send the rest and nothing twice, switch off 'Dry Run', choose the operation 'Create or Update', and run the workflow."
					: "To send, switch off 'Dry Run', save the workflow, and press Retry on the newest execution that failed.",
			),
		},
	);
	return failAllItems(context, error);
}

/** Each item as it would go out, and a hint that it did not. */
function dryRun(context: IExecuteFunctions, items: Item[]): INodeExecutionData[] {
	showHint(context, DRY_RUN_HINT);
	const shown = items.map(
		(item): Item =>
			item.state === 'open'
				? { state: 'done', answer: { dryRun: true, lead: item.request.body } }
				: item,
	);
	return withDuplicates(shown).flatMap(itemsOut);
}

/** The items; a duplicate gets the result of the first item about the same person. */
function withDuplicates(items: Item[]): Item[] {
	return items.map((item) => {
		if (item.state !== 'duplicate') return item;
		const first = items[item.of];
		return first.state === 'done'
			? { state: 'done', answer: { ...first.answer, duplicateOfItem: item.of } }
			: first;
	});
}

/**
 * For an item that failed, n8n wants `json.error` and nothing else in `json`: then it sends the item to the error output
 * with the fields that came in. (It drops them if the item also has its own `error`.)
 */
function itemsOut(entry: Item, item: number): INodeExecutionData[] {
	if (entry.state === 'done') {
		return [entry.answer].flat().map((json) => ({ json, pairedItem: { item } }));
	}
	if (entry.state !== 'failed') return [];
	return [{ json: { error: textOf(entry.error) }, pairedItem: { item } }];
}
