import {
	UserError,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { safeAddress } from './address';
import { isValid, sharedToken, type Token } from './tokenCache';
import { loggingIn, MARK_FIELD, type Credentials, type LoginMethod } from './method';

const tokenIn = ({ tokenField }: LoginMethod, credentials: Credentials): Token => ({
	value: String(credentials[tokenField] ?? ''),
	mark: String(credentials[MARK_FIELD] ?? ''),
});

/** The fields of a credential that hold a token. */
export const fieldsOf = ({ tokenField }: LoginMethod, { value, mark }: Token) => ({
	[tokenField]: value,
	[MARK_FIELD]: mark,
});

/** n8n calls this if it has no token, and again after an answer of 401; it stores what this returns, encrypted. */
export const preAuthenticationBy = (
	method: LoginMethod,
): NonNullable<ICredentialType['preAuthentication']> =>
	async function (this: IHttpRequestHelper, credentials) {
		const login = method.loginRequest(credentials);
		const refused = tokenIn(method, credentials);
		loggingIn.add(credentials);
		return fieldsOf(method, await sharedToken(this.helpers.httpRequest, login, refused));
	};

/**
 * Signs a request with the token, which it sends under both names: 7Targets' document of 2020 says `Authentication`, its
 * later pages and its own Salesforce code say `Authorization`. The token goes only to the API URL, also from the HTTP
 * Request node, and redirects are not followed: a header such as `Authentication` would go along to another host.
 *
 * @throws UserError for another address than the API URL, and if the token must not be used: then one that n8n takes for an
 * answer of 401 (measured in 1.123 and 2.41), so that it logs in and signs again
 */
export const authenticateBy =
	(method: LoginMethod) =>
	async (credentials: Credentials, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const { origin } = safeAddress(credentials.apiUrl, 'API URL in the 7Targets credential');
		const target = safeAddress(addressOf(request), 'address of this request');
		if (target.origin !== origin) {
			throw new UserError(
				`The 7Targets login is only sent to ${origin}, the API URL of the credential, but this request goes to ${target.origin}. Nothing was sent.`,
			);
		}
		const token = tokenIn(method, credentials);
		if (!isValid(method.loginRequest(credentials), token)) {
			const message = 'The login to 7Targets has ended. Run this again to log in.';
			throw Object.assign(new UserError(message), { response: { status: 401 } });
		}
		const bearer = `Bearer ${token.value}`;
		request.headers = {
			...request.headers,
			...method.headersOf?.(credentials),
			Authorization: bearer,
			Authentication: bearer,
		};
		// The names in n8n's newer and in its older request helper; the HTTP Request node uses the older one.
		return Object.assign(request, {
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	};

/** The address of a request, which n8n's newer request helper calls `url` and its older one `uri`. */
function addressOf(request: IHttpRequestOptions & { uri?: string }): string | undefined {
	const address = request.url ?? request.uri;
	if (request.baseURL === undefined || address === undefined) return address;
	return URL.canParse(address) ? address : request.baseURL;
}
