import { business } from '../../../simulator/business';
import { otherBodies, rejectedBodies } from '../../support/rawBodies';
import { secretsInBody } from '../../support/reservedParameters';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first] = business.phoneNumbers;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { path: '/{wabaId}/subscribed_apps' },
		request: { method: 'POST', path: `/${business.waba.id}/subscribed_apps`, body: {} },
	},
	{
		name: 'fullest',
		parameters: {
			path: '/{phoneNumberId}/whatsapp_business_profile',
			body: '{ "messaging_product": "whatsapp", "about": "Plants" }',
			queryParameters: { parameter: [{ name: 'pretty', value: '0' }] },
		},
		request: {
			method: 'POST',
			path: `/${first.id}/whatsapp_business_profile`,
			query: { pretty: '0' },
			body: { messaging_product: 'whatsapp', about: 'Plants' },
		},
	},
	...otherBodies('POST'),
	{
		name: "Meta's other host",
		parameters: {
			path: '/{wabaId}/message_templates/archive',
			body: '{ "hsm_ids": ["1"] }',
			options: { host: 'api' },
		},
		request: {
			method: 'POST',
			base: 'api',
			path: `/${business.waba.id}/message_templates/archive`,
			body: { hsm_ids: ['1'] },
		},
	},
	{
		name: 'a parameter that is called method, but is no HTTP method',
		parameters: { path: '/1', body: '{ "method": "sms", "code": { "method": "DELETE" } }' },
		request: {
			method: 'POST',
			path: '/1',
			body: { method: 'sms', code: { method: 'DELETE' } },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing path', parameters: { path: '' }, message: /'Path' is empty/ },
	{
		name: 'a full URL',
		parameters: { path: 'https://example.com/' },
		message: /'Path' cannot be sent/,
	},
	{
		name: 'a body that is not JSON',
		parameters: { path: '/1', body: '{ about: }' },
		message: /'Body' is not valid JSON/,
	},
	{
		name: 'a body that is a list',
		parameters: { path: '/1', body: '[]' },
		message: /'Body' is not a JSON object/,
	},
	...secretsInBody,
	...rejectedBodies,
	{
		name: 'another method in the body',
		parameters: { path: '/1', body: '{"method":"DELETE"}' },
		message: /^'Body' cannot be sent$/,
	},
	{
		name: 'another method in the query',
		parameters: { path: '/1?method=DELETE' },
		message: /^'Query Parameters' cannot be sent$/,
	},
	{
		name: 'other calls in the body',
		parameters: { path: '/1', body: '{"batch":[{"method":"GET","relative_url":"me"}]}' },
		message: /^'Body' cannot be sent$/,
	},
];
