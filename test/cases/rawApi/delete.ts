import { business } from '../../../simulator/business';
import { otherBodies, rejectedBodies } from '../../support/rawBodies';
import { secretsInBody } from '../../support/reservedParameters';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { path: '/{wabaId}/subscribed_apps' },
		request: { method: 'DELETE', path: `/${business.waba.id}/subscribed_apps` },
	},
	{
		name: 'fullest',
		parameters: {
			path: `/${business.media.id}`,
			queryParameters: { parameter: [{ name: 'phone_number_id', value: first.id }] },
			body: '{ "messaging_product": "whatsapp" }',
		},
		request: {
			method: 'DELETE',
			path: `/${business.media.id}`,
			query: { phone_number_id: first.id },
			body: { messaging_product: 'whatsapp' },
		},
	},
	...otherBodies('DELETE'),
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing path', parameters: { path: '' }, message: /'Path' is empty/ },
	{
		name: 'a path that leaves the version',
		parameters: { path: '/../v1.0/1' },
		message: /'Path' cannot be sent/,
	},
	{
		name: 'a body that is a text',
		parameters: { path: '/1', body: '"x"' },
		message: /'Body' is not a JSON object/,
	},
	...secretsInBody,
	...rejectedBodies,
	{
		name: 'another method in the body',
		parameters: { path: '/1', body: '{"method":"get"}' },
		message: /^'Body' cannot be sent$/,
	},
	{
		name: 'another method in the query',
		parameters: { path: '/1?method=get' },
		message: /^'Query Parameters' cannot be sent$/,
	},
	{
		name: 'other calls in the body',
		parameters: { path: '/1', body: '{"batch":[{"method":"GET","relative_url":"me"}]}' },
		message: /^'Body' cannot be sent$/,
	},
];
