import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first, second] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path: `/${first.id}/whatsapp_business_encryption` },
	},
	{
		name: 'fullest',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: second.id } } },
		request: { method: 'GET', path: `/${second.id}/whatsapp_business_encryption` },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'an invalid phone number ID',
		parameters: { options: { senderPhoneNumberId: { __rl: true, mode: 'id', value: 'me' } } },
		message: /'Phone Number' is not a phone number ID/,
	},
];
