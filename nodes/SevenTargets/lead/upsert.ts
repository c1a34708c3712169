import type { Operation } from '../operation';
import { columnHint } from './mapping/columnHint';
import { creation, newLeadProperties, personOf, REAL_EMAILS } from './newLead';
import { withUrlAndIsNew } from './output';
import { isAboutAssistant, updateOrCreate } from './updateOrCreate';

/** `PUT /leads` with the whole lead, and `POST /leads` only if 7Targets refuses that. Output: the lead, and whether it `isNew`. */
export const upsert: Operation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a lead',
		description: 'Create a new lead, or update the current one if it already exists (upsert)',
	},
	properties: newLeadProperties,
	// Not `duplicates`: further items with the same address update the lead.
	options: ['maxTries', 'concurrency', 'timeout'],
	ifSent: REAL_EMAILS,
	task: {
		doing: 'create or update the lead',
		done: 'the lead was created or updated',
		manyDone: 'leads were created or updated',
		ifRefused: (problem, body) => {
			const { updateRefusal } = problem;
			if (updateRefusal !== undefined) {
				return `Neither was done: 7Targets first refused an update (${updateRefusal}).`;
			}
			return isAboutAssistant(problem, body) ? "Choose 'Assistant' by its email address." : '';
		},
		ifUnknown:
			'Run it again: it updates the lead if 7Targets has it by then, and creates it only if not.',
		ifAllAgain: 'which updates the leads that 7Targets has',
	},
	person: personOf,
	creates: 'ifMissing',
	sendItem: updateOrCreate,
	toOutput: withUrlAndIsNew,
	columnHint,
	toRequest: creation,
};
