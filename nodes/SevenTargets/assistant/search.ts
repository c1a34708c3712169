import {
	NodeApiError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { connect } from '../transport/connection';

// The documented default of the API's page size.
const PAGE_SIZE = 10;
// The editor waits for the list: no long timeout, and one request at a time.
const HOW = { timeout: 10_000, maxTries: 3, concurrency: 1 };

/** The list of the account's assistants, searched and paged by the server: `GET /leads/assistant`, pages from 0. */
export async function searchAssistants(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 0);
	const send = await connect(this, HOW);
	const outcome = await send({
		method: 'GET',
		path: '/leads/assistant',
		qs: {
			searchString: filter?.trim() ?? '',
			page,
			size: PAGE_SIZE,
			sort: 'lastModifiedDate,desc',
		},
	});
	if (!outcome?.ok) {
		throw new NodeApiError(
			this.getNode(),
			{},
			{
				message: outcome?.reason ?? '',
				description: outcome?.advice,
				httpCode: outcome?.status?.toString(),
			},
		);
	}
	const assistants = outcome.body as IDataObject[];
	return {
		results: assistants.map(({ id, name, emailid }) => ({
			name: `${name} (${emailid})`,
			value: String(id),
		})),
		paginationToken: assistants.length === PAGE_SIZE ? String(page + 1) : undefined,
	};
}
