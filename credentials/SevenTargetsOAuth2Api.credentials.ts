import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { clientCredentials } from './login/clientCredentials';
import { authenticateBy, preAuthenticationBy } from './login/authenticate';
import { accessNotice, apiUrl, keptLogin } from './sharedFields';

/** An OAuth2 client of 7Targets. It does not extend n8n's `oAuth2Api`, so that both credentials log in by the same code. */
export class SevenTargetsOAuth2Api implements ICredentialType {
	name = 'sevenTargetsOAuth2Api';

	displayName = '7Targets OAuth2 API';

	icon: Icon = { light: 'file:../icons/7targets.svg', dark: 'file:../icons/7targets.dark.svg' };

	documentationUrl = 'https://github.com/7targets/n8n-nodes-7targets#the-credentials';

	// n8n's list of allowed domains is not needed: the token goes only to the API URL. And such a list could stop the login.
	hideDomainRestrictionFields = true;

	properties: INodeProperties[] = [
		accessNotice,
		...keptLogin('Access Token', clientCredentials.tokenField),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'The client ID that 7Targets gave you',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The client secret that goes with the client ID. Ask support@7targets.com for both.',
		},
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
			description:
				'Where the login is checked. Leave it as it is unless 7Targets tells you otherwise.',
		},
		apiUrl,
	];

	preAuthentication = preAuthenticationBy(clientCredentials);

	authenticate = authenticateBy(clientCredentials);
}
