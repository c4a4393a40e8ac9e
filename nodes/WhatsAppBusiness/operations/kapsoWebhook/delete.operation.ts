import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { scopeFields, webhookField, webhookPath } from './scope';

/** https://docs.kapso.ai/api/platform/v1/webhooks/delete-webhook */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a Kapso webhook',
	description: 'Delete a webhook, so that Kapso no longer calls its URL',
	fields: [...scopeFields, webhookField],
	request: (parameters) => ({ method: 'DELETE', path: webhookPath(parameters), ...onPlatform }),
	output: () => ({ deleted: true }),
};
