import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Credential, DataTable, WorkflowDefinition } from '../../../scripts/n8n/client';
import {
	actionName,
	actionNodeType,
	credentialOf,
	node,
	to,
	triggerNodeType,
} from '../../../scripts/workflows';

/** What the workflows of one broadcast share. */
export interface Parts {
	/** A row for each recipient: `phone`, and `status`, which is `open` until the row is taken. */
	table: DataTable;
	/** For WhatsApp. */
	credential: Credential;
	/** Header that a call of any of the webhooks must bring. */
	key: Credential;
	/** What begins the path of each webhook. */
	name: string;
}

/** Last part of the path of each webhook. */
export const paths = { divide: 'divide', batch: 'batch', left: 'left', takeBack: 'take-back' };

/** Status of a row that no execution has taken. */
export const open = 'open';

export const batchRowsName = 'Rows';

/** Divides the open rows into batches, and calls the webhook of the other workflow with each. */
export function dividing(parts: Parts, webhookUrl: string, size: number): WorkflowDefinition {
	return {
		name: 'Divide',
		nodes: [
			webhook(parts, paths.divide, 'onReceived'),
			dataTable(parts, 'Open Rows', {
				operation: 'get',
				filters: where('status', open),
				returnAll: true,
			}),
			{
				...node(
					'Loop',
					'n8n-nodes-base.splitInBatches',
					{ batchSize: size, options: {} },
					[400, 0],
				),
				typeVersion: 3,
			},
			node(
				'One Item',
				'n8n-nodes-base.aggregate',
				{ aggregate: 'aggregateAllItemData', destinationFieldName: 'rows', options: {} },
				[600, 0],
			),
			{
				...node(
					'Hand Over',
					'n8n-nodes-base.httpRequest',
					{
						method: 'POST',
						url: `${webhookUrl}/webhook/${parts.name}-${paths.batch}`,
						authentication: 'genericCredentialType',
						genericAuthType: 'httpHeaderAuth',
						sendBody: true,
						specifyBody: 'json',
						jsonBody: '={{ JSON.stringify({ rows: $json.rows }) }}',
						options: {},
					},
					[800, 0],
				),
				typeVersion: 4.2,
				// Safe here: the other workflow takes each row once.
				retryOnFail: true,
				maxTries: 5,
				waitBetweenTries: 5000,
				credentials: keyOf(parts),
			},
		],
		connections: {
			Webhook: to('Open Rows'),
			'Open Rows': to('Loop'),
			// The first output is what comes after the loop.
			Loop: { main: [[], ...(to('One Item').main ?? [])] },
			'One Item': to('Hand Over'),
			'Hand Over': to('Loop'),
		},
	};
}

/** Takes the rows of a batch that no other execution has taken, and sends a text to each. */
export function sending(parts: Parts, options: INodeParameters): WorkflowDefinition {
	return {
		name: 'Send a batch',
		nodes: [
			webhook(parts, paths.batch, 'onReceived'),
			node(
				batchRowsName,
				'n8n-nodes-base.splitOut',
				{ fieldToSplitOut: 'body.rows', options: {} },
				[200, 0],
			),
			dataTable(parts, 'Take', {
				operation: 'update',
				filters: where('id', '={{ $json.id }}', 'status', open),
				...setStatus('sending'),
			}),
			{
				...node(
					actionName,
					actionNodeType,
					{
						resource: 'message',
						operation: 'sendText',
						to: '={{ $json.phone }}',
						text: 'Hello',
						options: { callbackData: '={{ $json.id }}', ...options },
					},
					[600, 0],
				),
				credentials: credentialOf(parts.credential),
			},
		],
		connections: {
			Webhook: to(batchRowsName),
			[batchRowsName]: to('Take'),
			Take: to(actionName),
		},
	};
}

/** Writes the status of each message into the row that its callback data names. */
export function statuses(parts: Parts): WorkflowDefinition {
	return {
		name: 'Write statuses',
		nodes: [
			{
				...node('Status', triggerNodeType, { events: ['statuses'] }, [0, 0]),
				webhookId: `${parts.name}-statuses`,
				credentials: credentialOf(parts.credential),
			},
			dataTable(parts, 'Write', {
				operation: 'update',
				filters: where('id', '={{ Number($json.raw.biz_opaque_callback_data) }}'),
				...setStatus('={{ $json.type }}'),
			}),
		],
		connections: { Status: to('Write') },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	};
}

/** Responds with the rows that have no status from WhatsApp. */
export function left(parts: Parts): WorkflowDefinition {
	const rows = dataTable(parts, 'Left', {
		operation: 'get',
		filters: { conditions: [{ keyName: 'status', condition: 'neq', keyValue: 'sent' }] },
		returnAll: true,
	});
	return responding(parts, paths.left, rows);
}

/** Opens the rows that were taken and have no status from WhatsApp, so that the next run sends them. */
export function takeBack(parts: Parts): WorkflowDefinition {
	const rows = dataTable(parts, 'Take Back', {
		operation: 'update',
		filters: where('status', 'sending'),
		...setStatus(open),
	});
	return responding(parts, paths.takeBack, rows);
}

function responding(parts: Parts, path: string, last: INode): WorkflowDefinition {
	return {
		name: last.name,
		nodes: [webhook(parts, path, 'lastNode'), last],
		connections: { Webhook: to(last.name) },
	};
}

function webhook(parts: Parts, path: string, responseMode: 'onReceived' | 'lastNode'): INode {
	const fullPath = `${parts.name}-${path}`;
	return {
		...node(
			'Webhook',
			'n8n-nodes-base.webhook',
			{
				httpMethod: 'POST',
				path: fullPath,
				authentication: 'headerAuth',
				responseMode,
				...(responseMode === 'lastNode' && { responseData: 'allEntries' }),
			},
			[0, 0],
		),
		typeVersion: 2,
		webhookId: fullPath,
		credentials: keyOf(parts),
	};
}

function keyOf({ key: { id, name } }: Parts): NonNullable<INode['credentials']> {
	return { httpHeaderAuth: { id, name } };
}

function dataTable({ table }: Parts, name: string, parameters: INodeParameters): INode {
	return node(
		name,
		'n8n-nodes-base.dataTable',
		{
			resource: 'row',
			dataTableId: { __rl: true, mode: 'id', value: table.id },
			matchType: 'allConditions',
			...parameters,
		},
		[400, 0],
	);
}

/** Conditions that all hold: column, value, column, value, … */
function where(...pairs: string[]): INodeParameters {
	const conditions: IDataObject[] = [];
	for (let index = 0; index < pairs.length; index += 2) {
		conditions.push({ keyName: pairs[index], condition: 'eq', keyValue: pairs[index + 1] });
	}
	return { conditions } as INodeParameters;
}

function setStatus(status: string): INodeParameters {
	return {
		columns: {
			mappingMode: 'defineBelow',
			value: { status },
			matchingColumns: [],
			schema: [
				{
					id: 'status',
					displayName: 'status',
					required: false,
					defaultMatch: false,
					display: true,
					type: 'string',
					readOnly: false,
					removed: false,
				},
			],
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		},
		options: {},
	};
}
