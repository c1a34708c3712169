import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { LoginMethod } from '../../../credentials/login/method';
import { grouped } from '../../../shared/grouped';
import { showHint, type Hint } from '../../../shared/n8n';
import { sentences } from '../../../shared/text';
import { takingTurns } from '../../../shared/waiting';
import { loginMethodOf } from '../authentication';
import type { InputItem, Operation } from '../operation';
import { FieldProblem, type ValueNote } from '../values';
import { listOf, type Item } from './item';
import { inputError } from './itemError';
import { duplicatesHint, valuesHint } from './hints';
import { dryRunOf, formOf, readDryRun, readOptions, type RunOptions } from './options';
import { parametersOf } from './parameters';

/** What a run is about to do. */
export interface Plan {
	method: LoginMethod;
	options: RunOptions;
	/** Whether nothing is sent, and each item comes out as it would be sent: if the switch is on for any item. */
	isDryRun: boolean;
	items: Item[];
	/** The items to send, one line for each person: the items of a line are sent one after the other. */
	lines: number[][];
	/** Whether all are sent one after the other, because nobody knows which of them are about the same person. */
	isInOrder: boolean;
}

type InputOfItem = Pick<InputItem, 'parameter' | 'authentication' | 'json'>;

/** Checks the items of a run, and keeps what is wrong with them. */
class Checks {
	private readonly problems: NodeOperationError[] = [];

	constructor(
		private readonly context: IExecuteFunctions,
		readonly inputs = context.getInputData(),
	) {}

	/** What `read` returns for an item, or the item's error. */
	of<T>(item: number, read: () => T): T | NodeOperationError {
		const node = this.context.getNode();
		try {
			return read();
		} catch (error) {
			const problem =
				error instanceof FieldProblem
					? inputError(node, error, item, this.inputs[item].json)
					: new NodeOperationError(node, error as Error, { itemIndex: item });
			this.problems.push(problem);
			return problem;
		}
	}

	get hasFailed(): boolean {
		return this.problems.length > 0;
	}

	/** The error of the first item, which says that no item was sent. */
	nothingSent(): NodeOperationError {
		const [first, ...others] = this.problems;
		const count = this.inputs.length;
		const other = others.find((one) => reasonOf(one) !== reasonOf(first));
		first.description = sentences(
			first.description ?? '',
			count === 1
				? 'Nothing was sent.'
				: `Nothing was sent: all ${count} items are checked before the first is sent.`,
			others.length === 0
				? ''
				: `${others.length} more cannot be sent: ${listOf(others.map(({ context }) => context.itemIndex as number))}.`,
			other === undefined ? '' : `Item ${String(other.context.itemIndex)}: ${reasonOf(other)}.`,
		);
		return first;
	}
}

/** Without the item, which n8n puts behind the message. */
const reasonOf = ({ message }: Error): string => message.replace(/ \[item \d+\]$/, '');

/**
 * Checks every item before any is sent.
 *
 * @returns the plan; or an error for settings that apply to all items, or, unless the node is set to continue, for the first
 * item that cannot be sent
 * @throws NodeOperationError if the user stopped the run
 */
export async function planOf(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<Plan | NodeOperationError> {
	const checks = new Checks(context);
	const parameter = parametersOf(context, [...dryRunOf(operation), ...formOf(operation)]);
	const settings = checks.of(0, () => ({
		login: loginMethodOf(parameter('authentication', 0)),
		options: readOptions((parameter('options', 0) ?? {}) as IDataObject, operation.options),
	}));
	if (settings instanceof Error) return checks.nothingSent();
	const [authentication, method] = settings.login;
	const { options } = settings;
	const letOthers = takingTurns();
	let isDryRun = false;
	for (let item = 0; operation.ifSent !== undefined && item < checks.inputs.length; item++) {
		const isOn = checks.of(item, () => readDryRun(parameter('dryRun', item)));
		if (isOn instanceof Error) return checks.nothingSent();
		isDryRun ||= isOn;
		await letOthers();
	}
	const inputOf = (item: number): InputOfItem => ({
		parameter: (name) => parameter(name, item),
		authentication,
		json: checks.inputs[item].json,
	});
	const { items, hints } = await itemsOf(context, operation, { checks, inputOf, letOthers });
	if (checks.hasFailed && !context.continueOnFail()) return checks.nothingSent();
	for (const hint of hints()) showHint(context, hint);
	const lines = linesOf(operation, items);
	const requests = items.flatMap((entry) => (entry.state === 'open' ? [entry.request] : []));
	const isInOrder = operation.mayHideTheSamePerson?.(requests) ?? false;
	const plan = { method, options, isDryRun, items, lines, isInOrder };
	return operation.options.includes('duplicates') ? withoutDuplicates(context, plan) : plan;
}

/** What the items ask for, or why they cannot be sent; and the hints at columns and values. @throws NodeOperationError if the user stopped the run */
async function itemsOf(
	context: IExecuteFunctions,
	operation: Operation,
	{
		checks,
		inputOf,
		letOthers,
	}: {
		checks: Checks;
		inputOf: (item: number) => InputOfItem;
		letOthers: () => Promise<void>;
	},
): Promise<{ items: Item[]; hints: () => Array<Hint | undefined> }> {
	const columns = operation.columnHint?.();
	const items: Item[] = [];
	const notes: ValueNote[] = [];
	for (let item = 0; item < checks.inputs.length; item++) {
		const own: ValueNote[] = [];
		const request = checks.of(item, () =>
			operation.toRequest({
				...inputOf(item),
				reportColumns: (uses) => columns?.add(uses),
				noteValue: (note) => own.push(note),
			}),
		);
		if (request instanceof Error) items.push({ state: 'failed', error: request });
		else {
			notes.push(...own);
			items.push({ state: 'open', request });
		}
		await letOthers();
		if (context.getExecutionCancelSignal()?.aborted) {
			const description = 'Nothing was sent.';
			throw new NodeOperationError(context.getNode(), 'The run was stopped.', { description });
		}
	}
	return { items, hints: () => [columns?.hint(), valuesHint(notes)] };
}

/** The plan without a person's further items, unless the user wants them sent; and a hint at them. */
function withoutDuplicates(context: IExecuteFunctions, plan: Plan): Plan {
	const { items, lines, options, isDryRun } = plan;
	const duplicates = lines.flatMap(([, ...others]) => others).sort((one, two) => one - two);
	showHint(context, duplicatesHint(duplicates, { ...options, isDryRun }));
	if (options.duplicates === 'send') return plan;
	for (const [first, ...others] of lines) {
		for (const item of others) items[item] = { state: 'duplicate', of: first };
	}
	return { ...plan, lines: lines.map(([first]) => [first]) };
}

/** The open items, one line for each person; without a person, one for each item. */
function linesOf({ person }: Operation, items: Item[]): number[][] {
	const open = items.flatMap((entry, item) =>
		entry.state === 'open' ? [{ item, key: person?.(entry.request) ?? item }] : [],
	);
	const lines = grouped(open, ({ key }) => key);
	return [...lines.values()].map((line) => line.map(({ item }) => item));
}
