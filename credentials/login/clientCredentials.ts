import type { Answer } from '../../shared/network';
import { safeAddress } from './address';
import { mustBeFilledIn } from './loginError';
import {
	commonProblem,
	trimmedField,
	noLoginServer,
	quotedServerMessage,
	type LoginMethod,
	type LoginServer,
	type LoginResult,
} from './method';

/** What to do about an error of OAuth2 (RFC 6749, 5.2), by its code. */
const REMEDIES: Record<string, string> = {
	invalid_client: "Check the 'Client ID' and the 'Client Secret'.",
	unauthorized_client:
		'Ask support@7targets.com to allow client credentials and the scope leads/post for this client ID.',
	invalid_scope: 'Ask support@7targets.com to allow the scope leads/post for this client ID.',
};

/**
 * An OAuth2 client of 7Targets: client credentials, by HTTP Basic, for the scope `leads/post`. Source: 7Targets' help pages
 * of today.
 */
export const clientCredentials: LoginMethod = {
	credentialType: 'sevenTargetsOAuth2Api',
	tokenField: 'accessToken',
	secretsIn: ({ clientId, clientSecret }) => [clientSecret, basic(clientId, clientSecret)],
	userIn: ({ userIdentifier }) => trimmedField(userIdentifier),
	headersOf: ({ userIdentifier }) => ({ '7ts-user-identifier': trimmedField(userIdentifier) }),
	loginRequest: (credentials) => {
		const clientId = trimmedField(credentials.clientId);
		const clientSecret = trimmedField(credentials.clientSecret);
		mustBeFilledIn(
			{
				'Client ID': clientId,
				'Client Secret': clientSecret,
				'User Identifier': trimmedField(credentials.userIdentifier),
			},
			'; the User Identifier is shown in the 7Targets app',
		);
		safeAddress(credentials.apiUrl, 'API URL in the 7Targets credential');
		const url = safeAddress(
			credentials.accessTokenUrl,
			'Access Token URL in the 7Targets credential',
		);
		const server = { url, urlLabel: 'Access Token URL' };
		return {
			...server,
			enteredValues: [clientId, clientSecret, url.href],
			secrets: clientCredentials.secretsIn(credentials),
			headers: {
				'Content-Type': 'application/x-www-form-urlencoded',
				Accept: 'application/json',
				Authorization: `Basic ${basic(clientId, clientSecret)}`,
			},
			body: 'grant_type=client_credentials&scope=leads%2Fpost',
			readAnswer: (answer, said) => readAnswer(answer, said, server),
		};
	},
};

function readAnswer(
	answer: Answer,
	said: (text: unknown) => string,
	server: LoginServer,
): LoginResult {
	const body = (typeof answer.body === 'object' ? (answer.body ?? {}) : {}) as Body;
	const { status } = answer;
	if (status === 200 && typeof body.access_token === 'string' && body.access_token !== '') {
		return { token: body.access_token, seconds: body.expires_in };
	}
	const code = said(body.error);
	const own = quotedServerMessage(said(body.error_description));
	const common = commonProblem(answer, server, own);
	if (common !== undefined) return common;
	if (code === '' && status !== 401) return noLoginServer(answer, server);
	const remedy =
		REMEDIES[code || 'invalid_client'] ??
		'Check the 7Targets credential, or ask support@7targets.com.';
	return {
		problem: `7Targets did not accept this login (${code || `status ${status}`}).${own} ${remedy}`,
		kind: /^(temporarily_unavailable|server_error)$/.test(code) ? 'passing' : 'refused',
	};
}

interface Body {
	access_token?: unknown;
	expires_in?: unknown;
	error?: unknown;
	error_description?: unknown;
}

const basic = (id: unknown, secret: unknown) =>
	Buffer.from(`${trimmedField(id)}:${trimmedField(secret)}`).toString('base64');
