import type { IDataObject } from 'n8n-workflow';

import type { GraphApi } from '../graphApi/graphApi';
import type { Account } from '../graphApi/connection';
import { pages } from '../graphApi/pages';
import type { FilePart, GraphRequest, JsonObject } from '../graphApi/types';
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

/** An operation with the values of one item: checked, and nothing sent yet. */
export interface PreparedItem {
	operation: Operation;
	parameters: Parameters;
	/** Undefined for an operation that calls nothing. */
	request?: OperationRequest;
}

/** @throws InputError for a value that can't work. */
export function prepareItem(
	operation: Operation,
	parameters: Parameters,
	account: Account,
): PreparedItem {
	return { operation, parameters, request: operation.request?.(parameters, account) };
}

/**
 * Carries out a prepared operation: uploads its files, sends its request, makes its output.
 * @throws InputError for a file that can't work, GraphError when a call fails.
 */
export async function carryOut(
	{ operation, parameters, request }: PreparedItem,
	tools: RunTools,
): Promise<OutputItem[]> {
	if (operation.compute) return asItems(operation.compute(parameters));
	if (!request) throw new Error(`'${operation.displayName}' has nothing to do`);
	const ready = await withFiles(request, tools);
	if (operation.list) return await listItems(operation, ready, parameters, tools.api);
	const { body } = await tools.api.send(ready);
	if (operation.finish) {
		const { connection, send, download } = tools.api;
		return await operation.finish(body, {
			parameters,
			account: connection.account,
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
