import type { IWebhookFunctions } from 'n8n-workflow';

import { payloadOf } from '../../shared/events/splitPayload';
import type { EventWithItem } from '../../shared/items/toItem';
import { sendToSelf } from '../n8n/selfRequest';
import { isTestRun, logError } from '../n8n/trigger';

/**
 * Starts one execution per event. n8n starts one execution per request, so the trigger sends all but the
 * last event to this webhook URL, one after the other. A test run takes all events in one execution.
 * @returns the events for this execution: the last one, and those whose request failed.
 */
export async function splitExecutions(
	events: readonly EventWithItem[],
	context: IWebhookFunctions,
	ownSecret: string,
): Promise<readonly EventWithItem[]> {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined || isTestRun(context)) return events;
	const rest: EventWithItem[] = [];
	for (const entry of events.slice(0, -1)) {
		const body = Buffer.from(JSON.stringify(payloadOf(entry.event)));
		const failure = await sendToSelf(url, body, ownSecret, 'event in its own execution');
		if (failure === undefined) continue;
		logError(context)(`Could not start a separate execution for an event: ${failure}`);
		rest.push(entry);
	}
	return [...rest, ...events.slice(-1)];
}
