import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Customer',
	description: `Manage customers of your Kapso project, who connect their numbers. ${onlyWithKapso}`,
	defaultOperation: 'create',
};
