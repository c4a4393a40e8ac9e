import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { ListedOperation, ListedResource } from './operationList';

/** The node's properties: the resource, the operation of each resource, the fields of each operation. */
export function nodeProperties(resources: readonly ListedResource[]): INodeProperties[] {
	return [
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
		...resources.flatMap(({ operations }) => operations.flatMap(operationFields)),
	];
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

function operationFields({ fields, resource, operation }: ListedOperation): INodeProperties[] {
	return fields.map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: [operation], ...field.displayOptions?.show },
		},
	}));
}
