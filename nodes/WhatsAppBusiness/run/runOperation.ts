import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import type { GraphApi } from '../../graphApi/graphApi';
import { errorFromUnexpectedResponse } from '../../graphApi/errors/apiError';
import { RequestError } from '../../graphApi/errors/requestError';
import { isJsonObject } from '../../graphApi/json';
import { pages } from '../../graphApi/pages';
import { isIdempotent } from '../../graphApi/types';
import type { GraphRequest, JsonObject } from '../../graphApi/types';
import { openFile } from '../files/openFile';
import { InputError } from '../../shared/inputError';
import { storeFile } from '../../shared/storeFile';
import { memoryOf } from '../../memory/memoryOf';
import { Conversations } from '../../shared/conversation/conversations';
import { readSendOnceKey } from '../fields/sendOnce';
import type { SendOnceKey } from '../fields/sendOnce';
import type { FollowUp, Operation, OperationRequest, OutputItem, Recall } from '../operation';
import type { Parameters } from '../parameters/parameters';
import { resolveRequest } from './resolveRequest';
import type { KeyedMessage } from './runKeys';
import type { RunTools } from './runTools';
import type { ReplyTarget } from '../sendAndWait/placeholders';
import { isList, readPageOptions } from '../fields/list';

/** An operation with the validated values of one item. Nothing is sent yet. */
export interface PreparedItem {
	operation: Operation;
	parameters: Parameters;
	/** Undefined for an operation that sends no request. */
	request?: OperationRequest;
	/** Of an operation on what the nodes remember. */
	recall?: Recall;
	/** Where the reply goes, if the operation asks a question. */
	replyTarget?: ReplyTarget;
	/** The Send Once Key of the message, if it has one. */
	sendOnceKey?: SendOnceKey;
	keyedMessage?: KeyedMessage;
}

/** @throws InputError for an invalid value, with the page of the documentation about the operation. */
export function prepareItem(
	operation: Operation,
	parameters: Parameters,
	account: Account,
): PreparedItem {
	try {
		const request = operation.request?.(parameters, account);
		const recall = operation.recall?.(parameters, account);
		const sendOnceKey = operation.sendsMessages && readSendOnceKey(parameters);
		return {
			operation,
			parameters,
			request: request && sendOnceKey ? withCallbackData(request, sendOnceKey.key) : request,
			recall,
			sendOnceKey,
		};
	} catch (error) {
		if (error instanceof InputError) error.page ??= operation.page;
		throw error;
	}
}

/** From its statuses the trigger knows that a message with an unknown outcome was sent. */
function withCallbackData(request: OperationRequest, key: string): OperationRequest {
	const own = request.body?.biz_opaque_callback_data;
	return { ...request, body: { ...request.body, biz_opaque_callback_data: own ?? key } };
}

/**
 * Runs a prepared operation: uploads its files, sends its request, creates its output.
 * @throws InputError for an invalid file, RequestError when a call fails.
 */
export async function carryOut(
	{ operation, parameters, request, recall, replyTarget, keyedMessage }: PreparedItem,
	tools: RunTools,
): Promise<OutputItem[]> {
	if (recall) {
		const states = await recall(new Conversations(memoryOf(tools.credential)));
		return asItems([states].flat().map((state) => ({ ...state })));
	}
	if (operation.compute) return asItems(operation.compute(parameters));
	if (!request) throw new Error(`'${operation.displayName}' has nothing to do`);
	const output = (response: JsonObject) =>
		asItems(operation.output?.(response, parameters, request) ?? response);
	const ready = async () => await resolveRequest(request, tools, replyTarget);
	if (isList(operation, parameters)) {
		return await listItems(await ready(), output, parameters, tools.api);
	}
	const outputOf = async (body: JsonObject) => {
		try {
			if (operation.finish) {
				return await operation.finish(body, followUp(parameters, request, tools));
			}
			return output(body);
		} catch (error) {
			// What Meta accepted must not look as if it may be sent again.
			if (!isIdempotent(request)) return asItems(body);
			if (error instanceof RequestError || error instanceof InputError) throw error;
			throw errorFromUnexpectedResponse();
		}
	};
	const sendNow = async (aroundTry?: GraphRequest['aroundTry']) => {
		const resolved = await ready();
		try {
			return await tools.api.send({ ...resolved, aroundTry });
		} catch (error) {
			throw withField(error, operation, request);
		}
	};
	if (keyedMessage) {
		const { body, alreadySent } = await tools.sendOnce().send(keyedMessage, sendNow);
		const items = await outputOf(body);
		return items.map(({ json, ...entry }) => ({ json: { ...json, alreadySent }, ...entry }));
	}
	// A streamed file is opened again for every try. All other requests are retried as they are.
	let body: JsonObject;
	try {
		({ body } = await (request.form ? tools.api.retry(() => sendNow()) : sendNow()));
	} catch (error) {
		if (!operation.recover || !(error instanceof RequestError)) throw error;
		return await operation.recover(error, followUp(parameters, request, tools));
	}
	return await outputOf(body);
}

function withField(error: unknown, operation: Operation, request: OperationRequest): unknown {
	if (!(error instanceof RequestError) || error.facts.details === undefined) return error;
	const { details, what } = error.facts;
	const field = operation.fieldOf?.(details, request);
	return field === undefined ? error : error.with({ field, what: `'${field}': ${what}` });
}

function followUp(parameters: Parameters, request: OperationRequest, tools: RunTools): FollowUp {
	const { api, account, helpers, found, credential, connect, n8nUrls } = tools;
	const { send, retry, downloadFromMeta } = api;
	return {
		parameters,
		request,
		account: account.current,
		withAccount: (build) => account.use(build),
		credential,
		connect,
		n8nUrls,
		send,
		retry,
		downloadFromMeta,
		open: (file) => openFile(file, helpers),
		async oncePerRun<Result>(key: string, find: () => Promise<Result>) {
			const result = (found.get(key) as Promise<Result> | undefined) ?? find();
			found.set(key, result);
			return await result;
		},
		store: (content, fileName, mimeType) => storeFile(helpers, content, fileName, mimeType),
	};
}

async function listItems(
	request: GraphRequest,
	output: (entry: JsonObject) => OutputItem[],
	parameters: Parameters,
	{ send }: GraphApi,
): Promise<OutputItem[]> {
	const items: OutputItem[] = [];
	for await (const page of pages(send, request, readPageOptions(parameters))) {
		for (const entry of page) {
			// An entry of a list may be a plain text.
			items.push(...(isJsonObject(entry) ? output(entry) : asItems({ value: entry })));
		}
	}
	return items;
}

function asItems(json: IDataObject | IDataObject[]): OutputItem[] {
	return [json].flat().map((entry) => ({ json: entry }));
}
