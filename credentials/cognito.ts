import {
	type ICredentialDataDecryptedObject,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
} from 'n8n-workflow';

import { asSentence, formsOf, remoteText } from '../nodes/SevenTargets/transport/remoteText';
import { backOff, pause } from '../nodes/SevenTargets/transport/waiting';
import { safeAddress } from './addresses';
import {
	LoginError,
	mustBeFilledIn,
	noLoginServer,
	notWorking,
	tooManyLogins,
	unreachable,
	type LoginProblem,
} from './login';

interface Account {
	cognitoUrl: URL;
	username: string;
	password: string;
	clientId: string;
}

const LOGIN_TIMEOUT_MS = 30_000;
const MOST_TRIES = 3;

/**
 * Logs in to Amazon Cognito by user name and password (`InitiateAuth`, `USER_PASSWORD_AUTH`).
 *
 * Cognito's throttling and failures of its own are tried again, up to three times.
 *
 * @returns the ID token, a JWT
 * @throws LoginError with a sentence that says what to do; it carries neither request nor response,
 * since n8n would show the response's status text ("Bad Request") in place of the sentence
 */
export async function logIn(
	{ httpRequest }: IHttpRequestHelper['helpers'],
	credentials: ICredentialDataDecryptedObject,
): Promise<string> {
	const account = accountOf(credentials);
	for (let tries = 1; ; tries++) {
		const result = judge(await initiateAuth(httpRequest, account), account);
		if ('idToken' in result) return result.idToken;
		if (!result.passing || tries >= MOST_TRIES) throw new LoginError(result.problem);
		await pause(backOff(tries, true));
	}
}

type Result = { idToken: string } | LoginProblem;

/** What an answer to `InitiateAuth` means; `passing` where the same login may well succeed a moment later. */
function judge(answer: Answer, account: Account): Result {
	if ('problem' in answer) return answer;
	const { statusCode, headers, body } = answer;
	const idToken = (body.AuthenticationResult as Record<string, unknown> | undefined)?.IdToken;
	if (statusCode === 200 && typeof idToken === 'string' && idToken !== '') return { idToken };
	if (statusCode === 200 && typeof body.ChallengeName === 'string') {
		return { problem: challengeSentence(remoteText(body.ChallengeName)), passing: false };
	}
	// The type may bear a prefix (com.amazonaws…#NotAuthorizedException) or a suffix (…:http://…).
	const type = String(body.__type ?? headers['x-amzn-errortype'] ?? '')
		.replace(/^.*#/, '')
		.replace(/:.*$/, '');
	const remote = remoteText(
		String(body.message ?? body.Message ?? ''),
		formsOf(account.password, account.clientId),
	);
	return {
		problem: refusalSentence(type, remote, statusCode, account.cognitoUrl),
		passing:
			statusCode >= 500 ||
			statusCode === 429 ||
			type === 'TooManyRequestsException' ||
			type === 'LimitExceededException',
	};
}

/** @throws LoginError where a field is blank; UserError where an address is not safe to send to */
function accountOf(credentials: ICredentialDataDecryptedObject): Account {
	const username = String(credentials.username ?? '').trim();
	const password = String(credentials.password ?? '');
	const clientId = String(credentials.clientId ?? '').trim();
	mustBeFilledIn({ Username: username, Password: password, 'Client ID': clientId });
	safeAddress(credentials.apiUrl, 'API URL in the 7Targets credential');
	const cognitoUrl = safeAddress(credentials.cognitoUrl, 'Cognito URL in the 7Targets credential');
	return { cognitoUrl, username, password, clientId };
}

type Answer =
	| { statusCode: number; headers: Record<string, unknown>; body: Record<string, unknown> }
	| LoginProblem;

async function initiateAuth(
	httpRequest: (options: IHttpRequestOptions) => Promise<any>, // eslint-disable-line @typescript-eslint/no-explicit-any -- n8n's own type
	account: Account,
): Promise<Answer> {
	try {
		const { statusCode, headers, body } = await httpRequest({
			method: 'POST',
			url: account.cognitoUrl.href,
			headers: {
				'Content-Type': 'application/x-amz-json-1.1',
				'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
			},
			body: JSON.stringify({
				AuthFlow: 'USER_PASSWORD_AUTH',
				AuthParameters: { USERNAME: account.username, PASSWORD: account.password },
				ClientId: account.clientId,
			}),
			timeout: LOGIN_TIMEOUT_MS,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		});
		return { statusCode, headers, body: asObject(body) };
	} catch (error) {
		const secrets = formsOf(account.password, account.clientId);
		return unreachable(error, account.cognitoUrl, 'Cognito URL', secrets);
	}
}

function asObject(body: unknown): Record<string, unknown> {
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

/** What to do about each of Cognito's refusals. `remote` is Cognito's own sentence, cleaned. */
function refusalSentence(type: string, remote: string, status: number, url: URL): string {
	const said = remote === '' ? '' : ` 7Targets says: ${asSentence(remote)}`;
	switch (type) {
		case 'InvalidPasswordException':
		case 'NotAuthorizedException':
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
		case 'TooManyRequestsException':
		case 'LimitExceededException':
			return tooManyLogins(said);
	}
	if (status >= 500) {
		return notWorking(status, said);
	}
	if (status >= 300 && status < 400) {
		return `The login server ${url.host} redirects logins to another address (status ${status}), which was not followed. Check the 'Cognito URL' in the credential.`;
	}
	if (type === '' && status < 300) {
		return noLoginServer(url, status, 'Cognito URL');
	}
	return `7Targets did not accept this login (${remoteText(type) || `status ${status}`}).${said} Check the 7Targets credential, or ask support@7targets.com.`;
}
