import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		example: 'POST /{Phone-Number-ID}/block_users › Block user(s)',
		parameters: { users: '+1 650 555 1234' },
		request: {
			method: 'POST',
			path: `/${number.id}/block_users`,
			body: { messaging_product: 'whatsapp', block_users: [{ user: '+16505551234' }] },
		},
	},
	{
		name: 'fullest',
		parameters: {
			users: '+16505551234, +44 7700 900123; +16505551234\nUS.13491208655302741918',
			options: otherNumber,
		},
		request: {
			method: 'POST',
			path: `/${other.id}/block_users`,
			body: {
				messaging_product: 'whatsapp',
				block_users: [
					{ user: '+16505551234' },
					{ user: '+447700900123' },
					{ user_id: 'US.13491208655302741918' },
				],
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'an empty list of people', parameters: { users: ' , ' }, message: /'Users' is empty/ },
	{
		name: 'a number without country code',
		parameters: { users: '+16505551234, 0171 1234567' },
		message: /'Users' \(entry 2\) has no country code/,
	},
	{
		name: 'more than 1,000',
		parameters: { users: Array.from({ length: 1001 }, (_, i) => 16505550000 + i).join() },
		message: /'Users' has 1001 entries/,
	},
];
