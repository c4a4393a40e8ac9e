import { business } from '../../../simulator/business';
import type { RejectedCase, RequestCase } from '../requestCase';

const [code, otherCode] = business.signupCodes;
const request = (given: string): RequestCase['request'] => ({
	method: 'GET',
	path: '/oauth/access_token',
	query: { client_id: business.app.id, client_secret: '<app secret>', code: given },
});

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: { code }, request: request(code) },
	{
		name: 'fullest',
		parameters: {
			code: ` ${otherCode} `,
			options: { appId: { __rl: true, mode: 'id', value: business.app.id } },
		},
		request: request(otherCode),
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing code', parameters: {}, message: /'Code' is empty/ },
	{
		name: 'the name of an app',
		parameters: { code, options: { appId: { __rl: true, mode: 'id', value: 'My App' } } },
		message: /'App' is not the ID of a Meta app/,
	},
];
