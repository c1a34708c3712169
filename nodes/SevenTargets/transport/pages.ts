import type { IDataObject } from 'n8n-workflow';

import type { NotSent, Outcome } from './outcome';
import type { ApiRequest, List } from './request';

/** The documented default is 10; no maximum is documented. 100 takes few requests for nearly every account. */
export const LARGEST_PAGE = 100;

/**
 * Reads a list page by page (`page` from 0, `size`) until it has all entries that are wanted, or a page brings nothing new. If the
 * first page has fewer entries than asked for, the next pages ask for that number: then each begins where the last one ended,
 * whether the server counts by the size asked for or by its own.
 */
export async function readPages(
	request: ApiRequest,
	{ limit, only }: List,
	send: (page: ApiRequest) => Promise<Outcome | NotSent>,
): Promise<Outcome | NotSent> {
	let size = limit === Infinity ? LARGEST_PAGE : Math.ceil(limit / Math.ceil(limit / LARGEST_PAGE));
	const entries = new Map<unknown, IDataObject>();
	for (let page = 0; ; page++) {
		const outcome = await send({ ...request, qs: { ...request.qs, page, size } });
		if (outcome.kind !== 'done') return outcome;
		const received = outcome.body as IDataObject[];
		const known = entries.size;
		for (const entry of received) entries.set(entry.id ?? JSON.stringify(entry), entry);
		if (entries.size === known || entries.size >= limit) break;
		if (page === 0) size = Math.min(size, received.length);
	}
	const wanted = [...entries.values()].slice(0, limit);
	return { kind: 'done', body: only === undefined ? wanted : wanted.map(justThe(only)) };
}

const justThe = (names: string[]) => (entry: IDataObject) =>
	Object.fromEntries(names.filter((name) => name in entry).map((name) => [name, entry[name]]));
