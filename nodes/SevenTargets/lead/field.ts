import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Authentication } from '../authentication';
import { READERS, type Kind, type NoteValue } from '../values';

/**
 * One field of a lead. The editor's form, the request's body, automatic mapping and the tables of the documents are all made from the
 * rows in fields.ts, so a new field is one new row there. What its column may hold beside its kind of text, mapping/checks.ts says.
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
	/** What kind of text it holds, and so what is never a value of it; undefined for a field that holds something else. */
	kind?: Kind;
	/**
	 * What the value becomes in the request's body; undefined leaves the field out.
	 *
	 * @param note is told what the value lost
	 * @throws FieldProblem if the value cannot go out
	 */
	toBody: (value: unknown, label: string, note?: NoteValue) => IDataObject | undefined;
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
	Pick<LeadField, 'shownByDefault' | 'isPersonal' | 'identifiesLead' | 'ifBlank' | 'kind'>
> & { property?: Partial<INodeProperties> };

/** A field of text; free text, if no kind is given. By default, the form does not show it from the start: the user adds it. */
export function field(
	displayName: string,
	name: string,
	description: string,
	example: string,
	{ kind = 'text', property, ...more }: More = {},
): LeadField {
	return {
		property: { ...textProperty(displayName, name, description, example), ...property },
		keys: [name],
		shownByDefault: false,
		kind,
		...more,
		toBody: (value, label, note) => {
			const sent = READERS[kind](value, label, note);
			return sent === undefined ? undefined : { [name]: sent };
		},
	};
}
