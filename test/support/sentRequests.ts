import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import type { Endpoint, FilePart, GraphRequest, JsonObject } from '../../nodes/graphApi/types';
import { FileContent } from '../../nodes/WhatsAppBusiness/files/placeholders';
import type { OperationRequest } from '../../nodes/WhatsAppBusiness/operation';
import { prepareItem } from '../../nodes/WhatsAppBusiness/run/runOperation';
import type { ListedOperation } from '../../nodes/WhatsAppBusiness/operationList';
import type { RequestCase } from '../cases/requestCase';
import { account, buildRequest, parametersFor, requestJson } from './buildRequest';

/** Everything that may be sent for a case: its request, what is sent instead, and what follows. */
export function sentRequests(
	operation: ListedOperation,
	{ parameters, binary }: Pick<RequestCase, 'parameters' | 'binary'>,
): OperationRequest[] {
	const { request, substitute } = prepareItem(
		operation,
		parametersFor(operation, parameters, binary),
		account,
	);
	return [
		buildRequest(operation, parameters, binary),
		...(request ? othersOf(request) : []),
		...(substitute ? [substitute.request, ...othersOf(substitute.request)] : []),
	];
}

function othersOf(request: OperationRequest): OperationRequest[] {
	const { fallback, following = [] } = request;
	return [
		...(fallback ? [atFallback(request, fallback)] : []),
		...following.flatMap((message) => [
			...(message.pause?.typing ? [message.pause.typing as OperationRequest] : []),
			message.request,
			...othersOf(message.request),
		]),
	];
}

function atFallback(request: OperationRequest, { path, on }: Endpoint): OperationRequest {
	return { ...request, path, on, fallback: undefined };
}

/**
 * A request when its files are there. The content of each is the text that stands for it.
 * @param handle of each file that is uploaded for one. Default: the text that stands for it.
 */
export function readyRequest(request: OperationRequest, handle?: string): GraphRequest {
	const { form, body, query, stream, ...rest } = request;
	return {
		...rest,
		...(body && { body: withHandle(json(body), handle) as JsonObject }),
		...(query && { query: json(query) as GraphRequest['query'] }),
		...(form && { form: mapValues(form, formValue) }),
		...(stream && { stream: { content: Readable.from([String(json(stream))]), size: 0 } }),
	};
}

function withHandle(body: unknown, handle: string | undefined): unknown {
	if (handle === undefined) return body;
	return JSON.parse(JSON.stringify(body).replace(/<handle of [^>]*>/g, handle));
}

/** A request as `requestJson` shows it, with the contents of its files. */
export async function shownRequest({ form, stream, ...request }: GraphRequest) {
	return requestJson({
		...request,
		...(form && {
			form: mapValues(form, (value) => (typeof value === 'string' ? value : String(value.content))),
		}),
		...(stream && { text: { content: await text(stream.content), mimeType: '' } }),
	});
}

function formValue(value: NonNullable<OperationRequest['form']>[string]): string | FilePart {
	const content = Buffer.from(String(json(value)));
	if (!(value instanceof FileContent)) return content.toString();
	return { fileName: 'file', mimeType: 'application/octet-stream', content };
}

function mapValues<Value, Result>(
	values: Readonly<Record<string, Value>>,
	change: (value: Value) => Result,
): Record<string, Result> {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function json(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}
