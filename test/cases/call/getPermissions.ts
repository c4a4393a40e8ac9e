import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };
const [pablo] = business.customers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { to: '+1 650-555-1234' },
		request: {
			method: 'GET',
			path: `/${number.id}/call_permissions`,
			query: { user_wa_id: '16505551234' },
		},
	},
	{
		name: 'fullest',
		parameters: { to: pablo.userId, options: otherNumber },
		request: {
			method: 'GET',
			path: `/${other.id}/call_permissions`,
			query: { recipient: 'US.13491208655302741918' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing person', parameters: {}, message: /'To' is empty/ },
	{ name: 'a name', parameters: { to: 'Pablo' }, message: /'To' .*phone number/ },
];
