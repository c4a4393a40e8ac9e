import type { IDataObject } from 'n8n-workflow';

import type { Account } from '../../graphApi/connection';
import type { GraphApi } from '../../graphApi/graphApi';
import { errorFromUnexpectedResponse } from '../../graphApi/errors/apiError';
import { RequestError } from '../../graphApi/errors/requestError';
import { isJsonObject } from '../../graphApi/json';
import { pages } from '../../graphApi/pages';
import { isIdempotent } from '../../graphApi/types';
import type { GraphRequest, GraphResponse, JsonObject, JsonValue } from '../../graphApi/types';
import { openFile } from '../files/openFile';
import { InputError } from '../../shared/inputError';
import { limits } from '../../shared/limits';
import { messageIdsOf } from '../../shared/messageIds';
import { storeFile } from '../../shared/storeFile';
import { memoryOf } from '../../memory/memoryOf';
import { Conversations } from '../../shared/conversation/conversations';
import { readSendOnceKey } from '../fields/sendOnce';
import type { SendOnceKey } from '../fields/sendOnce';
import type {
	FollowUp,
	Operation,
	OperationRequest,
	OutputItem,
	Pause,
	Recall,
} from '../operation';
import type { Parameters } from '../parameters/parameters';
import { withSpelling } from './allowedNumbers';
import { chooseByWindow } from './closedWindow';
import { sendOrFallBack, sentViaKey } from './fallback';
import { resolveRequest } from './resolveRequest';
import { partKey } from './runKeys';
import type { KeyedMessage } from './runKeys';
import type { RunTools } from './runTools';
import { sendMessages } from './sendMessages';
import type { SentItem } from './sendMessages';
import type { ReplyTarget } from '../sendAndWait/placeholders';
import { isList, readPageOptions } from '../fields/list';

/** An operation with the validated values of one item. Nothing is sent yet. */
export interface PreparedItem {
	operation: Operation;
	parameters: Parameters;
	/** Undefined for an operation that sends no request. */
	request?: OperationRequest;
	/** What is sent instead if the customer service window is closed. */
	substitute?: SendableItem;
	/** Of an operation on what the nodes remember. */
	recall?: Recall;
	/** Where the reply goes, if the operation asks a question. */
	replyTarget?: ReplyTarget;
	/** The Send Once Key of the message, if it has one. */
	sendOnceKey?: SendOnceKey;
	keyedMessage?: KeyedMessage;
	/** Of the messages that follow, in their order. */
	keyedFollowing?: KeyedMessage[];
	/** Before the message, if it follows another of its item. */
	pause?: Pause;
}

/** Builds the request of an item. Throws for an invalid value. */
export type Prepare = (itemIndex: number) => PreparedItem;

/** The key of the output that says whether the substitute was sent. */
export const substituteMark = 'sentTemplateInstead';

/** An item whose operation sends a request. */
export type SendableItem = PreparedItem & { request: OperationRequest };

/** @throws InputError for an invalid value, with the page of the documentation about the operation. */
export function prepareItem(
	operation: Operation,
	parameters: Parameters,
	account: Account,
): PreparedItem {
	try {
		const other = operation.sendsFor?.(parameters);
		if (other) return prepareItem(other.operation, other.parameters, account);
		const request = operation.request?.(parameters, account);
		const recall = operation.recall?.(parameters, account);
		const sendOnceKey = operation.sendsMessages && readSendOnceKey(parameters);
		return {
			operation,
			parameters,
			request: request && sendOnceKey ? withKeys(request, sendOnceKey.key) : request,
			substitute: prepareSubstitute(request, account),
			recall,
			sendOnceKey,
		};
	} catch (error) {
		if (error instanceof InputError) error.page ??= operation.page;
		throw error;
	}
}

/** With the keys of its messages as callback data. */
function withKeys(request: OperationRequest, key: string): OperationRequest {
	const following = request.following?.map((message, index) => ({
		...message,
		request: withCallbackData(message.request, partKey(key, index + 2), key),
	}));
	return { ...withCallbackData(request, key), following };
}

