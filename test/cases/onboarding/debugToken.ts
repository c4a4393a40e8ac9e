import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const request = (input_token: string): RequestCase['request'] => ({
	method: 'GET',
	path: '/debug_token',
	query: { input_token },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { inputToken: business.customerToken },
		request: request(business.customerToken),
	},
	{
		name: 'fullest',
		parameters: { inputToken: ` ${business.expiredAccessToken} ` },
		request: request(business.expiredAccessToken),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing token', parameters: {}, message: /'Token' is empty/ },
];
