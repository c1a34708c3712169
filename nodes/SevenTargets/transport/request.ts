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
	/**
	 * What to send next, with the same body, if 7Targets refuses this request in a way that may mean that its target does not exist;
	 * `unless` reads the answer, and returns true if it means something else. It may not be carried out twice: if it is not known
	 * whether it was, this request comes first again.
	 */
	orElse?: Pick<ApiRequest, 'method' | 'path'> & { unless: (answer?: () => string) => boolean };
	list?: List;
}
