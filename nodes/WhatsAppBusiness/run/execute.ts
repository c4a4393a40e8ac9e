import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { memoryOf } from '../../memory/memoryOf';
import { KnownAccount } from '../../shared/account/knownAccount';
import { continuesOnFail } from './continuesOnFail';
import { failedInputFields } from './inputFields';
import type { InputFields } from './inputFields';
import { itemKey, hasFinished } from './itemMemo';
import type { RunOutcomes } from './jobQueue';
import { errorDetails, nodeError } from '../../shared/nodeErrors';
import { leftoverHint } from './leftoverHint';
import { setCustomData } from './customData';
import { reportProgress } from './progress';
import { failedRunError } from './failedRun';
import {
	countSenders,
	countsOf,
	describeOutcomes,
	itemsWith,
	runHint,
	runSummary,
} from './runSummary';
import { prepareAll, runItems } from './runItems';
import { prepareItem, substituteMark } from './runOperation';
import { OptOuts } from './optOuts';
import { Pauses } from './pauses';
import { skippedItems } from './skippedOutputs';
import { RunKeys } from './runKeys';
import { SendOnce } from './sendOnce';
import { sendOnceHint } from './sendOnceHint';
import { takenFromFront } from './takenFromFront';
import type { PreparedItem } from './runOperation';
import { createWait } from '../sendAndWait/createWait';
import { waitForOtherDeliveries } from '../sendAndWait/delivery/waitForDeliveries';
import { failedQuestion } from '../sendAndWait/failedQuestion';
import { prepareRun } from './prepareRun';
import type { RunContext } from './prepareRun';

/** Messages in progress at once. More than are sent at once, because some wait for a retry. */
const messagesAtOnce = 320;

