import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../../nodes/SevenTargets/operation';
import { RunRecord } from '../../nodes/SevenTargets/run/record';
import type { ApiRequest } from '../../nodes/SevenTargets/transport/request';

/** What n8n keeps of the node, and stores with a failed execution. */
let context: object;
beforeEach(() => (context = {}));

/** A request of an operation. */
interface Step {
	name: string;
	creates?: Operation['creates'];
	request: ApiRequest;
}
const POST = { method: 'POST', path: '/leads', repeatable: false } as const;
const PUT = { method: 'PUT', path: '/leads', repeatable: true } as const;
const body = (name: string, email = 'john@example.com') => ({ name, email });
const create = (name: string, email?: string): Step => ({
	name: 'create',
	creates: 'always',
	request: { ...POST, body: body(name, email) },
});
const upsert = (name: string, email?: string): Step => ({
	name: 'upsert',
	creates: 'ifMissing',
	request: { ...POST, body: body(name, email) },
});
const update = (name: string, email?: string): Step => ({
	name: 'update',
	request: { ...PUT, body: body(name, email) },
});
const stop = (email = 'john@example.com'): Step => ({
	name: 'stopFollowUp',
	request: { ...PUT, path: '/leads/stop', body: { email } },
});
const MARY = 'mary@example.com';

interface Try {
	round?: number;
	account?: string;
	isAboutNobody?: boolean;
}

/** The record of a run of the step's operation, in this round of a loop. */
function recordOf(
	{ name, creates }: Step,
	{ round = 0, account = 'ours', isAboutNobody }: Try = {},
) {
	const node = {
		getContext: () => context,
		getWorkflowDataProxy: () => ({ $runIndex: round }),
	} as unknown as IExecuteFunctions;
	const person = isAboutNobody ? undefined : (one: ApiRequest) => String(one.body?.email);
	return new RunRecord(node, { option: { name, value: name }, creates, person }, account);
}

/** n8n stores the execution, and takes it up again. */
const store = () => void (context = JSON.parse(JSON.stringify(context)));

/** The answers that the next try is given for its requests about one person; if they are of other values, with a mark. */
function answersFor(steps: Step[], how?: Try) {
	store();
	return recordOf(steps[0], how)
		.answersFor(steps.map(({ request }) => request))
		.map(
			(one) =>
				one && `${(one.entry.answer as IDataObject).id}${one.isSame ? '' : ' of other values'}`,
		);
}

/** A try that takes up what is there, and then does the rest. */
function does(...steps: Step[]) {
	store();
	const record = recordOf(steps[0]);
	const earlier = record.answersFor(steps.map(({ request }) => request));
	for (const one of earlier) if (one !== undefined) record.takeUp(one);
	steps.forEach(({ request }, n) => {
		if (earlier[n] === undefined) record.addAnswer(request, { id: n + 1 });
	});
}
const isUnknown = (step: Step, wasMissing: boolean, round = 0) =>
	recordOf(step, { round }).addUnknown(step.request, { wasMissing });
const unknownFor = (step: Step, round = 0) =>
	recordOf(step, { round }).unknownFor(step.request)?.wasMissing;

describe('a creation', () => {
	it('is taken up for the same request, once', () => {
		does(create('John'));
		expect(answersFor([create('John'), create('John')])).toEqual(['1', undefined]);
	});

	it('is taken up for one that was corrected', () => {
		does(create('Jon'));
		expect(answersFor([create('John')])).toEqual(['1 of other values']);
	});

	it('is taken up for the same request first, wherever that stands, and then for the others in their order', () => {
		does(create('one'), create('two'), create('three'));
		expect(answersFor([create('four'), create('three'), create('one')])).toEqual([
			'2 of other values',
			'3',
			'1',
		]);
	});

	it('by Create or Update counts, also if that was done again since', () => {
		does(upsert('John'));
		expect(answersFor([create('John')])).toEqual(['1']);
		does(upsert('Jon'));
		expect(answersFor([create('John'), create('Jon')])).toEqual(['1', '1']);
	});

	it('is not taken up for one of another person, of another account, or in another round', () => {
		does(create('John'));
		expect(answersFor([create('John', MARY)])).toEqual([undefined]);
		expect(answersFor([create('John')], { account: 'theirs' })).toEqual([undefined]);
		expect(answersFor([create('John')], { round: 1 })).toEqual([undefined]);
		expect(answersFor([create('John')])).toEqual(['1']);
	});

	it('is none by an update or a stop of the same person', () => {
		does(update('John'));
		does(stop());
		expect(answersFor([create('John')])).toEqual([undefined]);
	});
});

