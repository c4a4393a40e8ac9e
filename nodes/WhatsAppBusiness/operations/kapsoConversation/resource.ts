import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Conversation',
	description: `Work on the conversations in Kapso's inbox. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
