import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Flow',
	description: `Let Kapso run the data endpoint of a Flow, and see what it did. ${onlyWithKapso}`,
	defaultOperation: 'getResponses',
};
