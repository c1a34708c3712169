import { clientCredentials } from '../../credentials/login/clientCredentials';
import { cognito } from '../../credentials/login/cognito';
import type { LoginMethod } from '../../credentials/login/method';
import { FieldProblem, quoted } from './values';

/** The ways to log in, by the values of the parameter `authentication`. */
const METHODS = { password: cognito, oAuth2: clientCredentials } satisfies Record<
	string,
	LoginMethod
>;

export type Authentication = keyof typeof METHODS;

/** @throws FieldProblem for a value of an expression, or of a workflow that a newer version of this package has saved */
export function loginMethodOf(authentication: unknown): [Authentication, LoginMethod] {
	if (typeof authentication === 'string' && Object.hasOwn(METHODS, authentication)) {
		const known = authentication as Authentication;
		return [known, METHODS[known]];
	}
	throw new FieldProblem(
		`'Authentication' is ${quoted(String(authentication))}, which this version of the 7Targets node does not know`,
		'Choose it from the list, or update the node.',
	);
}
