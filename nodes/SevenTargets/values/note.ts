/** What a value lost on its way. */
export interface ValueNote {
	/** The field, as an error names it. */
	label: string;
	/** What stood there. */
	value: string;
	/** What was cut off; undefined if nothing is left, because it is no value. */
	without?: string;
}

export type NoteValue = (note: ValueNote) => void;
