import type { Resource } from '../../operation';
import { onlyWithKapso } from '../../fields/kapsoPlatform';

export const resource: Resource = {
	displayName: 'Kapso Phone Number',
	description: `Manage the numbers of your Kapso project. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
