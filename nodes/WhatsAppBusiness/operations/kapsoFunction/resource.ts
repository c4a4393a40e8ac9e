import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Function',
	description: `Run JavaScript at Kapso. ${onlyWithKapso}`,
	defaultOperation: 'getMany',
};
