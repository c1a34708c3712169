import type { ICredentialDataDecryptedObject, IDataObject, IOAuth2Options } from 'n8n-workflow';

import type { LoginProblem } from '../../../credentials/login';
import { checkClient, tokenProblem } from '../../../credentials/oauth2';

/** The values of the node's parameter `authentication`. */
export type LoginName = 'password' | 'oAuth2';

/** Workflows that were saved before there was a choice log in by password. */
export const loginNamed = (name: unknown): LoginName => (name === 'oAuth2' ? name : 'password');

type Data = ICredentialDataDecryptedObject;

/** What the transport has to know of a way to log in; the login itself is n8n's and the credential's work. */
export interface Login {
	/** The credential type. */
	credential: string;
	/**
	 * What n8n would not check before it sends the secret.
	 *
	 * @throws UserError where nothing may be sent
	 */
	check: (data: Data) => void;
	/** The token that is in the credential; blank where there is none. */
	tokenIn: (data: Data) => string;
	/** The fields of the credential that hold the token, with this one in them. */
	withToken: (data: Data, token: string) => Data;
	/** The credential as the next request gets it, a copy: n8n logs in where it holds no token, and puts the new one in. */
	copyOf: (data: Data, isExpired: boolean) => Data;
	/** How n8n's OAuth2 is to go about it. */
	oAuth2Options?: (isExpired: boolean) => IOAuth2Options;
	/** What a request bears beside the token. */
	headers: (data: Data) => IDataObject;
	/** Fields that must never be seen, beside the token. */
	secrets: string[];
	/** What an error of n8n's helper says, if it is one of the login's and not of the request's. */
	problemIn: (causes: Error[], data: Data) => LoginProblem | undefined;
}

export const LOGINS: Record<LoginName, Login> = {
	password: {
		credential: 'sevenTargetsApi',
		check: () => {},
		tokenIn: ({ idToken }) => String(idToken ?? ''),
		withToken: (_, idToken) => ({ idToken }),
		// n8n never looks at the expiry, and would send the token in vain first.
		copyOf: (data, isExpired) => ({ ...data, idToken: isExpired ? '' : data.idToken }),
		headers: () => ({}),
		secrets: ['password', 'clientId'],
		problemIn: () => undefined,
	},
	oAuth2: {
		credential: 'sevenTargetsOAuth2Api',
		check: checkClient,
		tokenIn: accessTokenIn,
		withToken: ({ oauthTokenData }, access_token) => ({
			oauthTokenData: { ...(oauthTokenData as IDataObject), access_token },
		}),
		// With the old token, since n8n fetches a new one after an answer of 401 only once for all its processes; one that
		// finds none fetches one for itself.
		copyOf: (data) => (accessTokenIn(data) === '' ? { ...data, oauthTokenData: {} } : { ...data }),
		// By another type than Bearer n8n would put the token into the address. An API may say 403 of an expired one.
		oAuth2Options: (isExpired) => ({
			tokenType: 'Bearer',
			...(isExpired && { tokenExpiredStatusCode: [401, 403] }),
		}),
		headers: ({ userIdentifier }) => ({ '7ts-user-identifier': String(userIdentifier).trim() }),
		secrets: ['clientSecret'],
		problemIn: tokenProblem,
	},
};

function accessTokenIn({ oauthTokenData }: Data): string {
	return String((oauthTokenData as IDataObject | undefined)?.access_token ?? '');
}
