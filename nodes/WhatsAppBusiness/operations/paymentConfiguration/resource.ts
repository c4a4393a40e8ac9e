import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Payment Configuration',
	description:
		'How people in India pay an order: through a payment gateway or to a UPI handle. Only with Meta.',
	defaultOperation: 'getMany',
};
