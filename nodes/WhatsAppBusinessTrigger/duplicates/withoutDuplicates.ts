import type { IWebhookFunctions } from 'n8n-workflow';

import type { Memory } from '../../memory/memory';
import { eventKey } from '../events/eventKey';
import type { EventWithItem } from '../../shared/items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { isTestRun, logError } from '../n8n/trigger';
import { seenEventsOf } from './seenEvents';

/**
 * Returns the events that have not started the workflow yet, each once. A test run takes duplicates too, because it
 * does not run the published workflow.
 * @throws StillPending if another delivery is about to start one of them.
 */
export async function withoutDuplicates(
	received: readonly EventWithItem[],
	context: IWebhookFunctions,
	memory: Memory,
): Promise<EventWithItem[]> {
	if (isTestRun(context) || received.length === 0) return [...received];
	const seen = await seenEventsOf(context, memory);
	const entries = received.map((entry) => ({ ...entry, key: eventKey(entry.event) }));
	const claims = await seen.take(entries.map(({ key }) => key));
	const response = context.getResponseObject();
	// Without a response Meta delivers the events again, and that delivery must start the workflow.
	const settle = async () => {
		await (response.statusCode < 400 ? claims.finish() : claims.release());
	};
	afterResponse(response, settle, logError(context));
	const fresh = new Set(claims.names);
	return entries.filter(({ key }) => fresh.delete(key));
}
