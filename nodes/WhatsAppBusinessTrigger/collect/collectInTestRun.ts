import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { processState } from '../../graphApi/processState';
import { wait } from '../../graphApi/wait';
import type { EventWithItem } from '../../shared/items/toItem';
import { respond } from '../n8n/respond';
import { triggerKey } from '../n8n/trigger';
import type { CollectSettings } from '../parameters/collectSettings';
import type { TriggerOptions } from '../parameters/fields';
import { endTestRun } from '../registration/testRuns';
import { collectionOf } from './collectionOf';
import { dueAt } from './dueAt';
import { inOrder, outputFor } from './handleCollected';
import { readAndType, stopTyping } from './typing';

/** Milliseconds between looks whether the most messages are there. */
const pollInterval = 250;

interface TestCollection {
	name: string | undefined;
	messages: Array<EventWithItem & { at: number }>;
}

/** What test runs are collecting, by trigger. n8n gives the test URL one execution, so it is one collection. */
const open = processState(() => new Map<string, TestCollection>());

/**
 * Collects in a test run: the first request waits until the customer is silent and starts the execution; further ones
 * add to it meanwhile. Meta has its response at once.
 * @returns undefined if the test run collects the messages of another customer.
 */
export async function collectInTestRun(
	entries: readonly EventWithItem[],
	context: IWebhookFunctions,
	settings: CollectSettings,
	options: TriggerOptions,
	credential: CredentialData,
	arrivedAt: number,
): Promise<IWebhookResponseData | undefined> {
	const key = triggerKey(context);
	const [first] = entries;
	const name = first && collectionOf(first.item);
	const items = entries.map(({ item }) => item);
	const messages = entries
		.filter(({ item }) => collectionOf(item) === name)
		.map((entry) => ({ ...entry, at: arrivedAt }));
	const running = open().get(key);
	if (running !== undefined) {
		if (running.name !== name) return undefined;
		readAndType(key, items, context, options, credential);
		running.messages.push(...messages);
		return respond(context, { status: 200, text: 'Received' });
	}
	const collection: TestCollection = { name, messages };
	open().set(key, collection);
	try {
		readAndType(key, items, context, options, credential);
		const responded = respond(context, { status: 200, text: 'Received' });
		for (let left = timeLeft(collection, settings); left > 0;) {
			await wait(Math.min(left, pollInterval));
			left = timeLeft(collection, settings);
		}
		// What production gets from now on is not for this test run.
		endTestRun(context);
		const batch = inOrder(collection.messages);
		const output = await outputFor(key, batch, context, settings, credential);
		return { ...responded, workflowData: [output] };
	} finally {
		stopTyping(key);
		open().delete(key);
	}
}

function timeLeft({ messages }: TestCollection, settings: CollectSettings): number {
	const arrivals = messages.map(({ at }) => at);
	return dueAt(arrivals, settings) - Date.now();
}
