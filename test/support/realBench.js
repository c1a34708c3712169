const { withoutSummary } = require('./hints');
const { startRealWorld } = require('./realWorld');

const TYPE = 'n8n-nodes-7targets.sevenTargets';

/** Which workflow a Retry runs: the one that is saved now, or the one that failed. */
const SAVED = { loadWorkflow: true };
const ORIGINAL = { loadWorkflow: false };

const emailsOf = (items) => items.map(({ email }) => email);
const resultOf = ({ data }, name = '7Targets') => data.resultData.runData[name].at(-1);
const itemsOf = (execution, name = '7Targets') =>
	resultOf(execution, name).data.main[0].map(({ json }) => json);
const hintsOf = (execution) =>
	withoutSummary(resultOf(execution).hints).map(({ message }) => message);
/** The connections of a node to one other. */
const to = (node, type = 'main') => ({ [type]: [[{ node, type, index: 0 }]] });

/**
 * @typedef {Awaited<ReturnType<typeof startRealWorld>>} World
 *
 * A real n8n, whose API in place of 7Targets takes all, and fails by a plan, for the tests of a file; reset before each of them. Unless a test reads
 * it otherwise, a second POST of an address starts its messages again.
 *
 * @param {object} [env] more of n8n's environment variables
 */
function useRealRuns(env = {}) {
	let known;
	const real = {
		world: /** @type {World} */ ({}),
		/** From now on, there are no leads, and the API is read as that. */
		readAs: (/** @type {object} */ reading) =>
			real.world.api.readAs({ secondPost: 'assigns', ...reading }),
		password: async () => await real.world.newCredential(),
		oAuth2: async () => await real.world.newClient(),
		/** Runs our node on items, in a workflow of its own. */
		run: async (
			items,
			parameters,
			/** @type {{ credential?: object, settings?: object }} */ how = {},
		) => {
			const { credential, settings } = how;
			const workflow = await real.world.n8n.addWorkflowOf({
				items,
				node: { parameters, ...settings },
				credential: credential ?? (await real.password()),
			});
			return { workflow, execution: await real.world.n8n.execute(workflow) };
		},
		/** Saves a workflow with our node changed, as the editor does. */
		save: async (workflow, change) => {
			const { id, name, nodes, connections, settings, pinData } = workflow;
			const { versionId } = await real.world.n8n.request('GET', `/workflows/${id}`);
			return await real.world.n8n.request('PATCH', `/workflows/${id}`, {
				...{ name, connections, settings, pinData, versionId },
				nodes: nodes.map((node) => (node.type === TYPE ? { ...node, ...change(node) } : node)),
			});
		},
		startRetry: async (execution, which) => await real.world.n8n.retry(execution, which),
		retry: async (execution, which) =>
			await real.world.n8n.finished(await real.startRetry(execution, which)),
		expectEachStartedOnce: (addresses) => {
			const { leads, starts } = real.world.api;
			expect(emailsOf(leads).sort()).toEqual([...addresses].sort());
			expect(Object.fromEntries(starts)).toEqual(
				Object.fromEntries(addresses.map((address) => [address, 1])),
			);
		},
		/** The requests that the API got, in their order. */
		sent: () => real.world.api.requests.map(({ method, url }) => `${method} ${url}`),
		/** A node in the newest version that this n8n has. */
		nodeOf: async (name, type, parameters, more = {}) => {
			known ??= await real.world.n8n.call('GET', '/types/nodes.json');
			const versions = known.filter((one) => one.name === type).flatMap(({ version }) => version);
			const typeVersion = Math.max(...versions);
			return { id: name, name, type, typeVersion, parameters, position: [0, 0], ...more };
		},
	};
	beforeAll(async () => {
		real.world = await startRealWorld({ env, isOpen: true });
	}, 300_000);
	afterAll(async () => await real.world?.stop());
	beforeEach(() => {
		real.world.reset();
		real.readAs({});
	});
	return real;
}

module.exports = {
	emailsOf,
	hintsOf,
	itemsOf,
	ORIGINAL,
	resultOf,
	SAVED,
	to,
	TYPE,
	useRealRuns,
};
