import { onlyWithKapso } from '../../fields/kapsoPlatform';
import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Kapso Media',
	description: `Let Kapso fetch a file and upload it. ${onlyWithKapso}`,
	defaultOperation: 'ingest',
};
