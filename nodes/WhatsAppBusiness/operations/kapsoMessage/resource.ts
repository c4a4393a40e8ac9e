import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Message',
	description: `Read the messages that Kapso keeps. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
