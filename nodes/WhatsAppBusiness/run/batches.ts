import type { INodeExecutionData } from 'n8n-workflow';

import { ApiError } from '../../graphApi/errors/apiError';
import { plainText } from '../../graphApi/plainText';
import { redact } from '../../graphApi/redact';
import { shortened, textLimits } from '../../graphApi/textLimits';
import type { JsonObject } from '../../graphApi/types';
import type { Batch, BatchRefusal, OperationRequest } from '../operation';
import type { Parameters } from '../parameters/parameters';
import { EventLoopYielder } from './eventLoop';
import { noteOutcome, outcomeOf } from './itemMemo';
import type { RunOutcomes } from './jobQueue';
import type { Prepare } from './runOperation';

interface BatchRun {
	batch: Batch;
	/** Builds the request of an item. Throws for an invalid value. */
	prepare: Prepare;
	/** The identity of an item across the tries of a run, see `itemKey`. */
	keyOf(item: INodeExecutionData): object;
	/** Sends a request for several items. */
	send(request: OperationRequest): Promise<JsonObject>;
	/** Filled in while the requests end. */
	outcomes: RunOutcomes<INodeExecutionData[]>;
	/** Called for each item that fails. Gives the error that is shown. */
	failed(itemIndex: number, error: unknown): unknown;
	/** Once true, nothing more is sent. */
	stopped(): boolean;
	/** What must not appear in an error. */
	secrets: readonly string[];
}

interface BatchItem {
	index: number;
	key: object;
	parameters: Parameters;
	request: OperationRequest;
}

type BatchItems = [BatchItem, ...BatchItem[]];

/**
 * Sends the items of a run in as few requests as the host takes, one after the other. What a request refuses fails for
 * its item alone. If n8n runs the node again because of 'Retry On Fail', only what was certainly not accepted is sent.
 * The first accepted item of each path gets the output for all of them; the others have none.
 */
export async function runBatches(
	input: readonly INodeExecutionData[],
	run: BatchRun,
): Promise<void> {
	for (const items of (await itemsByPath(input, run)).values()) {
		const open = items.filter((item) => !isSettled(item, run));
		for (let start = 0; start < open.length && !run.stopped(); start += run.batch.size) {
			const [first, ...others] = open.slice(start, start + run.batch.size);
			if (first) await sendTogether([first, ...others], run);
		}
		sumUp(items, run);
	}
}

async function itemsByPath(
	input: readonly INodeExecutionData[],
	run: BatchRun,
): Promise<Map<string, BatchItem[]>> {
	const byPath = new Map<string, BatchItem[]>();
	const yielder = new EventLoopYielder();
	for (const [index, item] of input.entries()) {
		while (yielder.shouldYield) await yielder.yield();
		if (run.stopped()) break;
		try {
			const { request, parameters } = run.prepare(index);
			if (!request) continue;
			const items = byPath.get(request.path) ?? [];
			items.push({ index, key: run.keyOf(item), parameters, request });
			byPath.set(request.path, items);
		} catch (error) {
			fail(index, error, run);
		}
	}
	return byPath;
}

/** Whether an earlier try has settled what became of the item. */
function isSettled({ index, key }: BatchItem, run: BatchRun): boolean {
	const earlier = outcomeOf(key);
	if (earlier === undefined || 'responses' in earlier) return false;
	if ('output' in earlier) run.outcomes.results.set(index, earlier.output);
	else fail(index, earlier.error, run);
	return true;
}

async function sendTogether(items: BatchItems, run: BatchRun): Promise<void> {
	const { batch, outcomes, secrets } = run;
	for (const { index } of items) outcomes.running.add(index);
	try {
		const [first, ...others] = items;
		const request = batch.merge([first.request, ...others.map((item) => item.request)]);
		const response = await run.send(request);
		const refusals = batch.refusals(response);
		// What all have in common is kept with the first of them.
		let output = [{ json: response }] as INodeExecutionData[];
		for (const [position, { index, key }] of items.entries()) {
			const refusal = refusals.get(position);
			if (refusal) {
				fail(index, refusedError(refusal, secrets), run);
				continue;
			}
			noteOutcome(key, { output });
			outcomes.results.set(index, output);
			output = [];
		}
	} catch (error) {
		for (const { index, key } of items) {
			noteOutcome(key, { error });
			fail(index, error, run);
		}
	} finally {
		for (const { index } of items) outcomes.running.delete(index);
	}
}

function refusedError({ details, ...refusal }: BatchRefusal, secrets: readonly string[]): ApiError {
	return new ApiError({
		...refusal,
		details: shortened(redact(plainText(details), secrets), textLimits.errorText),
		outcome: 'notAccepted',
		retryable: false,
	});
}

/** Makes the output of the items from the responses to their requests. */
function sumUp(items: readonly BatchItem[], { batch, outcomes: { results } }: BatchRun): void {
	const accepted = items.filter(({ index }) => results.has(index));
	const responses = accepted.flatMap(({ index }) => results.get(index) ?? []);
	for (const { index } of accepted) results.set(index, []);
	const [first] = accepted;
	if (first === undefined) return;
	const json = batch.sum(
		responses.map((response) => response.json as JsonObject),
		first.parameters,
	);
	results.set(first.index, [{ json, pairedItem: accepted.map(({ index }) => ({ item: index })) }]);
}

function fail(index: number, error: unknown, { outcomes, failed }: BatchRun): void {
	outcomes.failures.set(index, failed(index, error));
}
