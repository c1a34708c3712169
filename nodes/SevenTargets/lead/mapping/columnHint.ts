import type { Hint } from '../../../../shared/n8n';
import { asHtml, listed, sentences } from '../../../../shared/text';
import type { ColumnUse, ItemsReport } from '../../operation';
import { quoted } from '../../values';

/** The fields that a column went to; none if another column was used in its place, or if it means no field. */
interface UseOfColumn {
	fields: Set<string>;
	isPassedOver: boolean;
	why?: string;
}

/** Tells what became of the columns of all items. It keeps only what differs, no matter how many items there are. */
export function columnHint(): ItemsReport<ColumnUse[]> {
	const columns = new Map<string, UseOfColumn>();
	/** For each column that was named, how many items lack it. */
	const missing = new Map<string, number>();
	let items = 0;
	return {
		add: (uses) => {
			items++;
			for (const { column, ...what } of uses) {
				if (what.use === 'missing') {
					missing.set(column, (missing.get(column) ?? 0) + 1);
					continue;
				}
				let entry = columns.get(column);
				if (!entry) columns.set(column, (entry = { fields: new Set(), isPassedOver: false }));
				if (what.use === 'sent') entry.fields.add(what.as);
				if (what.use === 'passedOver') Object.assign(entry, { isPassedOver: true, why: what.why });
			}
		},
		hint: () => {
			const nowhere = [...missing].filter(([, count]) => count === items);
			return columns.size === 0
				? undefined
				: hintOf(
						columns,
						nowhere.map(([column]) => shown(column)),
					);
		},
	};
}

/** @param nowhere the columns that were named, and that no item has */
function hintOf(columns: Map<string, UseOfColumn>, nowhere: string[]): Hint {
	const all = [...columns].map(([column, entry]) => ({ column: shown(column), ...entry }));
	const used = all.filter(({ fields }) => fields.size > 0);
	const others = all.filter(({ fields }) => fields.size === 0);
	return {
		message: sentences(
			sentenceOf('There is no column', nowhere),
			sentenceOf(
				'Mapped automatically:',
				used.map(({ column, fields }) => `${column} → ${[...fields].join(', ')}`),
			),
			sentenceOf('Passed over:', names(others.filter(({ isPassedOver }) => isPassedOver))),
			sentenceOf('Not used:', names(others.filter(({ isPassedOver }) => !isPassedOver))),
		),
		type: nowhere.length > 0 ? 'warning' : 'info',
	};
}

const names = (columns: Array<{ column: string; why?: string }>) =>
	columns.map(({ column, why }) => (why === undefined ? column : `${column} (${why})`));

const shown = (column: string) => asHtml(quoted(column));

const sentenceOf = (what: string, columns: string[]) =>
	columns.length === 0 ? '' : `${what} ${listed(columns)}.`;
