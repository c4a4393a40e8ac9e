import type { IWebhookFunctions } from 'n8n-workflow';

import type { Account } from '../graphApi/connection';
import { afterAnswer } from './afterAnswer';
import { complaint, isTest } from './context';
import { seenEventsOf } from './duplicates';
import { eventKey } from './eventKey';
import type { WebhookEvent } from './events';
import { passes } from './filters';
import { itemOf } from './items';
import type { EventItem } from './items';
import { resumesExecution } from './resume';
import { listenedNumber } from './settings';
import type { Settings } from './settings';

/** An event with its item. */
export interface Incoming {
	event: WebhookEvent;
	item: EventItem;
}

/** The events the user wants to start on, oldest first. */
export async function wantedEvents(
	events: readonly WebhookEvent[],
	settings: Settings,
	account: Account,
	complain: (what: string) => void,
): Promise<Incoming[]> {
	const number = listenedNumber(settings, account);
	const wanted: Incoming[] = [];
	for (const event of events) {
		const item = itemOf(event);
		if (number !== undefined && item.phoneNumberId !== null && item.phoneNumberId !== number) {
			continue;
		}
		if (item.event === 'message' && (await resumesExecution(item))) continue;
		if (!settings.events.includes(event.kind.value)) continue;
		if (passes(item, settings.filters, complain)) wanted.push({ event, item });
	}
	return wanted.sort((one, other) => timeOf(one) - timeOf(other));
}

/**
 * The events nobody has started on yet; from now on they count as started on. A test run is not the
 * workflow, so it takes whatever comes.
 */
export function withoutRepeats(
	incoming: readonly Incoming[],
	context: IWebhookFunctions,
): Incoming[] {
	if (isTest(context)) return [...incoming];
	const complain = complaint(context);
	const seen = seenEventsOf(String(context.getWorkflow().id), context.getNode().id, complain);
	const fresh = incoming
		.map((entry) => ({ ...entry, key: eventKey(entry.event) }))
		.filter(({ key }) => seen.claim(key));
	const keys = fresh.map(({ key }) => key);
	afterAnswer(context.getResponseObject(), () => seen.remember(keys), complain);
	return fresh;
}

function timeOf({ item }: Incoming): number {
	return item.timestamp === null ? 0 : Date.parse(item.timestamp);
}
