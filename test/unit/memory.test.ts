import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { Memory } from '../../nodes/SevenTargets/run/memory';
import type { ApiRequest } from '../../nodes/SevenTargets/transport/request';

/** What n8n keeps of the node, and stores with a failed execution. */
let context: object;
beforeEach(() => (context = {}));

const personOf = ({ body }: ApiRequest) => String(body?.email);

/** The memory of a try, in this round of a loop, by what n8n has stored of the tries before. */
function nextTry({ round = 0, account = 'ours', isAboutNobody = false } = {}) {
	context = JSON.parse(JSON.stringify(context));
	const node = {
		getContext: () => context,
		getWorkflowDataProxy: () => ({ $runIndex: round }),
	} as unknown as IExecuteFunctions;
	return new Memory(node, isAboutNobody ? undefined : personOf, account);
}

const POST = { method: 'POST', path: '/leads' } as const;
const PUT = { method: 'PUT', path: '/leads' } as const;
const body = (name: string, email = 'john@example.com') => ({ name, email });
const create = (name: string, email?: string): ApiRequest => ({
	...POST,
	repeatable: false,
	body: body(name, email),
});
const update = (name: string, email?: string): ApiRequest => ({
	...PUT,
	repeatable: true,
	body: body(name, email),
});
const upsert = (name: string, email?: string): ApiRequest => ({
	...update(name, email),
	orElse: { ...POST, unless: () => false },
});
const stop = (email = 'john@example.com'): ApiRequest => ({
	...PUT,
	path: '/leads/stop',
	repeatable: true,
	body: { email },
});

/** The answers that a try is given for its requests about one person; if they are of other values, with a mark. */
const taken = (requests: ApiRequest[], how: Parameters<typeof nextTry>[0] = {}) =>
	nextTry(how)
		.take(requests)
		.map(
			(deed) =>
				deed && `${(deed.answer as IDataObject).id}${deed.isSame ? '' : ' of other values'}`,
		);

function keep(...requests: ApiRequest[]) {
	const memory = nextTry();
	requests.forEach((request, n) => memory.keep(request, { id: n + 1 }));
}

describe('a creation', () => {
	it('is taken for the same request, once', () => {
		keep(create('John'));
		expect(taken([create('John'), create('John')])).toEqual(['1', undefined]);
	});

	it('is taken for one that was corrected', () => {
		keep(create('Jon'));
		expect(taken([create('John')])).toEqual(['1 of other values']);
	});

	it('is taken for the same request first, wherever that stands, and then for the others in their order', () => {
		keep(create('one'), create('two'), create('three'));
		expect(taken([create('four'), create('three'), create('one')])).toEqual([
			'2 of other values',
			'3',
			'1',
		]);
	});

	it('by Create or Update counts', () => {
		keep(upsert('John'));
		expect(taken([create('John')])).toEqual(['1']);
	});

	it('is not taken for one of another person, of another account, or in another round', () => {
		keep(create('John'));
		expect(taken([create('John', 'mary@example.com')])).toEqual([undefined]);
		expect(taken([create('John')], { account: 'theirs' })).toEqual([undefined]);
		expect(taken([create('John')], { round: 1 })).toEqual([undefined]);
		expect(taken([create('John')])).toEqual(['1']);
	});

	it('is none by an update or a stop of the same person', () => {
		keep(update('John'), stop());
		expect(taken([create('John')])).toEqual([undefined]);
	});
});

