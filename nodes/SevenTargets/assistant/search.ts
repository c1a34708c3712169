import {
	NodeApiError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { connect } from '../transport/connection';
import { loginNamed } from '../transport/logins';
import { LARGEST_PAGE } from '../transport/pages';
import { listOfAssistants } from './list';

// The editor waits for the list: no long timeout, and one request at a time.
const HOW = { timeout: 10_000, maxTries: 3, concurrency: 1 };

/**
 * The list of the account's assistants, searched and paged by the server. What is chosen is what the API takes: the email
 * with an OAuth2 login, the ID with a password login.
 */
export async function searchAssistants(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const login = loginNamed(this.getNodeParameter('authentication', 'password'));
	const page = Number(paginationToken ?? 0);
	const send = await connect(this, login, HOW);
	const request = listOfAssistants(filter?.trim() ?? '');
	const outcome = await send({ ...request, qs: { ...request.qs, page } });
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
			value: String(login === 'oAuth2' ? emailid : id),
		})),
		paginationToken: assistants.length === LARGEST_PAGE ? String(page + 1) : undefined,
	};
}
