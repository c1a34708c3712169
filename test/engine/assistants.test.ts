import { useWorld } from '../support/world';

const world = useWorld();
const urls = () => world.api.requests.map(({ url }) => decodeURIComponent(url));

const GET_MANY = { resource: 'assistant', operation: 'getAll' };

describe('Get Many', () => {
	const page = (number: number, size: number) =>
		`/leads/assistant?searchString=&page=${number}&size=${size}&sort=lastModifiedDate,desc`;

	it.each([
		[0, [page(0, 100)]],
		[1, [page(0, 100)]],
		[10, [page(0, 100)]],
		[11, [page(0, 100)]],
		[250, [page(0, 100), page(1, 100), page(2, 100)]],
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

	it.each([0, 1, 10, 11, 250])('up to 11 of %i takes one request', async (count) => {
		world.api.haveAssistants(count);
		const { items } = await world.engine.run({
			items: [{}],
			parameters: { ...GET_MANY, limit: 11 },
		});
		expect(items).toHaveLength(Math.min(11, count));
		expect(urls()).toEqual([page(0, 11)]);
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

	it('gives out six fields, or all where it is not to simplify', async () => {
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
		world.api.script(async (_request, reply) => await reply.code(200).send([null]));
		const { items } = await world.engine.run({
			items: [{}],
			parameters: GET_MANY,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(items[0].json.error).toMatch(/^It is not known whether the assistants were listed: /);
	});

	it('reads a page again after an answer of 500', async () => {
		world.api.script(async (_request, reply, n) => {
			if (n === 1) await reply.code(500).send({});
		});
		const { items } = await world.engine.run({ items: [{}], parameters: GET_MANY });
		expect(items).toHaveLength(12);
		expect(urls()).toHaveLength(2);
	});
});

it('lists the assistants page by page, as the server has them', async () => {
	world.api.haveAssistants(105);
	const first = await world.engine.searchAssistants();
	expect(first.results).toHaveLength(100);
	expect(first.results[0]).toEqual({ name: 'Rachel (rachel@example.com)', value: '11' });
	const second = await world.engine.searchAssistants(undefined, first.paginationToken);
	expect(second.results).toHaveLength(5);
	expect(second.paginationToken).toBeUndefined();
	expect(urls()).toEqual([
		'/leads/assistant?searchString=&page=0&size=100&sort=lastModifiedDate,desc',
		'/leads/assistant?searchString=&page=1&size=100&sort=lastModifiedDate,desc',
	]);
});

it('lists them by email where the login is OAuth2', async () => {
	const { results } = await world.engine.searchAssistants('monica', undefined, {
		authentication: 'oAuth2',
	});
	expect(results).toEqual([{ name: 'Monica (monica@example.com)', value: 'monica@example.com' }]);
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
