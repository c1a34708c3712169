import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { InputItem } from '../operation';
import { FieldProblem, holdsText, orLeaveOut, quoted } from '../values';
import type { LeadField } from './field';

/** Reads the value of a field, and the label by which an error names it. */
export type ValueOf = (field: LeadField) => { value: unknown; label: string };

/** What the form holds, by the names of its parameters. */
export const fromForm =
	(value: (name: string) => unknown): ValueOf =>
	({ property: { name, displayName } }) => ({ value: value(name), label: displayName });

/** The fields in the request's body. @throws FieldProblem for the first that cannot go out, or for all that are required and blank */
export function bodyOf(
	fields: LeadField[],
	valueOf: ValueOf,
	{ authentication, json, noteValue }: Pick<InputItem, 'authentication' | 'json' | 'noteValue'>,
): IDataObject {
	const body: IDataObject = {};
	const missing: string[] = [];
	for (const field of fields) {
		const { value, label } = valueOf(field);
		const sent = field.toBody(value, label, noteValue);
		if (sent !== undefined) {
			field.checkLogin?.(sent, label, authentication);
			Object.assign(body, sent);
		} else if (field.property.required) {
			if (isBlankRow(json)) throw new FieldProblem('The row is blank', orLeaveOut('Fill it in'));
			missing.push(
				holdsText(value)
					? `'${label}' is ${quoted(String(value))}, which is no value`
					: `'${label}' is blank`,
			);
		}
	}
	if (missing.length === 0) return body;
	const them = missing.length === 1 ? 'it' : 'them';
	throw new FieldProblem(
		`${missing.join(', and ')}, but 7Targets needs ${them} for every lead`,
		orLeaveOut(`Fill ${them} in`),
	);
}

/** Whether nothing stands in any column of a sheet's row; the node Google Sheets adds the number of the row. */
function isBlankRow(json: IDataObject): boolean {
	const values = Object.entries(json).filter(([name]) => name !== 'row_number');
	return (
		values.length > 0 &&
		values.every(([, value]) => value === null || (typeof value !== 'object' && !holdsText(value)))
	);
}

/** A collection in the editor to which the user adds fields, sorted by label. */
export function collectionOf(
	fields: LeadField[],
	collection: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties {
	return {
		...collection,
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: fields
			.map(({ property }) => property)
			.sort((one, other) => one.displayName.localeCompare(other.displayName)),
	};
}

/** What such a collection holds. @throws FieldProblem if an expression gave something else than an object */
export function fromCollection(
	{ name, displayName }: INodeProperties,
	parameter: (name: string) => unknown,
): ValueOf {
	const collection = parameter(name);
	if (collection === null || collection === undefined || collection === '') {
		return fromForm(() => undefined);
	}
	if (typeof collection !== 'object' || Array.isArray(collection)) {
		throw new FieldProblem(
			`'${displayName}' must hold fields by their names, but is ${Array.isArray(collection) ? 'a list' : 'text'}`,
			'Correct the expression, or add the fields one by one.',
		);
	}
	return fromForm((field) => (collection as IDataObject)[field]);
}
