import type { IDataObject } from 'n8n-workflow';

import { LEAD_FIELDS } from './fields';

const NEEDED =
	/\b(mandatory|required|missing|needed|provide|specify|(must|can|may|should)( ?not|'t) be (null|blank|empty))\b/i;

/** A field by one of its names; it was sent if the body holds one of `keys`. */
interface Named {
	said: RegExp;
	keys: string[];
	label: string;
	/** How to fill it in so that it goes out under this name, such as " by its ID". */
	how: string;
	isShownByDefault: boolean;
}

const named = (
	said: string,
	keys: string[],
	label: string,
	isShownByDefault: boolean,
	how = '',
) => ({
	// Finds `assistantEmail`, `assistant_email` and "Assistant Email".
	said: new RegExp(
		`\\b${said.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(' ', '[\\s_-]?')}\\b`,
		'gi',
	),
	keys,
	label,
	how,
	isShownByDefault,
});

const ASSISTANT_EMAIL = /\bassistant[\s_-]?email/i;

const NAMES: Named[] = [
	named('assistantEmail', ['assistantEmail'], 'Assistant', true, ' by its email address'),
	named('assistantId', ['assistantId'], 'Assistant', true, ' by its ID'),
	...LEAD_FIELDS.flatMap(({ property: { displayName }, keys, shownByDefault }) =>
		[...keys, displayName].map((said) => named(said, keys, displayName, shownByDefault)),
	),
];
// "Last Name" is not the field `name`.
const LONGEST_FIRST = NAMES.sort((one, other) => other.said.source.length - one.said.source.length);

/** The field that 7Targets says is needed and that was not sent, if there is one. */
function missingIn(reason: string, body: IDataObject): Named | undefined {
	let left = withoutValues(reason, body);
	if (!NEEDED.test(left)) return undefined;
	return LONGEST_FIRST.find(({ said, keys }) => {
		const before = left;
		left = left.replace(said, '');
		return left !== before && !keys.some((key) => key in body);
	});
}

/** The reason without the values that were sent: they may hold any word, as j.blankenship@company.com does. */
const withoutValues = (reason: string, body: IDataObject) =>
	Object.values(body).reduce<string>(
		(left, value) => (typeof value === 'string' ? left.replaceAll(value, '') : left),
		reason,
	);

/**
 * Whether 7Targets' answer to an update names the assistant's email, which its page marks as mandatory there, and that was not sent:
 * then the answer does not say whether 7Targets has the lead.
 */
export const asksForAssistantEmail = (
	answer: (() => string) | undefined,
	body: IDataObject,
): boolean =>
	!('assistantEmail' in body) && ASSISTANT_EMAIL.test(withoutValues(answer?.() ?? '', body));

/**
 * A sentence that says where to add the field that 7Targets asks for; '' if it asks for none. 7Targets' page on updates says that a
 * field that is left out stays as it is, but marks some fields as mandatory.
 *
 * @param collection the label of the collection to which the user adds fields
 * @param shows whether the form shows the same fields from the start as that of a new lead
 */
export function ifMissing(
	reason: string,
	body: IDataObject,
	collection: string,
	shows = false,
): string {
	const missing = missingIn(reason, body);
	if (missing === undefined) return '';
	const { label, how, isShownByDefault } = missing;
	if (label === 'Email') return 'Choose the lead by its email address, so that it is sent along.';
	return shows && isShownByDefault
		? `Fill in '${label}'${how}.`
		: `Add '${label}'${how} under '${collection}'.`;
}
