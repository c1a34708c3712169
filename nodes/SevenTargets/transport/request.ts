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
	/**
	 * What to send, with the same body, if 7Targets refuses this one in a way that may mean that there is no such thing, unless the
	 * answer says otherwise. It may not be carried out twice, so this request comes first again if its fate is not known.
	 */
	orElse?: Pick<ApiRequest, 'method' | 'path'> & { unless: (answer?: () => string) => boolean };
	/** If a list is wanted: how many entries at most, and which fields of each, all if left out. */
	list?: { limit: number; only?: string[] };
}
