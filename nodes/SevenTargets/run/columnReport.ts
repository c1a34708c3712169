import type { IExecuteFunctions } from 'n8n-workflow';

import { listed, sentences } from '../../../shared/text';
import type { NoteColumn } from '../operation';
import { quoted } from '../values';

/** What became of the columns of all items that were mapped automatically. */
export class ColumnReport {
	/** For each column, the fields that it went to, and '' if another column was used in its place for an item. */
	private readonly columns = new Map<string, Set<string>>();
	/** For each column that was named, how many items lack it. */
	private readonly missing = new Map<string, number>();
	/** How many items were mapped. */
	private items = 0;

	/** What notes the columns of the next item. */
	ofNextItem(): NoteColumn {
		let isCounted = false;
		return (column, field) => {
			if (!isCounted) this.items++;
			isCounted = true;
			this.note(column, field);
		};
	}

	private note(column: string, field?: string | null): void {
		if (field === null) {
			this.missing.set(column, (this.missing.get(column) ?? 0) + 1);
			return;
		}
		let fields = this.columns.get(column);
		if (fields === undefined) this.columns.set(column, (fields = new Set()));
		if (field !== undefined) fields.add(field);
	}

	/** Adds it as a hint to the output, if any column was noted. */
	hint(context: IExecuteFunctions): void {
		if (this.columns.size === 0) return;
		const used: string[] = [];
		const passedOver: string[] = [];
		const unused: string[] = [];
		for (const [column, fields] of this.columns) {
			const labels = [...fields].filter((label) => label !== '');
			if (labels.length > 0) used.push(`${shown(column)} → ${labels.join(', ')}`);
			else (fields.size > 0 ? passedOver : unused).push(shown(column));
		}
		const nowhere = [...this.missing].flatMap(([column, count]) =>
			count === this.items ? [shown(column)] : [],
		);
		const message = sentences(
			sentenceOf('There is no column', nowhere),
			sentenceOf('Mapped automatically:', used),
			sentenceOf('Passed over:', passedOver),
			sentenceOf('Not used:', unused),
		);
		const type = nowhere.length > 0 ? 'warning' : 'info';
		context.addExecutionHints({ message, location: 'outputPane', type });
	}
}

/** n8n shows hints as HTML. */
const shown = (column: string) => quoted(column).replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const sentenceOf = (what: string, names: string[]) =>
	names.length === 0 ? '' : `${what} ${listed(names)}.`;
