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

export interface NodeRun {
	node: INodeType;
	parameters: INodeParameters;
	credential: CredentialData;
	/** Input items of the node. */
	items: INodeExecutionData[];
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
	 */
	goOn(items?: INodeExecutionData[]): Promise<NodeResult>;
}

const start: INodeTypeDescription = {
	displayName: 'Start',
	name: 'start',
	group: ['input'],
	version: 1,
	description: '',
	defaults: { name: 'Start' },
	inputs: [],
	outputs: ['main'],
	properties: [],
};

/** Runs one node with the given items and returns its output, or the error that ended the run. */
export async function runNode(options: NodeRun): Promise<NodeResult> {
	const { node, parameters, credential, items, settings, onStart, onMessageToUI } = options;
	const source: INodeType = { description: start, execute: () => Promise.resolve([items]) };
	const types: Record<string, INodeType> = {
		start: source,
		tested: node,
		[settings?.type ?? 'tested']: node,
	};
	const nodeTypes = {
		getByName: (name: string) => types[name],
		getByNameAndVersion: (name: string) => types[name],
		getKnownTypes: () => ({}),
	} as unknown as INodeTypes;
	const workflow = new Workflow({
		id: 'test',
		name: 'test',
		active: false,
		nodeTypes,
		nodes: [
			{ id: '1', name: 'Start', type: 'start', typeVersion: 1, position: [0, 0], parameters: {} },
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
		connections: {
			Start: { main: [[{ node: 'Tested', type: 'main', index: 0 }]] },
		},
	});
	const startNode = workflow.getNode('Start');
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
		const goOn = async (resumedWith?: INodeExecutionData[]) => {
			const kept = structuredClone(run.data);
			const next = kept.executionData?.nodeExecutionStack[0];
			if (next && resumedWith) next.data.main = [resumedWith];
			return resultOf(
				await new WorkflowExecute(data, 'manual', kept).processRunExecutionData(workflow),
			);
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
