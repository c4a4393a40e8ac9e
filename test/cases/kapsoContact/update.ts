import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [{ waId }] = business.customers;
const request = platformCall('PATCH', `/whatsapp/contacts/${waId}`);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { contact: waId, updateFields: { profileName: 'Ada' } },
		request: { ...request, body: { contact: { profile_name: 'Ada' } } },
	},
	{
		name: 'fullest',
		parameters: {
			contact: waId,
			updateFields: {
				customer: byId(kapsoIds.customer),
				displayName: 'Ada L.',
				metadata: '{"tier": "gold"}',
				profileName: ' Ada ',
			},
		},
		request: {
			...request,
			body: {
				contact: {
					profile_name: 'Ada',
					display_name: 'Ada L.',
					customer_id: kapsoIds.customer,
					metadata: { tier: 'gold' },
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no change', parameters: { contact: waId }, message: /^'Update Fields' is empty$/ },
	{
		name: 'no contact',
		parameters: { updateFields: { profileName: 'Ada' } },
		message: /^'Contact' is empty$/,
	},
];
