import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const create = platformCall('POST', '/inbox_embeds');

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { embedName: 'Desk', phoneNumber: byId(number.id) },
		request: {
			...create,
			body: { inbox_embed: { name: 'Desk', scope_type: 'phone_number', scope_id: number.id } },
		},
	},
	{
		name: 'fullest',
		parameters: {
			embedName: ' Desk ',
			embedScope: 'customer',
			customer: byId(kapsoIds.customer),
			options: {
				allowedOrigins: ['https://app.example.com', '*.example.org'],
				assignedUser: byId(kapsoIds.user),
				defaultMode: 'dark',
				expiresAt: '2030-06-01T12:00:00Z',
				embedLanguage: 'en',
			},
		},
		request: {
			...create,
			body: {
				inbox_embed: {
					name: 'Desk',
					scope_type: 'customer',
					scope_id: kapsoIds.customer,
					allowed_origins: ['https://app.example.com', '*.example.org'],
					assigned_user_id: kapsoIds.user,
					default_mode: 'dark',
					language: 'en',
					expires_at: '2030-06-01T12:00:00.000Z',
				},
			},
		},
	},
	{
		name: 'of the project',
		parameters: { embedName: 'All', embedScope: 'project' },
		request: { ...create, body: { inbox_embed: { name: 'All', scope_type: 'project' } } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no name', parameters: { phoneNumber: byId(number.id) }, message: /^'Name' is empty$/ },
	{ name: 'no number', parameters: { embedName: 'Desk' }, message: /^'Phone Number' is empty$/ },
	{
		name: 'no customer',
		parameters: { embedName: 'Desk', embedScope: 'customer' },
		message: /^'Customer' is empty$/,
	},
];
