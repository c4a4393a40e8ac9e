import 'reflect-metadata';

import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { HookContext, WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeTypes,
	IWebhookData,
	IWebhookDescription,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';
import { flushRemoval } from '../../nodes/WhatsAppBusinessTrigger/registration/deferredRemoval';
import { removalName } from '../../nodes/WhatsAppBusinessTrigger/registration/hostEvents';
import type { WhatsAppBusinessTrigger as Trigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { n8nRequest, n8nResponse } from './n8nHttp';

// With its extension: without it, tsx would load the codex file of the same name.
const triggerFile = '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node.ts';
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { WhatsAppBusinessTrigger } = require(triggerFile) as {
	WhatsAppBusinessTrigger: new () => Trigger;
};

export interface TriggerHostOptions {
	parameters?: INodeParameters;
	/** The credential that n8n reads from its database. */
	credential: () => CredentialData;
	/** Plays the workflow that responds to a Flow: the output of the last node. */
	respondToFlow?: (items: INodeExecutionData[]) => Promise<string> | string;
	/** Distinguishes this trigger from others in the same process. */
	nodeId?: string;
	/** The workflow's name, which is its ID too. */
	workflow?: string;
	/** Distinguishes the webhook URL from those of other triggers with the same public URL. */
	webhookId?: string;
	/** n8n's public URL. By default the URL of this host. */
	publicUrl?: string;
	/** Plays n8n's endpoint for waiting executions. */
	waiting?: RequestListener;
}

/**
 * A workflow with one trigger in n8n-core's real contexts, behind a real HTTP server. The server treats
 * webhooks as n8n does: GET is 'setup', POST is 'default', and the body is read on demand.
 */
export class TriggerHost {
	/** The items that each execution starts with. */
	readonly executions: INodeExecutionData[][] = [];

	/** The number of webhooks that came in. */
	requests = 0;

	readonly log: string[] = [];

	/** The order in which webhooks were responded to and executions started. */
	readonly history: Array<'responded' | 'started'> = [];

	/** Whether each execution belonged to production or to a test run. */
	readonly modes: Array<'manual' | 'webhook'> = [];

	private readonly trigger = new WhatsAppBusinessTrigger();

	private constructor(
		private readonly server: Server,
		readonly options: TriggerHostOptions,
	) {
		this.workflow = this.newWorkflow(options.parameters ?? {});
		server.on('request', (request: IncomingMessage, response: ServerResponse) => {
			response.once('finish', () => this.history.push('responded'));
			this.handle(request, response).catch((error: unknown) => {
				this.log.push(String(error));
				response.writeHead(500).end();
			});
		});
	}

	/** n8n's workflow, with the defaults of the node filled in. */
	readonly workflow: Workflow;

	/** Whether n8n serves the production webhook, as it does while the workflow is published. */
	servesProduction = true;

	/** Whether n8n serves the test webhook, as it does while a test run waits. */
	servesTest = true;

	/** Called before each webhook, to play a draft that differs from what is published. */
	onTest: (isTest: boolean) => void = () => undefined;

	/** Called when an execution has started, before n8n responds, to play one that is busy. */
	beforeResponse: () => Promise<void> = () => Promise.resolve();

	/** Static data of a test run, which n8n does not store. */
	private testStaticData: IDataObject = {};

	static async start(options: TriggerHostOptions): Promise<TriggerHost> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new TriggerHost(server, options);
	}

	/** URL of this server, without a slash at the end. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** The trigger's webhook URL in production or in a test run. */
	webhookUrl({ isTest = false } = {}): string {
		const { webhookBaseUrl, webhookTestBaseUrl } = this.additionalData();
		return `${isTest ? webhookTestBaseUrl : webhookBaseUrl}/${this.options.webhookId ?? 'webhook-id'}/webhook`;
	}

	/** Does what n8n does when the workflow is published, n8n starts, or a test run begins: create, unless it exists. */
	async activate({ isTest = false, isStart = false } = {}): Promise<'existed' | 'created'> {
		const { checkExists, create } = this.trigger.webhookMethods.default;
		const published = isStart ? 'init' : 'activate';
		const context = this.hookContext(isTest ? 'manual' : published, isTest);
		if (await checkExists.call(context)) return 'existed';
		await create.call(context);
		return 'created';
	}

	/** Does what n8n does when the workflow is unpublished or a test run ends, without the delay of the removal. */
	async deactivate({ isTest = false } = {}): Promise<boolean> {
		const done = await this.takeDown({ isTest });
		await this.passRemovalDelay();
		return done;
	}

	/** Ends the delay after which a trigger that was taken down is removed at Meta. */
	async passRemovalDelay(): Promise<void> {
		for (const isTest of [false, true]) {
			const url = this.webhookUrl({ isTest });
			await flushRemoval(url);
			await flushRemoval(removalName(url));
		}
	}

	/** Does what n8n does when the workflow is unpublished or before a new version is published. */
	async takeDown({ isTest = false } = {}): Promise<boolean> {
		return await this.trigger.webhookMethods.default.delete.call(
			this.hookContext('update', isTest),
		);
	}

	/** Restarts n8n, which forgets a test run. */
	restart(): void {
		this.testStaticData = {};
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		this.requests += 1;
		const { searchParams, pathname } = new URL(request.url ?? '', this.url);
		if (pathname.startsWith('/webhook-waiting/')) {
			this.options.waiting?.(request, response);
			return;
		}
		const isFlow = pathname.endsWith('/flow');
		const isTest = pathname.startsWith('/webhook-test/');
		if (isTest ? !this.servesTest : !this.servesProduction) {
			response.writeHead(404).end();
			return;
		}
		this.onTest(isTest);
		const name = request.method === 'GET' || isFlow ? 'setup' : 'default';
		const mode = isTest ? 'manual' : 'webhook';
		const additionalData = {
			...this.additionalData(),
			httpRequest: n8nRequest(request, searchParams),
			httpResponse: n8nResponse(response),
		};
		const context = new WebhookContext(
			this.workflow,
			this.node(),
			additionalData as unknown as IWorkflowExecuteAdditionalData,
			mode,
			this.webhookData(name, isTest),
			[],
			null,
		);
		Object.defineProperty(context, 'logger', { value: this.logger() });
		const result = await this.trigger.webhook.call(context);
		if (result.workflowData) {
			this.executions.push(...result.workflowData);
			this.modes.push(mode);
			this.history.push('started');
		}
		if (result.noWebhookResponse) return;
		if (result.workflowData) await this.beforeResponse();
		// n8n does this for a webhook whose workflow responds.
		const body = isFlow ? await this.options.respondToFlow?.(this.executions.at(-1) ?? []) : '';
		response.end(body);
	}

	private hookContext(activation: WorkflowActivateMode, isTest: boolean): HookContext {
		const context = new HookContext(
			this.workflow,
			this.node(),
			this.additionalData(),
			'internal',
			activation,
			this.webhookData('default', isTest),
		);
		Object.defineProperty(context, 'logger', { value: this.logger() });
		if (isTest) {
			const value = () => this.testStaticData;
			Object.defineProperty(context, 'getWorkflowStaticData', { value });
		}
		return context;
	}

	private logger() {
		const write = (message: string) => this.log.push(message);
		return { debug: write, info: write, warn: write, error: write };
	}

	private webhookData(name: string, isTest: boolean): IWebhookData {
		const description = this.trigger.description.webhooks?.find((entry) => entry.name === name);
		return {
			webhookDescription: description as IWebhookDescription,
			isTest,
		} as IWebhookData;
	}

	private node(): INode {
		return this.workflow.getNode('Trigger') as INode;
	}

	private newWorkflow(parameters: INodeParameters): Workflow {
		const nodeTypes = {
			getByName: () => this.trigger,
			getByNameAndVersion: () => this.trigger,
			getKnownTypes: () => ({}),
		} as unknown as INodeTypes;
		return new Workflow({
			id: this.options.workflow ?? 'test',
			name: this.options.workflow ?? 'test',
			active: true,
			nodeTypes,
			nodes: [
				{
					id: this.options.nodeId ?? String((this.server.address() as AddressInfo).port),
					name: 'Trigger',
					type: 'trigger',
					typeVersion: this.trigger.description.defaultVersion ?? 1,
					position: [0, 0],
					webhookId: this.options.webhookId ?? 'webhook-id',
					parameters,
					credentials: { whatsAppBusinessApi: { id: '1', name: 'Test' } },
				},
			],
			connections: {},
		});
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		const base = this.options.publicUrl ?? this.url;
		return {
			webhookBaseUrl: `${base}/webhook`,
			webhookTestBaseUrl: `${base}/webhook-test`,
			webhookWaitingBaseUrl: `${base}/webhook-waiting`,
			credentialsHelper: {
				getParentTypes: () => [],
				getDecrypted: () => Promise.resolve({ ...this.options.credential() }),
			},
			variables: {},
		} as unknown as IWorkflowExecuteAdditionalData;
	}
}
