import { business } from '../../../simulator/business';
import { byId, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [{ waId }] = business.customers;
const kapsoId = '123e4567-e89b-12d3-a456-426614174000';
const request = platformCall('GET', `/whatsapp/contacts/${waId}`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { contact: waId }, request },
	{ name: 'fullest', parameters: { contact: byId(`+${waId}`) }, request },
	{
		name: 'of the list',
		parameters: { contact: { __rl: true, mode: 'list', value: kapsoId } },
		request: { ...request, path: `/whatsapp/contacts/${kapsoId}` },
	},
	{
		name: 'a person without a number',
		parameters: { contact: 'US.13491208655302741918' },
		request: { ...request, path: '/whatsapp/contacts/US.13491208655302741918' },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no contact', parameters: {}, message: /^'Contact' is empty$/ },
	{ name: 'a name', parameters: { contact: byId('Ada') }, message: /^'Contact'/ },
];
