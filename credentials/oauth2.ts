import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { asSentence, formsOf, remoteText } from '../nodes/SevenTargets/transport/remoteText';
import { safeAddress } from './addresses';
import {
	mustBeFilledIn,
	noLoginServer,
	notWorking,
	tooManyLogins,
	unreachable,
	type LoginProblem,
} from './login';

/**
 * What n8n does not check before it sends the client's secret to the token server.
 *
 * @throws UserError where a field is blank, or an address is not safe to send to
 */
export function checkClient(data: ICredentialDataDecryptedObject): void {
	const entered = (field: string) => String(data[field] ?? '').trim();
	mustBeFilledIn(
		{
			'Client ID': entered('clientId'),
			'Client Secret': entered('clientSecret'),
			'User Identifier': entered('userIdentifier'),
		},
		'; the User Identifier is shown in the 7Targets app',
	);
	safeAddress(data.apiUrl, 'API URL in the 7Targets credential');
	safeAddress(data.accessTokenUrl, 'Access Token URL in the 7Targets credential');
}

/**
 * What the error of n8n's OAuth2 client (`@n8n/client-oauth2`, read in 1.x and 2.41) says of the login; undefined where
 * the error is not of the login.
 *
 * It throws: an error with the code EAUTH for an answer with an OAuth2 error, ESTATUS for one without, axios' error for 5xx
 * and for a server that is not reached, and an error without a code for an answer without a token,
 * and, in place of the server's `invalid_grant`, one that asks to reconnect, which is nothing that a client could do.
 *
 * @param causes the error and what it was thrown for
 */
export function tokenProblem(
	causes: Error[],
	data: ICredentialDataDecryptedObject,
): LoginProblem | undefined {
	const url = new URL(String(data.accessTokenUrl).trim());
	const basic = Buffer.from(`${data.clientId}:${data.clientSecret}`).toString('base64');
	const secrets = formsOf(data.clientSecret, basic);
	const clean = (text: unknown) => remoteText(String(text ?? ''), secrets);
	// The innermost says most.
	for (const cause of causes.toReversed() as Array<Error & Record<string, unknown>>) {
		// n8n 1.x drops the error that it wraps, and keeps only its code.
		const code = cause.code ?? cause.httpCode;
		if (code === 'EAUTH') return refusal(cause.body, clean);
		if (code === 'ESTATUS' && cause.status !== undefined)
			return statusProblem(Number(cause.status), url);
		const config = cause.config as { url?: string } | undefined;
		if (config?.url !== undefined && sameUrl(config.url, url)) {
			const status = (cause.response as { status?: number } | undefined)?.status;
			return status === undefined
				? unreachable(cause, url, 'Access Token URL', secrets)
				: statusProblem(status, url);
		}
		if (/without access token/.test(cause.message)) return statusProblem(200, url);
		if (/needs to be reconnected/.test(cause.message))
			return refusal({ error: 'invalid_grant' }, clean);
	}
	return undefined;
}

const sameUrl = (one: string, other: URL) => URL.canParse(one) && new URL(one).href === other.href;

function refusal(body: unknown, clean: (text: unknown) => string): LoginProblem {
	const { error, error_description: description } = (body ?? {}) as Record<string, unknown>;
	const code = clean(error);
	const said = clean(description) === '' ? '' : ` 7Targets says: ${asSentence(clean(description))}`;
	const remedy =
		{
			invalid_client: "Check the 'Client ID' and the 'Client Secret'.",
			unauthorized_client:
				'Ask support@7targets.com to allow client credentials and the scope leads/post for this client ID.',
			invalid_scope: 'Ask support@7targets.com to allow the scope leads/post for this client ID.',
		}[code || 'invalid_client'] ?? 'Check the 7Targets credential, or ask support@7targets.com.';
	return {
		problem: `7Targets did not accept this login${code && ` (${code})`}.${said} ${remedy}`,
		passing: code === 'temporarily_unavailable' || code === 'server_error',
	};
}

function statusProblem(status: number, url: URL): LoginProblem {
	if (status === 429) return { problem: tooManyLogins(), passing: true };
	if (status >= 500) return { problem: notWorking(status), passing: true };
	return { problem: noLoginServer(url, status, 'Access Token URL'), passing: false };
}
