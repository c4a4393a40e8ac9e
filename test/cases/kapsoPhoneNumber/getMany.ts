import { business } from '../../../simulator/business';
import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const list = platformCall('GET', '/whatsapp/phone_numbers');

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { ...list, query: { per_page: 50 } } },
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			filters: {
				wabaId: byId(business.waba.id),
				phoneNumber: byId(number.id),
			},
			simplify: false,
		},
		request: {
			...list,
			query: {
				per_page: 100,
				business_account_id: business.waba.id,
				phone_number_id: number.id,
			},
		},
	},
	{
		name: 'of one customer',
		parameters: { limit: 1, filters: { customer: byId(kapsoIds.customer) } },
		request: { ...list, query: { per_page: 1, customer_id: kapsoIds.customer } },
	},
	{
		name: 'more than a page',
		parameters: { limit: 150 },
		request: { ...list, query: { per_page: 100 } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'the name of an account',
		parameters: { filters: { wabaId: byId('Acme') } },
		message: /'WhatsApp Business Account' is not the ID of a WhatsApp Business Account$/,
	},
	{
		name: 'a customer that is none of Kapso',
		parameters: { filters: { customer: byId('Acme') } },
		message: /'Customer' is not an ID of Kapso$/,
	},
	{ name: 'a limit of 0', parameters: { limit: 0 }, message: /^'Limit' is out of range$/ },
];
