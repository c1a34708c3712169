import { holdsText } from '../../values';
import { customFields, type Row } from '../customFields';
import type { ColumnUse } from '../../operation';
import { normalizedName, PATHS, unwrapped, type Column } from './columns';
import { best } from './person';

/** The label of the parameter that names columns to go out as custom fields. */
export const CUSTOM_COLUMNS = 'Columns for Custom Fields';

/** For each name that the user typed, the columns that have it. A name that is typed twice counts once. */
export function namedColumns(asCustom: string[], columns: Column[]): Map<string, Column[]> {
	const names = new Map(asCustom.map((name) => [normalizedName(name), name])).values();
	return new Map([...names].map((name) => [name, columns.filter(isNamed(name))]));
}

/** Whether a column has that name, with or without the path of its object. */
function isNamed(name: string): (column: Column) => boolean {
	const typed = name.trim();
	const path = PATHS.find((one) => one !== '' && typed.startsWith(`${one}.`));
	const id = normalizedName(typed);
	const idInside = path === undefined ? undefined : normalizedName(typed.slice(path.length + 1));
	return (column) => column.id === id || (column.path === path && column.id === idInside);
}

/** The columns that go out as custom fields under their own names, one for each name, and what became of each. */
export function customRows(
	named: Map<string, Column[]>,
	path: string | undefined,
): { rows: Row[]; uses: ColumnUse[] } {
	const rows: Row[] = [];
	const uses: ColumnUse[] = [];
	for (const [name, columns] of named) {
		if (columns.length === 0) uses.push({ column: name, use: 'missing' });
		const candidates = columns.map((column) => ({
			...column,
			rank: 0,
			value: customText(column.raw),
		}));
		const one = best(candidates, path);
		if (one?.value !== undefined) rows.push({ name: one.key, value: one.value });
		for (const candidate of candidates) {
			uses.push(
				candidate.value === undefined
					? { column: candidate.name, use: 'none' }
					: candidate === one
						? { column: candidate.name, use: 'sent', as: customFields.property.displayName }
						: { column: candidate.name, use: 'passedOver' },
			);
		}
	}
	return { rows, uses };
}

/** The value of a column as a custom field: a list becomes one text; undefined if it is blank. */
function customText(raw: unknown): unknown {
	const value = unwrapped(raw);
	const isList = Array.isArray(value) && value.every((part) => typeof part !== 'object');
	const one = isList ? value.filter(holdsText).join(', ') : value;
	return (typeof one === 'object' && one !== null) || holdsText(one) ? one : undefined;
}
