import type { Answer } from '../../shared/network';
import { safeAddress } from './address';
import { mustBeFilledIn, type LoginProblem } from './loginError';
import {
	commonProblem,
	trimmedField,
	noLoginServer,
	quotedServerMessage,
	tooManyLogins,
	type LoginServer,
	type LoginMethod,
	type LoginResult,
} from './method';

/**
 * Amazon Cognito by user name and password (`InitiateAuth`, `USER_PASSWORD_AUTH`), as in 7Targets' document of 2020.
 * The token is the ID token, a JWT.
 */
export const cognito: LoginMethod = {
	credentialType: 'sevenTargetsApi',
	tokenField: 'idToken',
	secretsIn: ({ password, clientId }) => [password, clientId],
	userIn: ({ username }) => trimmedField(username),
	loginRequest: (credentials) => {
		const username = trimmedField(credentials.username);
		const password = String(credentials.password ?? '');
		const clientId = trimmedField(credentials.clientId);
		mustBeFilledIn({ Username: username, Password: password, 'Client ID': clientId });
		safeAddress(credentials.apiUrl, 'API URL in the 7Targets credential');
		const url = safeAddress(credentials.cognitoUrl, 'Cognito URL in the 7Targets credential');
		const server = { url, urlLabel: 'Cognito URL' };
		return {
			...server,
			enteredValues: [username, password, clientId, url.href],
			secrets: cognito.secretsIn(credentials),
			headers: {
				'Content-Type': 'application/x-amz-json-1.1',
				'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
			},
			body: JSON.stringify({
				AuthFlow: 'USER_PASSWORD_AUTH',
				AuthParameters: { USERNAME: username, PASSWORD: password },
				ClientId: clientId,
			}),
			readAnswer: (answer, said) => readAnswer(answer, said, server),
		};
	},
};

function readAnswer(
	answer: Answer,
	said: (text: unknown) => string,
	server: LoginServer,
): LoginResult {
	const { status, headers } = answer;
	const body = bodyOf(answer);
	const { IdToken, ExpiresIn } = (body.AuthenticationResult ?? {}) as Record<string, unknown>;
	if (status === 200 && typeof IdToken === 'string' && IdToken !== '') {
		return { token: IdToken, seconds: ExpiresIn };
	}
	if (status === 200 && typeof body.ChallengeName === 'string') {
		return refused(challengeSentence(said(body.ChallengeName)));
	}
	// The type may have a prefix (com.amazonaws…#NotAuthorizedException) or a suffix (…:http://…).
	const named = [body.__type, headers['x-amzn-errortype']].find((one) => typeof one === 'string');
	const type = (named ?? '').split('#').at(-1)!.split(':')[0];
	const own = quotedServerMessage(said(body.message ?? body.Message));
	if (/^(TooManyRequests|LimitExceeded)Exception$/.test(type)) return tooManyLogins(own);
	const known = refusalSentence(type, own);
	if (known !== undefined) return refused(known);
	const common = commonProblem(answer, server, own);
	if (common !== undefined) return common;
	if (type === '') return noLoginServer(answer, server);
	return refused(
		`7Targets did not accept this login (${said(type) || `status ${status}`}).${own} Check the 7Targets credential, or ask support@7targets.com.`,
	);
}

const refused = (problem: string): LoginProblem => ({ problem, kind: 'refused' });

/** Cognito's JSON has its own content type, so axios leaves it as text. */
function bodyOf({ body }: Answer): Record<string, unknown> {
	if (typeof body !== 'string') return (body ?? {}) as Record<string, unknown>;
	try {
		return (JSON.parse(body) ?? {}) as Record<string, unknown>;
	} catch {
		return { message: body };
	}
}

function challengeSentence(challenge: string): string {
	if (challenge === 'NEW_PASSWORD_REQUIRED') {
		return 'This 7Targets account still has its first password (NEW_PASSWORD_REQUIRED). Log in once in the 7Targets app, set a password of your own, and enter it here.';
	}
	if (/MFA|OTP/.test(challenge)) {
		return `This 7Targets account asks for a second login step (${challenge}), which a workflow cannot take. Use an account without multi-factor login, or ask support@7targets.com for one.`;
	}
	return `7Targets asks for one more login step (${challenge}), which a workflow cannot take. Log in once in the 7Targets app, then try again; if it still asks, write to support@7targets.com.`;
}

/** What each of Cognito's refusals means, and what to do; undefined for a type that says nothing about the account. */
function refusalSentence(type: string, said: string): string | undefined {
	switch (type) {
		case 'NotAuthorizedException':
			if (said.includes('SECRET_HASH')) {
				return `This Client ID has a client secret, which a login by password cannot send.${said} If you were given the secret, create a credential of the kind '7Targets OAuth2 API'; if not, ask support@7targets.com for a Client ID without a secret.`;
			}
			return `7Targets did not accept this login.${said} Check the 'Username' and the 'Password'; if they are right, ask support@7targets.com whether the 'Client ID' may log in with a password.`;
		case 'UserNotFoundException':
			return `7Targets knows no user with this name.${said} Check the 'Username'.`;
		case 'UserNotConfirmedException':
			return `This 7Targets account is not confirmed yet.${said} Confirm it by the link or code that 7Targets sent by email, then try again.`;
		case 'PasswordResetRequiredException':
			return `The password of this 7Targets account must be reset.${said} Set a new one in the 7Targets app and enter it here.`;
		case 'ResourceNotFoundException':
			return `7Targets does not know this Client ID.${said} Check the 'Client ID', and that the 'Cognito URL' names the region that 7Targets told you.`;
		case 'InvalidParameterException':
			return `7Targets does not allow this kind of login.${said} Usually, the 'Client ID' is not set up for logging in with a password: ask support@7targets.com to enable USER_PASSWORD_AUTH for it.`;
	}
	return undefined;
}
