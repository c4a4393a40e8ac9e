import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const request: RequestCase['request'] = {
	method: 'GET',
	path: '/me',
	query: { fields: 'id,name' },
};
const id = (value: string) => ({ __rl: true, mode: 'id', value });

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request },
	{
		name: 'fullest',
		parameters: {
			options: {
				senderPhoneNumberId: id(business.phoneNumbers[1].id),
				wabaId: id(business.waba.id),
			},
		},
		request,
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a number that is not an ID',
		parameters: { options: { senderPhoneNumberId: id('+1 555') } },
		message: /'Phone Number' is not a phone number ID/,
	},
	{
		name: 'an account that is not an ID',
		parameters: { options: { wabaId: id('Lucky Shrub') } },
		message: /'WhatsApp Business Account' is not the ID/,
	},
];
