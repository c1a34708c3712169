import type { IDataObject } from 'n8n-workflow';

import { listed } from '../../../shared/text';
import type { ApiRequest } from '../transport/request';
import type { ItemError } from './itemError';

/** What the API answered for an item: an object, or a list if one was asked for. */
export type ItemAnswer = IDataObject | IDataObject[];

/** The state of an item during a run. */
export type Item =
	/** It cannot be sent, or its request failed. */
	| { state: 'failed'; error: ItemError }
	| { state: 'open'; request: ApiRequest }
	/** The same person as an earlier item, whose answer it gets. */
	| { state: 'duplicate'; of: number }
	| { state: 'done'; answer: ItemAnswer };

/** The numbers of items in words, such as "items 1, 3", for an error or hint. */
export function listOf(items: number[]): string {
	return `${items.length === 1 ? 'item' : 'items'} ${listed(items)}`;
}