/**
 * From its statuses the trigger knows that a message with an unknown outcome was sent.
 * @param shorter the callback data if the key is too long.
 */
function withCallbackData(request: OperationRequest, key: string, shorter = key): OperationRequest {
	const own = request.body?.biz_opaque_callback_data;
	const data = [...key].length > limits.callbackData ? shorter : key;
	return { ...request, body: { ...request.body, biz_opaque_callback_data: own ?? data } };
}

function prepareSubstitute(
	message: OperationRequest | undefined,
	account: Account,
): SendableItem | undefined {
	if (typeof message?.ifWindowClosed !== 'object') return undefined;
	const { operation, parameters } = message.ifWindowClosed;
	const { request, ...item } = prepareItem(operation, parameters, account);
	return request && { ...item, request };
}

/**
 * Runs a prepared operation: uploads its files, sends its request, creates its output.
 * @param earlier the responses to the messages of the item that an earlier try of the run has sent.
 * @throws InputError for an invalid file, ClosedWindowError for a message that must not be sent now, SkippedError for one
 * that is not sent on purpose, PartlySentError when one of several messages fails, RequestError when a call fails.
 */
export async function carryOut(
	item: PreparedItem,
	tools: RunTools,
	earlier: readonly JsonObject[] = [],
): Promise<OutputItem[]> {
	const { operation, parameters, request, recall } = item;
	if (recall) {
		const states = await recall(new Conversations(memoryOf(tools.credential)));
		return asItems([states].flat().map((state) => ({ ...state })));
	}
	if (operation.compute) return asItems(operation.compute(parameters));
	if (!request) throw new Error(`'${operation.displayName}' has nothing to do`);
	const whole: SendableItem = { ...item, request };
	if (isList(operation, parameters)) {
		const resolved = await resolveRequest(request, tools);
		return await listItems(resolved, whole, tools.api);
	}
	let sent: [SentItem, ...SentItem[]];
	try {
		sent = await sendMessages(whole, earlier, (message) => sendOne(message, tools));
	} catch (error) {
		if (!operation.recover || !(error instanceof RequestError)) throw error;
		return await operation.recover(error, followUp(whole, tools));
	}
	const [first] = sent;
	const output = await finished(first.body, first.item, tools);
	return output.map(({ json, ...entry }) => ({
		json: { ...json, ...keysOf(whole, sent) },
		...entry,
	}));
}

/** What the output says about how the messages of an item were sent. */
function keysOf(whole: SendableItem, sent: [SentItem, ...SentItem[]]): IDataObject {
	const [first] = sent;
	const messageIds = messageIdsOf(sent.map(({ body }) => body));
	return {
		...(whole.substitute ? { [substituteMark]: first.item === whole.substitute } : {}),
		...(whole.keyedMessage ? { alreadySent: sent.every(({ alreadySent }) => alreadySent) } : {}),
		...(whole.request.following ? { messageIds } : {}),
		...(first.item.request.fallback ? { [sentViaKey]: first.body[sentViaKey] ?? null } : {}),
	};
}

/** Sends a message, or its substitute, unless an earlier run has. Other operations send their request. */
async function sendOne(whole: SendableItem, tools: RunTools): Promise<SentItem> {
	const { sendsMessages = false } = whole.operation;
	let sent = whole;
	const sendNow = async (aroundTry?: GraphRequest['aroundTry']) => {
		if (whole.pause) await tools.pauses.before(whole.pause);
		sent = await chooseByWindow(whole, tools);
		if (sendsMessages) await tools.optOuts.check(sent.operation, followUp(sent, tools));
		const resolved = await readyToSend(sent, tools);
		try {
			const request = { ...resolved, aroundTry: nested(aroundTry, sent.replyTarget?.aroundTry) };
			const response = await sendOrFallBack(tools.api.send, request, sent.request.fallback);
			if (sendsMessages) {
				await tools.noteSent(response.body, sent.operation, followUp(sent, tools));
			}
			return response;
		} catch (error) {
			if (sendsMessages) await tools.optOuts.noteRefusal(sent.request, error);
			const failure = withAdvice(error, sent.operation);
			throw withSpelling(withField(failure, sent), sent.request.body?.to);
		}
	};
	if (whole.keyedMessage) {
		const { body, alreadySent } = await tools.sendOnce().send(
			whole.keyedMessage,
			// So that what is remembered of it says so.
			(aroundTry) => sendNow((send) => aroundTry(async () => asSent(await send(), sent !== whole))),
			whole.pause !== undefined,
		);
		if (body[substituteMark] === true) sent = whole.substitute ?? whole;
		return { item: sent, body, alreadySent };
	}
	// A streamed file is opened again for every try. All other requests are retried as they are.
	const { form, stream } = whole.request;
	const { body } = await ((form ?? stream) ? tools.api.retry(() => sendNow()) : sendNow());
	return { item: sent, body };
}

