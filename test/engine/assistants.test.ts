import { answer } from '../support/faults';
import { useWorld } from '../support/testBench';

const world = useWorld();
const urls = () => world.api.requests.map(({ url }) => decodeURIComponent(url));

const GET_MANY = { resource: 'assistant', operation: 'getAll' };

describe('Get Many', () => {
	const page = (number: number, size: number) =>
		`/leads/assistant?searchString=&sort=lastModifiedDate,desc&page=${number}&size=${size}`;

	it.each([
		// Only a page that is empty or brings nothing new shows that there are no more.
		[0, [page(0, 100)]],
		[1, [page(0, 100), page(1, 1)]],
		[10, [page(0, 100), page(1, 10)]],
		[11, [page(0, 100), page(1, 11)]],
		[250, [page(0, 100), page(1, 100), page(2, 100), page(3, 100)]],
	])('returns all of %i, by the requests that it takes', async (count, requests) => {
		world.api.haveAssistants(count);
		const { items, error } = await world.engine.run({
			items: [{}],
			parameters: { ...GET_MANY, returnAll: true },
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.id)).toEqual(world.api.assistants.map(({ id }) => id));
		expect(items.every(({ pairedItem }) => pairedItem.item === 0)).toBe(true);
		expect(urls()).toEqual(requests);
	});

	it.each([
		[0, [page(0, 11)]],
		[1, [page(0, 11), page(1, 1)]],
		[10, [page(0, 11), page(1, 10)]],
		[11, [page(0, 11)]],
		[250, [page(0, 11)]],
	])('returns up to 11 of %i, by the requests that it takes', async (count, requests) => {
		world.api.haveAssistants(count);
		const { items } = await world.engine.run({
			items: [{}],
			parameters: { ...GET_MANY, limit: 11 },
		});
		expect(items).toHaveLength(Math.min(11, count));
		expect(urls()).toEqual(requests);
	});

	it('asks for pages that end at the limit', async () => {
		world.api.haveAssistants(250);
		const { items } = await world.engine.run({
			items: [{}],
			parameters: { ...GET_MANY, limit: 150 },
		});
		expect(items).toHaveLength(150);
		expect(urls()).toEqual([page(0, 75), page(1, 75)]);
	});

	it('gives out six fields, or all if it is not to simplify', async () => {
		const parameters = { ...GET_MANY, filters: { searchString: ' rachel ' } };
		const { items } = await world.engine.run({ items: [{}], parameters });
		expect(items.map(({ json }) => json)).toEqual([
			{
				id: 11,
				name: 'Rachel',
				emailid: 'rachel@example.com',
				role: 'Sales Assistant',
				description: 'Rachel writes to leads',
				defaultScheduleId: 50,
			},
		]);
		const { items: raw } = await world.engine.run({
			items: [{}],
			parameters: { ...parameters, simplify: false },
		});
		expect(raw.map(({ json }) => json)).toEqual([world.api.assistants[0]]);
		expect(urls()[0]).toContain('searchString=rachel&');
	});

	it('asks for the assistants of one item at a time, and offers no option of a lead', async () => {
		world.api.plan([{ delay: 50 }]);
		await world.engine.run({ items: [{}, {}, {}], parameters: GET_MANY });
		expect(world.api.mostTogether()).toBe(1);
		const offered = world.engine.description.properties.filter(
			({ name, displayOptions }) =>
				name === 'options' && displayOptions?.show?.resource?.includes('assistant'),
		);
		expect(offered.map(({ options }) => options?.map(({ name }) => name))).toEqual([
			['maxTries', 'timeout'],
		]);
	});

	it('pairs the assistants of each item with it', async () => {
		const { items } = await world.engine.run({
			items: [{ who: 'rachel' }, { who: 'nobody' }, { who: 'phoebe' }],
			parameters: { ...GET_MANY, filters: { searchString: '={{ $json.who }}' } },
		});
		expect(items.map(({ pairedItem }) => pairedItem.item)).toEqual([0, ...Array(10).fill(2)]);
	});

	it.each([
		[{ limit: 0 }, /^'Limit' must be 1 or more \[item 0\]$/],
		[{ limit: '={{ "some" }}' }, /^'Limit' must be a whole number/],
		[{ returnAll: '={{ "maybe" }}' }, /^'Return All' must be true or false/],
	])('with %j is an error before any request', async (parameters, message) => {
		const { error } = await world.engine.run({
			items: [{}],
			parameters: { ...GET_MANY, ...parameters },
		});
		expect(error?.message).toMatch(message);
		expect(world.api.requests).toHaveLength(0);
	});

	it('an entry that is no assistant is an error that says so', async () => {
		world.api.plan([answer(200, [null])]);
		const { items } = await world.engine.run({
			items: [{}],
			parameters: GET_MANY,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0].json.error).toMatch(/^It is not known whether the assistants were listed: /);
	});

	it('gives out once what comes on two pages, by its ID if it has one, with the fields that it has', async () => {
		const first = { id: 1, name: 'Rachel' };
		const others = [{ name: 'Monica' }, { name: 'Phoebe', status: 'ACTIVE' }];
		world.api.script(async ({ query: { page } }, reply) => {
			await reply.send(page === '0' ? [first, ...others] : [{ ...first, role: 'new' }, others[0]]);
		});
		const { items } = await world.engine.run({ items: [{}], parameters: GET_MANY });
		expect(items.map(({ json }) => json)).toStrictEqual([
			{ ...first, role: 'new' },
			{ name: 'Monica' },
			{ name: 'Phoebe' },
		]);
	});

	it('reads a page again after an answer of 500', async () => {
		world.api.plan([500, { n: 1 }]);
		const { items } = await world.engine.run({ items: [{}], parameters: GET_MANY });
		expect(items).toHaveLength(12);
		expect(urls()).toEqual([page(0, 50), page(0, 50), page(1, 12)]);
	});

	describe.each([
		['counts by the size that it gives', (page: number, given: number) => page * given],
		[
			'counts by the size that it is asked for',
			(page: number, _: number, asked: number) => page * asked,
		],
		['knows no pages', () => 0],
	])('of a server that gives 50 at most, and %s,', (_, from) => {
		it.each([
			[{ returnAll: true }, 120],
			[{ limit: 110 }, 110],
		])('returns with %j each of 120 once', async (parameters, count) => {
			const isPaged = from(1, 50, 50) > 0;
			world.api.haveAssistants(isPaged ? 120 : 50);
			world.api.script(async ({ query: { page, size } }, reply) => {
				const given = Math.min(size, 50);
				const start = from(Number(page), given, Number(size));
				await reply.send(world.api.assistants.slice(start, start + given));
			});
			const { items } = await world.engine.run({
				items: [{}],
				parameters: { ...GET_MANY, ...parameters },
			});
			expect(items.map(({ json }) => json.id)).toEqual(
				world.api.assistants.slice(0, count).map(({ id }) => id),
			);
			expect(world.api.requests.length).toBeLessThanOrEqual(4);
		});
	});
});

