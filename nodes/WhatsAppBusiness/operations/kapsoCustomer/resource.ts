import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Customer',
	description: `Manage the customers of your Kapso project, who connect their own numbers. ${onlyWithKapso}`,
	defaultOperation: 'create',
};
