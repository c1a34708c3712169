import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { workflowSettings } from '../../../shared/n8n';
import { sentences } from '../../../shared/text';
import type { ItemDone, ItemOutcome, ItemProblem, Operation } from '../operation';
import type { Client } from '../transport/client';
import { afterAttempt, mayPass } from '../transport/outcome';
import type { ApiRequest } from '../transport/request';
import { inParallel } from './inParallel';
import { listOf, type Item } from './item';
import { requestError, type ItemError } from './itemError';
import { oneRunAtATime } from './onePerson';
import type { Plan } from './plan';
import type { RunRecord } from './record';

/** What a run sends with. `halt` ends it, and so do the user's Stop and the time limit of a tool; each aborts `signal`. */
interface Sending {
	client: Pick<Client, 'send' | 'newTries' | 'limit'>;
	record: RunRecord;
	halt: AbortController;
	signal: AbortSignal;
	/** Settles when the run ends. */
	ended: Promise<void>;
}

interface Failure {
	item: number;
	problem: ItemProblem;
	body?: IDataObject;
}

/** If so many items in a row fail by what may pass, it is 7Targets that has trouble, and not these items. */
const TROUBLE = 10;

/** Sends the items of a run one by one, and writes the result of each into `items`. */
class ItemSender {
	readonly failures: Failure[] = [];
	/** The failure that has ended the run. */
	end?: Failure;
	private inTrouble = 0;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: Operation,
		private readonly plan: Pick<Plan, 'items' | 'isInOrder'>,
		private readonly sending: Sending,
	) {}

	/** @returns whether the run goes on */
	async send(item: number): Promise<boolean> {
		const entry = this.plan.items[item];
		if (entry.state !== 'open') return true;
		const { request } = entry;
		const outcome = await outcomeOf(this.operation, request, this.sending);
		if (outcome.kind === 'notSent') return false;
		const goesOn =
			outcome.kind === 'done'
				? this.keep(item, request, outcome)
				: this.keepFailure(item, request, outcome);
		return goesOn && !this.sending.signal.aborted;
	}

	private keep(item: number, request: ApiRequest, { body, isNew = false }: ItemDone): boolean {
		const { toOutput } = this.operation;
		const answer = toOutput === undefined || Array.isArray(body) ? body : toOutput(body, isNew);
		this.inTrouble = 0;
		this.plan.items[item] = { state: 'done', answer };
		this.sending.record.addAnswer(request, answer);
		return true;
	}

	private keepFailure(item: number, request: ApiRequest, problem: ItemProblem): boolean {
		const { context, operation, plan, sending } = this;
		const { body } = request;
		if (problem.kind === 'unknown')
			sending.record.addUnknown(request, { wasMissing: problem.wasMissing === true });
		const error = requestError(context.getNode(), operation, problem, item, { body });
		plan.items[item] = { state: 'failed', error };
		this.failures.push({ item, problem, body });
		this.inTrouble = mayPass(problem) ? this.inTrouble + 1 : 0;
		const isTolerated = operation.triesAll && this.inTrouble < (plan.isInOrder ? 2 : TROUBLE);
		if ((context.continueOnFail() || isTolerated) && problem.kind !== 'run') return true;
		this.end ??= this.failures.at(-1);
		sending.halt.abort();
		return false;
	}
}

/**
 * Sends every open item, and writes its result into `items`. No further one is sent after a failure, unless the node is set to continue
 * or the operation tries all; after a failed login; and after the user's Stop. Those under way are waited for.
 *
 * @returns the error that ends the run, if one does
 */
export async function sendAll(
	context: IExecuteFunctions,
	operation: Operation,
	{ items, lines, isInOrder }: Plan,
	sending: Sending,
): Promise<ItemError | undefined> {
	const isOpen = (item: number) => items[item].state === 'open';
	const queues = isInOrder ? [lines.flat().sort((one, two) => one - two)] : lines;
	const open = queues.map((line) => line.filter(isOpen)).filter((line) => line.length > 0);
	const sender = new ItemSender(context, operation, { items, isInOrder }, sending);
	await inParallel(
		open.length,
		() => sending.client.limit,
		async (line, fill) => {
			for (const item of open[line]) {
				if (!(await sender.send(item))) return false;
				fill();
			}
			return true;
		},
	);

	const { end, failures } = sender;
	const continueOnFail = context.continueOnFail();
	if (end !== undefined && continueOnFail) {
		for (const item of open.flat().filter(isOpen)) {
			const error = requestError(context.getNode(), operation, end.problem, item);
			items[item] = { state: 'failed', error };
		}
		return undefined;
	}
	const isStopped = context.getExecutionCancelSignal()?.aborted === true;
	failures.sort((one, two) => one.item - two.item);
	const failed = end ?? (isStopped || continueOnFail ? undefined : failures[0]);
	if (failed === undefined && !isStopped && !open.flat().some(isOpen)) return undefined;
	return errorOfRun(context, operation, items, sending.record, {
		failed,
		failures,
		hasEnded: sending.signal.aborted,
	});
}

