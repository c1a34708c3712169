import type { Operation } from '../operation';
import { FieldProblem, orLeaveOut } from '../values';
import { CHANGEABLE } from './fields';
import { bodyOf, collectionOf, fromCollection } from './form';
import { withUrl } from './output';
import { notToItself } from './ownAddress';
import { addField, byIdAndEmail, leadProperty, sameLead, whichLead } from './which';

const changes = collectionOf(CHANGEABLE, {
	displayName: 'Update Fields',
	name: 'updateFields',
	description: 'What to change. A field that is not added, or is blank, stays as it is.',
});

/** `PUT /leads`: changes a lead. Answer: 200 and the lead. A field that is left out stays as it is. */
export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a lead',
		description: 'Change fields of a lead, such as its sequence or its phone number',
	},
	properties: [leadProperty, changes],
	options: ['maxTries', 'concurrency', 'timeout'],
	ifSent: 'the leads are changed in 7Targets, and their next real emails may change with them',
	task: {
		doing: 'update the lead',
		done: 'the lead was updated',
		manyDone: 'leads were updated',
		ifRefused: () =>
			`Check that 7Targets has this lead. If it asks for a field, ${addField(changes)}`,
		ifUnknown: 'Run it again: sending the same update twice does no harm.',
		ifAllAgain: 'which does no harm',
	},
	triesAll: true,
	person: sameLead,
	mayHideTheSamePerson: byIdAndEmail,
	toOutput: withUrl,
	toRequest: (item) => {
		const { parameter } = item;
		const lead = whichLead(parameter);
		const body = bodyOf(CHANGEABLE, fromCollection(changes, parameter), item);
		if (Object.keys(body).length === 0) {
			throw new FieldProblem(
				`There is nothing to change: '${changes.displayName}' holds no value`,
				orLeaveOut('Add the fields that should change'),
			);
		}
		return {
			method: 'PUT',
			path: '/leads',
			repeatable: true,
			body: notToItself({ ...lead, ...body }, item),
		};
	},
};
