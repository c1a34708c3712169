import type { IDataObject } from 'n8n-workflow';

/** How many entries of a list at most, and which fields of each (all if left out). */
export interface List {
	limit: number;
	only?: string[];
}

/** One call of the 7Targets API, or, for a list, one for each page. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT';
	/** Below the credential's API URL, starting with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Whether it may be carried out twice without harm. */
	repeatable: boolean;
	list?: List;
}
