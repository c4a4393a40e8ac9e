import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Inbox Embed',
	description: `Show Kapso's inbox in your own pages. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
