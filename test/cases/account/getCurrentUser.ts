import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: {}, request: { method: 'GET', path: '/me' } },
	{
		name: 'fullest',
		parameters: { options: { fields: ['id', 'name'] } },
		request: { method: 'GET', path: '/me', query: { fields: 'id,name' } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a field that does not exist',
		parameters: { options: { fields: ['id', 'email{access_token}'] } },
		message: /'Fields' has a value that does not exist/,
	},
];
