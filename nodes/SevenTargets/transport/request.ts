import type { IDataObject } from 'n8n-workflow';

/** One call of the 7Targets API, or, for a list, as many as its pages take. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT';
	/** Below the credential's API URL, starting with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** Whether it may be carried out twice without harm. */
	repeatable: boolean;
	/** If a list is wanted: how many entries at most, and which fields of each, all if left out. */
	list?: { limit: number; only?: string[] };
}
