import { numberedPages, onPlatform } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { scopeFields, webhooksPath } from './scope';
import { webhookOutput } from './withoutSecret';

/** https://docs.kapso.ai/api/platform/v1/webhooks/list-webhooks */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso webhooks',
	description: 'Get the webhooks of a number or of the project, without their secrets',
	fields: [...scopeFields, ...listFields, simplifyField],
	list: true,
	request: (parameters) => ({
		method: 'GET',
		path: webhooksPath(parameters),
		...onPlatform,
		query: numberedPages(parameters),
	}),
	output: webhookOutput,
};
