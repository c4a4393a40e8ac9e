import { asText, getPath } from '../../graphApi/coerce';
import { kind } from './eventKind';
import type { EventKind } from './eventKind';
import { kapsoEvents } from './kapsoEvents';

/** The list with the payloads of Kapso's own events, see `graphApi/hosts/kapso/payload.ts`. */
export const kapsoPayloads = 'payloads';

/**
 * Kapso's events as kinds of events. What Meta reports, too, is an event of Meta's kind that is also of Kapso's, so that
 * the items are the same.
 */
export const kapsoKinds: readonly EventKind[] = kapsoEvents.map(
	({ value, name, description, ofProject, reportedAs, type, text }) =>
		kind({
			...{ value, description, ofProject, text },
			name: `Kapso ${name}`,
			field: undefined,
			...(reportedAs.length === 0 && { otherFields: [value], lists: [kapsoPayloads] }),
			...(type !== undefined && { type }),
			aboutCustomer: !ofProject,
			onlyFrom: 'Kapso',
		}),
);

const byReport = new Map(
	kapsoEvents.flatMap(({ value, reportedAs }) =>
		reportedAs.map((meta) => [`${value} ${meta}`, kapsoKinds.find((each) => each.value === value)]),
	),
);

/** Kapso's kind of an event of Meta's kind. Undefined if Kapso has not reported it. */
export function kapsoKindOf({ value: kindValue }: EventKind, value: object): EventKind | undefined {
	const event = asText(getPath(value, 'kapso.event'));
	return event === null ? undefined : byReport.get(`${event} ${kindValue}`);
}
