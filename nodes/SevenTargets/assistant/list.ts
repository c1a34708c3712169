import type { ApiRequest } from '../operation';
import { LARGEST_PAGE } from '../transport/pages';

/**
 * The account's assistants, the one that was changed last first: `GET /leads/assistant`, the first page
 * of them.
 *
 * @param searchString what the server looks for in them; blank for all
 */
export const listOfAssistants = (searchString: string): ApiRequest => ({
	method: 'GET',
	path: '/leads/assistant',
	qs: { searchString, page: 0, size: LARGEST_PAGE, sort: 'lastModifiedDate,desc' },
});
