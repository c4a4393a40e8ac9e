import { payloadOf } from '../events/splitPayload';
import type { WebhookEvent } from '../events/splitPayload';
import { sendToSelf } from '../n8n/selfRequest';

/**
 * Gives each event an execution of its own. n8n starts one execution per request, so the trigger sends all
 * but the last event to its own address, one after the other.
 * @returns the events to start this execution with: the last, and those whose request failed.
 */
export async function splitExecutions(
	events: readonly WebhookEvent[],
	url: string,
	appSecret: string | undefined,
	complain: (what: string) => void,
): Promise<WebhookEvent[]> {
	const own: WebhookEvent[] = [];
	for (const event of events.slice(0, -1)) {
		const body = Buffer.from(JSON.stringify(payloadOf(event)));
		const failure = await sendToSelf(url, body, appSecret);
		if (failure === undefined) continue;
		complain(`An event could not get an execution of its own: ${failure}`);
		own.push(event);
	}
	return [...own, ...events.slice(-1)];
}
