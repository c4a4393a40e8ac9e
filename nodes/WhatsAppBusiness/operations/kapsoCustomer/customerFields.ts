import type { INodeProperties } from 'n8n-workflow';

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'customerName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Acme Corporation',
	description: 'Name of the customer in Kapso',
};

export const externalIdField: INodeProperties = {
	displayName: 'External ID',
	name: 'externalId',
	type: 'string',
	default: '',
	placeholder: 'e.g. C-1001',
	description: 'ID of the customer in your own system',
};

/** What a simplified customer has. */
export const customerKeys = ['id', 'name', 'external_customer_id', 'created_at'] as const;
