import type { IDataObject, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { TAKES_ASSISTANT_ID, type Authentication } from '../authentication';
import { emailOnly, wholeNumberOnly, wholeNumberOrBlank } from '../locator';
import {
	chosen,
	FieldProblem,
	idOrEmail,
	leadEmail,
	modeOf,
	orLeaveOut,
	text,
	trimmed,
	wholeNumber,
} from '../values';
import { customFields } from './customFields';
import type { LeadField } from './field';
import { SALUTATION } from './mapping/words';

type More = Partial<
	Pick<LeadField, 'shownByDefault' | 'isPersonal' | 'fixed' | 'ifBlank' | 'fromColumn'>
> & {
	/** What a value becomes in the request; if left out, its text. */
	read?: (value: unknown, label: string) => string | undefined;
	property?: Partial<INodeProperties>;
};

/** A field of text. By default, the form does not show it from the start: the user adds it. */
function field(
	displayName: string,
	name: string,
	description: string,
	example: string,
	{ read = text, property, ...more }: More = {},
): LeadField {
	return {
		property: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder: `e.g. ${example}`,
			description,
			...property,
		},
		keys: [name],
		shownByDefault: false,
		...more,
		toBody: (value, label) => {
			const sent = read(value, label);
			return sent === undefined ? undefined : { [name]: sent };
		},
	};
}

const SHOWN = { shownByDefault: true } as const;
const PERSONAL = { ...SHOWN, isPersonal: true } as const;
const REQUIRED = { required: true } as const;
export const SOURCES = [
	...['Cold', 'Event', 'Facebook', 'LinkedIn', 'Meeting', 'Phone Meeting', 'Reference', 'Twitter'],
	...['Upsell', 'Website'],
];

/** The sources that 7Targets names, for the editor's list. */
export const searchSources = async (): Promise<INodeListSearchResult> => ({
	results: SOURCES.map((source) => ({ name: source, value: source })),
});

/**
 * The fields of a new lead, in the order in which a person thinks of them: who it is, who writes to it and what, where it came
 * from, then what is asked for less often. Source: the 7Targets API document of 2020, "Create a Lead", for the first ten, and
 * 7Targets' help pages and Salesforce integration of today for the others.
 */
export const LEAD_FIELDS: LeadField[] = [
	field('First Name', 'name', 'The name that the assistant greets the lead with', 'John', {
		...PERSONAL,
		property: REQUIRED,
	}),
	field('Last Name', 'lastName', 'The last name of the lead', 'Doe', {
		...PERSONAL,
	}),
	field(
		'Email',
		'email',
		'The address that the assistant writes to. 7Targets tells leads apart by it: one address is one lead.',
		'john.doe@example.com',
		{
			...PERSONAL,
			property: REQUIRED,
			fixed: true,
			read: leadEmail,
		},
	),
	field(
		'Phone',
		'phone',
		'The phone number of the lead, with the country code. It is sent as typed.',
		'+12025550123',
		{
			...PERSONAL,
		},
	),
	{
		property: {
			displayName: 'Assistant',
			name: 'assistantId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'The AI sales assistant that writes to the lead',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: 'Choose an assistant...',
					typeOptions: { searchListMethod: 'searchAssistants', searchable: true },
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 1234',
					validation: wholeNumberOnly('The ID of an assistant is a whole number, such as 1234'),
				},
				{
					displayName: 'By Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. rachel@example.com',
					validation: emailOnly('Enter the email address that the assistant writes from'),
				},
			],
		},
		keys: ['assistantEmail', 'assistantId'],
		...SHOWN,
		// In 7Targets' export, the column holds the assistant's name.
		fromColumn: (value) => (/^([^\s@]+@\S+|\d+)$/.test(trimmed(String(value))) ? value : undefined),
		toBody: assistant,
	},
	{
		property: {
			displayName: 'Sequence',
			name: 'scheduleId',
			type: 'resourceLocator',
			default: { mode: 'id', value: '' },
			description: 'The sequence of messages that the lead gets',
			modes: [
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 56',
					validation: wholeNumberOrBlank(
						'The ID of a sequence is a whole number, such as 56. To enter its name, choose By Name.',
					),
				},
				{
					displayName: 'By Name',
					name: 'name',
					type: 'string',
					placeholder: 'e.g. Trade Show Follow-Up',
					hint: 'Exactly as in 7Targets, upper and lower case too',
				},
			],
		},
		keys: ['scheduleId', 'scheduleName'],
		...SHOWN,
		ifBlank: "If it is blank, a new lead gets the assistant's own sequence.",
		fromColumn: (value, name) => {
			const [mode] = /name|id/i.exec(name) ?? [];
			return mode === undefined ? value : { __rl: true, mode: mode.toLowerCase(), value };
		},
		toBody: sequence,
	},
	field(
		'Context',
		'context',
		'What you offer the lead, in a few sentences. The assistant writes its messages from it.',
		'We offer an AI assistant that writes to your leads until they answer.',
		{
			...SHOWN,
			property: { typeOptions: { rows: 4 } },
			ifBlank: "If it is blank, a new lead gets the assistant's own context.",
		},
	),
	field(
		'Additional Information Line',
		'additionalInformationLine',
		'One or two lines of your own, which the assistant puts into its message unchanged',
		'It was a pleasure to meet you at the trade show.',
		{ ...SHOWN, property: { typeOptions: { rows: 2 } } },
	),
	field(
		'Source',
		'source',
		"Where the lead came from. To enter a source that 7Targets has added for you, choose By Name. How 7Targets' API spells Cold, Facebook, LinkedIn, Reference and Twitter is not documented: if it refuses one of them, ask support@7targets.com.",
		'',
		{
			...SHOWN,
			read: (value, label) => text(chosen(value), label),
			property: {
				...REQUIRED,
				type: 'resourceLocator',
				default: { mode: 'list', value: 'Website' },
				placeholder: undefined,
				modes: [
					{
						displayName: 'From List',
						name: 'list',
						type: 'list',
						typeOptions: { searchListMethod: 'searchSources' },
					},
					{
						displayName: 'By Name',
						name: 'name',
						type: 'string',
						placeholder: 'e.g. Trade Fair',
					},
				],
			},
		},
	),
	field(
		'Type',
		'type',
		'The kind of lead. Leave it as SALES unless 7Targets has given you another one.',
		'SALES',
		{
			...SHOWN,
			property: { ...REQUIRED, default: 'SALES' },
			// Many sheets have a column Type with other values, such as "Customer".
			fromColumn: (value) => (/^\s*[A-Z_]+\s*$/.test(String(value)) ? value : undefined),
		},
	),
	field('Company', 'company', 'The company that the lead works for', 'Acme Inc.'),
	field('Designation', 'designation', 'The job title of the lead', 'Head of Purchasing', {
		fromColumn: (value) => (String(value).replace(SALUTATION, '') === '' ? undefined : value),
	}),
	field('Industry', 'industry', 'The industry of the company', 'Manufacturing'),
	field('Location', 'location', 'The city, region or country of the lead', 'Berlin, Germany'),
	field('CRM', 'crm', 'The CRM that the lead comes from', 'SALESFORCE'),
	field(
		'External ID',
		'externalId',
		'The ID of the lead in your CRM, so that you can find it there again',
		'003Dn00000AbCdE',
	),
	customFields,
];

