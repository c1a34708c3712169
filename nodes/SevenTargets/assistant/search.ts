import {
	NodeApiError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { loginMethodOf, TAKES_ASSISTANT_ID } from '../authentication';
import { Client } from '../transport/client';
import { labelOfAssistant, listOfAssistants } from './list';

// The editor waits for the list: no long timeout, and one request at a time.
const HOW = { timeout: 10_000, maxTries: 3, concurrency: 1 };

/**
 * The list of the account's assistants by their names, searched by the server. The value of each is what the API takes: the email with an OAuth2
 * login, the ID with a password login.
 *
 * @throws NodeApiError if the list cannot be read
 */
export async function searchAssistants(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const [authentication, method] = loginMethodOf(this.getNodeParameter('authentication'));
	const client = await Client.open(this, method, HOW);
	const outcome =
		'kind' in client ? client : await client.send(listOfAssistants(filter?.trim() ?? ''));
	if (outcome.kind === 'notSent') return { results: [] };
	if (outcome.kind !== 'done') {
		const { reason: message, advice: description, status } = outcome;
		const error = { message, description, httpCode: status?.toString() };
		throw new NodeApiError(this.getNode(), {}, error);
	}
	const assistants = outcome.body as IDataObject[];
	const results = assistants.flatMap((assistant) => {
		const value = TAKES_ASSISTANT_ID[authentication] ? assistant.id : assistant.emailid;
		// One without an address cannot be chosen if the API knows assistants by their address.
		return value ? [{ name: labelOfAssistant(assistant), value: String(value) }] : [];
	});
	return { results: results.sort((one, other) => one.name.localeCompare(other.name)) };
}
