import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../operation';
import type { Send } from './connection';

/** Documented is a default of 10, and no bound; 100 takes one request for nearly every account. */
export const LARGEST_PAGE = 100;

/**
 * Reads a list page by page (`page` from 0, `size`), until it has `limit` entries or a page is not full. The pages are as
 * large as makes the last one end at the limit.
 */
export async function readPages(
	{ limit = Infinity, only, ...request }: ApiRequest,
	send: Send,
): ReturnType<Send> {
	const size =
		limit === Infinity ? LARGEST_PAGE : Math.ceil(limit / Math.ceil(limit / LARGEST_PAGE));
	const entries: IDataObject[] = [];
	for (let page = 0; ; page++) {
		const outcome = await send({ ...request, qs: { ...request.qs, page, size } });
		if (!outcome?.ok) return outcome;
		const received = outcome.body as IDataObject[];
		entries.push(...received);
		if (received.length !== size || entries.length >= limit) break;
	}
	const wanted = entries.slice(0, limit);
	return { ok: true, body: only === undefined ? wanted : wanted.map(justThe(only)) };
}

const justThe = (names: string[]) => (entry: IDataObject) =>
	Object.fromEntries(names.filter((name) => name in entry).map((name) => [name, entry[name]]));
