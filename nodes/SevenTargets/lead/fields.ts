import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Authentication } from '../authentication';
import { emailOnly, wholeNumberOnly } from '../locator';
import { FieldProblem, idOrEmail, leadEmail, orLeaveOut, text, wholeNumber } from '../values';
import { customFields } from './customFields';
import type { LeadField } from './field';

type More = Partial<Pick<LeadField, 'shownByDefault' | 'fixed' | 'ifBlank'>> & {
	/** What a value becomes in the request; text, as it is, if left out. */
	read?: (value: unknown, label: string) => string | number | undefined;
	property?: Partial<INodeProperties>;
};

/** A field of text; unless told otherwise, one that is added to the form if it is wanted. */
function field(
	displayName: string,
	name: string,
	description: string,
	example: string,
	{ read = text, property, ...more }: More = {},
): LeadField {
	const placeholder = `e.g. ${example}`;
	return {
		property: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder,
			description,
			...property,
		},
		shownByDefault: false,
		...more,
		toBody: (value, label) => {
			const sent = read(value, label);
			return sent === undefined ? undefined : { [name]: sent };
		},
	};
}

const SHOWN = { shownByDefault: true } as const;
const REQUIRED = { required: true } as const;
const SOURCES = [
	...['Cold', 'Event', 'Facebook', 'LinkedIn', 'Meeting', 'Phone Meeting', 'Reference', 'Twitter'],
	...['Upsell', 'Website'],
];

/**
 * The fields of a new lead, in the order in which a person thinks of one: who it is, where it came from, who
 * writes to it, and about what; then what is asked for less often. Source: the 7Targets API document of 2020, "Create a
 * Lead", for the first ten, and 7Targets' help pages and Salesforce integration of today for the others.
 */
export const LEAD_FIELDS: LeadField[] = [
	field('First Name', 'name', 'The name that the assistant greets the lead with', 'John', {
		...SHOWN,
		property: REQUIRED,
	}),
	field('Last Name', 'lastName', 'The last name of the lead', 'Doe', SHOWN),
	field(
		'Email',
		'email',
		'The address that the assistant writes to. 7Targets tells leads apart by it: one address is one lead.',
		'john.doe@example.com',
		{ ...SHOWN, property: REQUIRED, fixed: true, read: leadEmail },
	),
	field(
		'Phone',
		'phone',
		'The phone number of the lead, with the country code. It is sent as typed.',
		'+12025550123',
		SHOWN,
	),
	field(
		'Source',
		'source',
		"Where the lead came from. For a source that 7Targets has added for you, switch to Expression and type its name. How 7Targets' API spells Cold, Facebook, LinkedIn, Reference and Twitter is not documented.",
		'',
		{
			...SHOWN,
			property: {
				...REQUIRED,
				type: 'options',
				allowArbitraryValues: true,
				options: SOURCES.map((source) => ({ name: source, value: source })),
				default: 'Website',
				placeholder: undefined,
			},
		},
	),
	field(
		'Type',
		'type',
		'The kind of lead. Leave it as SALES unless 7Targets has given you another one.',
		'SALES',
		{ ...SHOWN, property: { ...REQUIRED, default: 'SALES' } },
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
		shownByDefault: true,
		toBody: assistant,
	},
	field(
		'Sequence ID',
		'scheduleId',
		'The number of the sequence of messages that the lead gets',
		'56',
		{
			...SHOWN,
			read: wholeNumber,
			ifBlank: "Leave this and 'Sequence Name' blank to use the assistant's own sequence.",
		},
	),
	field(
		'Context',
		'context',
		'What you offer the lead. The assistant writes its messages from it.',
		'AI Sales Assistant',
		{ ...SHOWN, ifBlank: "Leave it blank to use the assistant's own context." },
	),
	field(
		'Additional Information Line',
		'additionalInformationLine',
		'One or two lines of your own, which the assistant puts into its message unchanged',
		'It was a pleasure to meet you at the trade show.',
		{ ...SHOWN, property: { typeOptions: { rows: 2 } } },
	),
	field(
		'Sequence Name',
		'scheduleName',
		"The name of the sequence of messages, exactly as in 7Targets. It is used if 'Sequence ID' is blank.",
		'Trade Show Follow-Up',
	),
	field('Company', 'company', 'The company that the lead works for', 'Acme Inc.'),
	field('Designation', 'designation', 'The job title of the lead', 'Head of Purchasing'),
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

/** The fields of a lead that is there already: none of them is mandatory, and the one that names it cannot be changed. */
export const CHANGEABLE = LEAD_FIELDS.filter(({ fixed }) => !fixed).map((field) => ({
	...field,
	property: { ...field.property, required: false },
}));

/**
 * What holds an @ goes out as the assistant's email, a whole number as its ID, whichever way it was chosen:
 * an expression may yield either.
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
	if (authentication === 'oAuth2') {
		throw new FieldProblem(
			`'${label}' is the ID ${found.id}, but with an OAuth2 login 7Targets knows assistants by their email address only`,
			'Choose the assistant from the list, or enter its email address.',
		);
	}
	return { assistantId: found.id };
}

/** @throws FieldProblem for the first of the fields that cannot go out */
export function bodyOf(
	fields: LeadField[],
	value: (name: string) => unknown,
	authentication: Authentication,
): IDataObject {
	const body: IDataObject = {};
	for (const { property, toBody } of fields) {
		const label = property.displayName;
		const sent = toBody(value(property.name), label, authentication);
		if (sent !== undefined) Object.assign(body, sent);
		else if (property.required) {
			throw new FieldProblem(
				`'${label}' is blank, but 7Targets needs it for every lead`,
				orLeaveOut('Fill it in'),
			);
		}
	}
	return body;
}

/** A collection in the editor to which the user adds the fields that are wanted, sorted by label. */
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

/** The value of a field in such a collection, for `bodyOf`. */
export function valuesOf(collection: unknown, label: string): (name: string) => unknown {
	if (collection === null || collection === undefined || collection === '') return () => undefined;
	if (typeof collection !== 'object' || Array.isArray(collection)) {
		throw new FieldProblem(
			`'${label}' must hold fields by their names, but is ${Array.isArray(collection) ? 'a list' : 'text'}`,
			'Correct the expression, or add the fields one by one.',
		);
	}
	return (name) => (collection as IDataObject)[name];
}
