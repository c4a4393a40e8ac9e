import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { CredentialData } from '../../graphApi/connection';
import { memoryOf } from '../../memory/memoryOf';
import type { EventWithItem } from '../../shared/items/toItem';
import { isTestRun, logError, memoryScope, reasonOf } from '../n8n/trigger';
import { keepWay } from '../n8n/ways';
import type { CollectSettings } from '../parameters/collectSettings';
import type { TriggerOptions } from '../parameters/fields';
import { collectInTestRun } from './collectInTestRun';
import { collectionOf } from './collectionOf';
import { everything, HandOn } from './handOn';
import { readAndType } from './typing';
import { lookSometimes } from './watch';

/** Separates the messages that are collected from all other events. */
export function separate(
	entries: readonly EventWithItem[],
	settings: CollectSettings | undefined,
): { held: EventWithItem[]; others: EventWithItem[] } {
	const isHeld = ({ item }: EventWithItem) =>
		settings !== undefined && collectionOf(item) !== undefined;
	return {
		held: entries.filter(isHeld),
		others: entries.filter((entry) => !isHeld(entry)),
	};
}

/**
 * Stores messages until their customers have stopped writing. Settles before the response to Meta. A test run waits for
 * that instead, and has the output then.
 * @param arrivedAt when the delivery came in, in Unix milliseconds.
 * @returns undefined if the messages are not for the test run.
 */
export async function collectMessages(
	entries: readonly EventWithItem[],
	context: IWebhookFunctions,
	settings: CollectSettings,
	options: TriggerOptions,
	credential: CredentialData,
	arrivedAt: number,
): Promise<IWebhookResponseData | undefined> {
	if (isTestRun(context)) {
		return await collectInTestRun(entries, context, settings, options, credential, arrivedAt);
	}
	const handOn = new HandOn(context, credential, settings);
	const collections = new Map<string, EventWithItem[]>();
	for (const entry of entries) {
		const name = collectionOf(entry.item) ?? '';
		collections.set(name, [...(collections.get(name) ?? []), entry]);
	}
	for (const [name, messages] of collections) {
		const items = messages.map(({ item }) => item);
		readAndType(handOn.keyOf(name), items, context, options, credential);
	}
	const store = async ([name, messages]: [string, EventWithItem[]]) => {
		for (const { event } of messages)
			await handOn.collections.add(name, event, arrivedAt, handOn.wayTo(name));
		handOn.schedule(name);
	};
	// All customers together: the memory writes what it gets at once in one go.
	await Promise.all([...collections].map(store));
	const memory = memoryOf(credential);
	await keepWay(`${memoryScope(context)}:`, handOn.wayTo(everything), credential);
	lookSometimes(handOn, memory, memoryScope(context)).catch((error: unknown) => {
		logError(context)(`Could not look for collected messages: ${reasonOf(error)}`);
	});
	return {};
}
