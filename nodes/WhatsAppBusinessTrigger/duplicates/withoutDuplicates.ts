import type { IWebhookFunctions } from 'n8n-workflow';

import { eventKey } from '../events/eventKey';
import type { EventWithItem } from '../items/toItem';
import { afterResponse } from '../n8n/afterResponse';
import { isTestRun, logError, triggerKey } from '../n8n/trigger';
import { seenEventsOf } from './seenEvents';

/**
 * Returns the events that have not started the workflow yet, and marks them as seen. A test run takes
 * duplicates too, because it does not run the published workflow.
 */
export function withoutDuplicates(
	received: readonly EventWithItem[],
	context: IWebhookFunctions,
): EventWithItem[] {
	if (isTestRun(context)) return [...received];
	const report = logError(context);
	const seen = seenEventsOf(triggerKey(context), report);
	const fresh = received
		.map((entry) => ({ ...entry, key: eventKey(entry.event) }))
		.filter(({ key }) => seen.markSeen(key));
	const keys = fresh.map(({ key }) => key);
	const response = context.getResponseObject();
	const settle = async () => {
		if (response.statusCode < 400) await seen.remember(keys);
		// Nothing was started, and Meta delivers the events again.
		else for (const key of keys) seen.release(key);
	};
	afterResponse(response, settle, report);
	return fresh;
}
