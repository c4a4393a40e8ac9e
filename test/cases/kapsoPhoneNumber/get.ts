import { business } from '../../../simulator/business';
import { byId } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id) },
		request: {
			method: 'GET',
			base: 'platform',
			path: `/whatsapp/phone_numbers/${number.id}`,
		},
	},
	{
		name: 'fullest',
		parameters: { phoneNumber: byId(other.id), simplify: false },
		request: {
			method: 'GET',
			base: 'platform',
			path: `/whatsapp/phone_numbers/${other.id}`,
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no number', parameters: {}, message: /^'Phone Number' is empty$/ },
	{
		name: 'a phone number',
		parameters: { phoneNumber: byId('+15550783881') },
		message: /^'Phone Number' is not a phone number ID$/,
	},
];
