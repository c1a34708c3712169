import type { INodePropertyModeValidation } from 'n8n-workflow';

type Check = (errorMessage: string) => INodePropertyModeValidation[];

const matching =
	(regex: string): Check =>
	(errorMessage) => [{ type: 'regex', properties: { regex, errorMessage } }];

/** What the editor checks in a resource locator that takes a whole number. */
export const wholeNumberOnly = matching('^\\s*\\d+\\s*$');

/** The same, or nothing at all: n8n checks the blank value of a field that need not be filled in, too. */
export const wholeNumberOrBlank = matching('^\\s*\\d*\\s*$');

/** What the editor checks in a resource locator that takes an email address. */
export const emailOnly = matching('^\\s*[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\s*$');
