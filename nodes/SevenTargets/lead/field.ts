import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Authentication } from '../authentication';

/**
 * One field of a lead. The editor's form, the request's body, its checks and the README's tables are all made from
 * these rows, so a new field is one new row here.
 *
 * `property.name` is both the parameter's name, which saved workflows depend on, and the API's name.
 */
export interface LeadField {
	/** How the editor asks for it. `required` means that a lead cannot be created without it. */
	property: INodeProperties;
	/** What a new lead gets if the field is blank, a sentence. */
	ifBlank?: string;
	/** Whether it is one of the few fields that the form of a new lead shows from the start. */
	shownByDefault: boolean;
	/** Whether it says which lead it is, and so cannot be changed. */
	fixed?: true;
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
