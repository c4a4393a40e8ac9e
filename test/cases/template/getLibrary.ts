import type { RejectedCase, RequestCase } from '../requestCase';

const path = '/message_template_library';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: {},
		request: { method: 'GET', path, query: { limit: 50 } },
	},
	{
		name: 'fullest',
		parameters: {
			returnAll: true,
			options: {
				category: 'UTILITY',
				industry: 'E_COMMERCE',
				language: ' en_US ',
				search: ' delivery ',
				topic: 'ORDER_MANAGEMENT',
				useCase: ' DELIVERY_FAILED ',
			},
		},
		request: {
			method: 'GET',
			path,
			query: {
				category: 'UTILITY',
				industry: 'E_COMMERCE',
				language: 'en_US',
				search: 'delivery',
				topic: 'ORDER_MANAGEMENT',
				usecase: 'DELIVERY_FAILED',
				limit: 100,
			},
		},
	},
	{
		name: 'empty filters',
		parameters: { limit: 5, options: { language: '', search: ' ', useCase: '' } },
		request: { method: 'GET', path, query: { limit: 5 } },
	},
];

export const rejected: RejectedCase[] = [
	{
		name: 'a limit of zero',
		parameters: { limit: 0 },
		message: /'Limit' is out of range/,
	},
	{
		name: 'an unknown category',
		parameters: { options: { category: 'NEWS' } },
		message: /'Category' has a value that does not exist/,
	},
	{
		name: 'an unknown industry',
		parameters: { options: { industry: 'SPORTS' } },
		message: /'Industry' has a value that does not exist/,
	},
	{
		name: 'an invalid language',
		parameters: { options: { language: 'English' } },
		message: /'Language Code' is not a valid language code/,
	},
	{
		name: 'an unknown topic',
		parameters: { options: { topic: 'WEATHER' } },
		message: /'Topic' has a value that does not exist/,
	},
	{
		name: 'a use case in small letters',
		parameters: { options: { useCase: 'delivery failed' } },
		message: /'Use Case' is not a use case as Meta writes it/,
	},
];
