import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operation';
import type { ApiRequest } from '../transport/request';
import { bodyOf, collectionOf, LEAD_FIELDS, valuesOf } from './fields';
import { asksForAssistantEmail, ifMissing } from './missing';

const SHOWN = LEAD_FIELDS.filter(({ shownByDefault }) => shownByDefault);
const FURTHER = LEAD_FIELDS.filter(({ shownByDefault }) => !shownByDefault);

const further = collectionOf(FURTHER, {
	displayName: 'Additional Fields',
	name: 'additionalFields',
});

/** The form of a new lead. */
export const newLeadProperties: INodeProperties[] = [
	...SHOWN.map(({ property, ifBlank }) => ({
		...property,
		description: [property.description, ifBlank].filter(Boolean).join('. '),
	})),
	further,
];

/** Where the form has the field that 7Targets asks for; '' if it asks for none. */
export const ifFieldMissing = (reason: string, body: IDataObject): string =>
	ifMissing(reason, body, further.displayName, true);

const POST = { method: 'POST', path: '/leads' } as const;

/** Creates the lead in the form. @throws FieldProblem if a value cannot go out */
export const creation: Operation['toRequest'] = (parameter, authentication) => ({
	...POST,
	repeatable: false,
	body: {
		...bodyOf(SHOWN, parameter, authentication),
		...bodyOf(FURTHER, valuesOf(parameter(further.name), further.displayName), authentication),
	},
});

/**
 * Updates the lead that is to be created, and creates it only if 7Targets refuses that: what a second POST of an address does
 * is not documented.
 */
export const updateFirst = ({ body = {} }: ApiRequest): ApiRequest => ({
	method: 'PUT',
	path: '/leads',
	repeatable: true,
	orElse: { ...POST, unless: (answer) => asksForAssistantEmail(answer, body) },
	body,
});

export const personOf: Operation['person'] = ({ body }) => String(body?.email);
