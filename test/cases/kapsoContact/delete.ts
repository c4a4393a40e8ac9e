import { business } from '../../../simulator/business';
import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const [{ waId }] = business.customers;
const request = platformCall('DELETE', `/whatsapp/contacts/${waId}`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { contact: waId }, request },
	{ name: 'fullest', parameters: { contact: `+${waId}` }, request },
	{
		name: 'a person without a number',
		parameters: { contact: 'US.13491208655302741918' },
		request: { ...request, path: '/whatsapp/contacts/US.13491208655302741918' },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no contact', parameters: {}, message: /^'Contact' is empty$/ },
	{ name: 'a name', parameters: { ...{}, contact: 'Ada' }, message: /^'Contact'/ },
];
