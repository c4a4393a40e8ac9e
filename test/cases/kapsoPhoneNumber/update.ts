import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { phoneNumber: byId(number.id), updateFields: { inboundProcessing: false } },
		request: {
			...platformCall('PATCH', `/whatsapp/phone_numbers/${number.id}`),
			body: { whatsapp_phone_number: { inbound_processing_enabled: false } },
		},
	},
	{
		name: 'fullest',
		parameters: {
			phoneNumber: byId(number.id),
			updateFields: {
				callsEnabled: false,
				customer: byId(kapsoIds.customer),
				inboundProcessing: true,
				numberName: ' Support ',
			},
		},
		request: {
			...platformCall('PATCH', `/whatsapp/phone_numbers/${number.id}`),
			body: {
				whatsapp_phone_number: {
					name: 'Support',
					inbound_processing_enabled: true,
					calls_enabled: false,
					customer_id: kapsoIds.customer,
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no change',
		parameters: { phoneNumber: byId(number.id) },
		message: /^'Update Fields' is empty$/,
	},
	{
		name: 'no number',
		parameters: { updateFields: { callsEnabled: true } },
		message: /^'Phone Number' is empty$/,
	},
	{
		name: 'a customer that is none of Kapso',
		parameters: { phoneNumber: byId(number.id), updateFields: { customer: byId('c-1') } },
		message: /'Customer' is not an ID of Kapso$/,
	},
];
