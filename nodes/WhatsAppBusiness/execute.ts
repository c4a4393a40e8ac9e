import { setImmediate as nextTurn } from 'node:timers/promises';

import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { graphApi } from '../graphApi/graphApi';
import type { GraphApi } from '../graphApi/graphApi';
import { ChatOrder } from './chatOrder';
import { runOnce } from './finishedItems';
import { inOrder } from './inOrder';
import { itemParameters } from './itemParameters';
import { MediaUploads } from './mediaUploads';
import { errorDetails, nodeError } from './nodeErrors';
import { operations } from './operationList';
import type { ListedOperation } from './operationList';
import type { Parameters } from './parameters';
import { indexRanges, runHint } from './runHint';
import { carryOut, prepareItem } from './runOperation';
import type { PreparedItem } from './runOperation';
import { offersSendingRules, readSendingRules } from './sharedFields/sending';

/** Messages that are prepared and waited for at the same time; the rate limit sets the pace. */
const messagesAtOnce = 500;
/** Milliseconds of preparing after which the rest of the process gets its turn. */
const longestBlock = 25;

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
	const operation = chosenOperation(this);
	const valuesOf = itemParameters(this);
	const parametersOf = (itemIndex: number) => valuesOf(itemIndex, operation.fields);
	const api = await connect(this, operation, parametersOf);
	const tools = { api, uploads: new MediaUploads(this.helpers, api), helpers: this.helpers };
	const chatOrder = new ChatOrder();
	const stopAtFailure = !this.continueOnFail();

	const prepare = (itemIndex: number) =>
		prepareItem(operation, parametersOf(itemIndex), api.connection.account);
	// One bad item ends the run before any other is sent.
	const prepared = stopAtFailure ? await prepareAll(this, prepare) : [];

	const sendsMessages = offersSendingRules(operation);
	const atOnce = sendsMessages ? messagesAtOnce : 1;
	const { results, failures } = await inOrder(items, { atOnce, stopAtFailure }, (item, itemIndex) =>
		runOnce(item, async () => {
			const ready = prepared[itemIndex] ?? prepare(itemIndex);
			const output = await chatOrder.inTurn(ready.request, () => carryOut(ready, tools));
			return output.map((entry) => ({ ...entry, pairedItem: { item: itemIndex } }));
		}),
	);

	if (sendsMessages) {
		const seconds = (performance.now() - startedAt) / 1000;
		const hint = runHint({ sent: results.size, failed: failures.size, seconds, ...api.report });
		if (hint) this.addExecutionHints(hint);
	}
	const [firstFailure] = [...failures.keys()].sort((a, b) => a - b);
	if (firstFailure !== undefined && stopAtFailure && !signal?.aborted) {
		const error = nodeError(failures.get(firstFailure), node, firstFailure);
		if (results.size > 0 && items.length > 1) {
			error.description = `${error.description ?? ''} These items were carried out before the run stopped: ${indexRanges([...results.keys()])}.`;
		}
		throw error;
	}
	return [
		items.flatMap((_item, itemIndex) => {
			if (!failures.has(itemIndex)) return results.get(itemIndex) ?? [];
			const error = failures.get(itemIndex);
			const shown = nodeError(error, node, itemIndex);
			// n8n sends an item with just these two keys to the error output, if the node has one.
			const json = { message: shown.message, error: errorDetails(shown, error) };
			return [{ json, pairedItem: { item: itemIndex } }];
		}),
	];
}

async function prepareAll(
	context: IExecuteFunctions,
	prepare: (itemIndex: number) => PreparedItem,
): Promise<PreparedItem[]> {
	const prepared: PreparedItem[] = [];
	let turnStarted = performance.now();
	for (const itemIndex of context.getInputData().keys()) {
		try {
			prepared.push(prepare(itemIndex));
		} catch (error) {
			throw nodeError(error, context.getNode(), itemIndex);
		}
		if (performance.now() - turnStarted > longestBlock) {
			await nextTurn();
			turnStarted = performance.now();
		}
	}
	return prepared;
}

async function connect(
	context: IExecuteFunctions,
	operation: ListedOperation,
	parametersOf: (itemIndex: number) => Parameters,
): Promise<GraphApi> {
	try {
		const credential = await context.getCredentials<CredentialData & Record<string, string>>(
			'whatsAppBusinessApi',
		);
		const signal = context.getExecutionCancelSignal();
		return graphApi(credential, { signal, rules: readSendingRules(operation, parametersOf(0)) });
	} catch (error) {
		throw nodeError(error, context.getNode());
	}
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
