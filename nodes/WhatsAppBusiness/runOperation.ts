import { pages } from '../graphApi/pages';
import type { GraphApi } from '../graphApi/graphApi';
import type { FilePart, GraphRequest, JsonObject } from '../graphApi/types';
import type { IDataObject } from 'n8n-workflow';

import { openFile } from './files';
import type { BinaryHelpers } from './files';
import type { MediaUploads } from './mediaUploads';
import type { Operation, OperationRequest, OutputItem } from './operation';
import type { Parameters } from './parameters';
import { readPageOptions } from './sharedFields/list';

/** What a run shares between its items. */
export interface RunTools {
	api: GraphApi;
	uploads: MediaUploads;
	helpers: BinaryHelpers;
}

/**
 * Carries out an operation for one item: builds the request, uploads its files, sends it, makes the output.
 * @throws InputError before anything is sent, GraphError when a call fails.
 */
export async function runOperation(
	operation: Operation,
	parameters: Parameters,
	tools: RunTools,
): Promise<OutputItem[]> {
	const { account } = tools.api.connection;
	if (operation.compute) return asItems(operation.compute(parameters));
	if (!operation.request) throw new Error(`'${operation.displayName}' has nothing to do`);
	const request = await withFiles(operation.request(parameters, account), tools);
	if (operation.list) return await listItems(operation, request, parameters, tools.api);
	const { body } = await tools.api.send(request);
	if (operation.finish) {
		const { send, download } = tools.api;
		return await operation.finish(body, {
			parameters,
			account,
			send,
			download,
			open: (file) => openFile(file, tools.helpers),
			store: (content, fileName, mimeType) =>
				tools.helpers.prepareBinaryData(content, fileName, mimeType),
		});
	}
	return asItems(operation.output?.(body, parameters) ?? (body as IDataObject));
}

async function withFiles(request: OperationRequest, tools: RunTools): Promise<GraphRequest> {
	const body = await tools.uploads.uploadFiles(request);
	if (!request.form) return { ...request, body, form: undefined };
	const form: Record<string, string | FilePart> = {};
	for (const [name, part] of Object.entries(request.form)) {
		form[name] = typeof part === 'string' ? part : await openFile(part, tools.helpers);
	}
	return { ...request, body, form };
}

async function listItems(
	operation: Operation,
	request: GraphRequest,
	parameters: Parameters,
	{ send }: GraphApi,
): Promise<OutputItem[]> {
	const items: OutputItem[] = [];
	for await (const page of pages(send, request, readPageOptions(parameters))) {
		for (const entry of page as JsonObject[]) {
			items.push(...asItems(operation.output?.(entry, parameters) ?? (entry as IDataObject)));
		}
	}
	return items;
}

function asItems(json: IDataObject | IDataObject[]): OutputItem[] {
	return [json].flat().map((entry) => ({ json: entry }));
}
