import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import type { GraphApi } from '../../graphApi/graphApi';
import type { JsonObject } from '../../graphApi/types';
import type { KnownAccount } from '../../shared/account/knownAccount';
import { MediaUploads } from '../files/mediaUploads';
import { continuesOnFail } from './continuesOnFail';
import { keepsInputFields } from '../fields/keepInputFields';
import { itemKey, runOnce } from './itemMemo';
import { runJobs } from './jobQueue';
import type { RunOutcomes } from './jobQueue';
import { MissingIdError } from '../../shared/account/credentialId';
import { InputError } from '../../shared/inputError';
import { nodeError } from '../../shared/nodeErrors';
import type { ListedOperation } from '../operationList';
import { invalidRowsError, nothingDone } from './invalidRows';
import type { InvalidRow } from './invalidRows';
import { memoryOf } from '../../memory/memoryOf';
import type { OperationRequest, OutputItem } from '../operation';
import { skippedMessage } from '../operations/message/sentMessage';
import { namedRefusal } from './namedRefusal';
import { noteSentMessages } from './noteSentMessages';
import { SkippedError } from './optOuts';
import type { OptOuts } from './optOuts';
import type { Pauses } from './pauses';
import { noteSkipped } from './skippedOutputs';
import { resolveRequest } from './resolveRequest';
import { runBatches } from './batches';
import { carryOut, withAdvice } from './runOperation';
import type { Prepare, PreparedItem } from './runOperation';
import type { RunTools } from './runTools';
import { n8nUrlsOf } from './n8nUrls';
import { EventLoopYielder } from './eventLoop';

/**
 * Validates all items before sending the first, and looks up the IDs that they need and the credential lacks.
 * @returns for each item what it became. If the node continues on fail, it may throw.
 * @throws NodeOperationError with all invalid items, unless the node continues on fail. NodeApiError when an ID cannot be
 * looked up.
 */
export async function prepareAll(
	context: IExecuteFunctions,
	prepare: Prepare,
	account: KnownAccount,
	operation: ListedOperation,
): Promise<Map<number, () => PreparedItem>> {
	const node = context.getNode();
	const prepared = new Map<number, () => PreparedItem>();
	const yielder = new EventLoopYielder();
	const items = context.getInputData();
	const stopAtFailure = !continuesOnFail(context);
	const signal = context.getExecutionCancelSignal();
	const invalid: InvalidRow[] = [];
	const done = operation.sendsMessages ? 'sent' : 'processed';
	for (const itemIndex of items.keys()) {
		while (yielder.shouldYield) await yielder.yield();
		if (signal?.aborted) break;
		try {
			const ready = await account.use(() => prepare(itemIndex));
			prepared.set(itemIndex, () => ready);
		} catch (failure) {
			const error = namedRefusal(failure, operation);
			prepared.set(itemIndex, () => {
				throw error;
			});
			if (!stopAtFailure) continue;
			const isOnlyRow = items.length === 1;
			const isOfRow = error instanceof InputError && !(error instanceof MissingIdError);
			if (isOnlyRow) throw nodeError(error, node, itemIndex);
			if (!isOfRow) throw nodeError(error, node, undefined, nothingDone(done));
			invalid.push({ itemIndex, error });
		}
	}
	const [first, ...others] = invalid;
	if (first) throw invalidRowsError([first, ...others], { node, total: items.length, done });
	return prepared;
}

interface RunItems {
	operation: ListedOperation;
	api: GraphApi;
	account: KnownAccount;
	credential: CredentialData;
	/** Connects with another credential, by the same rules. */
	connect(credential: CredentialData): GraphApi;
	sendOnce: RunTools['sendOnce'];
	optOuts: OptOuts;
	pauses: Pauses;
	prepare: Prepare;
	/** Called when an item has succeeded: what was prepared for it is no longer needed. */
	done(itemIndex: number): void;
	/** Items in progress at the same time. */
	atOnce: number;
	/** Aborted at the first failure, unless the node continues on fail. */
	stopping: AbortController;
	/** Filled in while the items end. */
	outcomes: RunOutcomes<INodeExecutionData[]>;
}

/**
 * Runs the items and waits for all that were started.
 * @returns the index of the item that failed first, or undefined if none failed.
 */
export async function runItems(
	context: IExecuteFunctions,
	{
		operation,
		api,
		account,
		credential,
		connect,
		sendOnce,
		optOuts,
		pauses,
		prepare,
		done,
		atOnce,
		stopping,
		outcomes,
	}: RunItems,
): Promise<number | undefined> {
	const node = context.getNode();
	const stopAtFailure = !continuesOnFail(context);
	const signal = context.getExecutionCancelSignal();
	const { helpers } = context;
	const tools: RunTools = {
		api,
		account,
		credential,
		connect,
		n8nUrls: () => n8nUrlsOf(context),
		helpers,
		uploads: new MediaUploads(helpers, api),
		sendOnce,
		optOuts,
		pauses,
		noteSent: noteSentMessages(memoryOf(credential)),
		found: new Map(),
	};
	let firstFailure: number | undefined;
	const failed = (itemIndex: number, error: unknown): unknown => {
		firstFailure ??= itemIndex;
		if (stopAtFailure) stopping.abort();
		return namedRefusal(error, operation);
	};
	const items = context.getInputData();
	const stopped = () => signal?.aborted === true || stopping.signal.aborted;
	if (operation.batch) {
		await runBatches(items, {
			batch: operation.batch,
			prepare,
			keyOf: (item) => itemKey(item, node),
			send: (request) => sendBatch(request, operation, tools),
			outcomes,
			failed,
			stopped,
			secrets: api.connection.secrets,
		});
		return firstFailure;
	}
	await runJobs(items, { outcomes, atOnce, stopped }, (item, itemIndex) => {
		const ready = prepare(itemIndex);
		const run = async (earlier: readonly JsonObject[]) => {
			const { output, skipped } = await carryOutUnlessSkipped(ready, tools, earlier);
			const input = keepsInputFields(ready.parameters) ? item.json : {};
			const items = output.map(({ json, ...entry }) => ({
				json: { ...input, ...json },
				...entry,
				pairedItem: { item: itemIndex },
			}));
			if (skipped) noteSkipped(items);
			done(itemIndex);
			return items;
		};
		return {
			queue: chatOf(ready),
			run: () =>
				runOnce(itemKey(item, node), run).catch((error: unknown) => {
					throw failed(itemIndex, error);
				}),
		};
	});
	return firstFailure;
}

async function sendBatch(
	request: OperationRequest,
	operation: ListedOperation,
	tools: RunTools,
): Promise<JsonObject> {
	try {
		const { body } = await tools.api.send(await resolveRequest(request, tools));
		return body;
	} catch (error) {
		throw withAdvice(error, operation);
	}
}

async function carryOutUnlessSkipped(
	ready: PreparedItem,
	tools: RunTools,
	earlier: readonly JsonObject[],
): Promise<{ output: OutputItem[]; skipped: boolean }> {
	try {
		return { output: await carryOut(ready, tools, earlier), skipped: false };
	} catch (error) {
		if (!(error instanceof SkippedError) || !ready.request) throw error;
		return { output: [{ json: skippedMessage(ready.request, error.reason) }], skipped: true };
	}
}

// Messages to one recipient are sent one after the other: out of order, a chat makes no sense.
function chatOf({ request }: PreparedItem): string | undefined {
	const { phoneNumberId, recipient } = request?.countsFor ?? {};
	return recipient === undefined ? undefined : `${phoneNumberId} ${recipient}`;
}
