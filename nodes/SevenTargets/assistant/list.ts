import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../transport/request';

/**
 * `GET /leads/assistant`: all assistants of the account, the last one changed first.
 *
 * @param searchString what the server looks for in them; blank for all
 */
export const listOfAssistants = (searchString: string): ApiRequest => ({
	method: 'GET',
	path: '/leads/assistant',
	qs: { searchString, sort: 'lastModifiedDate,desc' },
	repeatable: true,
	list: { limit: Infinity },
});

/** How the editor's list shows an assistant: "Rachel (rachel@example.com)". */
export const labelOfAssistant = ({ id, name, emailid }: IDataObject): string =>
	[name ?? 'Assistant', emailid ? `(${emailid})` : `(ID ${id})`].join(' ');

/** The address in such a label; undefined if it has none. */
export const addressInLabel = (label: string): string | undefined =>
	/\(([^\s()@]+@[^\s()@]+)\)$/.exec(label)?.[1];
