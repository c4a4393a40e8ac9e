import type { EventKind } from '../../shared/events/eventKinds';
import { isMetaSample } from '../events/metaSample';
import type { EventItem, EventWithItem } from '../../shared/items/toItem';
import { passesFilters } from './passesFilters';
import type { Filters } from './filterValues';

/** Which events start the workflow. */
interface Selection {
	/** Stored values of the chosen kinds of events. */
	events: readonly string[];
	filters: Filters;
	/** Events of other phone numbers are left out; undefined selects those of all numbers. */
	phoneNumberId: string | undefined;
	/** Events of other accounts are left out; undefined selects those of all accounts. */
	wabaId: string | undefined;
}

/**
 * Returns the events that start the workflow, oldest first. A sample of Meta, which only a test run gets here,
 * belongs to no account and passes every filter.
 * @param report called once for each problem with a filter.
 */
export function selectEvents(
	received: readonly EventWithItem[],
	{ events, filters, phoneNumberId, wabaId }: Selection,
	report: (what: string) => void,
): EventWithItem[] {
	const isChosen = (kind: EventKind | undefined) =>
		kind !== undefined && events.includes(kind.value);
	const isSelected = (entry: EventWithItem) =>
		isMetaSample(entry.item) ||
		((entry.event.kind.ofProject || isListenedTo(entry.item, { phoneNumberId, wabaId })) &&
			passesFilters(entry, filters));
	const selected = received
		.filter(({ event: { kind, alsoKind } }) => isChosen(kind) || isChosen(alsoKind))
		.filter(isSelected)
		.sort((one, other) => timeOf(one) - timeOf(other));
	for (const { message } of filters.problems) {
		report(`${message}. Events that it cannot check do not pass.`);
	}
	return selected;
}

/** Whether an event is of the number and the account that the trigger listens to. */
export function isListenedTo(
	item: Pick<EventItem, 'phoneNumberId' | 'wabaId'>,
	{ phoneNumberId, wabaId }: Pick<Selection, 'phoneNumberId' | 'wabaId'>,
): boolean {
	return isOf(phoneNumberId, item.phoneNumberId) && isOf(wabaId, item.wabaId);
}

function isOf(selected: string | undefined, id: string | null): boolean {
	return selected === undefined || id === null || id === selected;
}

function timeOf({ item }: EventWithItem): number {
	return item.timestamp === null ? 0 : Date.parse(item.timestamp);
}
