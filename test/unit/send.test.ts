import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import type { ItemOutcome, ItemProblem, Operation } from '../../nodes/SevenTargets/operation';
import type { Item } from '../../nodes/SevenTargets/run/item';
import { RunRecord } from '../../nodes/SevenTargets/run/record';
import { sendAll } from '../../nodes/SevenTargets/run/send';
import type { ApiRequest } from '../../nodes/SevenTargets/transport/request';
import { NOT_SENT, problem } from '../support/outcomes';

const NODE: INode = {
	id: '1',
	name: '7Targets',
	type: 'sevenTargets',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const OPERATION: Operation = {
	option: { name: 'Greet', value: 'greet' },
	properties: [],
	options: [],
	task: {
		doing: 'greet the lead',
		done: 'the lead was greeted',
		manyDone: 'leads were greeted',
		ifRefused: (_, { name }) => `Is it ${name}?`,
		ifUnknown: 'Look first.',
		ifAllAgain: 'which greets all again',
	},
	person: ({ body }) => String(body?.name),
	creates: 'always',
	// It is told apart from the request itself by its method.
	sendItem: async (request, { client }, earlier) =>
		await client.send(earlier === undefined ? request : { ...request, method: 'PUT' }),
	toOutput: ({ name }, isNew) => ({ name, isNew }),
	toRequest: () => requestOf('nobody'),
};

const requestOf = (name: string): ApiRequest => ({
	method: 'POST',
	path: '/greetings',
	repeatable: false,
	body: { name },
});

const done = (name: string, more = {}): ItemOutcome => ({ kind: 'done', body: { name }, ...more });
const CORRECT = 'Correct the fields of this item and try again.';
const REFUSED = problem('refused', { status: 400, answer: {}, advice: undefined });
const UNKNOWN = problem('unknown');
const NO_LOGIN = problem('run');

interface Run {
	/** Which of the items are sent one after the other; by default each is alone. */
	lines?: number[][];
	isInOrder?: boolean;
	items?: Item[];
	/** What becomes of each, by its name. */
	outcomes: Record<string, ItemOutcome>;
	/** Those of which it is not known whether they were sent before, and whether they may be new by it. */
	doubts?: Record<string, boolean>;
	operation?: Partial<Operation>;
	width?: number;
	goesOn?: boolean;
	/** The one in which the user presses Stop. */
	stopAt?: string;
	canStop?: boolean;
	mode?: string;
	settings?: object;
}

/** Sends one item for each name. */
async function sent({ outcomes, doubts = {}, width = 1, operation, ...run }: Run) {
	const { stopAt, goesOn = false, canStop = true, mode = 'trigger', settings = {} } = run;
	const items: Item[] =
		run.items ?? Object.keys(outcomes).map((name) => ({ state: 'open', request: requestOf(name) }));
	const lines = run.lines ?? items.map((_, item) => [item]);
	const stop = new AbortController();
	const halt = new AbortController();
	const kept: IDataObject = {};
	const context = {
		continueOnFail: () => goesOn,
		getNode: () => NODE,
		getExecutionCancelSignal: () => (canStop ? stop.signal : undefined),
		getWorkflowSettings: () => settings,
		getMode: () => mode,
		getContext: () => kept,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
	} as unknown as IExecuteFunctions;
	const record = new RunRecord(context, { ...OPERATION, ...operation }, 'ours');
	for (const [name, wasMissing] of Object.entries(doubts)) {
		record.addUnknown(requestOf(name), { wasMissing });
	}
	const asked: string[] = [];
	const end = await sendAll(
		context,
		{ ...OPERATION, ...operation },
		{ items, lines, isInOrder: run.isInOrder } as Parameters<typeof sendAll>[2],
		{
			client: {
				send: async ({ method, body }) => {
					const name = String(body?.name);
					asked.push(`${method} ${name}`);
					await Promise.resolve();
					if (name === stopAt) stop.abort();
					return outcomes[name];
				},
				newTries: () => ({ left: 3 }),
				limit: width,
			},
			record,
			halt,
			signal: AbortSignal.any([halt.signal, stop.signal]),
			ended: new Promise(() => {}),
		},
	);
	return {
		asked,
		end: end && [end.message, end.description],
		states: items.map(({ state }) => state),
		answers: items.map((item) => (item.state === 'done' ? item.answer : undefined)),
		errors: items.map((item) => (item.state === 'failed' ? item.error.message : undefined)),
		advice: items.map((item) => (item.state === 'failed' ? item.error.description : undefined)),
		wasMissing: (name: string) => record.unknownFor(requestOf(name))?.wasMissing,
		taken: (name: string) => record.answersFor([requestOf(name)])[0]?.entry.answer,
	};
}

const RETRY =
	"To keep them and send only the rest, press Retry on this execution, the newest one that failed, under Executions, if it is listed there. If such a Retry is stopped or dies, switch to 'Create or Update' first: n8n does not keep what it has created. A new run would send all items again, which greets all again.";

it('sends the open items, keeps what came of them, and gives it out', async () => {
	const items: Item[] = [
		{ state: 'done', answer: { name: 'Ann' } },
		{ state: 'open', request: requestOf('Ben') },
		{ state: 'open', request: requestOf('Cleo') },
	];
	const outcomes = { Ben: done('Ben'), Cleo: done('Cleo', { isNew: true }) };
	const run = await sent({ items, lines: [[0, 1], [2]], outcomes });
	expect(run.end).toBeUndefined();
	expect(run.asked).toEqual(['POST Ben', 'POST Cleo']);
	expect(run.answers).toEqual([
		{ name: 'Ann' },
		{ name: 'Ben', isNew: false },
		{ name: 'Cleo', isNew: true },
	]);
	expect(run.taken('Ben')).toEqual({ name: 'Ben', isNew: false });
});

it.each([
	['as it is if the operation makes nothing of it', { toOutput: undefined }, { name: 'Ann' }],
	['as it is if it is a list', {}, [{ name: 'Ann' }]],
])('gives an answer out %s', async (_, operation, body) => {
	const run = await sent({ outcomes: { Ann: { kind: 'done', body } }, operation });
	expect(run.answers).toEqual([body]);
});

describe('a lead of which it is not known whether an earlier try has done it', () => {
	it.each([true, false])(
		'is sent as the operation does then, and is settled: %s',
		async (isNew) => {
			const outcomes = { Ann: done('Ann', { isNew }) };
			const run = await sent({ outcomes, doubts: { Ann: true } });
			expect(run.asked).toEqual(['PUT Ann']);
			expect(run.answers).toEqual([{ name: 'Ann', isNew }]);
			expect(run.wasMissing('Ann')).toBeUndefined();
		},
	);

	const plain = { sendItem: undefined, creates: undefined };

	it('is sent as it is if twice does no harm', async () => {
		const run = await sent({
			outcomes: { Ann: done('Ann') },
			doubts: { Ann: false },
			operation: plain,
		});
		expect(run.asked).toEqual(['POST Ann']);
	});

	it.each<[string, ItemProblem, RegExp, boolean]>([
		['is still not known if it is refused', REFUSED, /^It is not known whether the lead/, false],
		['is still not known if the login fails', NO_LOGIN, /^It is not known whether the lead/, false],
		[
			'may be new by what was tried now',
			{ ...UNKNOWN, wasMissing: true },
			/^It is not known whether the lead/,
			true,
		],
	])('%s', async (_, outcome, message, wasMissing) => {
		const run = await sent({
			outcomes: { Ann: outcome },
			doubts: { Ann: false },
			operation: plain,
		});
		expect(run.errors[0]).toMatch(message);
		expect(run.wasMissing('Ann')).toBe(wasMissing);
	});

	it('was not done if the operation says so', async () => {
		const run = await sent({ outcomes: { Ann: REFUSED }, doubts: { Ann: false } });
		expect(run.errors[0]).toMatch(/^7Targets did not greet the lead/);
	});
});

it('keeps a doubt of what is unknown alone', async () => {
	const outcomes = { Ann: UNKNOWN, Ben: REFUSED, Cleo: { ...UNKNOWN, wasMissing: true } };
	const run = await sent({ outcomes, goesOn: true });
	expect(['Ann', 'Ben', 'Cleo'].map(run.wasMissing)).toEqual([false, undefined, true]);
});

describe('if one fails', () => {
	const outcomes = { Ann: done('Ann'), Ben: REFUSED, Cleo: done('Cleo'), Dan: done('Dan') };

	it('sends no further one, and says how far it came', async () => {
		const run = await sent({ outcomes });
		expect(run.asked).toEqual(['POST Ann', 'POST Ben']);
		expect(run.end).toEqual([
			'7Targets did not greet the lead: No [item 1]',
			`Before the run stopped, 1 of 4 leads were greeted. ${RETRY} ${CORRECT} Is it Ben?`,
		]);
	});

	it('begins none beside it either', async () => {
		const run = await sent({
			outcomes: { Ben: REFUSED, Ann: done('Ann'), Cleo: done('Cleo') },
			width: 2,
		});
		expect(run.asked).toEqual(['POST Ben', 'POST Ann']);
		expect(run.states).toEqual(['failed', 'done', 'open']);
	});

	it('goes on if it is to go on, and tells the item alone', async () => {
		const run = await sent({ outcomes, goesOn: true });
		expect(run.end).toBeUndefined();
		expect(run.states).toEqual(['done', 'failed', 'done', 'done']);
		expect(run.errors[1]).toBe('7Targets did not greet the lead: No [item 1]');
		expect(run.advice[1]).toBe(`${CORRECT} Is it Ben?`);
	});

	it('does not go on if it is the login, and says so for all that were not sent', async () => {
		const run = await sent({ outcomes: { ...outcomes, Ben: NO_LOGIN }, goesOn: true });
		expect(run.end).toBeUndefined();
		expect(run.asked).toEqual(['POST Ann', 'POST Ben']);
		expect(run.errors).toEqual([undefined, 'No.', 'No.', 'No.']);
	});

	it('says nothing of progress if there is one item, and nothing of Retry if none was done', async () => {
		expect((await sent({ outcomes: { Ann: UNKNOWN } })).end).toEqual([
			'It is not known whether the lead was greeted: No [item 0]',
			'Look first.',
		]);
		expect((await sent({ outcomes: { Ann: REFUSED, Ben: done('Ben') } })).end).toEqual([
			'7Targets did not greet the lead: No [item 0]',
			`Before the run stopped, 0 of 2 leads were greeted. ${CORRECT} Is it Ann?`,
		]);
	});

	it('counts no duplicates', async () => {
		const items: Item[] = [
			{ state: 'open', request: requestOf('Ann') },
			{ state: 'open', request: requestOf('Ben') },
			{ state: 'duplicate', of: 0 },
		];
		const run = await sent({
			items,
			lines: [[0], [1]],
			outcomes: { Ann: done('Ann'), Ben: REFUSED },
		});
		expect(run.end?.[1]).toMatch(/^Before the run stopped, 1 of 2 leads were greeted\./);
	});

	it('names the others that are not known, in their order', async () => {
		const names = Array.from({ length: 12 }, (_, item) => `Lead ${item}`);
		const run = await sent({
			outcomes: Object.fromEntries(names.map((name) => [name, UNKNOWN])),
			lines: [[10], [9], [2], [0], ...[1, 3, 4, 5, 6, 7, 8, 11].map((item) => [item])],
			width: 4,
		});
		expect(run.end).toEqual([
			'It is not known whether the lead was greeted: No [item 10]',
			'Before the run stopped, 0 of 12 leads were greeted. It is not known either for items 0, 2, 9. Look first.',
		]);
	});
});

describe('an operation that tries all', () => {
	const operation = { triesAll: true as const };
	const names = Array.from({ length: 25 }, (_, item) => `Lead ${item}`);
	const all = (outcome: (item: number) => ItemOutcome) =>
		Object.fromEntries(names.map((name, item) => [name, outcome(item)]));

	it('sends the others if one is refused, and says which were not done', async () => {
		const outcomes = all((item) => (item % 10 === 3 ? REFUSED : done(names[item])));
		const run = await sent({ outcomes, operation });
		expect(run.asked).toHaveLength(25);
		expect(run.end).toEqual([
			'7Targets did not greet the lead: No [item 3]',
			`22 of 25 leads were greeted. Not done either: items 13, 23. ${RETRY} ${CORRECT} Is it Lead 3?`,
		]);
	});

	it('tells apart which are not known', async () => {
		const outcomes = all((item) => [UNKNOWN, REFUSED, done(names[item])][item % 3]);
		const { end } = await sent({ outcomes, operation, width: 4 });
		expect(end?.[0]).toBe('It is not known whether the lead was greeted: No [item 0]');
		expect(end?.[1]).toContain(
			'8 of 25 leads were greeted. Not done either: items 1, 4, 7, 10, 13, 16, 19, 22. It is not known either for items 3, 6, 9, 12, 15, 18, 21, 24.',
		);
	});

	it.each([
		['unknown', UNKNOWN],
		['unreached', problem('unreached')],
		['refused by a server that is busy', problem('refused', { status: 429 })],
	])('ends if ten in a row are %s: that is not their fault', async (_, outcome) => {
		const { asked, end } = await sent({ outcomes: all(() => outcome), operation });
		expect(asked).toHaveLength(10);
		expect(end?.[1]).toMatch(/^Before the run stopped, 0 of 25 leads were greeted\./);
	});

	it.each([
		['done', (item: number) => done(names[item])],
		['refused for what it holds', () => REFUSED],
	])('goes on if one of ten is %s', async (_, other) => {
		const outcomes = all((item) => (item % 10 === 9 ? other(item) : UNKNOWN));
		expect((await sent({ outcomes, operation })).asked).toHaveLength(25);
	});

	it('ends at once if the login fails', async () => {
		const outcomes = all((item) => (item === 1 ? NO_LOGIN : done(names[item])));
		const { asked, end } = await sent({ outcomes, operation });
		expect(asked).toEqual(['POST Lead 0', 'POST Lead 1']);
		expect(end?.[0]).toBe('No.');
	});

	it('says that it was stopped, if it was', async () => {
		const outcomes = all((item) => (item === 0 ? REFUSED : done(names[item])));
		const { end } = await sent({ outcomes, operation, stopAt: 'Lead 2' });
		expect(end?.[0]).toBe('The run was stopped.');
	});
});

it('sends all one after the other, in their order, if nobody knows which are about the same person', async () => {
	const outcomes = { Ann: done('Ann'), Ben: done('Ben'), Cleo: done('Cleo') };
	const lines = [[0, 2], [1]];
	expect((await sent({ outcomes, lines, width: 3 })).asked).toEqual([
		'POST Ann',
		'POST Ben',
		'POST Cleo',
	]);
	const { asked } = await sent({ outcomes, lines: [[2], [0], [1]], width: 1, isInOrder: true });
	expect(asked).toEqual(['POST Ann', 'POST Ben', 'POST Cleo']);
});

describe('Stop', () => {
	it('waits for what is under way, sends no further one, and says what a new run would do', async () => {
		const outcomes = { Ann: done('Ann'), Ben: done('Ben'), Cleo: done('Cleo') };
		const run = await sent({ outcomes, stopAt: 'Ben', lines: [[0, 1, 2]] });
		expect(run.asked).toEqual(['POST Ann', 'POST Ben']);
		expect(run.end).toEqual([
			'The run was stopped.',
			'Before the run stopped, 2 of 3 leads were greeted. A new run would send all items again, which greets all again.',
		]);
	});

	it('if nothing was done yet says just that', async () => {
		const run = await sent({ outcomes: { Ann: NOT_SENT, Ben: done('Ben') }, stopAt: 'Ann' });
		expect(run.asked).toEqual(['POST Ann']);
		expect(run.states).toEqual(['open', 'open']);
		expect(run.end).toEqual([
			'The run was stopped.',
			'Before the run stopped, 0 of 2 leads were greeted.',
		]);
	});

	it('ends a line after one that was not sent, and after one that failed', async () => {
		const lines = [[0, 1]];
		const notSent = await sent({
			outcomes: { Ann: NOT_SENT, Ben: done('Ben') },
			stopAt: 'Ann',
			lines,
		});
		expect(notSent.asked).toEqual(['POST Ann']);
		const failed = { outcomes: { Ann: REFUSED, Ben: done('Ben') }, stopAt: 'Ann', lines };
		expect((await sent({ ...failed, goesOn: true })).asked).toEqual(['POST Ann']);
		expect((await sent({ ...failed, goesOn: false })).asked).toEqual(['POST Ann']);
	});
});

describe('how to go on', () => {
	const outcomes = { Ann: done('Ann'), Ben: REFUSED };
	const NOT_SAVED =
		'This workflow does not save such executions, so there is no Retry that would send only the rest. A new run would send all items again, which greets all again.';
	it('in a sub-workflow that may have been called for each item says what a Retry of the caller does', async () => {
		const { end } = await sent({ outcomes: { Ann: REFUSED }, mode: 'integrated' });
		expect(end?.[1]).toBe(
			`A Retry of the workflow that called it would send all items again, which greets all again. ${CORRECT} Is it Ann?`,
		);
		const operation = { creates: 'ifMissing' as const };
		const harmless = await sent({ outcomes: { Ann: REFUSED }, mode: 'integrated', operation });
		expect(harmless.end?.[1]).toBe(`${CORRECT} Is it Ann?`);
	});

	const IN_SUB_WORKFLOW =
		"To keep them and send only the rest, open this execution of the sub-workflow under Executions, the newest one that failed, and press Retry there, if it is listed. If such a Retry is stopped or dies, switch to 'Create or Update' first: n8n does not keep what it has created. A Retry of the workflow that called it would send all items again, which greets all again.";

	it.each<[string, object, string]>([
		['trigger', {}, RETRY],
		['trigger', { saveDataErrorExecution: 'all', saveManualExecutions: false }, RETRY],
		['trigger', { saveDataErrorExecution: 'none', saveManualExecutions: true }, NOT_SAVED],
		['manual', { saveDataErrorExecution: 'none', saveManualExecutions: true }, RETRY],
		['manual', { saveDataErrorExecution: 'all', saveManualExecutions: false }, NOT_SAVED],
		['integrated', {}, IN_SUB_WORKFLOW],
		['integrated', { saveDataErrorExecution: 'none' }, NOT_SAVED],
	])('in a run of %s with %j', async (mode, settings, how) => {
		const { end } = await sent({ outcomes, mode, settings });
		expect(end?.[1]).toBe(
			`Before the run stopped, 1 of 2 leads were greeted. ${how} ${CORRECT} Is it Ben?`,
		);
	});

	it('in an n8n that tells of no Stop', async () => {
		const { end } = await sent({ outcomes, canStop: false });
		expect(end?.[1]).toContain(RETRY);
	});
});
