import { business } from '../../../simulator/business';
import { byId, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [number] = business.phoneNumbers;
const template = business.templates.find(({ name }) => name === 'hello_world')?.id ?? '';
const parameters = {
	broadcastName: ' June offers ',
	phoneNumber: byId(number.id),
	broadcastTemplate: byId(template),
};

const request = (name: string): RequestCase['request'] => ({
	...platformCall('POST', '/whatsapp/broadcasts'),
	body: {
		whatsapp_broadcast: { name, phone_number_id: number.id, whatsapp_template_id: template },
	},
});

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters, request: request('June offers') },
	{
		name: 'fullest',
		parameters: {
			broadcastName: 'Offers {{1}} ☀️',
			phoneNumber: { __rl: true, mode: 'list', value: number.id },
			broadcastTemplate: { __rl: true, mode: 'list', value: template },
		},
		request: request('Offers {{1}} ☀️'),
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'no name',
		parameters: { ...parameters, broadcastName: '' },
		message: /^'Name' is empty$/,
	},
	{
		name: 'no number',
		parameters: { ...parameters, phoneNumber: byId('') },
		message: /^'Phone Number' /,
	},
	{
		name: 'the name of a template',
		parameters: { ...parameters, broadcastTemplate: byId('hello_world') },
		message: /^'Template' is not the ID of a template$/,
	},
];
