import type { INodePropertyMode, INodePropertyModeTypeOptions } from 'n8n-workflow';

// The ways to fill in a resource locator. `errorMessage` is what the editor shows if what was typed does not fit.

const mode = (
	displayName: string,
	more: Omit<INodePropertyMode, 'displayName'>,
): INodePropertyMode => ({ displayName, ...more });

const typed =
	(displayName: string, name: string, { source: regex }: RegExp) =>
	(example: string, errorMessage: string) =>
		mode(displayName, {
			name,
			type: 'string',
			placeholder: `e.g. ${example}`,
			validation: [{ type: 'regex', properties: { regex, errorMessage } }],
		});

export const byId = typed('By ID', 'id', /^\s*\d+\s*$/);

/** For an optional field: n8n checks it even if it is blank. */
export const byIdOrBlank = typed('By ID', 'id', /^\s*(\d+\s*)?$/);

export const byEmail = typed('By Email', 'email', /^\s*[^\s@]+@[^\s@.]+(\.[^\s@.]+)+\s*$/);

export const byName = (example: string, hint?: string) =>
	mode('By Name', { name: 'name', type: 'string', placeholder: `e.g. ${example}`, hint });

/** @param searchListMethod the node's method that finds the entries */
export const fromList = (
	searchListMethod: string,
	{ placeholder, ...more }: INodePropertyModeTypeOptions & { placeholder?: string } = {},
) =>
	mode('From List', {
		name: 'list',
		type: 'list',
		placeholder,
		typeOptions: { searchListMethod, ...more },
	});
