import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { LoginMethod } from '../../../credentials/login/method';
import { grouped } from '../../../shared/grouped';
import { showHint } from '../../../shared/n8n';
import { sentences } from '../../../shared/text';
import { takingTurns } from '../../../shared/waiting';
import { loginMethodOf } from '../authentication';
import type { Operation } from '../operation';
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
	const inputs = context.getInputData();
	const count = inputs.length;
	const problems: NodeOperationError[] = [];
	const checked = <T>(item: number, read: () => T): T | NodeOperationError => {
		try {
			return read();
		} catch (error) {
			const problem =
				error instanceof FieldProblem
					? inputError(context.getNode(), error, item, inputs[item].json)
					: new NodeOperationError(context.getNode(), error as Error, { itemIndex: item });
			problems.push(problem);
			return problem;
		}
	};
	const parameter = parametersOf(context, [...dryRunOf(operation), ...formOf(operation)]);
	const settings = checked(0, () => ({
		login: loginMethodOf(parameter('authentication', 0)),
		options: readOptions((parameter('options', 0) ?? {}) as IDataObject, operation.options),
	}));
	if (settings instanceof Error) return nothingSent(problems, count);
	const [authentication, method] = settings.login;
	const { options } = settings;
	const letOthers = takingTurns();
	let isDryRun = false;
	for (let item = 0; operation.ifSent !== undefined && item < count; item++) {
		const isOn = checked(item, () => readDryRun(parameter('dryRun', item)));
		if (isOn instanceof Error) return nothingSent(problems, count);
		isDryRun ||= isOn;
		await letOthers();
	}

	const columns = operation.columnHint?.();
	const items: Item[] = [];
	const notes: ValueNote[] = [];
	for (let item = 0; item < count; item++) {
		const own: ValueNote[] = [];
		const request = checked(item, () =>
			operation.toRequest({
				parameter: (name) => parameter(name, item),
				authentication,
				json: inputs[item].json,
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
	if (problems.length > 0 && !context.continueOnFail()) return nothingSent(problems, count);
	showHint(context, columns?.hint());
	showHint(context, valuesHint(notes));

	const lines = linesOf(operation, items);
	const requests = items.flatMap((entry) => (entry.state === 'open' ? [entry.request] : []));
	const isInOrder = operation.mayHideTheSamePerson?.(requests) ?? false;
	const plan = { method, options, isDryRun, items, lines, isInOrder };
	if (!operation.options.includes('duplicates')) return plan;
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

function nothingSent(problems: NodeOperationError[], count: number): NodeOperationError {
	const [first, ...others] = problems;
	first.description = sentences(
		first.description ?? '',
		count === 1
			? 'Nothing was sent.'
			: `Nothing was sent: all ${count} items are checked before the first is sent.`,
		others.length === 0
			? ''
			: `${others.length} more cannot be sent: ${listOf(others.map(({ context }) => context.itemIndex as number))}.`,
	);
	return first;
}
