import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { branchesOf, fieldsOfNoBranch } from './branches';
import { mergedFields } from './mergedFields';
import type { FieldsOfChoice } from './mergedFields';
import type { ListedResource } from './operationList';
import { secondFields } from './secondFields';

/** The node's properties: the resource, the operation of each resource, the fields of each operation. */
export function nodeProperties(resources: readonly ListedResource[]): INodeProperties[] {
	const properties: INodeProperties[] = [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ displayName, resource, description }): INodePropertyOptions => ({
				name: displayName,
				value: resource,
				description,
			})),
			// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
			default: 'message',
		},
		...resources.map(operationProperty),
		...mergedFields(resources.map(fieldsOfResource)),
	];
	const lists = resources.flatMap(({ operations }) => operations.flatMap(branchesOf));
	return [...properties, ...secondFields(properties, lists)];
}

function operationProperty({
	resource,
	operations,
	defaultOperation,
}: ListedResource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(
			({ displayName, operation, action, description }): INodePropertyOptions => ({
				name: displayName,
				value: operation,
				action,
				description,
			}),
		),
		// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
		default: defaultOperation,
	};
}

/** Merged on their own, as several resources have operations of the same name. */
function fieldsOfResource({ resource, operations }: ListedResource): FieldsOfChoice {
	const lists = [operations.flatMap(branchesOf), operations.map(fieldsOfNoBranch)];
	return [{ resource }, lists.flatMap(mergedFields)];
}