/**
 * Runs the chosen operation for every item: messages concurrently, everything else one after the other. The
 * output is in the order of the input. A failed item ends the run, or becomes an item with the error if the node
 * continues on fail.
 * @throws NodeApiError | NodeOperationError with the index of the item.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = performance.now();
	const node = this.getNode();
	const items = this.getInputData();
	const stopAtFailure = !continuesOnFail(this);
	const stopping = new AbortController();
	const inputFields = failedInputFields(this);
	const failed = failedQuestion(this);
	if (failed) {
		if (stopAtFailure) throw nodeError(failed, node, 0);
		return [[errorItem(failed, node, 0, inputFields)]];
	}
	const deliveries = await waitForOtherDeliveries(this);
	if (deliveries) return deliveries;
	let run: RunContext;
	try {
		run = await prepareRun(this, stopping.signal);
	} catch (error) {
		if (stopAtFailure) throw nodeError(error, node);
		// Otherwise n8n passes the input on as if it had been sent.
		return [items.map((_item, itemIndex) => errorItem(error, node, itemIndex, inputFields))];
	}
	const { operation, api, rules, credential, connect, parametersOf } = run;
	const { sendsMessages = false } = operation;
	const account = new KnownAccount(api);

	const wait =
		operation.question && createWait(this, operation, api.connection, () => memoryOf(credential));
	const leftovers = new Map<number, readonly string[]>();
	const senderOf = new Map<number, string>();
	const signal = this.getExecutionCancelSignal();
	const keys = new RunKeys(api.connection.host);
	/** Items with a Send Once Key. */
	const keyed = new Set<number>();
	let once: SendOnce | undefined;
	const sendOnce = () =>
		(once ??= new SendOnce(memoryOf(credential), {
			rules,
			executionId: this.getExecutionId(),
			asks: operation.question !== undefined,
			stopped: () => signal?.aborted === true || stopping.signal.aborted,
		}));
	/** Items that have a template for a closed window. */
	const substitutable = new Set<number>();
	const optOuts = new OptOuts(memoryOf(credential));
	const pauses = new Pauses(api);
	const prepare = (itemIndex: number) => {
		const parameters = parametersOf(itemIndex);
		const ready = prepareItem(operation, parameters, account.current);
		if (parameters.leftovers.length > 0) leftovers.set(itemIndex, parameters.leftovers);
		const sender = ready.request?.countsFor?.phoneNumberId;
		if (sender !== undefined) senderOf.set(itemIndex, sender);
		if (ready.substitute) substitutable.add(itemIndex);
		const { request, sendOnceKey } = ready;
		const keyedMessage = request && sendOnceKey && keys.messageOf(request, sendOnceKey);
		const keyedFollowing = request && sendOnceKey && keys.followingOf(request, sendOnceKey);
		if (keyedMessage) keyed.add(itemIndex);
		if (!wait || !operation.question) return { ...ready, keyedMessage, keyedFollowing };
		const recipient = request?.countsFor?.recipient ?? '';
		const replyTarget = wait.open(operation.question(parameters), recipient, itemIndex);
		const { substitute } = ready;
		return {
			...ready,
			keyedMessage,
			keyedFollowing,
			replyTarget,
			substitute: substitute && { ...substitute, replyTarget },
		};
	};
	const outcomes: RunOutcomes<INodeExecutionData[]> = {
		results: new Map(),
		failures: new Map(),
		running: new Set(),
	};
	const earlier = items.flatMap((item, index) => (hasFinished(itemKey(item, node)) ? [index] : []));
	const facts = () => {
		const alreadySent = itemsWith('alreadySent', outcomes, keyed);
		const skipped = skippedItems(outcomes);
		const unsent = { alreadySent, skipped };
		const isNew = (index: number) => !alreadySent.has(index) && !skipped.has(index);
		return {
			...countsOf(outcomes, unsent),
			senders: countSenders(outcomes, senderOf, account.current.phoneNumberId, unsent),
			earlier: earlier.filter(isNew).length,
			asTemplate: [...itemsWith(substituteMark, outcomes, substitutable)].filter(isNew).length,
			retries: api.report.retries,
			throttled: api.report.throttled,
			waited: api.report.waiting.seconds,
			seconds: (performance.now() - startedAt) / 1000,
		};
	};
	const describe = () =>
		describeOutcomes(outcomes, items.length, sendsMessages, skippedItems(outcomes));
	const noteStop = () => setCustomData(this, describe());
	const onStop = () => {
		// n8n stores the execution now, and does not wait for the messages under way. What still waits to be sent gives up
		// by the next turn of the event loop.
		noteStop();
		setImmediate(noteStop);
	};
	signal?.addEventListener('abort', onStop, { once: true });
	const stopProgress = sendsMessages
		? reportProgress(this, () => `${runSummary(facts())} · ${items.length} items`)
		: () => undefined;
	let firstFailure: number | undefined;
	let prepared = new Map<number, () => PreparedItem>();
	try {
		// An invalid item ends the run before any other is sent.
		if (stopAtFailure || account.isIncomplete) {
			prepared = await prepareAll(this, prepare, account, operation);
		}
		firstFailure = await runItems(this, {
			operation,
			api,
			account,
			credential,
			connect,
			sendOnce,
			optOuts,
			pauses,
			prepare: (itemIndex) => prepared.get(itemIndex)?.() ?? prepare(itemIndex),
			done: (itemIndex) => prepared.delete(itemIndex),
			atOnce: sendsMessages ? messagesAtOnce : 1,
			stopping,
			outcomes,
		});
	} finally {
		stopProgress();
		signal?.removeEventListener('abort', onStop);
	}

	const isCancelled = signal?.aborted === true;
	if (isCancelled) {
		noteStop();
		reportCancelled(this, outcomes, describe());
	}
	if (sendsMessages) {
		const hint = runHint(facts());
		if (hint) this.addExecutionHints(hint);
		const keyHint = once && sendOnceHint(once, credential);
		if (keyHint) this.addExecutionHints(keyHint);
		const optOutHint = await optOuts.hint();
		if (optOutHint) this.addExecutionHints(optOutHint);
		const pauseHint = pauses.hint();
		if (pauseHint) this.addExecutionHints(pauseHint);
	}
	const warning = leftoverHint(leftovers, items.length);
	if (warning) this.addExecutionHints(warning);
	const summary = operation.hint?.([...outcomes.results.values()].flat().map(({ json }) => json));
	if (summary) this.addExecutionHints(summary);
	if (firstFailure !== undefined && stopAtFailure && !isCancelled) {
		if (items.length === 1)
			throw nodeError(outcomes.failures.get(firstFailure), node, firstFailure);
		const recipient = prepared.get(firstFailure)?.().request?.countsFor?.recipient;
		const failed = firstFailure;
		const total = items.length;
		const sentOnce = keyed.size === total;
		const skipped = skippedItems(outcomes);
		const about = { node, total, failed, recipient, sendsMessages, sentOnce, skipped };
		throw failedRunError(outcomes, about);
	}
	const outputs = items.map((_item, itemIndex) => outputOf(outcomes, node, itemIndex, inputFields));
	if (!wait || isCancelled) {
		const output = outputs.flat();
		return [node.onError === 'continueErrorOutput' ? takenFromFront(output) : output];
	}
	const skipped = skippedItems(outcomes);
	const isSent = (index: number) => outcomes.results.has(index) && !skipped.has(index);
	return await wait.wait(outputs, { isSent, skipped });
}

/** Logs the state of a cancelled run, and counts the items that were not started as cancelled. */
function reportCancelled(
	context: IExecuteFunctions,
	outcomes: RunOutcomes<INodeExecutionData[]>,
	state: string,
): void {
	const text = `The execution was cancelled. ${state}`;
	context.logger.warn(`Node '${context.getNode().name}': ${text}`, {
		executionId: context.getExecutionId(),
	});
	context.sendMessageToUI(text);
	for (const itemIndex of context.getInputData().keys()) {
		if (outcomes.results.has(itemIndex) || outcomes.failures.has(itemIndex)) continue;
		outcomes.failures.set(itemIndex, new CancelledBeforeSending());
	}
}

function outputOf(
	{ results, failures }: RunOutcomes<INodeExecutionData[]>,
	node: INode,
	itemIndex: number,
	inputFields: InputFields,
): INodeExecutionData[] {
	if (!failures.has(itemIndex)) return results.get(itemIndex) ?? [];
	return [errorItem(failures.get(itemIndex), node, itemIndex, inputFields)];
}

function errorItem(
	error: unknown,
	node: INode,
	itemIndex: number,
	inputFields: InputFields,
): INodeExecutionData {
	const shown = nodeError(error, node, itemIndex);
	// n8n routes an item with exactly these two keys to the error output, if there is one.
	const json = {
		...inputFields(itemIndex),
		message: shown.message,
		error: errorDetails(shown, error),
	};
	return { json, pairedItem: { item: itemIndex } };
}
