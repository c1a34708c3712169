import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { RunOptions } from './options';
import type { LoginName } from './transport/logins';

/** One call of the 7Targets API, or, for a list, as many as its pages take. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT';
	/** Below the credential's API URL, starting with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
	/** For a list: how many entries are wanted at most. */
	limit?: number;
	/** For a list: the fields of each entry that are wanted; all where left out. */
	only?: string[];
}

/** One thing that the node can do with an item. It knows nothing of tokens, repeats or batches. */
export interface Operation {
	option: INodePropertyOptions;
	/** Its form in the editor, without the condition under which it shows. */
	properties: INodeProperties[];
	/** Which of the options apply. */
	options: Array<keyof RunOptions>;
	/** Words for errors. */
	task: {
		/** "7Targets did not <doing>" */
		doing: string;
		/** "It is not known whether <done>" */
		done: string;
		/** "3 of 5 <manyDone>" */
		manyDone: string;
		/** What else to do where the API refuses what the item holds. */
		whereRefused: string;
		/** What to do where it is not known. */
		whereUnknown: string;
		/** What to think of a failure where an earlier try may have done it, unless it may be done twice. */
		whereTriedBefore?: string;
	};
	/** Whether the same request may be carried out twice without harm. */
	mayBeRepeated?: true;
	/**
	 * What tells people apart, where a request is about one: the same for two requests about the same person. These are
	 * sent one after the other, so that the last one counts.
	 */
	person?: (request: ApiRequest) => string;
	/**
	 * The request for one item; `parameter` gives the value of a parameter for that item, or null where there is none.
	 *
	 * @throws FieldProblem where a value cannot go out
	 */
	toRequest: (parameter: (name: string) => unknown, login: LoginName) => ApiRequest;
}
