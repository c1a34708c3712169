import type { Operation } from '../operation';
import { leadProperty, sameLead, whichLead } from './which';

/** `PUT /leads/stop/followup`: the assistant writes to the lead no more. Answer: 200 and the lead, `nextScheduleTime: null`. */
export const stopFollowUp: Operation = {
	option: {
		name: 'Stop Follow-Up',
		value: 'stopFollowUp',
		action: 'Stop the follow-up of a lead',
		description:
			'Let the assistant write to a lead no more, for example when its deal is won or lost',
	},
	properties: [leadProperty],
	options: ['maxTries', 'concurrency', 'timeout'],
	task: {
		doing: 'stop the follow-up of the lead',
		done: 'the follow-up of the lead was stopped',
		manyDone: 'follow-ups were stopped',
		whereRefused: 'Check that 7Targets has this lead.',
		whereUnknown: 'Run it again: a follow-up may be stopped twice without harm.',
	},
	mayBeRepeated: true,
	person: ({ body }) => sameLead(body),
	toRequest: (parameter) => ({
		method: 'PUT',
		path: '/leads/stop/followup',
		body: whichLead(parameter),
	}),
};
