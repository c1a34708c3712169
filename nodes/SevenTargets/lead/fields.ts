import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { chosen, email, FieldProblem, quoted, text, wholeNumber } from '../values';

/**
 * One field of a lead. The editor's form, the request's body and its checks are all made from these rows, so
 * a new field is one new row here.
 *
 * `property.name` is both the parameter's name, which saved workflows depend on, and the API's name.
 */
export interface LeadField {
	/** How the editor asks for it. `required` means that a lead cannot be created without it. */
	property: INodeProperties;
	/**
	 * What the value becomes in the request's body; undefined leaves the field out.
	 *
	 * @throws FieldProblem where the value cannot go out
	 */
	toBody: (value: unknown, label: string) => IDataObject | undefined;
}

type Reader = (value: unknown, label: string) => string | number | undefined;

function field(property: INodeProperties, read: Reader): LeadField {
	return {
		property,
		toBody: (value, label) => {
			const sent = read(value, label);
			return sent === undefined ? undefined : { [property.name]: sent };
		},
	};
}

/**
 * The fields of a new lead, in the order in which a person thinks of one: who it is, where it came from, who
 * writes to it, and about what. Source: the 7Targets API document of 2020, "Create a Lead".
 */
export const LEAD_FIELDS: LeadField[] = [
	field(
		{
			displayName: 'First Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. John',
			description: 'The name that the assistant greets the lead with',
		},
		text,
	),
	field(
		{
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Doe',
			description: 'The family name of the lead',
		},
		text,
	),
	field(
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. john.doe@example.com',
			description:
				'The address that the assistant writes to. 7Targets tells leads apart by it: one address is one lead.',
		},
		email,
	),
	field(
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			placeholder: 'e.g. +919123456789',
			description: 'The phone number of the lead, with the country code. It is sent as typed.',
		},
		text,
	),
	field(
		{
			displayName: 'Source',
			name: 'source',
			type: 'options',
			allowArbitraryValues: true,
			options: [
				{ name: 'Event', value: 'Event' },
				{ name: 'Meeting', value: 'Meeting' },
				{ name: 'Phone Meeting', value: 'Phone Meeting' },
				{ name: 'Upsell', value: 'Upsell' },
				{ name: 'Website', value: 'Website' },
			],
			default: 'Website',
			required: true,
			description:
				'Where the lead came from. For a source that 7Targets has added for you, switch to Expression and type its name.',
		},
		text,
	),
	field(
		{
			displayName: 'Type',
			name: 'type',
			type: 'string',
			default: 'SALES',
			required: true,
			placeholder: 'e.g. SALES',
			description: 'The kind of lead. Leave it as SALES unless 7Targets has told you of another.',
		},
		text,
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
					typeOptions: {
						searchListMethod: 'searchAssistants',
						searchable: true,
					},
				},
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: 'e.g. 1234',
					validation: [
						{
							type: 'regex',
							properties: {
								regex: '^\\s*\\d+\\s*$',
								errorMessage: 'The ID of an assistant is a whole number, such as 1234',
							},
						},
					],
				},
				{
					displayName: 'By Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. rachel@example.com',
					validation: [
						{
							type: 'regex',
							properties: {
								regex: '^\\s*[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\s*$',
								errorMessage: 'Enter the email address that the assistant writes from',
							},
						},
					],
				},
			],
		},
		toBody: assistant,
	},
	field(
		{
			displayName: 'Sequence ID',
			name: 'scheduleId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 56',
			description:
				"The number of the sequence of messages that the lead gets. Leave it blank for the assistant's own.",
		},
		wholeNumber,
	),
	field(
		{
			displayName: 'Context',
			name: 'context',
			type: 'string',
			default: '',
			placeholder: 'e.g. AI Sales Assistant',
			description:
				"What you offer the lead. The assistant writes its messages from this. Leave it blank for the assistant's own.",
		},
		text,
	),
	field(
		{
			displayName: 'Additional Information Line',
			name: 'additionalInformationLine',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. It was a pleasure to meet you at the trade fair.',
			description:
				'One or two lines of your own, which the assistant puts into its message unchanged',
		},
		text,
	),
];

/**
 * What holds an @ goes out as the assistant's email, a whole number as its ID, whichever way it was chosen:
 * an expression may yield either.
 */
function assistant(value: unknown, label: string): IDataObject | undefined {
	const key = text(chosen(value), label);
	if (key === undefined) return undefined;
	if (key.includes('@')) return { assistantEmail: email(key, label) };
	if (!/^\d+$/.test(key)) {
		throw new FieldProblem(
			`'${label}' must be the ID or the email address of an assistant, but is ${quoted(key)}. Choose the assistant from the list.`,
		);
	}
	return { assistantId: wholeNumber(key, label) };
}
