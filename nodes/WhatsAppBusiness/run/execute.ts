import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { CancelledBeforeSending } from '../../graphApi/errors/cancelledError';
import { itemKey, hasFinished } from './itemMemo';
import type { RunOutcomes } from './jobQueue';
import { errorDetails, nodeError } from '../../shared/nodeErrors';
import { reportProgress } from './progress';
import { countsOf, describeOutcomes, retryWarning, runHint, runSummary } from './runSummary';
import { prepareAll, runItems } from './runItems';
import { prepareItem } from './runOperation';
import { createQuestion } from '../sendAndWait/createQuestion';
import { prepareRun } from './prepareRun';
import type { RunContext } from './prepareRun';

/** Messages that are prepared and waited for at once: more than may be under way, as some wait for another try. */
const messagesAtOnce = 320;

/**
 * Runs the chosen operation for every item: messages concurrently, everything else one after the other. The
 * output is in the order of the input. An item that fails ends the run, or becomes an item with the error when
 * the node is set to continue on fail.
 * @throws NodeApiError | NodeOperationError with the index of the item.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = performance.now();
	const node = this.getNode();
	const items = this.getInputData();
	const stopAtFailure = !this.continueOnFail();
	const stopping = new AbortController();
	let setUp: RunContext;
	try {
		setUp = await prepareRun(this, stopping.signal);
	} catch (error) {
		if (stopAtFailure) throw nodeError(error, node);
		// n8n would hand the input on as if it had been sent.
		return [items.map((_item, itemIndex) => errorItem(error, node, itemIndex))];
	}
	const { operation, api, parametersOf } = setUp;
	const { sendsMessages = false } = operation;

	const question = operation.question && createQuestion(this, operation, api.connection);
	const prepare = (itemIndex: number) => {
		const parameters = parametersOf(itemIndex);
		const ready = prepareItem(operation, parameters, api.connection.account);
		if (!question || !operation.question) return ready;
		const recipient = ready.request?.countsFor?.recipient ?? '';
		return { ...ready, replyTarget: question.open(operation.question(parameters), recipient) };
	};
	const ended: RunOutcomes<INodeExecutionData[]> = { results: new Map(), failures: new Map() };
	const earlier = items.filter((item) => hasFinished(itemKey(item, node))).length;
	const facts = () => ({
		...countsOf(ended),
		earlier,
		retries: api.report.retries,
		throttled: api.report.throttled,
		waited: api.report.waiting.seconds,
		seconds: (performance.now() - startedAt) / 1000,
	});
	const stopProgress = sendsMessages
		? reportProgress(this, () => `${runSummary(facts())}; ${items.length} items in all`)
		: () => undefined;
	let firstFailure: number | undefined;
	try {
		// One bad item ends the run before any other is sent.
		const prepared = stopAtFailure ? await prepareAll(this, prepare) : [];
		firstFailure = await runItems(this, {
			api,
			prepare: (itemIndex) => prepared[itemIndex] ?? prepare(itemIndex),
			atOnce: sendsMessages ? messagesAtOnce : 1,
			stopping,
			ended,
		});
	} finally {
		stopProgress();
	}

	const isCancelled = this.getExecutionCancelSignal()?.aborted === true;
	if (isCancelled) reportCancelled(this, ended);
	if (sendsMessages) {
		const hint = runHint(facts());
		if (hint) this.addExecutionHints(hint);
	}
	if (firstFailure !== undefined && stopAtFailure && !isCancelled) {
		// n8n shows no hint of a node that failed.
		const summary = sendsMessages ? ` In all: ${runSummary(facts())}.` : '';
		const standing =
			items.length > 1 ? describeOutcomes(ended) + retryWarning(ended) + summary : undefined;
		throw nodeError(ended.failures.get(firstFailure), node, firstFailure, standing);
	}
	if (question && ended.failures.size === 0) return await question.wait();
	return [items.flatMap((_item, itemIndex) => outputOf(ended, node, itemIndex))];
}

/** Tells how a cancelled run stands, and counts what was not started as cancelled. */
function reportCancelled(
	context: IExecuteFunctions,
	ended: RunOutcomes<INodeExecutionData[]>,
): void {
	// n8n stores a cancelled execution without the output of the node that was running, so the log must tell.
	const text = `The execution was cancelled. ${describeOutcomes(ended)}`;
	context.logger.warn(`Node '${context.getNode().name}': ${text}`, {
		executionId: context.getExecutionId(),
	});
	context.sendMessageToUI(text);
	for (const itemIndex of context.getInputData().keys()) {
		if (ended.results.has(itemIndex) || ended.failures.has(itemIndex)) continue;
		ended.failures.set(itemIndex, new CancelledBeforeSending());
	}
}

function outputOf(
	{ results, failures }: RunOutcomes<INodeExecutionData[]>,
	node: INode,
	itemIndex: number,
): INodeExecutionData[] {
	if (!failures.has(itemIndex)) return results.get(itemIndex) ?? [];
	return [errorItem(failures.get(itemIndex), node, itemIndex)];
}

function errorItem(error: unknown, node: INode, itemIndex: number): INodeExecutionData {
	const shown = nodeError(error, node, itemIndex);
	// n8n sends an item with just these two keys to the error output, if the node has one.
	const json = { message: shown.message, error: errorDetails(shown, error) };
	return { json, pairedItem: { item: itemIndex } };
}
