import type { IWebhookFunctions } from 'n8n-workflow';

import { afterResponse } from '../n8n/afterResponse';
import type { Replies } from '../replies/replies';
import { logError, isTestRun, triggerKey } from '../n8n/trigger';
import { seenEventsOf } from '../duplicates/seenEvents';
import { eventKey } from '../events/eventKey';
import type { WebhookEvent } from '../events/splitPayload';
import { passes } from './filters';
import type { EventItem } from '../items/toItem';
import type { Settings } from '../parameters/settings';

/** An event with its item. */
export interface Incoming {
	event: WebhookEvent;
	item: EventItem;
}

/** What nobody was asked for: answers go to the executions that wait for them, not to the workflow. */
export async function withoutReplies(
	incoming: readonly Incoming[],
	answers: Replies,
	startsOnAnswers: boolean,
): Promise<Incoming[]> {
	// A question that was just sent may stand beside its answer.
	for (const { event, item } of incoming) answers.note(event, item);
	const rest: Incoming[] = [];
	for (const entry of incoming) {
		const taken = await answers.take(entry.event, entry.item);
		if (!taken || startsOnAnswers) rest.push(entry);
	}
	return rest;
}

/**
 * The events the user wants to start on, oldest first.
 * @param number events of other phone numbers are left out; undefined for those of all.
 */
export function wantedEvents(
	incoming: readonly Incoming[],
	settings: Settings,
	number: string | undefined,
	complain: (what: string) => void,
): Incoming[] {
	const wanted: Incoming[] = [];
	for (const { event, item } of incoming) {
		if (number !== undefined && item.phoneNumberId !== null && item.phoneNumberId !== number) {
			continue;
		}
		if (!settings.events.includes(event.kind.value)) continue;
		if (passes(item, settings.filters, complain)) wanted.push({ event, item });
	}
	return wanted.sort((one, other) => timeOf(one) - timeOf(other));
}

/**
 * The events nobody has started on yet; from now on they count as started on. A test run is not the
 * workflow, so it takes whatever comes.
 */
export function withoutDuplicates(
	incoming: readonly Incoming[],
	context: IWebhookFunctions,
): Incoming[] {
	if (isTestRun(context)) return [...incoming];
	const complain = logError(context);
	const seen = seenEventsOf(triggerKey(context), complain);
	const fresh = incoming
		.map((entry) => ({ ...entry, key: eventKey(entry.event) }))
		.filter(({ key }) => seen.markSeen(key));
	const keys = fresh.map(({ key }) => key);
	const response = context.getResponseObject();
	const settle = async () => {
		if (response.statusCode < 400) await seen.remember(keys);
		// Nothing was started, and Meta sends it again.
		else for (const key of keys) seen.release(key);
	};
	afterResponse(response, settle, complain);
	return fresh;
}

function timeOf({ item }: Incoming): number {
	return item.timestamp === null ? 0 : Date.parse(item.timestamp);
}
