import { UserError } from 'n8n-workflow';

/** A value that cannot go out. */
export class FieldProblem extends UserError {
	/**
	 * @param message starts with the field's label in quotes, and has no full stop
	 * @param remedy what to do, a sentence
	 */
	constructor(
		message: string,
		readonly remedy: string,
	) {
		super(message);
	}
}

/** A choice that no list offers: from an expression, or from a workflow that a newer version of this package has saved. */
export const unknownChoice = (label: string, value: unknown) =>
	new FieldProblem(
		`'${label}' is ${quoted(String(value))}, which this version of the 7Targets node does not know`,
		'Choose it from the list, or update the node.',
	);

/** What to do about items that lack something: correct them, or filter them out. */
export const orLeaveOut = (remedy: string) =>
	`${remedy}, or leave out such items with a Filter node before this one.`;

/** A value as an error shows it: on one line, in quotes, not longer than 60 characters. */
export function quoted(value: string): string {
	const line = value.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
	return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
