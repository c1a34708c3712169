import type { ColumnUse } from '../../operation';
import { holdsText } from '../../values';
import { customFields, type Row } from '../customFields';
import { normalizedName } from './columnName';
import { type Column, type Entity } from './columns';
import { singleValue, isObject } from './rawValue';

/** For each name that the user typed, the columns that have it, with or without the path. A name that is typed twice counts once. */
export function namedColumns(asCustom: string[], entities: Entity[]): Map<string, Column[]> {
	const names = new Map(asCustom.map((name) => [normalizedName(name), name]));
	if (names.size === 0) return new Map();
	const columns = entities.flatMap((entity) => [...entity.columns, ...objectIn(entity)]);
	const ids = columns.map(({ key, name }) => [normalizedName(key), normalizedName(name)]);
	return new Map(
		[...names].map(([id, name]) => [name, columns.filter((_, n) => ids[n].includes(id))]),
	);
}

/** An object or a list of objects as one column. */
const objectIn = ({ path, raw, parent: of }: Entity): Column[] =>
	raw === undefined || of === undefined
		? []
		: [
				{
					name: path,
					key: path.slice(of.path.length).replace(/^\./, ''),
					id: '',
					rank: 0,
					raw,
					of,
				},
			];

/** The columns that go out as custom fields under their own names, one for each name, and what became of each. */
export function customRows(
	named: Map<string, Column[]>,
	entities: Entity[],
): { rows: Row[]; uses: ColumnUse[] } {
	const rows: Row[] = [];
	const uses: ColumnUse[] = [];
	for (const [name, columns] of named) {
		if (columns.length === 0) uses.push({ column: name, use: 'missing' });
		const candidates = columns
			.map((column) => ({ column, value: customText(column.raw) }))
			.sort(
				(one, other) =>
					Number(one.value === undefined) - Number(other.value === undefined) ||
					Number(entities.includes(other.column.of)) - Number(entities.includes(one.column.of)) ||
					one.column.name.split('.').length - other.column.name.split('.').length ||
					(one.column.name < other.column.name ? -1 : 1),
			);
		candidates.forEach(({ column, value }, n) => {
			if (n === 0 && value !== undefined) rows.push({ name: column.key, value });
			uses.push(
				value === undefined
					? { column: column.name, use: 'none' }
					: n === 0
						? { column: column.name, use: 'sent', as: customFields.property.displayName }
						: { column: column.name, use: 'passedOver' },
			);
		});
	}
	return { rows, uses };
}

/** The value of a column as a custom field: a list becomes one text; undefined if it is blank. */
function customText(raw: unknown): unknown {
	const isList = Array.isArray(raw) && raw.every((part) => typeof part !== 'object');
	const one = isList
		? raw.filter(holdsText).join(', ')
		: isObject(raw)
			? (singleValue(raw) ?? raw)
			: raw;
	return (typeof one === 'object' && one !== null) || holdsText(one) ? one : undefined;
}
