import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { getAll } from './assistant/getAll';
import { searchAssistants } from './assistant/search';
import { create } from './lead/create';
import { searchSources } from './lead/fields';
import { stopFollowUp } from './lead/stopFollowUp';
import { update } from './lead/update';
import { upsert } from './lead/upsert';
import { clientCredentials } from '../../credentials/login/clientCredentials';
import { cognito } from '../../credentials/login/cognito';
import { credentialTestBy } from './credentialTest';
import type { Operation } from './operation';
import type { ItemError } from './run/itemError';
import { dryRunOf, formOf } from './run/options';
import { failAllItems, run } from './run/run';
import { errorAsToolAnswer } from './run/tool';

/** What the node can do, by the values of the parameters `resource` and `operation`; the first of each is the default. */
const RESOURCES: Record<string, { name: string; operations: Operation[] }> = {
	lead: { name: 'Lead', operations: [create, upsert, update, stopFollowUp] },
	assistant: { name: 'Assistant', operations: [getAll] },
};

const properties = Object.entries(RESOURCES).flatMap(([resource, { operations }]) => {
	const shownFor = new Map<INodeProperties, Array<string | number | boolean>>();
	const add = (property: INodeProperties, { option }: Operation) =>
		shownFor.set(property, [...(shownFor.get(property) ?? []), option.value]);
	// First, because n8n shows a form in this order, and operations share properties.
	for (const one of operations) for (const property of dryRunOf(one)) add(property, one);
	for (const one of operations) for (const property of formOf(one)) add(property, one);
	const shown = [...shownFor].map(([property, operation]) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, resource: [resource], operation },
		},
	}));
	return [operationProperty(resource, operations), ...shown];
});

function operationProperty(resource: string, operations: Operation[]): INodeProperties {
	const options = operations.map(({ option }) => option);
	const initial = options[0].value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: [...options].sort((one, other) => one.name.localeCompare(other.name)),
		default: initial,
	};
}

export class SevenTargets implements INodeType {
	description: INodeTypeDescription = {
		displayName: '7Targets',
		name: 'sevenTargets',
		icon: { light: 'file:../../icons/7targets.svg', dark: 'file:../../icons/7targets.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ": " + $parameter["resource"] + ($rawParameter["dryRun"] === true ? " (dry run)" : "") }}',
		description:
			'Hand leads to a 7Targets AI sales assistant, which writes to them until they answer',
		defaults: { name: '7Targets' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'sevenTargetsApi',
				required: true,
				testedBy: 'passwordLogin',
				displayOptions: { show: { authentication: ['password'] } },
			},
			{
				name: 'sevenTargetsOAuth2Api',
				required: true,
				testedBy: 'oAuth2Login',
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'OAuth2',
						value: 'oAuth2',
						description: 'Log in with the client ID and client secret that 7Targets gave you',
					},
					{
						name: 'Username and Password',
						value: 'password',
						description:
							'Log in with your 7Targets username and password, and the client ID that goes with them',
					},
				],
				default: 'password',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				// In this order, because the list of actions follows it.
				options: Object.entries(RESOURCES).map(([value, { name }]) => ({ name, value })),
				default: 'lead',
			},
			...properties,
		],
	};

	methods = {
		listSearch: { searchAssistants, searchSources },
		credentialTest: {
			passwordLogin: credentialTestBy(cognito, 'Client ID'),
			oAuth2Login: credentialTestBy(clientCredentials, 'User Identifier'),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return [await runOf(this)];
		} catch (error) {
			return [errorAsToolAnswer(this, error as ItemError)];
		}
	}
}

async function runOf(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const resource = String(context.getNodeParameter('resource', 0, ''));
	const value = String(context.getNodeParameter('operation', 0, ''));
	const known = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource].operations : [];
	const operation = known.find(({ option }) => option.value === value);
	if (operation === undefined) {
		const error = new NodeOperationError(
			context.getNode(),
			`This version of the 7Targets node does not know the operation "${value}" of the resource "${resource}"`,
			{ description: 'Choose both from their lists, or update the node. Nothing was sent.' },
		);
		return failAllItems(context, error);
	}
	return await run(context, operation);
}
