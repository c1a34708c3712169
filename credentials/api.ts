import type { ICredentialTestRequest, IDataObject, INodeProperties } from 'n8n-workflow';

/** What both credentials ask for, whichever way they log in. */
export const apiUrl: INodeProperties = {
	displayName: 'API URL',
	name: 'apiUrl',
	type: 'string',
	default: 'https://api.7targets.com',
	required: true,
	description: 'Where leads are sent. Leave it as it is unless 7Targets tells you otherwise.',
};

/**
 * The editor's test of a credential: any answer but 401 and 403 says that the token was taken, even where the API has no
 * such page.
 *
 * @param suspect the field that is most likely wrong where the API does not take the token
 */
export const testOfApi = (suspect: string, headers?: IDataObject): ICredentialTestRequest => ({
	request: {
		baseURL: '={{ $credentials.apiUrl }}',
		url: '/leads/assistant',
		qs: { page: 0, size: 1 },
		headers,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401, 403] },
	},
	// n8n 1.x ignores every status where it is told to ignore some; there the answer's own word has to do. (n8n goes by the
	// type of each rule; its own types know lists of one kind only.)
	rules: [
		...refused(
			401,
			'Unauthorized',
			`The login is right, but the 7Targets API did not accept it. Check the 'API URL' and the '${suspect}', or ask support@7targets.com.`,
		),
		...refused(
			403,
			'Forbidden',
			'The login is right, but this account may not use the 7Targets API. Ask support@7targets.com for access.',
		),
	] as ICredentialTestRequest['rules'],
});

const refused = (value: number, word: string, message: string) => [
	{ type: 'responseCode', properties: { value, message } },
	{ type: 'responseSuccessBody', properties: { key: 'message', value: word, message } },
];