describe('what may be done twice', () => {
	it('is taken in its order', () => {
		keep(update('one'), update('two'));
		expect(taken([update('one'), update('two'), update('three')])).toEqual(['1', '2']);
	});

	it.each([
		['with other values', update('two')],
		['with the same values, as another operation', upsert('one')],
		['to another address of the API', { ...update('one'), path: '/other' }],
	])('is not taken for a request %s', (_, request) => {
		keep(update('one'));
		expect(taken([request])).toEqual([]);
	});

	it('is taken up to the first that differs, and no more after that', () => {
		keep(update('one'), update('two'), update('three'));
		expect(taken([update('one'), update('other'), update('three')])).toEqual(['1']);
		expect(taken([update('one'), update('two'), update('three')])).toEqual(['1']);
	});

	it('is done again if something else was done since', () => {
		keep(update('one'), update('two'));
		expect(taken([update('one')])).toEqual([]);
		expect(taken([update('one'), update('two')])).toEqual([]);
	});

	it('is taken for the same request alone if it is about nobody', () => {
		const list = (limit: number): ApiRequest => ({
			method: 'GET',
			path: '/assistants',
			repeatable: true,
			list: { limit },
		});
		const memory = nextTry({ isAboutNobody: true });
		memory.keep(list(1), { id: 1 });
		memory.keep(list(2), { id: 2 });
		expect(taken([list(2)], { isAboutNobody: true })).toEqual(['2']);
		expect(taken([list(1)], { isAboutNobody: true })).toEqual(['1']);
		expect(taken([list(3)], { isAboutNobody: true })).toEqual([]);
	});
});

describe('what is not known', () => {
	const doubt = (request: ApiRequest, round = 0) => nextTry({ round }).doubt(request)?.mayBeNew;

	it('is whether a person was created, by whatever request', () => {
		nextTry().keepDoubt(create('John'), { mayBeNew: false });
		expect(doubt(create('Jon'))).toBe(false);
		expect(doubt(upsert('John'))).toBe(false);
		expect(doubt(create('John', 'mary@example.com'))).toBeUndefined();
		expect(doubt(update('John'))).toBeUndefined();
	});

	it.each([
		['values', update('Jon')],
		['address', { ...update('John'), path: '/other' }],
	])('of an update is not of one of another %s', (_, other) => {
		nextTry().keepDoubt(update('John'), { mayBeNew: false });
		expect(doubt(update('John'))).toBe(false);
		expect(doubt(other)).toBeUndefined();
	});

	it('may be new once it may have been', () => {
		nextTry().keepDoubt(upsert('John'), { mayBeNew: false });
		nextTry().keepDoubt(upsert('John'), { mayBeNew: true });
		expect(doubt(upsert('John'))).toBe(true);
		nextTry().keepDoubt(upsert('John'), { mayBeNew: false });
		expect(doubt(upsert('John'))).toBe(true);
	});

	it('is settled by an answer', () => {
		nextTry().keepDoubt(create('John'), { mayBeNew: true });
		nextTry().keep(upsert('John'), { id: 1 });
		expect(doubt(create('John'))).toBeUndefined();
	});

	it('goes over into another round, and stays there while that does other things', () => {
		nextTry().keepDoubt(create('John'), { mayBeNew: true });
		nextTry({ round: 1 }).keep(create('Mary', 'mary@example.com'), { id: 1 });
		expect(doubt(create('John'), 1)).toBe(true);
		expect(doubt(create('John'), 2)).toBe(true);
	});
});

describe('a run that succeeded', () => {
	it('leaves nothing', () => {
		keep(create('John'));
		nextTry().keepDoubt(create('Mary', 'mary@example.com'), { mayBeNew: false });
		nextTry().forget();
		expect(context).toEqual({});
	});

	it('leaves what another round does not know, and nothing that was done', () => {
		nextTry().keepDoubt(create('John'), { mayBeNew: true });
		const memory = nextTry({ round: 1 });
		memory.keep(create('Mary', 'mary@example.com'), { id: 1 });
		memory.keepDoubt(create('Ann', 'ann@example.com'), { mayBeNew: true });
		memory.forget();
		const again = nextTry({ round: 1 });
		expect(again.doubt(create('John'))?.mayBeNew).toBe(true);
		expect(again.doubt(create('Ann', 'ann@example.com'))).toBeUndefined();
		expect(again.take([create('Mary', 'mary@example.com')])).toEqual([undefined]);
	});
});

it('keeps no person and no values in plain words but what the API answered', () => {
	keep(create('John'));
	nextTry().keepDoubt(update('John'), { mayBeNew: false });
	expect(JSON.stringify(context)).not.toMatch(/john/i);
});
