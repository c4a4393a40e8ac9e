import { uuidLocator } from '../../fields/kapsoIds';

/** A broadcast of the project. Read with `readUuid`. */
export const broadcastField = uuidLocator({
	displayName: 'Broadcast',
	name: 'broadcast',
	required: true,
	description: 'The broadcast to work on',
	searchListMethod: 'searchKapsoBroadcasts',
	placeholder: 'Select a broadcast…',
});

/** What to do when it is not known whether a broadcast was changed. */
export const lookFirst =
	"Kapso may or may not have carried it out. Look at the 'status' of the broadcast with 'Kapso Broadcast: Get' before you run it again.";