describe('what may be done twice', () => {
	it('is taken up in its order', () => {
		does(update('one'), update('two'));
		expect(answersFor([update('one'), update('two'), update('three')])).toEqual(['1', '2']);
	});

	it.each([
		['with other values', update('two')],
		['with the same values, as another operation', upsert('one')],
		['with the same values, as a stop', { ...stop(), request: update('one').request }],
	])('is not taken up for a request %s', (_, step) => {
		does(update('one'));
		expect(answersFor([step])).toEqual([]);
	});

	it('is taken up to the first that differs, and no more once that was done', () => {
		does(update('one'), update('two'), update('three'));
		expect(answersFor([update('one'), update('other'), update('three')])).toEqual(['1']);
		does(update('one'), update('other'));
		expect(answersFor([update('one'), update('two'), update('three')])).toEqual(['1']);
	});

	it('is done again if something else was done since', () => {
		does(update('one'), update('two'));
		expect(answersFor([update('one')])).toEqual([]);
	});

	it('is done again if something else may have been done since', () => {
		does(update('one'), update('two'));
		isUnknown(update('three'), false);
		expect(answersFor([update('one'), update('two')])).toEqual([]);
	});

	it('is done again if a try says so', () => {
		does(update('one'));
		const record = recordOf(update('one'));
		const [earlier] = record.answersFor([update('one').request]);
		record.doAgain(earlier!);
		expect(answersFor([update('one')])).toEqual([]);
	});

	it('is taken up as before by a try that only looked', () => {
		does(update('one'), update('two'));
		const before = JSON.stringify(context);
		answersFor([update('one')]);
		answersFor([update('other')]);
		unknownFor(update('one'));
		expect(JSON.stringify(context)).toBe(before);
		expect(answersFor([update('one'), update('two')])).toEqual(['1', '2']);
	});

	it('is taken up for the same request alone if it is about nobody', () => {
		const list = (limit: number): Step => ({
			name: 'getAll',
			request: { method: 'GET', path: '/assistants', repeatable: true, list: { limit } },
		});
		const nobody = { isAboutNobody: true };
		const record = recordOf(list(1), nobody);
		record.addAnswer(list(1).request, { id: 1 });
		record.addAnswer(list(2).request, { id: 2 });
		expect(answersFor([list(2)], nobody)).toEqual(['2']);
		expect(answersFor([list(1)], nobody)).toEqual(['1']);
		expect(answersFor([list(3)], nobody)).toEqual([]);
	});
});

describe('what is not known', () => {
	it('is whether a person was created, by whatever request', () => {
		isUnknown(create('John'), false);
		expect(unknownFor(create('Jon'))).toBe(false);
		expect(unknownFor(upsert('John'))).toBe(false);
		expect(unknownFor(create('John', MARY))).toBeUndefined();
		expect(unknownFor(update('John'))).toBeUndefined();
	});

	it.each([
		['values', update('Jon')],
		['operation', { ...stop(), request: update('John').request }],
	])('of an update is not of one of another %s', (_, other) => {
		isUnknown(update('John'), false);
		expect(unknownFor(update('John'))).toBe(false);
		expect(unknownFor(other)).toBeUndefined();
	});

	it('may be new once it may have been', () => {
		isUnknown(upsert('John'), false);
		isUnknown(upsert('John'), true);
		expect(unknownFor(upsert('John'))).toBe(true);
		isUnknown(upsert('John'), false);
		expect(unknownFor(upsert('John'))).toBe(true);
	});

	it('is settled by an answer', () => {
		isUnknown(create('John'), true);
		does(upsert('John'));
		expect(unknownFor(create('John'))).toBeUndefined();
	});

	it('goes over into another round, and stays there while that does other things', () => {
		isUnknown(create('John'), true);
		recordOf(create('Mary'), { round: 1 }).addAnswer(create('Mary', MARY).request, { id: 1 });
		expect(unknownFor(create('John'), 1)).toBe(true);
		expect(unknownFor(create('John'), 2)).toBe(true);
	});
});

