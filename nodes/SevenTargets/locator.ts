import type { INodePropertyModeValidation } from 'n8n-workflow';

type Check = (errorMessage: string) => INodePropertyModeValidation[];

const matching =
	({ source: regex }: RegExp): Check =>
	(errorMessage) => [{ type: 'regex', properties: { regex, errorMessage } }];

/** What the editor checks in a resource locator that takes a whole number. */
export const wholeNumberOnly = matching(/^\s*\d+\s*$/);

/** The same, or a blank value: n8n checks that of an optional field too. */
export const wholeNumberOrBlank = matching(/^\s*(\d+\s*)?$/);

/** What the editor checks in a resource locator that takes an email address. */
export const emailOnly = matching(/^\s*[^\s@]+@[^\s@.]+(\.[^\s@.]+)+\s*$/);
