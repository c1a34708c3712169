import type { IDataObject } from 'n8n-workflow';

import { create } from '../../nodes/SevenTargets/lead/create';
import { FieldProblem } from '../../nodes/SevenTargets/values';

const RACHEL = { __rl: true, mode: 'email', value: 'rachel@example.com' };
const FORM = {
	mappingMode: 'autoMapInputData',
	assistantId: RACHEL,
	type: 'SALES',
	source: 'Website',
};

/** What the form adds to a lead that lacks it. */
export const DEFAULTS = { type: 'SALES', source: 'Website', assistantEmail: 'rachel@example.com' };

/** The leads that _Create_ makes of items by automatic mapping, without n8n: the bodies, the first error, and the hint. */
export function mapped(items: object[], parameters: object = {}) {
	const form: Record<string, unknown> = { ...FORM, ...parameters };
	const report = create.columnHint!();
	const bodies: IDataObject[] = [];
	const errors: FieldProblem[] = [];
	for (const json of items as IDataObject[]) {
		try {
			const { body } = create.toRequest({
				parameter: (name) => form[name] ?? null,
				authentication: 'password',
				json,
				reportColumns: report.add,
			});
			bodies.push(body as IDataObject);
		} catch (error) {
			if (!(error instanceof FieldProblem)) throw error;
			errors.push(error);
		}
	}
	const [error] = errors;
	return {
		bodies,
		error,
		message: error && `${error.message}. ${error.remedy}`,
		hint: report.hint(),
	};
}