/** The fields of a lead that exists: none of them is required, and the email, which identifies it, cannot be changed. */
export const CHANGEABLE = LEAD_FIELDS.filter(({ fixed }) => !fixed).map((field) => ({
	...field,
	property: { ...field.property, required: false },
}));

/**
 * A value with an @ goes out as the assistant's email, a whole number as its ID, no matter how it was chosen:
 * an expression may give either.
 */
function assistant(
	value: unknown,
	label: string,
	authentication: Authentication,
): IDataObject | undefined {
	const found = idOrEmail(value, label, {
		of: 'an assistant',
		remedy: 'Choose the assistant from the list.',
	});
	if (found === undefined) return undefined;
	if ('email' in found) return { assistantEmail: found.email };
	if (!TAKES_ASSISTANT_ID[authentication]) {
		throw new FieldProblem(
			`'${label}' is the ID ${found.id}, but with an OAuth2 login 7Targets knows assistants by their email address only`,
			'Choose the assistant from the list, or enter its email address.',
		);
	}
	return { assistantId: found.id };
}

/** A typed value goes out by its mode. The value of an expression is an ID if it is all digits, and otherwise a name. */
function sequence(value: unknown, label: string): IDataObject | undefined {
	const key = text(chosen(value), label);
	if (key === undefined) return undefined;
	const mode = modeOf(value);
	const isNumber = /^\d+$/.test(key) || ['number', 'boolean'].includes(typeof value);
	return mode === 'id' || (mode !== 'name' && isNumber)
		? { scheduleId: wholeNumber(key, label) }
		: { scheduleName: key };
}

/** The value of a field, and how an error names it. */
export type Given = (field: LeadField) => { value: unknown; label: string };

/** What the form holds, by the names of its parameters. */
export const fromForm =
	(value: (name: string) => unknown): Given =>
	({ property: { name, displayName } }) => ({ value: value(name), label: displayName });

/** The fields in the request's body. @throws FieldProblem for the first that cannot go out, or is required and blank */
export function bodyOf(
	fields: LeadField[],
	given: Given,
	authentication: Authentication,
): IDataObject {
	const body: IDataObject = {};
	for (const field of fields) {
		const { value, label } = given(field);
		const sent = field.toBody(value, label, authentication);
		if (sent !== undefined) Object.assign(body, sent);
		else if (field.property.required) {
			throw new FieldProblem(
				`'${label}' is blank, but 7Targets needs it for every lead`,
				orLeaveOut('Fill it in'),
			);
		}
	}
	return body;
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
): Given {
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
