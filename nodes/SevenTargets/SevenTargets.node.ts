import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { searchAssistants } from './assistant/search';
import { create } from './lead/create';
import { optionsProperty } from './options';
import type { Operation } from './operation';
import { run } from './run';

/** What the node can do, by the values of the parameters `resource` and `operation`. */
const OPERATIONS: Record<string, Record<string, Operation>> = {
	lead: { create },
};

export class SevenTargets implements INodeType {
	description: INodeTypeDescription = {
		displayName: '7Targets',
		name: 'sevenTargets',
		icon: { light: 'file:../../icons/7targets.svg', dark: 'file:../../icons/7targets.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Hand leads to a 7Targets AI sales assistant, which writes to them until they answer',
		defaults: { name: '7Targets' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sevenTargetsApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Lead', value: 'lead' }],
				default: 'lead',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['lead'] } },
				options: Object.values(OPERATIONS.lead).map(({ option }) => option),
				default: 'create',
			},
			...Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
				Object.entries(operations).flatMap(([operation, { properties }]) =>
					properties.map((property) => ({
						...property,
						displayOptions: { show: { resource: [resource], operation: [operation] } },
					})),
				),
			),
			optionsProperty,
		],
	};

	methods = { listSearch: { searchAssistants } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0) as string;
		const operation = this.getNodeParameter('operation', 0) as string;
		return [await run(this, OPERATIONS[resource][operation])];
	}
}