/** The error of a run: of one item, or of all if none failed and the run ended before all were sent. */
function errorOfRun(
	context: IExecuteFunctions,
	operation: Operation,
	items: Item[],
	record: RunRecord,
	how: { failed?: Failure; failures: Failure[]; hasEnded: boolean },
): ItemError {
	const { failed, failures, hasEnded } = how;
	const node = context.getNode();
	const done = items.filter(({ state }) => state === 'done').length;
	const count = items.filter(({ state }) => state !== 'duplicate').length;
	const when = hasEnded ? 'Before the run stopped, ' : '';
	const progress = `${when}${done} of ${count} ${operation.task.manyDone}.`;
	const goOn = howToGoOn(context, operation, done);
	if (failed !== undefined) {
		const { item, problem, body } = failed;
		const report = sentences(
			items.length > 1 ? progress : '',
			alsoFailed(failures, failed, hasEnded),
			goOn,
		);
		return requestError(node, operation, problem, item, { body, progress: report });
	}
	if (context.getExecutionCancelSignal()?.aborted) {
		const description = sentences(progress, goOn);
		return new NodeOperationError(node, 'The run was stopped.', { description });
	}
	const item = items.findIndex(({ state }) => state === 'open');
	const entry = items[item];
	const isUnknown = entry.state === 'open' && record.unknownFor(entry.request) !== undefined;
	const problem: ItemProblem = {
		kind: isUnknown ? 'unknown' : 'unreached',
		reason: 'As a tool, the node must answer soon, and there was no time left to ask 7Targets',
		advice: isUnknown ? '' : 'Try again in a minute.',
	};
	return requestError(node, operation, problem, item);
}

/** What became of a request, by all that is known of it: from this run, and from earlier ones. */
async function outcomeOf(
	{ sendItem, person }: Operation,
	request: ApiRequest,
	by: Sending,
): Promise<ItemOutcome> {
	const send = async (): Promise<ItemOutcome> => {
		const earlier = by.record.unknownFor(request);
		if (sendItem !== undefined) return await sendItem(request, by, earlier);
		const outcome = await by.client.send(request);
		return outcome.kind === 'done' || outcome.kind === 'notSent'
			? outcome
			: afterAttempt(outcome, earlier !== undefined);
	};
	if (person === undefined) return await send();
	return (await oneRunAtATime(by.record.person(request), by, send)) ?? { kind: 'notSent' };
}

/** The other items of which something else is to be said than that they were not sent. */
function alsoFailed(failures: Failure[], failed: Failure, hasEnded: boolean): string {
	const also = failures.filter((other) => other !== failed);
	const unknown = also.filter(({ problem }) => problem.kind === 'unknown');
	const others = hasEnded ? [] : also.filter((other) => !unknown.includes(other));
	const listed = (some: Failure[]) => listOf(some.map(({ item }) => item));
	return sentences(
		others.length > 0 ? `Not done either: ${listed(others)}.` : '',
		unknown.length > 0 ? `It is not known either for ${listed(unknown)}.` : '',
	);
}

/** How to send only the rest, and what a new run would do; '' if nothing was done that could be done again. */
function howToGoOn(context: IExecuteFunctions, operation: Operation, done: number): string {
	const { ifAllAgain } = operation.task;
	const ifRunAnew = (what = 'A new run') => `${what} would send all items again, ${ifAllAgain}.`;
	const mode = context.getMode();
	const ifCallerRetries = ifRunAnew('A Retry of the workflow that called it');
	if (done === 0) {
		// It may have called this workflow once for each item.
		return mode === 'integrated' && operation.creates === 'always' ? ifCallerRetries : '';
	}
	// n8n offers no Retry for an execution that was stopped.
	if (context.getExecutionCancelSignal()?.aborted) return ifRunAnew();
	const { saveDataErrorExecution, saveManualExecutions } = workflowSettings(context);
	const isSaved = mode === 'manual' ? saveManualExecutions : saveDataErrorExecution;
	if (isSaved === false || isSaved === 'none') {
		return `This workflow does not save such executions, so there is no Retry that would send only the rest. ${ifRunAnew()}`;
	}
	// n8n keeps neither data nor node context of a Retry that was stopped or died (measured in n8n 2.41).
	const ifStopped =
		operation.creates === 'always'
			? "If such a Retry is stopped or dies, switch to 'Create or Update' first: n8n does not keep what it has created."
			: '';
	// Retry of the calling workflow runs this one from the start, and knows nothing of this execution (measured in n8n 2.41).
	return mode === 'integrated'
		? sentences(
				'To keep them and send only the rest, open this execution of the sub-workflow under Executions, the newest one that failed, and press Retry there, if it is listed.',
				ifStopped,
				ifCallerRetries,
			)
		: sentences(
				'To keep them and send only the rest, press Retry on this execution, the newest one that failed, under Executions, if it is listed there.',
				ifStopped,
				ifRunAnew(),
			);
}
