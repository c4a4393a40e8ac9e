import { business } from '../../../simulator/business';
import { byId, platformCall, rejectedNumbers } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id) },
		request: platformCall('DELETE', `/whatsapp/phone_numbers/${number.id}`),
	},
	{
		name: 'fullest',
		parameters: { phoneNumber: byId(other.id) },
		request: platformCall('DELETE', `/whatsapp/phone_numbers/${other.id}`),
	},
];

export const rejected: RejectedCase[] = rejectedNumbers;
