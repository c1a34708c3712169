import type { Operation } from '../operation';
import { leadProperty, sameLead, whichLead } from './which';

/** `PUT /leads/stop/followup`: the assistant writes to the lead no more. Answer: 200 and the lead, `nextScheduleTime: null`. */
export const stopFollowUp: Operation = {
	option: {
		name: 'Stop Follow-Up',
		value: 'stopFollowUp',
		action: 'Stop the follow-up of a lead',
		description:
			'Stop the assistant from writing to a lead, for example when the deal is won or lost',
	},
	properties: [leadProperty],
	options: ['maxTries', 'concurrency', 'timeout'],
	task: {
		doing: 'stop the follow-up of the lead',
		done: 'the follow-up of the lead was stopped',
		manyDone: 'follow-ups were stopped',
		ifRefused: 'Check that 7Targets has this lead.',
		ifUnknown: 'Run it again: stopping a follow-up twice does no harm.',
	},
	person: ({ body }) => sameLead(body),
	toRequest: (parameter) => ({
		method: 'PUT',
		path: '/leads/stop/followup',
		repeatable: true,
		body: whichLead(parameter),
	}),
};
