import { uuidLocator } from '../../fields/kapsoIds';
import type { Operation } from '../../operation';

/** A broadcast of the project. Read with `readUuid`. */
export const broadcastField = uuidLocator({
	displayName: 'Broadcast',
	name: 'broadcast',
	required: true,
	searchListMethod: 'searchKapsoBroadcasts',
});

/**
 * A `recover` that says what a broadcast must be. Kapso names only what it is.
 * https://docs.kapso.ai/docs/platform/broadcasts/overview
 */
export function refusedAs(what: string, todo: string): NonNullable<Operation['recover']> {
	return (error) => {
		throw error.facts.httpStatus === 422 ? error.with({ what, todo }) : error;
	};
}

/** What to do when it is not known whether a broadcast was changed. */
export const lookFirst =
	"Kapso may or may not have carried it out. Check the 'status' of the broadcast with 'Kapso Broadcast: Get' before you run it again.";
