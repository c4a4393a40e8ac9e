import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
	IBinaryData,
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	IRun,
} from 'n8n-workflow';
import { ownerOf, type Owner } from './owner';
import type { N8nServer } from './server';

export interface WorkflowDefinition {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IDataObject;
	/** Items a trigger gives when the workflow is run by hand, by node name. */
	pinData?: Record<string, PinnedItem[]>;
}

export interface PinnedItem {
	json: IDataObject;
	binary?: Record<string, IBinaryData>;
}

export interface SavedWorkflow extends WorkflowDefinition {
	id: string;
	versionId: string;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

export interface DataTable {
	id: string;
	projectId: string;
}

export interface Execution {
	id: string;
	status: string;
	run: IRun['data'];
	/** 'Highlighted data' in the editor. */
	customData?: Record<string, string>;
}

interface ExecutionSummary {
	id: string;
	mode: string;
	status: string;
}

interface Publication {
	status: 'in_progress' | 'published' | 'not_published' | 'partial' | 'failed';
	triggers: Array<{ errorMessage: string | null }>;
}

class N8nError extends Error {
	constructor(
		/** HTTP status. */
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const finalStatuses = new Set(['success', 'error', 'crashed', 'canceled']);
const executionTimeoutMs = 180_000;
const publicationTimeoutMs = 180_000;

/**
 * n8n's REST API as its editor uses it, for the few calls we need.
 * Every method throws an Error with n8n's message when n8n refuses.
 */
export class N8nClient {
	private cookie = '';

	/** n8n ties a session to the browser ID of the log-in. */
	private readonly browserId = randomUUID();

	private readonly parseExecution: (text: string) => IRun['data'];

	private constructor(
		private readonly server: N8nServer,
		/** Whom a person logs in as, in the editor. */
		readonly owner: Owner,
	) {
		// n8n stores executions with this library, so we read them with n8n's copy of it.
		const requireFromN8n = createRequire(
			join(server.installed.folder, 'node_modules', 'n8n', 'package.json'),
		);
		this.parseExecution = (
			requireFromN8n('flatted') as { parse: (text: string) => IRun['data'] }
		).parse;
	}

	/** The base URL of this n8n, without a trailing slash. */
	get url(): string {
		return this.server.url;
	}

	/** The one folder in which workflows may read and write files. */
	get filesFolder(): string {
		return this.server.filesFolder;
	}

	/** What n8n writes to its output. */
	get logFile(): string {
		return this.server.logFile;
	}

	/** Sets up the owner on first use, and logs in. */
	static async logIn(server: N8nServer): Promise<N8nClient> {
		const owner = await ownerOf(server.userFolder);
		const client = new N8nClient(server, owner);
		const settings = await client.call<{
			userManagement: { showSetupOnFirstLoad: boolean };
		}>('GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			await client.call('POST', '/rest/owner/setup', owner);
		}
		await client.call('POST', '/rest/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
		return client;
	}

	/** Names of the node types n8n has loaded, such as `n8n-nodes-base.webhook`. */
	async nodeTypes(): Promise<string[]> {
		const types = await this.call<Array<{ name: string }>>('GET', '/types/nodes.json');
		return types.map((type) => type.name);
	}

	/** The version that n8n's editor gives a new node of this type. */
	async newestVersion(nodeType: string): Promise<number> {
		const types = await this.call<
			Array<{ name: string; version: number | number[]; defaultVersion?: number }>
		>('GET', '/types/nodes.json');
		const { version, defaultVersion } = types.find(({ name }) => name === nodeType) ?? {};
		return defaultVersion ?? Math.max(...[version ?? 1].flat());
	}

	/** Names of the credential types n8n has loaded. */
	async credentialTypes(): Promise<string[]> {
		const types = await this.call<Array<{ name: string }>>('GET', '/types/credentials.json');
		return types.map((type) => type.name);
	}

	async createCredential(name: string, type: string, data: IDataObject): Promise<Credential> {
		return await this.call<Credential>('POST', '/rest/credentials', { name, type, data });
	}

	async updateCredential(credential: Credential, data: IDataObject): Promise<void> {
		const { id, name, type } = credential;
		await this.call('PATCH', `/rest/credentials/${id}`, { name, type, data });
	}

	/** The test that n8n runs when a credential is saved, with `data` as what was typed in. */
	async testCredential(credential: Credential, data: IDataObject): Promise<CredentialTestResult> {
		const { id, name, type } = credential;
		return await this.call<CredentialTestResult>('POST', '/rest/credentials/test', {
			credentials: { id, name, type, data },
		});
	}

	async createWorkflow(definition: WorkflowDefinition): Promise<SavedWorkflow> {
		const settings = definition.settings ?? { executionOrder: 'v1' };
		return await this.call<SavedWorkflow>('POST', '/rest/workflows', {
			...definition,
			settings,
			active: false,
		});
	}

	/** Activates a workflow and waits until its triggers run. */
	async activateWorkflow({ id, versionId }: SavedWorkflow): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		await this.publication(id, 'published');
	}

	/** Deactivates a workflow and waits until its triggers have stopped. */
	async deactivateWorkflow({ id }: Pick<SavedWorkflow, 'id'>): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
		await this.publication(id, 'not_published');
	}

	/** Deactivates, archives and deletes a workflow; n8n deletes only archived ones. */
	async deleteWorkflow({ id }: Pick<SavedWorkflow, 'id'>): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/archive`, {});
		await this.call('DELETE', `/rest/workflows/${id}`);
	}

	/** All workflows, and whether they are active. */
	async workflows(): Promise<Array<{ id: string; active: boolean }>> {
		return await this.call('GET', '/rest/workflows');
	}

	/** Runs a workflow by hand from its trigger and waits until it has ended. */
	async runWorkflow(workflow: SavedWorkflow, triggerName: string): Promise<Execution> {
		return await this.finishedExecution(await this.startWorkflow(workflow, triggerName));
	}

	/**
	 * Starts a workflow by hand from its trigger.
	 * @returns the ID of the execution.
	 */
	async startWorkflow(workflow: SavedWorkflow, triggerName: string): Promise<string> {
		const { executionId } = await this.run(workflow, triggerName);
		return String(executionId);
	}

	/** 'Stop Execution' in the editor. */
	async stopExecution(id: string): Promise<void> {
		await this.call('POST', `/rest/executions/${id}/stop`);
	}

	/**
	 * 'Retry' in the list of executions, with the workflow as it was. Waits until the new execution has ended.
	 * @returns its ID.
	 */
	async retryExecution(id: string): Promise<string> {
		const retried = await this.call<{ id: string }>('POST', `/rest/executions/${id}/retry`, {
			loadWorkflow: false,
		});
		return retried.id;
	}

	/** IDs of the executions of a workflow, newest first. */
	async executionIds(workflow: Pick<SavedWorkflow, 'id'>): Promise<string[]> {
		const { results } = await this.executions({ workflowId: workflow.id }, 100);
		return results.map(({ id }) => id);
	}

	/** How many executions of a workflow there are. */
	async executionCount(workflow: Pick<SavedWorkflow, 'id'>): Promise<number> {
		const { count } = await this.executions({ workflowId: workflow.id }, 1);
		return count;
	}

	/**
	 * How many executions have not ended and do not wait for something outside of n8n.
	 * @param workflow only those of this workflow.
	 */
	async runningExecutions(workflow?: Pick<SavedWorkflow, 'id'>): Promise<number> {
		const ofWorkflow = workflow && { workflowId: workflow.id };
		const { results } = await this.executions({ status: ['new', 'running'], ...ofWorkflow }, 100);
		return results.length;
	}

	/** Whether the executions of a workflow are of production (`webhook`) or of test runs (`manual`), newest first. */
	async executionModes(workflow: Pick<SavedWorkflow, 'id'>): Promise<string[]> {
		const { results } = await this.executions({ workflowId: workflow.id }, 100);
		return results.map(({ mode }) => mode);
	}

	/** Begins a test run: n8n waits for one event of the trigger. */
	async listen(workflow: SavedWorkflow, triggerName: string): Promise<void> {
		await this.run(workflow, triggerName);
	}

	/** Ends a test run that has received nothing. */
	async stopListening({ id }: Pick<SavedWorkflow, 'id'>): Promise<void> {
		await this.call('DELETE', `/rest/test-webhook/${id}`);
	}

	/** Waits until an execution has ended, and reads it with its data. */
	async finishedExecution(id: string): Promise<Execution> {
		return await this.executionWith(id, finalStatuses);
	}

	/** Waits until an execution has ended or waits for something outside of n8n, and reads it with its data. */
	async endedOrWaitingExecution(id: string): Promise<Execution> {
		return await this.executionWith(id, new Set([...finalStatuses, 'waiting']));
	}

	private async run(
		workflow: SavedWorkflow,
		triggerName: string,
	): Promise<{ executionId?: string }> {
		return await this.call('POST', `/rest/workflows/${workflow.id}/run`, {
			// n8n 2.0 runs the workflow in the body, newer ones the saved one.
			workflowData: workflow,
			triggerToStartFrom: { name: triggerName },
		});
	}

	private async executions(
		filter: IDataObject,
		limit: number,
	): Promise<{ results: ExecutionSummary[]; count: number }> {
		const encoded = encodeURIComponent(JSON.stringify(filter));
		return await this.call('GET', `/rest/executions?limit=${limit}&filter=${encoded}`);
	}

	private async executionWith(id: string, statuses: ReadonlySet<string>): Promise<Execution> {
		const deadline = Date.now() + executionTimeoutMs;
		while (Date.now() < deadline) {
			const { status, data, customData } = await this.call<
				Pick<Execution, 'status' | 'customData'> & { data: string }
			>('GET', `/rest/executions/${id}`);
			if (statuses.has(status)) return { id, status, run: this.parseExecution(data), customData };
			await sleep(100);
		}
		throw new Error(`Execution ${id} did not end within ${executionTimeoutMs / 1000} s.`);
	}

	/** Creates a data table in the owner's project, with one row per entry of `rows`. */
	async createDataTable(
		name: string,
		columns: Record<string, 'string' | 'number'>,
		rows: IDataObject[] = [],
	): Promise<DataTable> {
		const { id: projectId } = await this.call<{ id: string }>('GET', '/rest/projects/personal');
		const table = await this.call<DataTable>('POST', `/rest/projects/${projectId}/data-tables`, {
			name,
			columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
		});
		if (rows.length > 0) {
			await this.call('POST', `/rest/projects/${projectId}/data-tables/${table.id}/insert`, {
				data: rows,
				returnType: 'count',
			});
		}
		return { id: table.id, projectId };
	}

	/** The rows of a data table by their ID, at most 100. */
	async dataTableRows({ id, projectId }: DataTable): Promise<IDataObject[]> {
		const { data } = await this.call<{ data: IDataObject[] }>(
			'GET',
			`/rest/projects/${projectId}/data-tables/${id}/rows?take=100&sortBy=id:asc`,
		);
		return data;
	}

	/** Newer n8n versions start and stop triggers after they respond; 2.0 does it before. */
	private async publication(id: string, wanted: 'published' | 'not_published'): Promise<void> {
		const deadline = Date.now() + publicationTimeoutMs;
		while (Date.now() < deadline) {
			const publication = await this.call<Publication>(
				'GET',
				`/rest/workflows/${id}/publication-status`,
			).catch((error: unknown) => {
				if (error instanceof N8nError && error.status === 404) return undefined;
				throw error;
			});
			if (!publication || publication.status === wanted) return;
			const failed = publication.triggers.find(({ errorMessage }) => errorMessage);
			if (failed && publication.status !== 'in_progress') {
				throw new Error(`n8n could not start a trigger: ${failed.errorMessage}`);
			}
			await sleep(100);
		}
		throw new Error(`Workflow ${id} was not "${wanted}" within ${publicationTimeoutMs / 1000} s.`);
	}

	private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(this.server.url + path, {
			method,
			headers: {
				'browser-id': this.browserId,
				// n8n closes an idle connection after 5 seconds, maybe at the moment when the next call uses it.
				connection: 'close',
				...(this.cookie && { cookie: this.cookie }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		for (const cookie of response.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.split(';')[0] ?? '';
		}
		const text = await response.text();
		if (!response.ok) {
			throw new N8nError(
				response.status,
				`n8n responded to ${method} ${path} with ${response.status}: ${messageOf(text)}`,
			);
		}
		const result = JSON.parse(text) as T | { data: T };
		return typeof result === 'object' && result !== null && 'data' in result ? result.data : result;
	}
}

function messageOf(text: string): string {
	try {
		const { message } = JSON.parse(text) as { message?: string };
		return message ?? text;
	} catch {
		return text.slice(0, 500);
	}
}

/** Items that a node gave in an execution, on its first output. */
export function outputItems(execution: Execution, nodeName: string): INodeExecutionData[] {
	const runs = execution.run.resultData.runData[nodeName] ?? [];
	return runs.flatMap((run) => run.data?.main?.[0] ?? []);
}

/** The error that an execution ended with, as a user reads it, and its node. */
export function errorMessage(execution: Execution): string {
	const { error, lastNodeExecuted } = execution.run.resultData;
	if (!error) return `no error (last node: ${lastNodeExecuted})`;
	return `${lastNodeExecuted}: ${[error.message, error.description].filter(Boolean).join(' ')}`;
}
