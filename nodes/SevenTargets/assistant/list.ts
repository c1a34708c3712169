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
