import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { TAKES_ASSISTANT_ID, type Authentication } from '../authentication';
import { byEmail, byId, byIdOrBlank, byName, fromList } from '../locator';
import { FieldProblem, idOrEmail, modeOf, READERS, wholeNumber, type NoteValue } from '../values';
import { customFields } from './customFields';
import { field, type LeadField } from './field';

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
 * The fields of a new lead, in the order of the form: who it is, who writes to it and what, where it came
 * from, then what is asked for less often. Source: the 7Targets API document of 2020, "Create a Lead", for the first ten, and
 * 7Targets' help pages and Salesforce integration of today for the others.
 */
export const LEAD_FIELDS: LeadField[] = [
	field('First Name', 'name', 'The name that the assistant greets the lead with', 'John', {
		...PERSONAL,
		kind: 'greeting',
		property: REQUIRED,
	}),
	field('Last Name', 'lastName', 'The last name of the lead', 'Doe', {
		...PERSONAL,
		kind: 'name',
	}),
	field(
		'Email',
		'email',
		'The address that the assistant writes to. 7Targets tells leads apart by it: one address is one lead.',
		'john.doe@example.com',
		{
			...PERSONAL,
			property: REQUIRED,
			identifiesLead: true,
			kind: 'email',
		},
	),
	field(
		'Phone',
		'phone',
		'The phone number of the lead, with the country code. It is sent as typed.',
		'+12025550123',
		{
			...PERSONAL,
			kind: 'phone',
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
				fromList('searchAssistants', { searchable: true, placeholder: 'Choose an assistant...' }),
				byId('1234', 'The ID of an assistant is a whole number, such as 1234'),
				byEmail('rachel@example.com', 'Enter the email address that the assistant writes from'),
			],
		},
		keys: ['assistantEmail', 'assistantId'],
		...SHOWN,
		toBody: assistant,
		checkLogin: onlyByEmailWithOAuth2,
	},
	{
		property: {
			displayName: 'Sequence',
			name: 'scheduleId',
			type: 'resourceLocator',
			default: { mode: 'id', value: '' },
			description: 'The sequence of messages that the lead gets',
			modes: [
				byIdOrBlank(
					'56',
					'The ID of a sequence is a whole number, such as 56. To enter its name, choose By Name.',
				),
				byName('Trade Show Follow-Up', 'Exactly as in 7Targets, upper and lower case too'),
			],
		},
		keys: ['scheduleId', 'scheduleName'],
		...SHOWN,
		ifBlank: "If it is blank, a new lead gets the assistant's own sequence.",
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
			property: {
				...REQUIRED,
				type: 'resourceLocator',
				default: { mode: 'list', value: 'Website' },
				placeholder: undefined,
				modes: [fromList('searchSources'), byName('Trade Fair')],
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
		},
	),
	field('Company', 'company', 'The company that the lead works for', 'Acme Inc.', {
		kind: 'name',
	}),
	field('Designation', 'designation', 'The job title of the lead', 'Head of Purchasing', {
		kind: 'name',
	}),
	field('Industry', 'industry', 'The industry of the company', 'Manufacturing', { kind: 'name' }),
	field('Location', 'location', 'The city, region or country of the lead', 'Berlin, Germany', {
		kind: 'name',
	}),
	field('CRM', 'crm', 'The CRM that the lead comes from', 'SALESFORCE'),
	field(
		'External ID',
		'externalId',
		'The ID of the lead in your CRM, so that you can find it there again',
		'003Dn00000AbCdE',
		{ kind: 'id' },
	),
	customFields,
];

/** The fields of a lead that exists: none of them is required, and the email, which identifies it, cannot be changed. */
export const CHANGEABLE = LEAD_FIELDS.filter(({ identifiesLead }) => !identifiesLead).map(
	(field) => ({
		...field,
		property: { ...field.property, required: false },
	}),
);

/**
 * A value with an @ goes out as the assistant's email, a whole number as its ID, no matter how it was chosen:
 * an expression may give either.
 */
function assistant(value: unknown, label: string): IDataObject | undefined {
	const found = idOrEmail(value, label, {
		of: 'an assistant',
		remedy:
			"Choose the assistant from the list. If it comes from a column, put the assistant's email address into that, or leave it blank: a column counts before the list.",
	});
	if (found === undefined) return undefined;
	return 'email' in found ? { assistantEmail: found.email } : { assistantId: found.id };
}

/** @throws FieldProblem for an ID with an OAuth2 login */
function onlyByEmailWithOAuth2(
	{ assistantId }: IDataObject,
	label: string,
	authentication: Authentication,
): void {
	if (assistantId === undefined || TAKES_ASSISTANT_ID[authentication]) return;
	throw new FieldProblem(
		`'${label}' is the ID ${String(assistantId)}, but with an OAuth2 login 7Targets knows assistants by their email address only`,
		'Choose the assistant from the list, or enter its email address.',
	);
}

/** A typed value goes out by its mode. The value of an expression is an ID if it is all digits, and otherwise a name. */
function sequence(value: unknown, label: string, note?: NoteValue): IDataObject | undefined {
	const key = READERS.text(value, label, note);
	if (key === undefined) return undefined;
	const mode = modeOf(value);
	const isNumber = /^\d+$/.test(key) || ['number', 'boolean'].includes(typeof value);
	return mode === 'id' || (mode !== 'name' && isNumber)
		? { scheduleId: wholeNumber(key, label) }
		: { scheduleName: key };
}
