import { clientCredentials } from '../../credentials/login/clientCredentials';
import { cognito } from '../../credentials/login/cognito';
import type { LoginMethod } from '../../credentials/login/method';
import { unknownChoice } from './values';

/** The ways to log in, by the values of the parameter `authentication`. */
const METHODS = { password: cognito, oAuth2: clientCredentials } satisfies Record<
	string,
	LoginMethod
>;

export type Authentication = keyof typeof METHODS;

/** For each login, whether 7Targets also takes an assistant's ID in place of its email address: its pages since March 2022 name only the address. */
export const TAKES_ASSISTANT_ID: Record<Authentication, boolean> = {
	password: true,
	oAuth2: false,
};

/** The value of the parameter, and its way to log in. @throws FieldProblem for any other value */
export function loginMethodOf(authentication: unknown): [Authentication, LoginMethod] {
	if (typeof authentication === 'string' && Object.hasOwn(METHODS, authentication)) {
		const known = authentication as Authentication;
		return [known, METHODS[known]];
	}
	throw unknownChoice('Authentication', authentication);
}
