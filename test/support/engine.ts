import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Container } from '@n8n/di';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecutionLifecycleHooks,
	InstanceSettings,
	WorkflowExecute,
} from 'n8n-core';
import { Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
	INodeTypes,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { CredentialData } from '../../nodes/graphApi/connection';

/** Runs nodes in n8n-core's real engine, in this process, without a server. */

/** A node before the tested one. */
export interface UpstreamNode {
	name: string;
	type: string;
	/** Its output. The first node of the workflow has no input. */
	execute(items: INodeExecutionData[]): INodeExecutionData[];
}

export interface NodeRun {
	node: INodeType;
	parameters: INodeParameters;
	credential: CredentialData;
	/** Input items of the node, or of the first node of `upstream`. */
	items: INodeExecutionData[];
	/** The nodes before it, each connected to the next. By default one that passes the items on. */
	upstream?: UpstreamNode[];
	/** Settings of the node, e.g. what happens on an error. */
	settings?: Partial<INode>;
	/** Receives a function that cancels the execution, as 'Stop Execution' does. */
	onStart?: (cancel: () => void) => void;
	/** Receives the node's messages to the browser console of the editor. */
	onMessageToUI?: (text: string) => void;
}

export interface NodeResult {
	/** The items of each output. */
	outputs: INodeExecutionData[][];
	error?: IRun['data']['resultData']['error'];
	run: IRun;
	/**
	 * Goes on with an execution that waits, as n8n does: when its time is over, or when a webhook resumed it.
	 * @param items of the webhook.
	 * @param runsAgain whether the webhook made n8n run the node again, in this execution or, with an ID, in a retry of it.
	 */
	goOn(items?: INodeExecutionData[], runsAgain?: boolean | string): Promise<NodeResult>;
}

const start: UpstreamNode = { name: 'Start', type: 'start', execute: (items) => items };

function upstreamType({ name, type, execute }: UpstreamNode, first: INodeExecutionData[]) {
	const description: INodeTypeDescription = {
		displayName: name,
		name: type,
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};
	const node: INodeType = {
		description,
		execute(this: IExecuteFunctions) {
			const isFirst = this.getParentNodes(name).length === 0;
			return Promise.resolve([execute(isFirst ? first : this.getInputData())]);
		},
	};
	return node;
}

/** Runs one node with the given items and returns its output, or the error that ended the run. */
export async function runNode(options: NodeRun): Promise<NodeResult> {
	const { node, parameters, credential, items, settings, onStart, onMessageToUI } = options;
	const { upstream = [start] } = options;
	const types = new Map<string, INodeType>([
		...upstream.map((before) => [before.type, upstreamType(before, items)] as const),
		['tested', node],
		[settings?.type ?? 'tested', node],
	]);
	const nodeTypes = {
		getByName: (name: string) => types.get(name),
		getByNameAndVersion: (name: string) => types.get(name),
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const names = [...upstream.map(({ name }) => name), 'Tested'];
	const next = names.slice(1).map((name) => ({ node: name, type: 'main' as const, index: 0 }));
	const workflow = new Workflow({
		id: 'test',
		name: 'test',
		active: false,
		nodeTypes,
		nodes: [
			...upstream.map((before): INode => ({
				id: before.name,
				name: before.name,
				type: before.type,
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			})),
			{
				id: '2',
				name: 'Tested',
				type: 'tested',
				typeVersion: 1,
				position: [1, 0],
				parameters,
				...settings,
				credentials: { whatsAppBusinessApi: { id: '1', name: 'Test' } },
			},
		],
		connections: Object.fromEntries(
			next.map((connection, index) => [names[index] ?? '', { main: [[connection]] }]),
		),
	});
	const startNode = workflow.getNode(names[0] ?? '');
	if (!startNode) throw new Error('The workflow has no start node');
	const data = additionalData(credential, onMessageToUI);
	const running = new WorkflowExecute(data, 'manual', createRunExecutionData()).run(
		workflow,
		startNode,
	);
	onStart?.(() => running.cancel());
	const resultOf = (run: IRun): NodeResult => {
		const { runData, error } = run.data.resultData;
		const outputs = (runData.Tested?.[0]?.data?.main ?? []).map((output) => output ?? []);
		const goOn = async (
			resumedWith?: INodeExecutionData[],
			runsAgain: boolean | string = false,
		) => {
			const kept = structuredClone(run.data);
			const next = kept.executionData?.nodeExecutionStack[0];
			if (next && resumedWith) next.data.main = [resumedWith];
			if (runsAgain !== false) {
				// n8n disables the node only with this.
				kept.waitTill = undefined;
				kept.resultData.runData.Tested?.pop();
			}
			const executionId = typeof runsAgain === 'string' ? runsAgain : data.executionId;
			const again = new WorkflowExecute({ ...data, executionId }, 'manual', kept);
			return resultOf(await again.processRunExecutionData(workflow));
		};
		return { outputs, error, run, goOn };
	};
	return resultOf(await running);
}

function additionalData(
	credential: CredentialData,
	onMessageToUI: NodeRun['onMessageToUI'],
): IWorkflowExecuteAdditionalData {
	const data: Partial<IWorkflowExecuteAdditionalData> & { hooks: ExecutionLifecycleHooks } = {
		hooks: new ExecutionLifecycleHooks('manual', 'test', {
			id: 'test',
			name: 'test',
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(),
			updatedAt: new Date(),
			nodes: [],
			connections: {},
		}),
		credentialsHelper: {
			getParentTypes: () => [],
			getDecrypted: () => Promise.resolve({ ...credential }),
		} as unknown as IWorkflowExecuteAdditionalData['credentialsHelper'],
		executionId: 'test',
		instanceBaseUrl: 'http://localhost/',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		userId: 'test',
		variables: {},
		setExecutionStatus: () => undefined,
		sendDataToUI: (_type, data) => onMessageToUI?.(String((data as IDataObject).messages)),
	};
	return data as IWorkflowExecuteAdditionalData;
}

/**
 * Sets up n8n's filesystem binary mode in a separate folder and stores a file in it.
 * `store` returns the content of an item's `binary`; `remove` deletes the folder.
 */
export async function fileSystemBinaryData() {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-business-test-'));
	Container.get(InstanceSettings);
	const config = Container.get(BinaryDataConfig);
	config.mode = 'filesystem';
	config.localStoragePath = folder;
	const service = Container.get(BinaryDataService);
	await service.init();
	return {
		async store(content: Buffer, mimeType: string, fileName: string) {
			const location = { type: 'execution', workflowId: 'test', executionId: 'test' } as const;
			return await service.store(location, content, { data: '', mimeType, fileName });
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
