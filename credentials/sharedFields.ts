import type { INodeProperties } from 'n8n-workflow';

import { MARK_FIELD } from './login/method';

export const accessNotice: INodeProperties = {
	displayName:
		'To get access to 7Targets, write to <a href="mailto:support@7targets.com" target="_blank">support@7targets.com</a>',
	name: 'accessNotice',
	type: 'notice',
	default: '',
};

export const apiUrl: INodeProperties = {
	displayName: 'API URL',
	name: 'apiUrl',
	type: 'string',
	default: 'https://api.7targets.com',
	description: 'Where leads are sent. Leave it as it is unless 7Targets tells you otherwise.',
};

/** What n8n keeps of the last login: the token, for which it logs in again if it is blank, and its mark. */
export const keptLogin = (displayName: string, name: string): INodeProperties[] => [
	{
		displayName,
		name,
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
	{ displayName: 'Login Mark', name: MARK_FIELD, type: 'hidden', default: '' },
];
