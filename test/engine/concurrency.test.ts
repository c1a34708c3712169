import { sleep, type IDataObject } from 'n8n-workflow';

import { withoutSummary } from '../support/hints';
import { people } from '../support/leads';
import { formOf, OF_A_LEAD } from '../support/operations';
import { countTogether } from '../support/servers';
import { useWorld } from '../support/testBench';

const world = useWorld();

interface Sent {
	method: string;
	body: IDataObject;
}

/** Answers each request after `ms` with the status, body and headers that `answer` returns. @returns the most at a time */
function serve(ms: number, answer: (request: Sent, n: number) => [number, object?, object?]) {
	const together = countTogether();
	world.api.script(async (request, reply, n) => {
		together.add(reply);
		const [status, body = {}, headers = {}] = answer(request, n);
		await sleep(ms);
		await reply.code(status).headers(headers).send(body);
	});
	return together;
}

const created = ({ body }: Sent, n: number): [number, object] => [201, { id: n + 1, ...body }];

describe('with the number left out', () => {
	it.each([
		...OF_A_LEAD.map((name): [string, object, typeof created] => [name, formOf(name), created]),
		[
			'upsert, of new leads,',
			formOf('upsert'),
			(request: Sent, n: number): [number, object] =>
				request.method === 'PUT' ? [404, { message: 'Lead not found' }] : created(request, n),
		],
	])('%s sends more and more at a time, and each once', async (_, parameters, answer) => {
		const seen = serve(600, answer);
		const { items, error } = await world.engine.run({ items: people(400), parameters });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(400);
		// How many more depends on how fast this machine is at the moment: unit/throttle has that without a clock.
		expect(seen.most).toBeGreaterThan(10);
		expect(seen.most).toBeLessThanOrEqual(64);
		const sent = world.api.requests.map(({ method, body }) => `${method} ${body.email}`);
		expect(new Set(sent).size).toBe(sent.length);
	});

	it('the first ten show whether the leads are any good', async () => {
		serve(60, () => [400, { message: 'no' }]);
		const { error } = await world.engine.run({ items: people(200) });
		expect(error?.message).toMatch(/^7Targets did not create the lead: no \(status 400\)/);
		expect(world.api.requests.length).toBeLessThanOrEqual(10);
	});

	it.each([429, 503])(
		'no lead fails if a server that takes 16 together answers %i to the others',
		async (status) => {
			let together = 0;
			let most = 0;
			world.api.script(async ({ body }, reply, n) => {
				if (together === 16) return await reply.code(status).send({});
				most = Math.max(most, ++together);
				await sleep(100);
				together--;
				await reply.code(201).send({ id: n + 1, ...body });
			});
			const { items, error } = await world.engine.run({ items: people(200) });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(200);
			expect(most).toBe(16);
		},
	);

	it.each([
		['Update', formOf('update', { lastName: 'Doe' }), {}],
		['Create', {}, { onError: 'continueRegularOutput' }],
	])('no item of %s is left behind if the first ten are lost', async (_, parameters, settings) => {
		serve(20, (request, n) => (n < 10 ? [500] : created(request, n)));
		const { items, error } = await world.engine.run({
			items: people(100),
			parameters,
			settings,
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(100);
		expect(new Set(world.api.requests.map(({ body }) => body.email)).size).toBe(100);
	});

	it('assistants are read one by one', async () => {
		const seen = serve(30, () => [200, []]);
		const parameters = { resource: 'assistant', operation: 'getAll' };
		const { error } = await world.engine.run({ items: people(5), parameters });
		expect(error).toBeUndefined();
		expect([seen.most, world.api.requests.length]).toEqual([1, 5]);
	});
});

describe('beside the output of a run of ten seconds and more', () => {
	const hintsOf = async (items: number, options: object = {}) => {
		const {
			items: out,
			error,
			run,
		} = await world.engine.run({
			items: people(items),
			parameters: { options },
		});
		expect(error).toBeUndefined();
		expect(out).toHaveLength(items);
		const [{ hints = [] }] = run.data.resultData.runData['7Targets'] as Array<{
			hints?: Array<{ message: string }>;
		}>;
		return withoutSummary(hints).map(({ message }) => message);
	};

	it('stands how many requests were under way', async () => {
		serve(5100, created);
		const [hint, ...others] = await hintsOf(30);
		expect(others).toEqual([]);
		expect(hint).toMatch(/^Requests at a time: [12]\d at most\./);
	});

	it('stands how many were refused', async () => {
		serve(20, (request, n) => (n === 5 ? [429, {}, { 'retry-after': '10' }] : created(request, n)));
		const [hint, ...others] = await hintsOf(30, { concurrency: 6 });
		expect(others).toEqual([]);
		expect(hint).toMatch(
			/^Requests at a time: 6 at most\. Refused by 7Targets for the moment: 1\./,
		);
	});

	it('is silent about a number that was chosen and went well', async () => {
		serve(5100, created);
		expect(await hintsOf(4, { concurrency: 2 })).toEqual([]);
	});

	it('is silent about a shorter run', async () => {
		serve(20, created);
		expect(await hintsOf(10)).toEqual([]);
	});
});
