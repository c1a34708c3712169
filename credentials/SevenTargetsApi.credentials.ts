import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { cognito } from './login/cognito';
import { authenticateBy, preAuthenticationBy } from './login/authenticate';
import { accessNotice, apiUrl, keptLogin } from './sharedFields';

/** A 7Targets user: user name, password and client ID, checked by Amazon Cognito. */
export class SevenTargetsApi implements ICredentialType {
	name = 'sevenTargetsApi';

	displayName = '7Targets API';

	icon: Icon = { light: 'file:../icons/7targets.svg', dark: 'file:../icons/7targets.dark.svg' };

	documentationUrl = 'https://github.com/7targets/n8n-nodes-7targets#the-credentials';

	// n8n's list of allowed domains is not needed: the token goes only to the API URL. And such a list could stop the login.
	hideDomainRestrictionFields = true;

	properties: INodeProperties[] = [
		accessNotice,
		...keptLogin('ID Token', cognito.tokenField),
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. nathan@example.com',
			description: 'The username or email address that you log in to 7Targets with',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The password that you log in to 7Targets with',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description: 'The app client ID that goes with your login. Ask support@7targets.com for it.',
		},
		{
			displayName: 'Cognito URL',
			name: 'cognitoUrl',
			type: 'string',
			default: 'https://cognito-idp.us-east-1.amazonaws.com/',
			description:
				'Where the login is checked. Leave it as it is unless 7Targets tells you otherwise.',
		},
		apiUrl,
	];

	preAuthentication = preAuthenticationBy(cognito);

	authenticate = authenticateBy(cognito);
}
