import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('POST', '/customers');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { customerName: ' Acme Corporation ' },
		request: { ...request, body: { customer: { name: 'Acme Corporation' } } },
	},
	{
		name: 'fullest',
		parameters: { customerName: 'Acme Corporation', options: { externalId: 'C-1003' } },
		request: {
			...request,
			body: { customer: { name: 'Acme Corporation', external_customer_id: 'C-1003' } },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no name', parameters: {}, message: /^'Name' is empty$/ },
];
