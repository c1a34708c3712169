import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { asSentence, sentences } from '../../../shared/text';
import type { InputItem, Operation } from '../operation';
import { mailboxOf, text, unknownChoice } from '../values';
import { withCustomFields } from './customFields';
import { LEAD_FIELDS } from './fields';
import { bodyOf, collectionOf, fromCollection, fromForm, type ValueOf } from './form';
import { mapItem } from './mapping/mapItem';
import { notToItself } from './ownAddress';
import { CREATION } from './updateOrCreate';

const SHOWN = LEAD_FIELDS.filter(({ shownByDefault }) => shownByDefault);
const FURTHER = LEAD_FIELDS.filter(({ shownByDefault }) => !shownByDefault);

const further = collectionOf(FURTHER, {
	displayName: 'Additional Fields',
	name: 'additionalFields',
});

const BY_FIELD = 'defineBelow';
const BY_NAME = 'autoMapInputData';

const mappingMode: INodeProperties = {
	displayName: 'Mapping Mode',
	name: 'mappingMode',
	type: 'options',
	noDataExpression: true,
	// A tool of an AI agent has no columns. (n8n knows this condition since before 1.123.)
	displayOptions: { hide: { '@tool': [true] } },
	options: [
		{
			name: 'Map Automatically',
			value: BY_NAME,
			// n8n shows two lines of it.
			description:
				"By the names of the input's columns, such as First_Name; the rest comes from below",
		},
		{
			name: 'Map Each Field Below',
			value: BY_FIELD,
			description:
				'Set the value of each field of the lead. Opt-outs in the input are not looked for.',
		},
	],
	default: BY_FIELD,
};

const customColumns: INodeProperties = {
	displayName: 'Columns for Custom Fields',
	name: 'customColumns',
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Column' },
	default: [],
	displayOptions: { show: { [mappingMode.name]: [BY_NAME] } },
	placeholder: 'e.g. Budget',
	description:
		'Columns of the input that are sent as custom fields, under their own names. Name them as the fields are named in 7Targets.',
};

/** What comes of sending a new lead. */
export const REAL_EMAILS = 'real emails go out to the people in the items';

/** The form of a new lead. */
export const newLeadProperties: INodeProperties[] = [
	mappingMode,
	...SHOWN.map(({ property, ifBlank, isPersonal }) => {
		const description = ifBlank
			? sentences(asSentence(property.description!), ifBlank)
			: property.description;
		const shown = { ...property, description };
		// Not `show`: a tool has no mode.
		const displayOptions = { hide: { [mappingMode.name]: [BY_NAME] } };
		return isPersonal ? { ...shown, displayOptions } : shown;
	}),
	customColumns,
	further,
];

/** The request that creates a lead from the form, or from the item's columns. @throws FieldProblem if a value cannot go out */
export const creation: Operation['toRequest'] = (item) => ({
	...CREATION,
	body: notToItself(
		isMapped(item) ? bodyOfItem(item) : bodyOf(LEAD_FIELDS, formOf(item), item),
		item,
	),
});

function formOf({ parameter }: InputItem): ValueOf {
	const shown = fromForm(parameter);
	const added = fromCollection(further, parameter);
	return (field) => (field.shownByDefault ? shown : added)(field);
}

function isMapped({ parameter }: InputItem): boolean {
	const mode = parameter(mappingMode.name);
	if (mode === BY_NAME || mode === BY_FIELD || mode === null) return mode === BY_NAME;
	throw unknownChoice(mappingMode.displayName, mode);
}

/** The body from the item's columns; what they lack comes from the form. */
function bodyOfItem(item: InputItem): IDataObject {
	const { parameter, json, reportColumns, noteValue } = item;
	const names = [parameter(customColumns.name) ?? []].flat();
	const asCustom = names.flatMap((name) => text(name, customColumns.displayName) ?? []);
	const { uses, mapped, problem } = mapItem(json, asCustom);
	reportColumns(uses);
	if (problem !== undefined) throw problem;
	const { valueOf, custom } = mapped;
	const form = formOf(item);
	const body = bodyOf(LEAD_FIELDS, (field) => valueOf(field) ?? form(field), item);
	return custom.reduce((sent, rows) => withCustomFields(sent, rows, noteValue), body);
}

export const personOf: Operation['person'] = ({ body }) => mailboxOf(String(body?.email));