describe('a run that no Retry can take up', () => {
	it('leaves nothing', () => {
		does(create('John'));
		isUnknown(create('Mary', MARY), false);
		recordOf(create('John')).countRun();
		recordOf(create('John')).forget(true);
		expect(context).toEqual({});
	});

	it('leaves what it does not know, and nothing that was done', () => {
		does(create('John'));
		isUnknown(create('Mary', MARY), true);
		recordOf(create('John')).forget(false);
		expect(unknownFor(create('Mary', MARY))).toBe(true);
		expect(answersFor([create('John')])).toEqual([undefined]);
	});

	it('leaves what belongs to another round', () => {
		isUnknown(create('John'), true);
		does(create('Ben', 'ben@example.com'));
		const other = recordOf(create('Mary'), { round: 1 });
		other.addAnswer(create('Mary', MARY).request, { id: 1 });
		isUnknown(create('Ann', 'ann@example.com'), true, 1);
		other.forget(true);
		expect(unknownFor(create('John'), 1)).toBe(true);
		expect(unknownFor(create('Ann', 'ann@example.com'), 1)).toBeUndefined();
		expect(answersFor([create('Mary', MARY)], { round: 1 })).toEqual([undefined]);
		expect(answersFor([create('Ben', 'ben@example.com')])).toEqual(['1']);
	});
});

it('counts how often n8n has run the node in a round', () => {
	const count = (round: number) => recordOf(create('John'), { round }).countRun();
	expect([count(0), count(0), count(1), count(1), count(1), count(0)]).toEqual([1, 2, 1, 2, 3, 1]);
});

it('of several calls at the same time, each adds to what is there', () => {
	const calls = [0, 1, 2].map((round) => recordOf(create('John'), { round }));
	const [ann, ben, cleo] = ['ann', 'ben', 'cleo'].map((name) =>
		create(name, `${name}@example.com`),
	);
	calls[0].addUnknown(ann.request, { wasMissing: true });
	calls[1].addAnswer(ben.request, { id: 2 });
	calls[2].addUnknown(cleo.request, { wasMissing: false });
	calls[1].forget(false);
	calls[0].forget(false);
	expect(unknownFor(ann, 3)).toBe(true);
	expect(unknownFor(cleo, 3)).toBe(false);
});

/** What a call of a tool does next, in the order in which all the calls come to it. */
const deed = fc.record({
	call: fc.nat(3),
	who: fc.constantFrom('ann', 'ben', 'cleo'),
	what: fc.constantFrom('unknown', 'done', 'forgets', 'looks'),
});

it('of calls at the same time in any order, what is not known stays until somebody settles it', () => {
	fc.assert(
		fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
			context = {};
			const records = [0, 1, 2, 3].map((round) => recordOf(create('John'), { round }));
			const open = new Set<string>();
			for (const { call, who, what } of deeds) {
				const { request } = create(who, `${who}@example.com`);
				if (what === 'unknown') records[call].addUnknown(request, { wasMissing: true });
				if (what === 'done') records[call].addAnswer(request, { id: 1 });
				if (what === 'forgets') records[call].forget(false);
				if (what === 'looks') records[call].answersFor([request]);
				if (what === 'unknown') open.add(who);
				if (what === 'done') open.delete(who);
				for (const person of ['ann', 'ben', 'cleo']) {
					const known = unknownFor(create(person, `${person}@example.com`), call);
					expect([person, known !== undefined]).toEqual([person, open.has(person)]);
				}
			}
		}),
		{ numRuns: 1_000 },
	);
});

it('keeps no person and no values in plain words but what the API answered', () => {
	does(create('John'));
	isUnknown(update('John'), false);
	expect(JSON.stringify(context)).not.toMatch(/john/i);
});

it('has one key for a person of an account, for all operations', () => {
	const keys = [create('John'), upsert('Jon'), update('J'), stop()].map((step) =>
		recordOf(step).person(step.request),
	);
	expect(new Set(keys).size).toBe(1);
	const theirs = recordOf(create('John'), { account: 'theirs' }).person(create('John').request);
	expect(keys).not.toContain(theirs);
});
