import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;
const otherNumber = { senderPhoneNumberId: { __rl: true, mode: 'id', value: other.id } };

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path: `/${number.id}/official_business_account` },
	},
	{
		name: 'fullest',
		parameters: { options: otherNumber },
		request: { method: 'GET', path: `/${other.id}/official_business_account` },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a number that is not an ID',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: '+1 555' } } },
		message: /'Phone Number' is not a phone number ID/,
	},
];
