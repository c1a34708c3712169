const { getEventListeners } = require('node:events');
const { createRequire } = require('node:module');
const { existsSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

// n8n-core writes its settings when it is loaded, and a log: these keep both out of the home folder and off the screen
// of the person who runs the tests. It is loaded once a process (see jest/runtime.js), so all test files share them.
const folder = (globalThis.n8nCoreFolder ??= newFolder());
const logFile = join(folder, 'n8n.log');
Object.assign(process.env, {
	N8N_USER_FOLDER: folder,
	N8N_ENCRYPTION_KEY: 'engine-tests',
	N8N_LOG_LEVEL: 'debug',
	N8N_LOG_OUTPUT: 'file',
	N8N_LOG_FILE_LOCATION: logFile,
	// In megabytes: after 16, n8n would go on in another file, and a search for secrets in this one would find none.
	N8N_LOG_FILE_SIZE_MAX: '4096',
});

/** The package under test, and the n8n that stands beside it: those of another version if TEST_PACKAGE is the path of its folder. */
const PACKAGE = process.env.TEST_PACKAGE ?? join(__dirname, '../..');
const requireBeside = createRequire(join(PACKAGE, 'package.json'));
const {
	CredentialTestContext,
	ExecuteContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PackageDirectoryLoader,
	WorkflowExecute,
} = requireBeside('n8n-core');
const { ICredentialsHelper, NodeConnectionTypes, setSafeRegexEngine, Workflow } =
	requireBeside('n8n-workflow');
const { parse, stringify } = require('flatted');
const { withoutSummary } = require('./hints');
const { MANDATORY } = require('./leads');
const { operationsOf } = require('./operations');

// n8n ends a run if a regular expression takes 250 ms by the clock (2.41, safe-regex.js): on a busy machine, any may take that long.
// Older ones have no such limit.
const expression = (pattern, flags) => new RegExp(pattern, flags);
setSafeRegexEngine?.({
	exec: (pattern, input, flags) => expression(pattern, flags).exec(input),
	test: (pattern, input, flags) => expression(pattern, flags).test(input),
	replace: (pattern, input, flags, by) => input.replace(expression(pattern, flags), by),
	matchAll: (pattern, input, flags) => [
		...input.matchAll(expression(pattern, flags?.includes('g') ? flags : `${flags ?? ''}g`)),
	],
	split: (pattern, input, flags) => input.split(expression(pattern, flags)),
});

const NODE = '7Targets';
const SOURCE = 'Items';
const CREDENTIALS = { password: 'sevenTargetsApi', oAuth2: 'sevenTargetsOAuth2Api' };
const URLS = [
	'restApiUrl',
	'instanceBaseUrl',
	'webhookBaseUrl',
	'webhookWaitingBaseUrl',
	'webhookTestBaseUrl',
	'formWaitingBaseUrl',
];

/** A node whose output is `items`, so that the node under test has a node before it. */
const source = (items) => ({
	description: {
		displayName: SOURCE,
		name: 'items',
		group: ['input'],
		version: 1,
		defaults: { name: SOURCE },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => [items.map((json) => ({ json }))],
});

/**
 * The part of n8n's server for credentials, which is not in n8n-core: what is stored, when the credential type logs in,
 * and where the token is kept. It follows `CredentialsHelper` of n8n 2.41.
 */
class StoredCredentials extends ICredentialsHelper {
	/** @param signed may change a request that the credential has signed */
	constructor(types, stored, signed = (request) => request) {
		super();
		this.types = types;
		this.stored = stored;
		this.signed = signed;
	}

	getParentTypes(type) {
		return this.types[type].type.extends ?? [];
	}

	isCredentialUsableByNode() {
		return true;
	}

	getCredentialsProperties(type) {
		return this.types[type].type.properties;
	}

	async getDecrypted(_additionalData, { id }, type) {
		const { properties } = this.types[type].type;
		const defaults = Object.fromEntries(properties.map((one) => [one.name, one.default]));
		// In n8n's words.
		if (!(id in this.stored))
			throw new Error(`Credential with ID "${id}" does not exist for type "${type}".`);
		return { ...defaults, ...this.stored[id] };
	}

	async updateCredentials({ id }, _type, data) {
		await this.stored.beforeStoring?.();
		this.stored[id] = { ...data };
	}

	async authenticate(credentials, type, request) {
		return this.signed(await this.types[type].type.authenticate(credentials, request));
	}

	async preAuthentication(helpers, credentials, type, node, expired) {
		const { properties, preAuthentication } = this.types[type].type;
		const { name } = properties.find(({ typeOptions }) => typeOptions?.expirable);
		if (credentials[name] !== '' && !expired) return undefined;
		const output = await preAuthentication.call(helpers, credentials);
		const details = node.credentials[type];
		await this.updateCredentials(details, type, { ...this.stored[details.id], ...output });
		return Object.assign(credentials, output);
	}

	/** @returns {Promise<never>} */
	getCredentials() {
		throw new Error('not needed');
	}

	async updateCredentialsOauthTokenData() {
		throw new Error('not needed');
	}

	async runPreAuthentication() {
		return undefined;
	}
}

/**
 * The built package in n8n's own engine (n8n-core): its loader, workflow execution and contexts.
 *
 * @typedef {object} Setting how the node is run
 * @property {object[]} items
 * @property {Record<string, any>} [parameters] of the node; where they name no operation, those that a new lead must have come from
 * the item, with assistant 11
 * @property {object} [settings] of the node, such as `onError` and `retryOnFail`
 * @property {string} [credential] the ID of the credential, by default 1, or `client` for one of OAuth2
 * @property {number} [rounds] how often the node is run with the same items, as in a loop
 * @property {import('n8n-workflow').INode} [agent] a node that calls ours as its tool; then the items come in to it
 * @property {object} [workflowSettings] of the workflow, such as `saveManualExecutions`
 *
 * @param stored the credentials by their ID, as n8n would keep them; tokens are written back into it, after `beforeStoring` if there is one
 */
async function startEngine(stored) {
	const loader = new PackageDirectoryLoader(PACKAGE);
	await loader.loadAll();
	const { type } = /** @type {{ type: any }} */ (loader.nodeTypes.sevenTargets);
	const more = {};
	const nodeTypesWith = (items) => {
		/** @type {Record<string, any>} */
		const types = {
			'test.items': source(items),
			'n8n-nodes-7targets.sevenTargets': type,
			...more,
		};
		const get = (name, version) => types[name].getNodeType?.(version) ?? types[name];
		return /** @type {import('n8n-workflow').INodeTypes} */ ({
			getByName: get,
			getByNameAndVersion: get,
		});
	};
	/** @type {any} */
	const emptyWorkflow = { id: '1', name: 'test', nodes: [], connections: {} };
	/** @returns {any} what n8n's server hands to a run, as far as it is used here */
	const additionalDataOf = (node, signed) => ({
		credentialsHelper: new StoredCredentials(loader.credentialTypes, stored, signed),
		currentNodeParameters: node.parameters,
		executionId: '1',
		...Object.fromEntries(URLS.map((name) => [name, 'http://127.0.0.1:5678/'])),
		variables: {},
		hooks: new ExecutionLifecycleHooks('internal', '1', emptyWorkflow),
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
		logAiEvent: () => {},
	});
	/** @param {Setting} setting */
	const workflowWith = ({ items, parameters = {}, settings = {}, credential, ...more }) => {
		const { rounds = 1, workflowSettings, agent } = more;
		const { authentication = 'password' } = parameters;
		const id = credential ?? (authentication === 'password' ? '1' : 'client');
		/** @type {import('n8n-workflow').INode} */
		const node = {
			id: '2',
			name: NODE,
			type: 'n8n-nodes-7targets.sevenTargets',
			typeVersion: 1,
			position: [200, 0],
			parameters: {
				...(parameters.operation === undefined && MANDATORY),
				...parameters,
			},
			credentials: { [CREDENTIALS[authentication]]: { id, name: 'My 7Targets' } },
			...settings,
		};
		const workflow = new Workflow({
			id: '1',
			name: 'test',
			active: false,
			nodes: [
				{
					id: '1',
					name: SOURCE,
					type: 'test.items',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				node,
				...(agent ? [agent] : []),
			],
			connections: agent
				? {
						[SOURCE]: { main: [[{ node: agent.name, type: 'main', index: 0 }]] },
						[NODE]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] },
					}
				: { [SOURCE]: { main: [Array(rounds).fill({ node: NODE, type: 'main', index: 0 })] } },
			nodeTypes: nodeTypesWith(items),
			settings: workflowSettings,
		});
		const nodeOf = (name) => /** @type {import('n8n-workflow').INode} */ (workflow.getNode(name));
		return { workflow, node: nodeOf(NODE), startNode: nodeOf(SOURCE) };
	};
	/** The context that n8n gives to a list in the editor; the package's own transport can send with it. */
	const contextOf = (parameters, signed) => {
		const { workflow, node } = workflowWith({ items: [], parameters });
		const additionalData = additionalDataOf(node, signed);
		return new LoadOptionsContext(workflow, node, additionalData, 'parameters.assistantId');
	};

	return {
		/** Adds a node type, which `settings.type` can then name. */
		add: (name, nodeType) => void (more[name] = nodeType),
		/** @type {import('n8n-workflow').INodeTypeDescription} */
		description: type.description,
		nodeType: type,
		/** The values of the operations of a lead, in alphabetical order. */
		leadOperations: operationsOf(type.description)
			.filter(({ resource }) => resource === 'lead')
			.map(({ value }) => value)
			.sort(),
		credentialType: loader.credentialTypes[CREDENTIALS.password].type,
		/** The fields that the credential of a login asks for, `password` or `oAuth2`. */
		fieldsOf: (authentication) =>
			loader.credentialTypes[CREDENTIALS[authentication]].type.properties.filter(
				({ type }) => type === 'string',
			),
		contextOf,
		/** What the canvas shows below the node's name (`getNodeSubtitle` of n8n 2.41's editor). */
		subtitleOf: (parameters) => {
			const { workflow, node } = workflowWith({ items: [], parameters });
			return workflow.expression.getSimpleParameterValue(
				{ ...node, parameters },
				type.description.subtitle,
				'internal',
				{},
			);
		},
		/**
		 * Runs the node on `items`. Returns `{ run, items, errors, error, hints }`: the whole run, the items of the main and of
		 * the error output, the error that ended it, and the hints shown with the output, but `withoutSummary`.
		 *
		 * @param {Setting & { onStart?: (running: any) => void }} setting `onStart` is handed the run, which can be cancelled
		 */
		async run({ items, onStart = (_running) => {}, ...rest }) {
			const { workflow, node, startNode } = workflowWith({ items, ...rest });
			const begun = { node: startNode, data: { main: [[{ json: {} }]] }, source: null };
			// What `WorkflowExecute.run` does; its parameters differ between n8n's versions.
			const execution = new WorkflowExecute(additionalDataOf(node), 'manual', {
				version: 1,
				startData: {},
				resultData: { runData: {} },
				executionData: {
					contextData: {},
					nodeExecutionStack: [begun],
					metadata: {},
					waitingExecution: {},
					waitingExecutionSource: {},
				},
			});
			const running = execution.processRunExecutionData(workflow);
			onStart(running);
			return resultOf(await running);
		},
		/**
		 * Continues a run that failed, from its stored data, as n8n's Retry with the current workflow does (ExecutionService.retry of 2.41).
		 *
		 * @param {Setting & { run: any, onStart?: (running: any) => void }} setting
		 */
		async retry({ run, items, onStart = (_running) => {}, ...rest }) {
			const { workflow, node } = workflowWith({ items, ...rest });
			const data = parse(stringify(run.data));
			delete data.resultData.error;
			data.resultData.runData[data.resultData.lastNodeExecuted].pop();
			for (const entry of data.executionData.nodeExecutionStack) entry.node = node;
			const execution = new WorkflowExecute(additionalDataOf(node), 'retry', data);
			const running = execution.processRunExecutionData(workflow);
			onStart(running);
			return resultOf(await running);
		},
		/**
		 * Runs the node on `items` without an execution, as n8n's own Agents do with a tool (EphemeralNodeExecutor of 2.41).
		 *
		 * @param {Setting} setting
		 */
		async runAlone({ items, ...rest }) {
			const { workflow, node } = workflowWith({ items, ...rest });
			const data = { main: [items.map((json) => ({ json }))] };
			/** @type {any} */
			const noExecution = { version: 1, startData: {}, resultData: { runData: {} } };
			const executeData = { node, data, source: null };
			const context = new ExecuteContext(
				workflow,
				node,
				additionalDataOf(node),
				'internal',
				noExecution,
				0,
				data.main[0],
				data,
				executeData,
				[],
			);
			return (await type.execute.call(context))[0];
		},
		/** The result of the editor's test of a credential for this data; what is stored does not count. */
		async testCredential(data, authentication = 'password') {
			const { testedBy } = type.description.credentials.find(
				({ name }) => name === CREDENTIALS[authentication],
			);
			const { properties } = loader.credentialTypes[CREDENTIALS[authentication]].type;
			const defaults = Object.fromEntries(properties.map((one) => [one.name, one.default]));
			const { node } = workflowWith({ items: [] });
			const context = new CredentialTestContext(additionalDataOf(node));
			const details = { id: '1', name: 'My 7Targets', type: CREDENTIALS[authentication] };
			return await type.methods.credentialTest[testedBy].call(context, {
				...details,
				data: { ...defaults, ...data },
			});
		},
		/** The assistants that the editor's list offers. */
		async searchAssistants(filter, paginationToken, parameters = {}) {
			const context = contextOf(parameters);
			return await type.methods.listSearch.searchAssistants.call(context, filter, paginationToken);
		},
	};
}

/** The output of the node in its last round. */
function resultOf(run) {
	const [result] = (run.data.resultData.runData[NODE] ?? []).slice(-1);
	const [items = [], errors = []] = result?.data?.main ?? [];
	const hints = withoutSummary(result?.hints);
	return { run, items, errors, error: run.data.resultData.error, hints };
}

/** What is called when a signal is aborted. */
const listeningTo = (signal) => getEventListeners(signal, 'abort');

const wholeLog = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
const begun = wholeLog().length;

/** What n8n's engine has logged since this file was loaded. */
const log = () => wholeLog().slice(begun);

function newFolder() {
	const path = mkdtempSync(join(tmpdir(), 'n8n-core-'));
	process.once('exit', () => rmSync(path, { recursive: true, force: true }));
	return path;
}

module.exports = { listeningTo, log, startEngine };
