import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Authentication } from '../authentication';
import { text } from '../values';

/**
 * One field of a lead. The editor's form, the request's body, its checks, automatic mapping and the tables of the documents are all
 * made from these rows, so a new field is one new row here.
 *
 * `property.name` is the name of the parameter, which saved workflows depend on, and one of the names in the API.
 */
export interface LeadField {
	/** How the editor asks for it. `required` means that a lead cannot be created without it. */
	property: INodeProperties;
	/** The names in the API under which it goes out, one of them for each lead. */
	keys: string[];
	/** What a new lead gets if the field is blank, a sentence. */
	ifBlank?: string;
	/** Whether it is one of the few fields that the form of a new lead shows from the start. */
	shownByDefault: boolean;
	/** Whether it is different for each person, so that no one value can stand for all items. */
	isPersonal?: true;
	/** Whether it says which lead it is, and so cannot be changed. */
	identifiesLead?: true;
	/** The field's value in a column of that name; undefined if the column holds something else. If left out: the column's value. */
	fromColumn?: (value: unknown, name: string) => unknown;
	/**
	 * What the value becomes in the request's body; undefined leaves the field out.
	 *
	 * @throws FieldProblem if the value cannot go out
	 */
	toBody: (value: unknown, label: string) => IDataObject | undefined;
	/** @throws FieldProblem if 7Targets does not take what `toBody` returned with this way to log in */
	checkLogin?: (sent: IDataObject, label: string, authentication: Authentication) => void;
}

/** A text input in the editor. */
export const textProperty = (
	displayName: string,
	name: string,
	description: string,
	example: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
	description,
});

type More = Partial<
	Pick<LeadField, 'shownByDefault' | 'isPersonal' | 'identifiesLead' | 'ifBlank' | 'fromColumn'>
> & {
	/** What a value becomes in the request; if left out, its text. */
	read?: (value: unknown, label: string) => string | undefined;
	property?: Partial<INodeProperties>;
};

/** A field of text. By default, the form does not show it from the start: the user adds it. */
export function field(
	displayName: string,
	name: string,
	description: string,
	example: string,
	{ read = text, property, ...more }: More = {},
): LeadField {
	return {
		property: { ...textProperty(displayName, name, description, example), ...property },
		keys: [name],
		shownByDefault: false,
		...more,
		toBody: (value, label) => {
			const sent = read(value, label);
			return sent === undefined ? undefined : { [name]: sent };
		},
	};
}