/** One around the other. */
function nested(
	outer: GraphRequest['aroundTry'],
	inner: GraphRequest['aroundTry'],
): GraphRequest['aroundTry'] {
	if (!outer || !inner) return outer ?? inner;
	return (sendNow) => outer(() => inner(sendNow));
}

/** The request of an item with all that is known only now. */
async function readyToSend(item: SendableItem, tools: RunTools): Promise<GraphRequest> {
	const { operation, request, replyTarget } = item;
	const quickReplies = await operation.findQuickReplies?.(followUp(item, tools));
	return await resolveRequest(request, tools, { replyTarget, quickReplies });
}

/** The output of an item whose request has succeeded. */
async function finished(
	body: JsonObject,
	item: SendableItem,
	tools: RunTools,
): Promise<OutputItem[]> {
	try {
		if (item.operation.finish) return await item.operation.finish(body, followUp(item, tools));
		return outputOf(body, item);
	} catch (error) {
		// What Meta accepted must not look as if it may be sent again.
		if (!isIdempotent(item.request)) return asItems(body);
		if (error instanceof RequestError || error instanceof InputError) throw error;
		throw errorFromUnexpectedResponse();
	}
}

function asSent({ body }: GraphResponse, instead: boolean): GraphResponse {
	return { body: instead ? { ...body, [substituteMark]: true } : body };
}

function outputOf(response: JsonObject, item: SendableItem): OutputItem[] {
	const { operation, parameters, request } = item;
	return asItems(operation.output?.(response, parameters, request) ?? response);
}

function withField(error: unknown, { operation, request }: SendableItem): unknown {
	if (!(error instanceof RequestError) || error.facts.details === undefined) return error;
	const { details, what } = error.facts;
	const field = operation.fieldOf?.(details, request);
	return field === undefined ? error : error.with({ field, what: `'${field}': ${what}` });
}

/** With what the operation says about an unknown outcome. */
export function withAdvice(error: unknown, { ifUnknown }: Pick<Operation, 'ifUnknown'>): unknown {
	if (ifUnknown === undefined || !(error instanceof RequestError)) return error;
	return error.facts.outcome === 'unknown' ? error.with({ todo: ifUnknown }) : error;
}

function followUp({ parameters, request }: SendableItem, tools: RunTools): FollowUp {
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
	item: SendableItem,
	{ send }: GraphApi,
): Promise<OutputItem[]> {
	const { operation, parameters } = item;
	const { limit = Infinity } = readPageOptions(parameters);
	const filter = operation.keeps?.(parameters);
	const isKept = (entry: JsonValue) => !isJsonObject(entry) || (filter?.(entry) ?? true);
	const items: OutputItem[] = [];
	let left = limit;
	for await (const page of pages(send, request, filter ? {} : { limit })) {
		const kept = page.filter(isKept).slice(0, left);
		for (const entry of kept) {
			// An entry of a list may be a plain text.
			items.push(...(isJsonObject(entry) ? outputOf(entry, item) : asItems({ value: entry })));
		}
		left -= kept.length;
		if (left === 0) break;
	}
	return items;
}

function asItems(json: IDataObject | IDataObject[]): OutputItem[] {
	return [json].flat().map((entry) => ({ json: entry }));
}
