import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Broadcast',
	description: `Let Kapso send a template to many people. ${onlyWithKapso}`,
	defaultOperation: 'create',
};
