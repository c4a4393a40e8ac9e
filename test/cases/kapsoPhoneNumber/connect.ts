import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const needed = {
	customer: byId(kapsoIds.customer),
	newNumberId: number.id,
	businessAccountId: business.waba.id,
	numberToken: 'EAAFl-example',
};
const request = platformCall('POST', `/customers/${kapsoIds.customer}/whatsapp/phone_numbers`);
const body = {
	phone_number_id: number.id,
	business_account_id: business.waba.id,
	access_token: 'EAAFl-example',
};

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: needed,
		request: { ...request, body: { whatsapp_phone_number: body } },
	},
	{
		name: 'fullest',
		parameters: {
			...needed,
			options: {
				callsEnabled: false,
				destinationUrl: 'https://example.com/whatsapp',
				inboundProcessing: true,
				numberName: ' Support ',
				numberVerifyToken: ' verify-me ',
			},
		},
		request: {
			...request,
			body: {
				whatsapp_phone_number: {
					name: 'Support',
					inbound_processing_enabled: true,
					calls_enabled: false,
					...body,
					webhook_destination_url: 'https://example.com/whatsapp',
					webhook_verify_token: 'verify-me',
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no customer',
		parameters: { ...needed, customer: byId('') },
		message: /^'Customer' is empty$/,
	},
	{
		name: 'a phone number instead of its ID',
		parameters: { ...needed, newNumberId: '+16505551234' },
		message: /^'Phone Number ID' is not a phone number ID$/,
	},
	{
		name: 'the name of an account',
		parameters: { ...needed, businessAccountId: 'Acme' },
		message: /^'Account ID' is not the ID of a WhatsApp Business Account$/,
	},
	{
		name: 'no token',
		parameters: { ...needed, numberToken: ' ' },
		message: /^'Number Token' is empty$/,
	},
	{
		name: 'a destination without https',
		parameters: { ...needed, options: { destinationUrl: 'http://example.com' } },
		message: /'Destination URL' does not begin with https/,
	},
];
