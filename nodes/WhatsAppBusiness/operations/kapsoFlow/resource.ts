import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Flow',
	description: `Let Kapso run the data endpoint of a Flow, and read its logs and the responses to the Flow. ${onlyWithKapso}`,
	defaultOperation: 'getResponses',
};
