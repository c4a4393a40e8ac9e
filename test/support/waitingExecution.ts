import 'reflect-metadata';

import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { buffer } from 'node:stream/consumers';

import { WebhookContext } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	INode,
	INodeExecutionData,
	INodeTypes,
	IRunExecutionData,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { WhatsAppBusiness } from '../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import type { PendingWait } from '../../nodes/WhatsAppBusiness/sendAndWait/pendingQuestion';
import { n8nRequest, n8nResponse } from './n8nHttp';

/**
 * An execution that waits with 'Send and Wait for Response', behind n8n's endpoint for such executions: the
 * webhook of the node runs in n8n-core's real context. n8n's check of the URL is left out.
 */
export class WaitingExecution {
	/** The items with which the workflow continued, each time. */
	readonly resumed: INodeExecutionData[][] = [];

	/** Requests that came in, as `POST /webhook-waiting/…`. */
	readonly requests: string[] = [];

	/** What the node threw. n8n would end the wait with it. */
	readonly failures: unknown[] = [];

	/** Whether n8n runs the node again when the execution continues. */
	get runsAgain(): boolean {
		return this.data.executionData?.nodeExecutionStack[0]?.node.disabled === false;
	}

	/** Whether n8n has not stored yet that the execution continues, as for a moment after a reply. */
	isSlow = false;

	private readonly node = new WhatsAppBusiness();

	private readonly data: IRunExecutionData;

	constructor(
		private readonly credential: CredentialData,
		question: PendingWait | undefined,
		private readonly named: Partial<Pick<INode, 'id' | 'name' | 'type'>> = {},
		/** What came into the node. */
		input: INodeExecutionData | INodeExecutionData[] = { json: {} },
	) {
		this.data = createRunExecutionData({
			executionData: {
				contextData: {
					[`node:${this.name}`]: { question: question },
				},
				nodeExecutionStack: [
					{
						node: { ...this.asking(), disabled: true },
						data: { main: [[input].flat()] },
						source: null,
					},
				],
			},
		});
	}

	/** Receives a request to the endpoint of the execution. */
	readonly listener = (request: IncomingMessage, response: ServerResponse): void => {
		this.requests.push(`${request.method} ${request.url}`);
		this.handle(request, response).catch((error: unknown) => {
			this.failures.push(error);
			response.writeHead(500).end(String(error));
		});
	};

	private get name(): string {
		return this.named.name ?? 'Ask';
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		// n8n's response for an execution that has continued.
		if (this.resumed.length > 0 && !this.isSlow) {
			response.writeHead(200, { 'content-type': 'text/html' }).end('No action required');
			return;
		}
		const read = n8nRequest(request, new URL(request.url ?? '', 'http://n8n').searchParams);
		const context = new WebhookContext(
			this.workflow(),
			this.workflow().getNode(this.name) as INode,
			await this.additionalData(read, n8nResponse(response)),
			'webhook',
			{ webhookDescription: this.node.description.webhooks?.[0] } as IWebhookData,
			[],
			this.data,
		);
		const { workflowData } = await this.node.webhook.call(context);
		if (workflowData?.[0]) this.resumed.push(workflowData[0]);
	}

	private async additionalData(
		request: IncomingMessage,
		response: ServerResponse,
	): Promise<IWorkflowExecuteAdditionalData> {
		if (request.method === 'POST') await readBody(request);
		return {
			httpRequest: request,
			httpResponse: response,
			credentialsHelper: {
				getParentTypes: () => [],
				getDecrypted: () => Promise.resolve({ ...this.credential }),
			},
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	private workflow(): Workflow {
		const nodeTypes = {
			getByName: () => this.node,
			getByNameAndVersion: () => this.node,
			getKnownTypes: () => ({}),
		} as unknown as INodeTypes;
		return new Workflow({
			id: 'asking',
			name: 'asking',
			active: true,
			nodeTypes,
			nodes: [this.asking()],
			connections: {},
		});
	}

	private asking(): INode {
		return {
			id: this.named.id ?? 'ask',
			name: this.name,
			type: this.named.type ?? 'asking',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			credentials: { whatsAppBusinessApi: { id: '1', name: 'Test' } },
		};
	}
}

/**
 * Reads the body as n8n does before it asks the node: a form with its fields, repeated ones as lists, or any JSON.
 * https://github.com/n8n-io/n8n/blob/n8n%402.0.0/packages/cli/src/middlewares/body-parser.ts
 */
async function readBody(request: IncomingMessage): Promise<void> {
	const type = request.headers['content-type'] ?? '';
	const rawBody = await buffer(request);
	let body: unknown = {};
	if (type.startsWith('multipart/form-data')) {
		const form = await new Response(rawBody, { headers: { 'content-type': type } }).formData();
		const values = new Map<string, unknown[]>();
		for (const [name, value] of form) values.set(name, [...(values.get(name) ?? []), value]);
		const fields = [...values].map(([name, all]) => [name, all.length === 1 ? all[0] : all]);
		body = { data: Object.fromEntries(fields), files: {} };
	} else if (type === 'application/json' && rawBody.length > 0) {
		body = JSON.parse(rawBody.toString('utf8'));
	} else if (type === 'application/x-www-form-urlencoded') {
		body = parseQuery(rawBody.toString('utf8'));
	} else if (type === 'text/plain') {
		body = rawBody.toString('utf8');
	}
	Object.assign(request, { body, rawBody });
}
