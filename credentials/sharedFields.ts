import type { INodeProperties } from 'n8n-workflow';

import { MARK } from './login/signing';

/** What both credentials ask for, whichever way they log in. */
export const apiUrl: INodeProperties = {
	displayName: 'API URL',
	name: 'apiUrl',
	type: 'string',
	default: 'https://api.7targets.com',
	required: true,
	description: 'Where leads are sent. Leave it as it is unless 7Targets tells you otherwise.',
};

/** What n8n keeps of the last login: the token, which it asks for anew if it is blank, and its mark. */
export const keptLogin = (displayName: string, name: string): INodeProperties[] => [
	{
		displayName,
		name,
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
	{ displayName: 'Login Mark', name: MARK, type: 'hidden', default: '' },
];
