import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { CancelledBeforeSending } from '../graphApi/errors';
import { graphApi } from '../graphApi/graphApi';
import type { GraphApi } from '../graphApi/graphApi';
import type { SendingRules } from '../graphApi/sendingRules';
import { identityOf, runOnce, wasDone } from './finishedItems';
import { inOrder } from './inOrder';
import type { Ended } from './inOrder';
import { itemParameters } from './itemParameters';
import { MediaUploads } from './files/mediaUploads';
import { errorDetails, nodeError } from './nodeErrors';
import { operations } from './operationList';
import type { ListedOperation } from './operationList';
import type { Parameters } from './parameters';
import { reportProgress } from './progress';
import { countsOf, endedInWords, runHint, runSummary } from './runHint';
import { carryOut, prepareItem } from './runOperation';
import type { PreparedItem } from './runOperation';
import { asking } from './sendAndWait/asking';
import { offersSendingRules, readSendingRules } from './sharedFields/sending';
import { Turns } from './turns';

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
	const signal = this.getExecutionCancelSignal();
	const stopAtFailure = !this.continueOnFail();
	const stopping = new AbortController();
	let firstFailure: number | undefined;
	const valuesOf = itemParameters(this);
	const parametersOf = (itemIndex: number) => valuesOf(itemIndex, operation.fields);
	let operation: ListedOperation;
	let api: GraphApi;
	try {
		operation = chosenOperation(this);
		api = await connect(this, operation, parametersOf, stopping.signal);
	} catch (error) {
		if (stopAtFailure) throw nodeError(error, node);
		// n8n would hand the input on as if it had been sent.
		return [items.map((_item, itemIndex) => errorItem(error, node, itemIndex))];
	}
	const tools = { api, uploads: new MediaUploads(this.helpers, api), helpers: this.helpers };

	const question = operation.question && asking(this, api.connection);
	const prepare = (itemIndex: number) => {
		const ready = prepareItem(operation, parametersOf(itemIndex), api.connection.account);
		return question?.seal(ready) ?? ready;
	};
	// One bad item ends the run before any other is sent.
	const prepared = stopAtFailure ? await prepareAll(this, prepare) : [];

	const sendsMessages = offersSendingRules(operation);
	const ended: Ended<INodeExecutionData[]> = { results: new Map(), failures: new Map() };
	const { results, failures } = ended;
	const identities = items.map((item) => identityOf(item, node));
	const earlier = identities.filter(wasDone).length;
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
	await inOrder(
		items,
		{
			ended,
			atOnce: sendsMessages ? messagesAtOnce : 1,
			stopped: () => signal?.aborted === true || stopping.signal.aborted,
		},
		(_item, itemIndex) => {
			const ready = prepared[itemIndex] ?? prepare(itemIndex);
			const run = async () => {
				const output = await carryOut(ready, tools);
				return output.map((entry) => ({ ...entry, pairedItem: { item: itemIndex } }));
			};
			const identity = identities[itemIndex] as object;
			return {
				queue: chatOf(ready),
				run: () =>
					runOnce(identity, run).catch((error: unknown) => {
						firstFailure ??= itemIndex;
						if (stopAtFailure) stopping.abort();
						throw error;
					}),
			};
		},
	).finally(stopProgress);

	if (signal?.aborted) {
		// n8n stores a cancelled execution without the output of the node that was running, so the log must tell.
		const text = `The execution was cancelled. ${endedInWords(ended)}`;
		this.logger.warn(`Node '${node.name}': ${text}`, { executionId: this.getExecutionId() });
		this.sendMessageToUI(text);
		for (const itemIndex of items.keys()) {
			if (results.has(itemIndex) || failures.has(itemIndex)) continue;
			failures.set(itemIndex, new CancelledBeforeSending());
		}
	}
	if (sendsMessages) {
		const hint = runHint(facts());
		if (hint) this.addExecutionHints(hint);
	}
	if (firstFailure !== undefined && stopAtFailure && !signal?.aborted) {
		// n8n shows no hint of a node that failed.
		const summary = sendsMessages ? ` In all: ${runSummary(facts())}.` : '';
		const standing = items.length > 1 ? endedInWords(ended) + summary : undefined;
		throw nodeError(failures.get(firstFailure), node, firstFailure, standing);
	}
	if (question && failures.size === 0) return await question.wait();
	return [
		items.flatMap((_item, itemIndex) => {
			if (!failures.has(itemIndex)) return results.get(itemIndex) ?? [];
			return [errorItem(failures.get(itemIndex), node, itemIndex)];
		}),
	];
}

function errorItem(error: unknown, node: INode, itemIndex: number): INodeExecutionData {
	const shown = nodeError(error, node, itemIndex);
	// n8n sends an item with just these two keys to the error output, if the node has one.
	const json = { message: shown.message, error: errorDetails(shown, error) };
	return { json, pairedItem: { item: itemIndex } };
}

async function prepareAll(
	context: IExecuteFunctions,
	prepare: (itemIndex: number) => PreparedItem,
): Promise<PreparedItem[]> {
	const prepared: PreparedItem[] = [];
	const turns = new Turns();
	const items = context.getInputData();
	for (const itemIndex of items.keys()) {
		while (turns.over) await turns.next();
		try {
			prepared.push(prepare(itemIndex));
		} catch (error) {
			const standing =
				items.length > 1 ? 'No item was carried out, so it is safe to run it again.' : undefined;
			throw nodeError(error, context.getNode(), itemIndex, standing);
		}
	}
	return prepared;
}

// Messages to one recipient go out one after the other: a chat reads wrong otherwise.
function chatOf({ request }: PreparedItem): string | undefined {
	const { phoneNumberId, recipient } = request?.countsFor ?? {};
	return recipient === undefined ? undefined : `${phoneNumberId} ${recipient}`;
}

async function connect(
	context: IExecuteFunctions,
	operation: ListedOperation,
	parametersOf: (itemIndex: number) => Parameters,
	noMore: AbortSignal,
): Promise<GraphApi> {
	const credential = await context.getCredentials<CredentialData & Record<string, string>>(
		'whatsAppBusinessApi',
	);
	const signal = context.getExecutionCancelSignal();
	const rules = sendingRules(context, operation, parametersOf);
	return graphApi(credential, { signal, noMore, rules });
}

/** The rules of the first item that has any: one whose options can't be read must not end the run of all. */
function sendingRules(
	context: IExecuteFunctions,
	operation: ListedOperation,
	parametersOf: (itemIndex: number) => Parameters,
): SendingRules {
	const itemCount = context.continueOnFail() ? context.getInputData().length : 1;
	let firstError: unknown;
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		try {
			return readSendingRules(operation, parametersOf(itemIndex));
		} catch (error) {
			firstError ??= error;
		}
	}
	throw firstError;
}

function chosenOperation(context: IExecuteFunctions): ListedOperation {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = operations.find(
		(candidate) => candidate.resource === resource && candidate.operation === name,
	);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`The operation '${name}' of the resource '${resource}' does not exist`,
			{ description: 'Choose the resource and the operation again.' },
		);
	}
	return operation;
}
