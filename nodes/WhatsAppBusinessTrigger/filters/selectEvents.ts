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

/**
 * Returns the events that start the workflow, oldest first.
 * @param report called once for each filter that is invalid.
 */
export function selectEvents(
	received: readonly EventWithItem[],
	{ events, filters, phoneNumberId }: Selection,
	report: (what: string) => void,
): EventWithItem[] {
	const isOfNumber = (id: string | null) =>
		phoneNumberId === undefined || id === null || id === phoneNumberId;
	for (const { message, todo } of filters.problems) {
		report(`${message}, so no event passes this filter. ${todo}`);
	}
	return received
		.filter(({ item }) => isOfNumber(item.phoneNumberId))
		.filter(({ event }) => events.includes(event.kind.value))
		.filter((entry) => passesFilters(entry, filters))
		.sort((one, other) => timeOf(one) - timeOf(other));
}

function timeOf({ item }: EventWithItem): number {
	return item.timestamp === null ? 0 : Date.parse(item.timestamp);
}
