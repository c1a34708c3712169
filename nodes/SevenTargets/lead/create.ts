import type { Operation } from '../operation';
import { bodyOf, collectionOf, LEAD_FIELDS, valuesOf } from './fields';

const FIRST = LEAD_FIELDS.filter(({ first }) => first);
const FURTHER = LEAD_FIELDS.filter(({ first }) => !first);

const further = collectionOf(FURTHER, {
	displayName: 'Additional Fields',
	name: 'additionalFields',
});

/** `POST /leads`: creates a lead and assigns it to an assistant. Answer: 201 and the lead. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a lead',
		description: 'Add a person whom an assistant writes to until they answer',
	},
	properties: [
		...FIRST.map(({ property, whereBlank }) => ({
			...property,
			description: [property.description, whereBlank].filter(Boolean).join('. '),
		})),
		further,
	],
	options: ['duplicates', 'maxTries', 'concurrency', 'timeout'],
	task: {
		doing: 'create the lead',
		done: 'the lead was created',
		manyDone: 'leads were created',
		whereRefused:
			"7Targets takes an email address only once: if the lead exists already, use the operation 'Update' instead.",
		whereUnknown:
			'Look it up by its email address at https://solution.7targets.com/all-leads before you run this again: a retry sends it once more, and 7Targets refuses an address that it already has.',
		whereTriedBefore:
			'An earlier try may have created this lead: look it up by its email address at https://solution.7targets.com/all-leads.',
	},
	person: ({ body }) => String(body?.email).toLowerCase(),
	toRequest: (parameter, login) => ({
		method: 'POST',
		path: '/leads',
		body: {
			...bodyOf(FIRST, parameter, login),
			...bodyOf(FURTHER, valuesOf(parameter(further.name), further.displayName), login),
		},
	}),
};
