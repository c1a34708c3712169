import type { Operation } from '../operation';
import { columnHint } from './mapping/columnHint';
import { creation, newLeadProperties, personOf, REAL_EMAILS } from './newLead';
import { withUrl } from './output';
import { updateOrCreate } from './updateOrCreate';

/** `POST /leads`: creates a lead and assigns it to an assistant. Answer: 201 and the lead. */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a lead',
		description: 'Add a lead and have an assistant write to it. This starts real emails.',
	},
	properties: newLeadProperties,
	options: ['duplicates', 'maxTries', 'concurrency', 'timeout'],
	ifSent: REAL_EMAILS,
	task: {
		doing: 'create the lead',
		done: 'the lead was created',
		manyDone: 'leads were created',
		ifRefused: () =>
			"If 7Targets has this lead already, use the operation 'Create or Update' instead.",
		ifUnknown:
			"Send it again with the operation 'Create or Update', which first updates the lead, and creates it only if 7Targets does not have it: a second 'Create' may start its messages again. If nobody watches the workflow, use that operation from the start.",
		ifAllAgain: "which may start messages a second time unless you switch to 'Create or Update'",
	},
	person: personOf,
	creates: 'always',
	sendItem: async (request, by, earlier) =>
		earlier === undefined
			? await by.client.send(request)
			: await updateOrCreate(request, by, earlier),
	toOutput: withUrl,
	columnHint,
	toRequest: creation,
};
