import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import type { Operation } from '../operation';
import { openClient } from '../transport/client';
import { hintAtCourse } from './course';
import { listOf, type Item } from './item';
import { failedItem, textOf, type ItemError } from './itemError';
import { Memory } from './memory';
import { planOf, type Plan } from './plan';
import { sendAll } from './send';

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
	const plan = planOf(context, operation);
	if (plan instanceof Error) return failedAll(context, plan);
	const { items } = plan;
	if (plan.options.dryRun) return dryRun(context, items);
	const halt = new AbortController();
	const stopped = context.getExecutionCancelSignal();
	const signal = stopped ? AbortSignal.any([halt.signal, stopped]) : halt.signal;
	const client = await openClient(context, plan.method, plan.options, signal);
	if ('kind' in client) {
		const problem = { ...client, advice: sentences(client.advice, 'Nothing was sent.') };
		return failedAll(context, failedItem(context.getNode(), operation, problem, 0));
	}
	const memory = new Memory(context, operation.person, client.account);
	recall(context, plan, memory);
	const end = await sendAll(context, operation, plan, { ...client, memory, halt, signal });
	// Until then, Node 20 keeps in memory what listens to the signal.
	halt.abort();
	if (end !== undefined) throw end;
	hintAtCourse(context, client.course(), plan.options);
	const settled = withDuplicates(items);
	const out = settled.flatMap(itemsOut);
	// Retry On Fail runs the node again if the first item out has an `error`, even one that the API put there.
	if (settled.every(({ state }) => state === 'done') && out[0]?.json.error === undefined) {
		memory.forget();
	}
	return out;
}

/** The same error for every item, if the node is set to continue. @throws the error otherwise */
export function failedAll(context: IExecuteFunctions, error: ItemError): INodeExecutionData[] {
	if (!context.continueOnFail()) throw error;
	return context.getInputData().flatMap((_, item) => itemsOut({ state: 'failed', error }, item));
}

/**
 * Gives the open items the answers that an earlier run got for them. After an item that is still to be done, later items about
 * the same person are done again if that does no harm, because the last one counts.
 */
function recall(context: IExecuteFunctions, { items, lines }: Plan, memory: Memory): void {
	const ofOldValues = new Map<number, string>();
	for (const line of lines) {
		const requests = line.flatMap((item) => {
			const entry = items[item];
			return entry.state === 'open' ? [entry.request] : [];
		});
		memory.take(requests).forEach((deed, n) => {
			if (deed === undefined) return;
			items[line[n]] = { state: 'done', answer: deed.answer };
			if (!deed.isSame) ofOldValues.set(line[n], deed.how);
		});
	}
	if (ofOldValues.size === 0) return;
	const isOne = ofOldValues.size === 1;
	const done = [...ofOldValues.values()].every((how) => how.startsWith('POST'))
		? 'created'
		: 'created or updated';
	const listed = listOf([...ofOldValues.keys()].sort((one, two) => one - two));
	context.addExecutionHints({
		message: `${isOne ? '1 lead was' : `${ofOldValues.size} leads were`} ${done} by an earlier run, with the values of that run: ${listed}. ${isOne ? 'It was' : 'They were'} not sent again, so ${isOne ? 'it has' : 'they have'} those values still. To change them, use the operation 'Update'.`,
		location: 'outputPane',
		type: 'warning',
	});
}

/** Each item as it would go out, and a hint that it did not. */
function dryRun(context: IExecuteFunctions, items: Item[]): INodeExecutionData[] {
	context.addExecutionHints({
		message:
			"Dry Run is on: nothing was sent to 7Targets, and nobody gets an email. To send, switch off 'Dry Run' in the options.",
		location: 'outputPane',
		type: 'warning',
	});
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
