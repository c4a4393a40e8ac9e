import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData } from '../graphApi/connection';
import { CancelledBeforeSending } from '../graphApi/errors';
import { graphApi } from '../graphApi/graphApi';
import type { GraphApi } from '../graphApi/graphApi';
import { runOnce } from './finishedItems';
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
import { takingTurns } from './turns';

/** Messages that are prepared and waited for at the same time; the rate limit sets the pace. */
const messagesAtOnce = 500;

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
	const stopAtFailure = !this.continueOnFail();

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
	const facts = () => ({
		...countsOf(ended),
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
			stopped: () => signal?.aborted === true || (stopAtFailure && failures.size > 0),
		},
		(item, itemIndex) => {
			const ready = prepared[itemIndex] ?? prepare(itemIndex);
			const run = async () => {
				const output = await carryOut(ready, tools);
				return output.map((entry) => ({ ...entry, pairedItem: { item: itemIndex } }));
			};
			return { queue: chatOf(ready), run: () => runOnce(item, run) };
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
	const [firstFailure] = [...failures.keys()].sort((a, b) => a - b);
	if (firstFailure !== undefined && stopAtFailure && !signal?.aborted) {
		const error = nodeError(failures.get(firstFailure), node, firstFailure);
		if (items.length > 1) {
			error.description = `${error.description ?? ''} ${endedInWords(ended)}`.trim();
		}
		throw error;
	}
	if (question && failures.size === 0) return await question.wait();
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
	const takeTurns = takingTurns();
	for (const itemIndex of context.getInputData().keys()) {
		await takeTurns();
		try {
			prepared.push(prepare(itemIndex));
		} catch (error) {
			throw nodeError(error, context.getNode(), itemIndex);
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
