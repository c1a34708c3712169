import { trimmed } from '../../values';

/** What stands before a name, such as "Mrs.": Outlook has it in the column Title, and Zoho CRM in the whole name. */
export const SALUTATION = /^\s*((mr|mrs|ms|miss|mx|dr|prof)(\.|\s|$)\s*)+/i;

/**
 * Splits a whole name, without its salutations, at the first blank. If the last name is known, it is cut off, and what stands before it
 * is the first name.
 */
export function splitName(whole: string, lastName = ''): { first?: string; last?: string } {
	const name = trimmed(whole).replace(SALUTATION, '');
	const last = trimmed(lastName);
	if (last !== '') {
		const ends = ` ${name}`.toLowerCase().endsWith(` ${last.toLowerCase()}`);
		return { first: (ends ? name.slice(0, -last.length).trim() : name) || undefined };
	}
	const [first, ...others] = name.split(/\s+/);
	return {
		first: first || undefined,
		last: others.length > 0 ? name.slice(first.length).trim() : undefined,
	};
}
