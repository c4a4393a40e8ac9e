import { onPlatform } from '../../fields/kapsoPlatform';
import { simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { scopeFields, webhookField, webhookPath } from './scope';
import { webhookOutput } from './withoutSecret';

/** https://docs.kapso.ai/api/platform/v1/webhooks/get-webhook */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso webhook',
	description: 'Get a webhook, without its secret',
	fields: [...scopeFields, webhookField, simplifyField],
	request: (parameters) => ({ method: 'GET', path: webhookPath(parameters), ...onPlatform }),
	output: webhookOutput,
};
