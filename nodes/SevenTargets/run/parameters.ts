import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { sentences } from '../../../shared/text';
import { chosen, FieldProblem } from '../values';
import { holdsExpression, readerOf } from './fastExpressions';
import { isTool } from './tool';

/** Reads a parameter for an item; null if there is none. @throws FieldProblem for an expression that n8n refuses */
export type ReadParameter = (name: string, item: number) => unknown;

/**
 * Reads the node's parameters. A parameter without an expression, which is the same for every item, is read once. One whose expressions
 * only name fields of the item is read from the item, if it has them, and any other one is left to n8n. A resource locator with an
 * expression becomes the bare value of the expression, without the mode: the value may be of another mode.
 *
 * @param properties the form, for the label of a field whose expression n8n refuses
 */
export function parametersOf(
	context: IExecuteFunctions,
	properties: INodeProperties[],
): ReadParameter {
	const stored = context.getNode().parameters;
	const items = context.getInputData();
	const constants = new Map<string, unknown>();
	const readers = new Map(
		Object.entries(stored).flatMap(([name, value]) => {
			// What comes in to a tool are the model's arguments; `$json` is the item of the agent.
			const isFast = holdsExpression(value) && !isTool(context);
			const read = isFast ? readerOf(value) : undefined;
			return read === undefined ? [] : [[name, read]];
		}),
	);
	return (name, item) => {
		if (constants.has(name)) return constants.get(name);
		const found = readers.get(name)?.(items[item].json);
		if (found !== undefined) return found;
		const value = workedOut(context, name, item);
		if (value instanceof NodeOperationError) {
			const refused = innermost(context, [name], stored[name], item);
			throw new FieldProblem(
				`'${labelOf(properties, refused)}' holds an expression that n8n cannot work out: ${value.message}`,
				sentences('Correct the expression.', value.description ?? ''),
			);
		}
		if (!holdsExpression(stored[name])) {
			constants.set(name, value);
			return value;
		}
		return withoutModes(stored[name], value);
	};
}

function workedOut(context: IExecuteFunctions, name: string, item: number): unknown {
	try {
		return context.getNodeParameter(name, item, null);
	} catch (error) {
		return new NodeOperationError(context.getNode(), error as Error);
	}
}

/** The path to the part of a parameter whose expression n8n refuses. */
function innermost(
	context: IExecuteFunctions,
	path: string[],
	stored: unknown,
	item: number,
): string[] {
	if (typeof stored !== 'object' || stored === null) return path;
	for (const [name, part] of Object.entries(stored)) {
		const inner = [...path, name];
		if (workedOut(context, inner.join('.'), item) instanceof NodeOperationError) {
			return innermost(context, inner, part, item);
		}
	}
	return path;
}

/** The labels on the way to a part of the form. */
function labelOf(properties: INodeProperties[], path: string[]): string {
	type Part = { name: string; displayName?: string; options?: unknown; values?: unknown };
	const labels: string[] = [];
	let parts = properties as Part[];
	for (const step of path) {
		const part = parts.find(({ name }) => name === step);
		if (part === undefined) continue;
		labels.push(part.displayName ?? part.name);
		parts = (part.values ?? part.options ?? []) as Part[];
	}
	return labels.join(' → ');
}

/** The value that n8n worked out, with each resource locator that holds an expression replaced by its bare value. */
function withoutModes(stored: unknown, value: unknown): unknown {
	if (typeof stored !== 'object' || stored === null) return value;
	if (typeof value !== 'object' || value === null) return value;
	if ('__rl' in stored) return holdsExpression(stored) ? chosen(value) : value;
	const parts = Object.entries(value).map(([name, part]) => [
		name,
		withoutModes((stored as Record<string, unknown>)[name], part),
	]);
	return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
