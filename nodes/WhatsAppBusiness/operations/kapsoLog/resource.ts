import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Log',
	description: `Read the API calls and webhook deliveries of the project. ${onlyWithKapso}`,
	defaultOperation: 'getWebhookDeliveries',
};
