import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const customer = byId(kapsoIds.customer);
const request = platformCall('PATCH', `/customers/${kapsoIds.customer}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { customer, updateFields: { customerName: 'Acme' } },
		request: { ...request, body: { customer: { name: 'Acme' } } },
	},
	{
		name: 'fullest',
		parameters: { customer, updateFields: { customerName: 'Acme', externalId: 'C-1002' } },
		request: { ...request, body: { customer: { name: 'Acme', external_customer_id: 'C-1002' } } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no change', parameters: { customer }, message: /^'Update Fields' is empty$/ },
	{
		name: 'no customer',
		parameters: { updateFields: { customerName: 'Acme' } },
		message: /^'Customer' is empty$/,
	},
];
