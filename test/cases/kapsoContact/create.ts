import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = platformCall('POST', '/whatsapp/contacts');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { newContact: '+1 650 555 9876' },
		request: { ...request, body: { contact: { wa_id: '16505559876' } } },
	},
	{
		name: 'fullest',
		parameters: {
			newContact: '+16505559877',
			options: {
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
					wa_id: '16505559877',
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
	{ name: 'no contact', parameters: {}, message: /^'Contact' is empty$/ },
	{ name: 'a name', parameters: { newContact: 'Ada' }, message: /^'Contact'/ },
];
