import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Webhook Subscription',
	description:
		'Choose which app gets the webhooks, and at which callback URL. Not available with 360dialog or Kapso.',
	defaultOperation: 'getMany',
};
