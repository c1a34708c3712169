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
			expect(error).toBeInstanceOf(FieldProblem);
			errors.push(error as FieldProblem);
		}
	}
	const [error] = errors;
	const message = error && `${error.message}. ${error.remedy}`;
	return { bodies, error, message, hint: report.hint() };
}

/** An item of a program, with the lead that is right; `null` if an error is. */
export interface Labeled {
	source: string;
	/** Where the shape was seen. */
	from: string;
	item: IDataObject;
	right: Record<string, unknown> | null;
	/** What may go out as well. */
	maybe?: Record<string, unknown> | null;
}

/** The fields that an item's lead gets from the item; or the error. */
export function leadOf(item: IDataObject): Record<string, unknown> | string {
	const ofForm: Record<string, unknown> = { type: 'FORM', source: 'the form' };
	const { bodies, message } = mapped([item], ofForm);
	if (bodies.length === 0) return message;
	const isOfItem = ([field, value]: [string, unknown]) =>
		field !== 'assistantEmail' && ofForm[field] !== value;
	return Object.fromEntries(Object.entries(bodies[0]).filter(isOfItem));
}

/**
 * right: every field of the right lead, and nothing that is neither right nor allowed; partly: the right person without a field; error; wrong: a
 * field that says something else, or a lead where there is none.
 */
export function verdict({ item, right, maybe }: Labeled): 'right' | 'partly' | 'error' | 'wrong' {
	const lead = leadOf(item);
	if (typeof lead === 'string') return right === null ? 'right' : 'error';
	if (right === null) return 'wrong';
	const isAllowed = ([field, value]: [string, unknown]) =>
		[right[field], maybe?.[field]].flat().some((one) => String(one) === String(value)) ||
		JSON.stringify(maybe?.[field]) === JSON.stringify(value);
	if (!Object.entries(lead).every(isAllowed)) return 'wrong';
	const isPerson = ['email', 'name', 'lastName'].every(
		(field) => !(field in right) || field in lead,
	);
	if (!isPerson) return 'error';
	return Object.keys(right).every((field) => field in lead) ? 'right' : 'partly';
}
