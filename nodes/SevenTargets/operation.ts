import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Hint } from '../../shared/n8n';
import type { Authentication } from './authentication';
import type { Client } from './transport/client';
import type { Done, NotSent, Problem } from './transport/outcome';
import type { ApiRequest } from './transport/request';
import type { NoteValue } from './values';

/** The fields of the collection `options`. */
export type OptionName = 'concurrency' | 'timeout' | 'maxTries' | 'duplicates';

/** What became of a column of an item. */
export type ColumnUse = { column: string } & (
	| {
			use: 'sent';
			/** The label of the field. */
			as: string;
	  }
	/** It means a field, but another column holds that, or it is not the lead's. */
	| { use: 'passedOver'; why?: string }
	/** It is blank, or means no field. */
	| { use: 'none' }
	/** The user has named it, and the item has no such column. */
	| { use: 'missing' }
);

/** Takes in something of each item, and tells the user about all of them. */
export interface ItemsReport<T> {
	add: (ofItem: T) => void;
	/** undefined if there is nothing to tell */
	hint: () => Hint | undefined;
}

/** What a request is made of. */
export interface InputItem {
	/** The value of a parameter for the item; null if there is none. */
	parameter: (name: string) => unknown;
	authentication: Authentication;
	/** What came in. */
	json: IDataObject;
	/** Tells what became of its columns, if the request is made of them. */
	reportColumns: (uses: ColumnUse[]) => void;
	/** Tells what a value of the item lost. */
	noteValue?: NoteValue;
}

/** What became of an item's request. */
export type ItemOutcome = ItemDone | ItemProblem | NotSent;

/** `isNew` if 7Targets did not have the person before. */
export type ItemDone = Done & { isNew?: boolean };

export interface ItemProblem extends Problem {
	/** Whether 7Targets did not have the person before: then it is new, if there is one. */
	wasMissing?: boolean;
	/** If an update came first and was refused: why. */
	updateRefusal?: string;
}

/** An earlier run, or another round of a loop, has left it unknown what became of a request for the same purpose. */
export interface Doubt {
	/** Whether 7Targets did not have the person before. */
	wasMissing: boolean;
}

/** Sends the request of an item. @param earlier if an earlier request for the same purpose may have been carried out */
export type SendItem = (
	request: ApiRequest,
	by: { client: Pick<Client, 'send' | 'newTries'>; signal: AbortSignal },
	earlier?: Doubt,
) => Promise<ItemOutcome>;

/** One thing that the node can do with an item. It knows nothing about tokens, repeats or batches. */
export interface Operation {
	option: INodePropertyOptions;
	/** Its form in the editor, without the condition under which it shows. */
	properties: INodeProperties[];
	/** Which of the options apply. */
	options: OptionName[];
	/** What comes of sending, for the switch Dry Run: "If it is off, Execute step sends, too: <ifSent>". If left out: no such switch. */
	ifSent?: string;
	/** Words for errors. */
	task: {
		/** "7Targets did not <doing>" */
		doing: string;
		/** "It is not known whether <done>" */
		done: string;
		/** "3 of 5 <manyDone>" */
		manyDone: string;
		/** What to do if the API refuses the values of an item. If left out: correct its fields. */
		correct?: string;
		/** What else to do if the API refuses what the item holds. @param body what was sent */
		ifRefused: (problem: ItemProblem, body: IDataObject) => string;
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
	/** Whether two of the requests may be about the same person, although `person` differs. Then all are sent one after the other. */
	mayHideTheSamePerson?: (requests: ApiRequest[]) => boolean;
	/**
	 * Whether it creates a person each time, which must not happen twice, or only one that 7Targets does not have. If left out, it may be
	 * done twice without harm.
	 */
	creates?: 'always' | 'ifMissing';
	/** Whether the other items are sent if one fails, so that nobody is kept waiting by the item of somebody else. */
	triesAll?: true;
	/** How the request of an item is sent. If left out: by itself, and again if that is safe. */
	sendItem?: SendItem;
	/** The output of an item. If left out: what the API answers. */
	toOutput?: (answer: IDataObject, isNew: boolean) => IDataObject;
	/** A new report on the columns that requests are made of. If left out: they are made of the form alone. */
	columnHint?: () => ItemsReport<ColumnUse[]>;
	/** The request for one item. @throws FieldProblem if a value cannot go out */
	toRequest: (item: InputItem) => ApiRequest;
}
