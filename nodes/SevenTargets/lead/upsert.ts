import { sentences } from '../../../shared/text';
import type { Operation } from '../operation';
import { asksForAssistantEmail } from './missing';
import { creation, ifFieldMissing, newLeadProperties, personOf, updateFirst } from './newLead';
import { withUrl } from './output';

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
	options: ['dryRun', 'maxTries', 'concurrency', 'timeout'],
	task: {
		doing: 'create or update the lead',
		done: 'the lead was created or updated',
		manyDone: 'leads were created or updated',
		ifRefused: ({ reason, answer, refusedFirst }, body) =>
			sentences(
				refusedFirst === undefined && asksForAssistantEmail(answer, body)
					? "Choose 'Assistant' by its email address."
					: ifFieldMissing(reason, body),
				refusedFirst === undefined
					? ''
					: `Neither was done: 7Targets first refused an update (${refusedFirst}).`,
			),
		ifUnknown:
			'Run it again: it updates the lead if 7Targets has it by then, and creates it only if not.',
		ifAllAgain: 'which updates the leads that 7Targets has',
	},
	person: personOf,
	toOutput: (lead, isNew) => ({ ...withUrl(lead), isNew }),
	toRequest: (item) => updateFirst(creation(item)),
};
