import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Contact',
	description: `Manage the people that your Kapso project knows. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
