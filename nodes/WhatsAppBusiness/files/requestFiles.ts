import type { FilePart, GraphRequest, Query } from '../../graphApi/types';
import { BinaryFile } from './binaryFile';
import { FileFact } from './fileFact';
import { inspectFile, openFile, openUrlFile } from './openFile';
import type { OperationRequest } from '../operation';
import type { RunTools } from '../run/runTools';
import type { UploadFile } from './uploadFile';
import { UrlFile } from './urlFile';

/**
 * Makes a request ready to be sent: uploads the files its body refers to, opens those of its form, and puts
 * in what is known of them only now.
 * @throws InputError for a file that can't work, RequestError when one can't be had or uploaded.
 */
export async function withFiles(request: OperationRequest, tools: RunTools): Promise<GraphRequest> {
	const body = await tools.uploads.uploadFiles(request);
	if (!request.form && !request.query) {
		return { ...request, body, form: undefined, query: undefined };
	}
	const opened = new Map<UploadFile, FilePart>();
	const form: Record<string, string | FilePart> = {};
	const parts = Object.entries(request.form ?? {});
	for (const [, part] of parts) {
		if (part instanceof BinaryFile) opened.set(part, await openFile(part, tools.helpers));
		if (part instanceof UrlFile) opened.set(part, await openUrlFile(part, tools.api.download));
	}
	const factOf = async (fact: FileFact) =>
		fact.of(opened.get(fact.file) ?? (await inspectFile(fact.file as BinaryFile, tools.helpers)));
	for (const [name, part] of parts) {
		if (part instanceof FileFact) form[name] = String(await factOf(part));
		else form[name] = typeof part === 'string' ? part : (opened.get(part) as FilePart);
	}
	const query: Record<string, Query[string]> = {};
	for (const [name, value] of Object.entries(request.query ?? {})) {
		query[name] = value instanceof FileFact ? await factOf(value) : value;
	}
	return { ...request, body, query, form: request.form && form };
}
