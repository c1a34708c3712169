import { UserError } from 'n8n-workflow';

import { networkErrorMeaning, networkErrorOf } from '../nodes/SevenTargets/transport/networkError';
import { asSentence, remoteText } from '../nodes/SevenTargets/transport/remoteText';

/** Why 7Targets did not let the user in. Its message is for the user and holds no secret. */
export class LoginError extends UserError {}

/** What came of a login that failed, whichever way it was tried. */
export interface LoginProblem {
	/** A sentence or two that say what to do. */
	problem: string;
	/** Whether the same login may well succeed a moment later. */
	passing: boolean;
}

/**
 * @param values what must not be blank, by its label
 * @param where says where the user finds it, the end of a sentence
 * @throws LoginError that names what is blank
 */
export function mustBeFilledIn(values: Record<string, string>, where = ''): void {
	const blank = Object.keys(values).filter((label) => values[label] === '');
	if (blank.length === 0) return;
	throw new LoginError(
		`Fill in '${blank.join("' and '")}' in the 7Targets credential. Ask support@7targets.com for what you do not have${where}.`,
	);
}

/**
 * What a login means that got no answer.
 *
 * @param label what the address of the server is called in the credential
 * @param secrets in all their forms
 */
export function unreachable(
	error: unknown,
	{ host }: URL,
	label: string,
	secrets: readonly string[],
): LoginProblem {
	const code = networkErrorOf(error)?.code;
	const meaning =
		networkErrorMeaning(code) ??
		remoteText(error instanceof Error ? error.message : String(error), secrets);
	return {
		problem: `The 7Targets login server ${host} cannot be reached: ${asSentence(meaning)} Check the '${label}' in the credential, and that your n8n can connect to it.`,
		passing: code === 'ECONNRESET' || code === 'EAI_AGAIN',
	};
}

/** @param said what the server says itself, a sentence after a blank, or nothing */
export const tooManyLogins = (said = '') =>
	`7Targets received too many logins in a short time.${said} Wait a few minutes, then try again.`;

/** @param said as above */
export const notWorking = (status: number, said = '') =>
	`The 7Targets login server is not working at the moment (status ${status}).${said} Try again in a few minutes.`;

/** @param label what the address of the server is called in the credential */
export const noLoginServer = ({ host }: URL, status: number, label: string) =>
	`${host} does not answer like a login server (status ${status}). Check the '${label}' in the credential.`;
