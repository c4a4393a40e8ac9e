import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path: `/${number.id}/block_users`, query: { limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: number.id } },
		},
		request: { method: 'GET', path: `/${number.id}/block_users`, query: { limit: 100 } },
	},
	{
		name: 'of another number',
		parameters: { limit: 5, options: otherNumber },
		request: { method: 'GET', path: `/${other.id}/block_users`, query: { limit: 5 } },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a limit of zero', parameters: { limit: 0 }, message: /'Limit' is out of range/ },
];