it.each([50, 100])('lists all assistants of a server that gives %i at most', async (most) => {
	world.api.haveAssistants(105);
	world.api.script(async ({ query: { page, size } }, reply) => {
		const given = Math.min(size, most);
		await reply.send(world.api.assistants.slice(page * given, (Number(page) + 1) * given));
	});
	const { results, paginationToken } = await world.engine.searchAssistants();
	const { assistants } = world.api;
	expect(results.map(({ value }) => Number(value)).sort()).toEqual(
		assistants.map(({ id }) => id).sort(),
	);
	const names = results.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
	expect(names).not.toEqual(assistants.map(({ name, emailid }) => `${name} (${emailid})`));
	expect(results).toContainEqual({ name: 'Rachel (rachel@example.com)', value: '11' });
	expect(paginationToken).toBeUndefined();
});

it('lists them by email if the login is OAuth2', async () => {
	const { results } = await world.engine.searchAssistants('monica', undefined, {
		authentication: 'oAuth2',
	});
	expect(results).toEqual([{ name: 'Monica (monica@example.com)', value: 'monica@example.com' }]);
});

it('lists one without an address by its ID, and not at all if the login is OAuth2', async () => {
	world.api.plan([answer(200, [{ id: 7, name: 'Ross' }])]);
	expect((await world.engine.searchAssistants()).results).toEqual([
		{ name: 'Ross (ID 7)', value: '7' },
	]);
	const oAuth2 = { authentication: 'oAuth2' };
	expect((await world.engine.searchAssistants('', undefined, oAuth2)).results).toEqual([]);
});

it('lets the server search', async () => {
	const { results, paginationToken } = await world.engine.searchAssistants(' monica ');
	expect(results).toEqual([{ name: 'Monica (monica@example.com)', value: '12' }]);
	expect(paginationToken).toBeUndefined();
	expect(world.api.requests[0].url).toContain('searchString=monica&');
});

it('says why there is no list', async () => {
	world.stored[1] = world.login({ password: 'Wrong-Horse-7' });
	await expect(world.engine.searchAssistants()).rejects.toThrow(
		/^7Targets did not accept this login\./,
	);
});
