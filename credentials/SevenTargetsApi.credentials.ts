import {
	UserError,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeProperties,
	type Icon,
} from 'n8n-workflow';

import { safeAddress } from './addresses';
import { apiUrl, testOfApi } from './api';
import { logIn } from './cognito';
import { idTokenOf } from './idToken';

export class SevenTargetsApi implements ICredentialType {
	name = 'sevenTargetsApi';

	displayName = '7Targets API';

	icon: Icon = { light: 'file:../icons/7targets.svg', dark: 'file:../icons/7targets.dark.svg' };

	documentationUrl = 'https://github.com/7targets/n8n-nodes-7targets#the-credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'ID Token',
			name: 'idToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
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
			required: true,
			description:
				'Where the login is checked. Leave it as it is unless 7Targets tells you otherwise.',
		},
		apiUrl,
	];

	/** n8n calls this when it has no token, and once more after an answer of 401; it stores what comes back, encrypted. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const { helpers } = this;
		return {
			idToken: await idTokenOf(credentials, async () => await logIn(helpers, credentials)),
		};
	}

	/**
	 * Sends the token under both names: 7Targets' document of 2020 says `Authentication`, its later pages
	 * and its own Salesforce code say `Authorization`. It goes nowhere but to the API URL, also from the HTTP Request
	 * node, and along no redirect: a header such as `Authentication` would travel to another host.
	 */
	authenticate: IAuthenticate = async (credentials, requestOptions) => {
		const { origin } = safeAddress(credentials.apiUrl, 'API URL in the 7Targets credential');
		const target = safeAddress(addressOf(requestOptions), 'address of this request');
		if (target.origin !== origin) {
			throw new UserError(
				`The 7Targets login is only sent to ${origin}, the API URL of the credential, but this request goes to ${target.origin}. Nothing was sent.`,
			);
		}
		const bearer = `Bearer ${String(credentials.idToken)}`;
		requestOptions.headers = {
			...requestOptions.headers,
			Authorization: bearer,
			Authentication: bearer,
		};
		// The names of n8n's newer and older request helper; the HTTP Request node uses the older.
		return Object.assign(requestOptions, {
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	};

	test: ICredentialTestRequest = testOfApi('Client ID');
}

/** n8n's older request helper says `uri` where the newer one says `url`. */
function addressOf(request: IHttpRequestOptions & { uri?: string }): string | undefined {
	const address = request.url ?? request.uri;
	if (request.baseURL === undefined || address === undefined) return address;
	return URL.canParse(address) ? address : request.baseURL;
}
