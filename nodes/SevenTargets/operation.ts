import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Authentication } from './authentication';
import type { Problem } from './transport/outcome';
import type { ApiRequest } from './transport/request';

/** The fields of the collection `options`. */
export type OptionName = 'concurrency' | 'timeout' | 'maxTries' | 'duplicates' | 'dryRun';

/**
 * Notes what became of a column of an item. `field` is the label of the field that it went to; '' if another column was used for that
 * field; undefined if it means no field; null if the column was named and is not there.
 */
export type NoteColumn = (column: string, field?: string | null) => void;

/** What a request is made of. */
export interface InputItem {
	/** The value of a parameter for the item; null if there is none. */
	parameter: (name: string) => unknown;
	authentication: Authentication;
	/** What came in. */
	json: IDataObject;
	note: NoteColumn;
}

/** One thing that the node can do with an item. It knows nothing about tokens, repeats or batches. */
export interface Operation {
	option: INodePropertyOptions;
	/** Its form in the editor, without the condition under which it shows. */
	properties: INodeProperties[];
	/** Which of the options apply. */
	options: OptionName[];
	/** Words for errors. */
	task: {
		/** "7Targets did not <doing>" */
		doing: string;
		/** "It is not known whether <done>" */
		done: string;
		/** "3 of 5 <manyDone>" */
		manyDone: string;
		/** What else to do if the API refuses what the item holds, for the reason in `problem`. */
		ifRefused: (problem: Problem, body: IDataObject) => string;
		/** What to do if it is not known whether it was done. */
		ifUnknown: string;
		/** "a new run would send all items again, <ifAllAgain>" */
		ifAllAgain: string;
	};
	/**
	 * The key of the person that a request is about, if there is one. Requests with the same key are sent one after the other, so that
	 * the last one counts.
	 */
	person?: (request: ApiRequest) => string;
	/** For a request that may not be carried out twice: the one to send if an earlier run may have carried it out. */
	toSettle?: (request: ApiRequest) => ApiRequest;
	/** The output of an item; `isNew` if the request created the lead, or may have. If left out: what the API answers. */
	toOutput?: (answer: IDataObject, isNew: boolean) => IDataObject;
	/** The request for one item. @throws FieldProblem if a value cannot go out */
	toRequest: (item: InputItem) => ApiRequest;
}
