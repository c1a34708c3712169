import { useWorld } from '../support/world';

const world = useWorld();

it('lists the assistants page by page, as the server has them', async () => {
	const first = await world.engine.searchAssistants();
	expect(first.results).toHaveLength(10);
	expect(first.results[0]).toEqual({ name: 'Rachel (rachel@example.com)', value: '11' });
	const second = await world.engine.searchAssistants(undefined, first.paginationToken);
	expect(second.results).toHaveLength(2);
	expect(second.paginationToken).toBeUndefined();
	expect(world.api.requests.map(({ url }) => decodeURIComponent(url))).toEqual([
		'/leads/assistant?searchString=&page=0&size=10&sort=lastModifiedDate,desc',
		'/leads/assistant?searchString=&page=1&size=10&sort=lastModifiedDate,desc',
	]);
});

it('lets the server search', async () => {
	const { results, paginationToken } = await world.engine.searchAssistants(' monica ');
	expect(results).toEqual([{ name: 'Monica (monica@example.com)', value: '12' }]);
	expect(paginationToken).toBeUndefined();
	expect(world.api.requests[0].url).toContain('searchString=monica&');
});

it('says why there is no list', async () => {
	world.stored[1] = world.credential({ password: 'Wrong-Horse-7' });
	await expect(world.engine.searchAssistants()).rejects.toThrow(
		/^7Targets did not accept this login\./,
	);
});
