import type { Operation } from '../operation';
import { bodyOf, collectionOf, LEAD_FIELDS, valuesOf } from './fields';

const SHOWN = LEAD_FIELDS.filter(({ shownByDefault }) => shownByDefault);
const FURTHER = LEAD_FIELDS.filter(({ shownByDefault }) => !shownByDefault);

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
		...SHOWN.map(({ property, ifBlank }) => ({
			...property,
			description: [property.description, ifBlank].filter(Boolean).join('. '),
		})),
		further,
	],
	options: ['duplicates', 'maxTries', 'concurrency', 'timeout'],
	task: {
		doing: 'create the lead',
		done: 'the lead was created',
		manyDone: 'leads were created',
		ifRefused:
			"7Targets takes an email address only once: if the lead exists already, use the operation 'Update' instead.",
		ifUnknown:
			'Look it up by its email address at https://solution.7targets.com/all-leads before you run this again: a retry sends it once more, and 7Targets refuses an address that it already has.',
		ifTriedBefore:
			'An earlier try may have created this lead: look it up by its email address at https://solution.7targets.com/all-leads.',
	},
	person: ({ body }) => String(body?.email).toLowerCase(),
	toRequest: (parameter, authentication) => ({
		method: 'POST',
		path: '/leads',
		repeatable: false,
		body: {
			...bodyOf(SHOWN, parameter, authentication),
			...bodyOf(FURTHER, valuesOf(parameter(further.name), further.displayName), authentication),
		},
	}),
};
