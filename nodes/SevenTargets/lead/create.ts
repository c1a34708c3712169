import type { Operation } from '../operation';
import { LEAD_FIELDS } from './fields';
import { FieldProblem } from '../values';

/** `POST /leads`: creates a lead and assigns it to an assistant. Answer: 201 and the lead. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a lead',
		description: 'Add a person whom an assistant then writes to until they answer',
	},
	properties: LEAD_FIELDS.map(({ property }) => property),
	task: {
		doing: 'create the lead',
		done: 'the lead was created',
		manyDone: 'leads were created',
		whereUnknown:
			'Look it up by its email address at https://solution.7targets.com/all-leads before you run this again: a retry sends it once more, and 7Targets refuses an address that it already has.',
		whereTriedBefore:
			'An earlier try may have created this lead: look it up by its email address at https://solution.7targets.com/all-leads.',
	},
	person: ({ body }) => String(body?.email).toLowerCase(),
	toRequest: (parameter) => ({
		method: 'POST',
		path: '/leads',
		body: Object.assign(
			{},
			...LEAD_FIELDS.map(({ property, toBody }) => {
				const label = property.displayName;
				const body = toBody(parameter(property.name), label);
				if (body === undefined && property.required) {
					throw new FieldProblem(
						`'${label}' is blank, but 7Targets needs it for every lead. Fill it in, or keep such items from reaching this node.`,
					);
				}
				return body;
			}),
		),
	}),
};
