import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Setup Link',
	description: `Let customers of your Kapso project connect a number themselves. ${onlyWithKapso}`,
	defaultOperation: 'create',
};
