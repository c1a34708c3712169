import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Authentication } from '../authentication';

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
	fixed?: true;
	/** The field's value in a column of that name; undefined if the column holds something else. If left out: the column's value. */
	fromColumn?: (value: unknown, name: string) => unknown;
	/**
	 * What the value becomes in the request's body; undefined leaves the field out.
	 *
	 * @throws FieldProblem if the value cannot go out
	 */
	toBody: (
		value: unknown,
		label: string,
		authentication: Authentication,
	) => IDataObject | undefined;
}
