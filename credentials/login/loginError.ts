import { UserError } from 'n8n-workflow';

/** Why 7Targets did not let the user in. Its message is for the user and holds no secret. */
export class LoginError extends UserError {
	/** @param isRefusal whether the login server has refused what the user typed, and would do so again */
	constructor(
		message: string,
		readonly isRefusal = false,
	) {
		super(message);
	}
}

/** The result of a login that failed. */
export interface LoginProblem {
	/** A sentence or two that say what to do. */
	problem: string;
	/** `refused`: what was typed is not right. `passing`: the same login may well succeed a moment later. `other`: anything else. */
	kind: 'refused' | 'passing' | 'other';
}

/**
 * @param values what must not be blank, by its label
 * @param where the end of the error's sentence, such as where the user finds a value
 * @throws LoginError that names what is blank
 */
export function mustBeFilledIn(values: Record<string, string>, where = ''): void {
	const blank = Object.keys(values).filter((label) => values[label] === '');
	if (blank.length === 0) return;
	throw new LoginError(
		`Fill in '${blank.join("' and '")}' in the 7Targets credential. Ask support@7targets.com for what you do not have${where}.`,
	);
}
