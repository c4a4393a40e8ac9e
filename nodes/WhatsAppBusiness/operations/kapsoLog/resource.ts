import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Log',
	description: `See what Kapso was asked, and what it delivered. ${onlyWithKapso}`,
	defaultOperation: 'getWebhookDeliveries',
};
