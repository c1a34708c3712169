import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { apiUrl, testOfApi } from './api';

/**
 * An OAuth2 client of 7Targets: client credentials, by HTTP Basic, for the scope `leads/post`. n8n's own OAuth2 fetches,
 * keeps and renews the token. Source: 7Targets' help pages of today.
 */
export class SevenTargetsOAuth2Api implements ICredentialType {
	name = 'sevenTargetsOAuth2Api';

	displayName = '7Targets OAuth2 API';

	extends = ['oAuth2Api'];

	icon: Icon = { light: 'file:../icons/7targets.svg', dark: 'file:../icons/7targets.dark.svg' };

	documentationUrl = 'https://github.com/7targets/n8n-nodes-7targets#the-credentials';

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'User Identifier',
			name: 'userIdentifier',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 4f1c2a9e',
			description: 'Which 7Targets user the leads belong to, as shown in the 7Targets app',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'string',
			default: 'https://login.7targets.com/oauth2/token',
			required: true,
			description:
				'Where the login is checked. Leave it as it is unless 7Targets tells you otherwise.',
		},
		apiUrl,
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: 'leads/post' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
		// n8n keeps the HTTP Request node to the API's host with these: it signs requests of OAuth2 credentials by itself, so
		// that no code of this package could.
		{
			displayName: 'Allowed HTTP Request Domains',
			name: 'allowedHttpRequestDomains',
			type: 'hidden',
			default: 'domains',
		},
		{
			displayName: 'Allowed Domains',
			name: 'allowedDomains',
			type: 'hidden',
			default: '={{ $self["apiUrl"].replace(/^\\s*https?:\\/\\//i, "").split(/[:\\/?#]/)[0] }}',
		},
	];

	test: ICredentialTestRequest = testOfApi('User Identifier', {
		'7ts-user-identifier': '={{ $credentials.userIdentifier }}',
	});
}
