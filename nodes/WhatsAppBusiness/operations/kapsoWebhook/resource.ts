import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Webhook',
	description: `Choose what Kapso reports to a URL. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
