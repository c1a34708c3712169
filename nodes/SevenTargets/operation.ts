import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** One call of the 7Targets API. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT';
	/** Below the credential's API URL, starting with a slash. */
	path: string;
	qs?: IDataObject;
	body?: IDataObject;
}

/** One thing that the node can do with an item. It knows nothing of tokens, repeats or batches. */
export interface Operation {
	option: INodePropertyOptions;
	/** Its form in the editor, without the condition under which it shows. */
	properties: INodeProperties[];
	/** Words for errors. */
	task: {
		/** "7Targets did not <doing>" */
		doing: string;
		/** "It is not known whether <done>" */
		done: string;
		/** "3 of 5 <manyDone>" */
		manyDone: string;
		/** What to do where it is not known. */
		whereUnknown: string;
		/** What to think of a failure where an earlier try may have done it. */
		whereTriedBefore: string;
	};
	/** What tells people apart, where a request is about one: the same for two requests about the same person. */
	person?: (request: ApiRequest) => string;
	/**
	 * The request for one item; `parameter` gives the value of a parameter for that item.
	 *
	 * @throws FieldProblem where a value cannot go out
	 */
	toRequest: (parameter: (name: string) => unknown) => ApiRequest;
}
