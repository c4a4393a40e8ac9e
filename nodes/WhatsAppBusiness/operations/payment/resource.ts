import type { Resource } from '../../operation';

export const resource: Resource = {
	displayName: 'Payment',
	description:
		'Payments of orders in India that went through a payment gateway, and refunds. Only with Meta.',
	defaultOperation: 'get',
};
