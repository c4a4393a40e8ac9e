import { business } from '../../../simulator/business';
import { byId, platformCall, rejectedNumbers } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number, other] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id) },
		request: platformCall('GET', `/whatsapp/phone_numbers/${number.id}/health`),
	},
	{
		name: 'fullest',
		parameters: { phoneNumber: byId(other.id) },
		request: platformCall('GET', `/whatsapp/phone_numbers/${other.id}/health`),
	},
];

export const rejected: RejectedCase[] = rejectedNumbers;
