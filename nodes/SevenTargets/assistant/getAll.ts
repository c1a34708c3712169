import type { Operation } from '../operation';
import { FieldProblem, text, trueOrFalse, wholeNumber } from '../values';
import { listOfAssistants } from './list';

const LIMIT = 'Limit';
const SEARCH = 'Search';

/** The fields of an assistant that come out with Simplify on. */
export const SIMPLE_FIELDS = ['id', 'name', 'emailid', 'role', 'description', 'defaultScheduleId'];

/** `GET /leads/assistant`: the account's assistants. */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many assistants',
		description: 'List the AI sales assistants of your account',
	},
	properties: [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: LIMIT,
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
			displayOptions: { show: { returnAll: [false] } },
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			default: {},
			options: [
				{
					displayName: SEARCH,
					name: 'searchString',
					type: 'string',
					default: '',
					placeholder: 'e.g. Rachel',
					description: 'The text to search for, such as the name of an assistant',
				},
			],
		},
	],
	options: ['maxTries', 'timeout'],
	task: {
		doing: 'list the assistants',
		done: 'the assistants were listed',
		manyDone: 'lists of assistants were read',
		ifRefused: () => '',
		ifUnknown: 'Run it again: it changes nothing.',
		ifAllAgain: 'which changes nothing',
	},
	toRequest: ({ parameter }) => {
		const { searchString } = (parameter('filters') ?? {}) as { searchString?: unknown };
		const all = trueOrFalse(parameter('returnAll'), 'Return All');
		const limit = all ? Infinity : wholeNumber(parameter('limit'), LIMIT);
		if (limit === undefined || limit < 1) {
			throw new FieldProblem(`'${LIMIT}' must be 1 or more`, "To get all, switch on 'Return All'.");
		}
		return {
			...listOfAssistants(text(searchString, SEARCH) ?? ''),
			list: {
				limit,
				only: trueOrFalse(parameter('simplify'), 'Simplify') ? SIMPLE_FIELDS : undefined,
			},
		};
	},
};
