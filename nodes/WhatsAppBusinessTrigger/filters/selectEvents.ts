import type { EventWithItem } from '../items/toItem';
import { passesFilters } from './passesFilters';
import type { Filters } from './filterValues';

/** Which events start the workflow. */
interface Selection {
	/** Stored values of the chosen kinds of events. */
	events: readonly string[];
	filters: Filters;
	/** Events of other phone numbers are left out; undefined selects those of all numbers. */
	phoneNumberId: string | undefined;
}

/** Returns the events that start the workflow, oldest first. */
export function selectEvents(
	received: readonly EventWithItem[],
	{ events, filters, phoneNumberId }: Selection,
	report: (what: string) => void,
): EventWithItem[] {
	const isOfNumber = (id: string | null) =>
		phoneNumberId === undefined || id === null || id === phoneNumberId;
	return received
		.filter(({ item }) => isOfNumber(item.phoneNumberId))
		.filter(({ event }) => events.includes(event.kind.value))
		.filter(({ item }) => passesFilters(item, filters, report))
		.sort((one, other) => timeOf(one) - timeOf(other));
}

function timeOf({ item }: EventWithItem): number {
	return item.timestamp === null ? 0 : Date.parse(item.timestamp);
}
