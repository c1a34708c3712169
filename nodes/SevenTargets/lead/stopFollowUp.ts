import type { Operation } from '../operation';
import { CHANGEABLE } from './fields';
import { bodyOf, collectionOf, fromCollection } from './form';
import { withUrl } from './output';
import { addField, byIdAndEmail, leadProperty, sameLead, whichLead } from './which';

const along = collectionOf(CHANGEABLE, {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	description: 'Fields to send with the lead. Add one only if an error asks for it.',
});

/** `PUT /leads/stop/followup`: the assistant stops writing to the lead. Answer: 200 and the lead, `nextScheduleTime: null`. */
export const stopFollowUp: Operation = {
	option: {
		name: 'Stop Follow-Up',
		value: 'stopFollowUp',
		action: 'Stop the follow-up of a lead',
		description:
			'Stop the assistant from writing to a lead, for example when the deal is won or lost',
	},
	properties: [leadProperty, along],
	options: ['maxTries', 'concurrency', 'timeout'],
	ifSent: 'the assistant stops writing to the people in the items',
	task: {
		doing: 'stop the follow-up of the lead',
		done: 'the follow-up of the lead was stopped',
		manyDone: 'follow-ups were stopped',
		correct:
			"Under 'Lead', enter the address or the ID of a lead that 7Targets has, and try again.",
		ifRefused: () =>
			`If 7Targets has this lead, its emails go on. If it asks for a field, ${addField(along)}`,
		ifUnknown: 'Run it again: stopping a follow-up twice does no harm.',
		ifAllAgain: 'which does no harm',
	},
	triesAll: true,
	person: sameLead,
	mayHideTheSamePerson: byIdAndEmail,
	toOutput: withUrl,
	toRequest: (item) => ({
		method: 'PUT',
		path: '/leads/stop/followup',
		repeatable: true,
		body: {
			...bodyOf(CHANGEABLE, fromCollection(along, item.parameter), item),
			...whichLead(item.parameter),
		},
	}),
};
