import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { processState } from '../../graphApi/processState';
import type { Store } from '../../memory/store';
import { RememberedTexts } from '../../shared/conversation/rememberedTexts';
import type { EventItem } from '../../shared/items/toItem';
import { isTestRun, memoryScope } from '../n8n/trigger';

/** Milliseconds. The request lasts much longer. */
const renewalInterval = 60_000;

/** When a trigger last asked for the messages of a number, in milliseconds. */
const askedAt = processState(() => new Map<string, number>());

/**
 * Asks all nodes on this memory to remember what is written to and from the numbers of the events. A test run does not
 * ask: nobody would take it back.
 */
export async function askForTexts(
	context: IHookFunctions | IWebhookFunctions,
	store: Store,
	events: ReadonlyArray<Pick<EventItem, 'phoneNumberId'>>,
): Promise<void> {
	if ('getRequestObject' in context && isTestRun(context)) return;
	const trigger = memoryScope(context);
	const texts = new RememberedTexts(store);
	const now = performance.now();
	for (const phoneNumberId of new Set(events.map((event) => event.phoneNumberId))) {
		const key = `${trigger} ${phoneNumberId}`;
		if (phoneNumberId === null || now - (askedAt().get(key) ?? -Infinity) < renewalInterval)
			continue;
		askedAt().set(key, now);
		await texts.ask(phoneNumberId, trigger);
	}
}

/** Nodes then remember nothing more for this trigger. */
export async function stopAskingForTexts(context: IHookFunctions, store: Store): Promise<void> {
	askedAt().clear();
	await new RememberedTexts(store).stopAsking(memoryScope(context));
}
