import { mayReadField } from '../../../shared/n8n';

/** `{{ $json.name }}` and `{{ $json["First Name"] }}`, as dragging a field into a parameter makes them; and each step of the path. */
const FIELD_OF_ITEM = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:'[^'\\]*'|"[^"\\]*")\])+)\s*\}\}$/;
const STEP = /\.(\w+)|\[(?:'([^']*)'|"([^"]*)")\]/g;

/** Reads a parameter from an item; undefined if n8n has to work it out. */
export type ReadFromItem = (json: unknown) => unknown;

/**
 * Makes a reader of a parameter whose expressions only name fields of the item, at any depth: n8n takes 0.56 ms to work out one
 * expression (measured in 2.41, see docs/speed.md), which is more than sending a lead takes. A resource locator with an expression
 * becomes the bare value, without the mode.
 *
 * @param stored as the workflow has it
 * @returns undefined if the parameter holds another expression
 */
export function readerOf(stored: unknown): ReadFromItem | undefined {
	if (!holdsExpression(stored)) return () => stored;
	if (typeof stored === 'string') {
		const path = pathIn(stored);
		return path && ((json) => lookUp(json, path));
	}
	const parts = Object.entries(stored as object).map(
		([name, part]) => [name, readerOf(part)] as const,
	);
	const readers = parts.filter((part): part is [string, ReadFromItem] => part[1] !== undefined);
	if (readers.length < parts.length) return undefined;
	if ('__rl' in (stored as object)) return readers.find(([name]) => name === 'value')?.[1];
	return (json) => {
		const read = readers.map(([name, readPart]) => [name, readPart(json)] as const);
		if (read.some(([, part]) => part === undefined)) return undefined;
		return Array.isArray(stored) ? read.map(([, part]) => part) : Object.fromEntries(read);
	};
}

/** Whether a parameter holds an expression, which n8n marks by a leading `=`. */
export function holdsExpression(stored: unknown): boolean {
	if (typeof stored === 'string') return stored.startsWith('=');
	return (
		typeof stored === 'object' && stored !== null && Object.values(stored).some(holdsExpression)
	);
}

function pathIn(expression: string): string[] | undefined {
	const steps = FIELD_OF_ITEM.exec(expression)?.[1] ?? '';
	const path = [...steps.matchAll(STEP)].map(([, ...names]) => names.find(Boolean) ?? '');
	// n8n has its own error for names that it considers unsafe, such as `constructor`.
	return path.length > 0 && path.every(mayReadField) ? path : undefined;
}

/** Text, a number, true, false or null at the end of the path; undefined for all else. */
function lookUp(json: unknown, path: string[]): unknown {
	let value = json;
	for (const name of path) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
			return undefined;
		}
		value = (value as Record<string, unknown>)[name];
	}
	return typeof value === 'object' && value !== null ? undefined : value;
}
