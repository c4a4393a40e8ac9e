import { business } from '../../../simulator/business';
import { secretNames } from '../../support/reservedParameters';
import type { RejectedCase, RequestCase } from '../requestCase';

const [first] = business.phoneNumbers;
const parameter = (...pairs: Array<[string, string]>) => ({
	queryParameters: { parameter: pairs.map(([name, value]) => ({ name, value })) },
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { path: '/{phoneNumberId}' },
		request: { method: 'GET', path: `/${first.id}` },
	},
	{
		name: 'fullest',
		parameters: {
			path: ' {wabaId}/message_templates/?status=APPROVED ',
			returnAll: true,
			...parameter(['language', 'en_US']),
			options: { fields: 'name, status' },
		},
		request: {
			method: 'GET',
			path: `/${business.waba.id}/message_templates`,
			query: { status: 'APPROVED', language: 'en_US', fields: 'name,status', limit: 100 },
		},
	},
	{
		name: "a list on Meta's other host",
		parameters: { path: '/{wabaId}/message_templates', options: { host: 'api' } },
		request: { method: 'GET', base: 'api', path: `/${business.waba.id}/message_templates` },
	},
	{
		name: 'the usual host',
		parameters: { path: '/me', options: { host: 'graph' } },
		request: { method: 'GET', path: '/me' },
	},
	{
		name: 'a text, which has no pages',
		parameters: { path: '/me', returnAll: true, options: { responseFormat: 'text' } },
		request: { method: 'GET', path: '/me' },
	},
	{
		name: 'a page size of one’s own',
		parameters: { path: '/{wabaId}/phone_numbers?limit=5', returnAll: true },
		request: { method: 'GET', path: `/${business.waba.id}/phone_numbers`, query: { limit: '5' } },
	},
	{
		name: 'its own method, which changes nothing',
		parameters: { path: '/me?method=get' },
		request: { method: 'GET', path: '/me', query: { method: 'get' } },
	},
	{
		name: 'the app, and a query with characters that mean something',
		parameters: { path: '/{ appId }?metadata=1&q=a%26b%3Fc', ...parameter(['empty', '']) },
		request: {
			method: 'GET',
			path: `/${business.app.id}`,
			query: { metadata: '1', q: 'a&b?c', empty: '' },
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing path', parameters: { path: ' ' }, message: /'Path' is empty/ },
	{ name: 'a path of one slash', parameters: { path: '/' }, message: /'Path' is empty/ },
	...[
		'https://graph.facebook.com/v26.0/me',
		'//example.com/me',
		'/me/../../v1.0/me',
		'/me/%2e%2e/x',
		'/me/%252e%252e/x',
		'/me\\x',
		'/me\nx',
		'/me#x',
		'/me/%zz',
	].map((path): RejectedCase => ({
		name: JSON.stringify(path),
		parameters: { path },
		message: /'Path' cannot be sent/,
	})),
	{
		name: 'a version in the path',
		parameters: { path: '/v26.0/me' },
		message: /'Path' begins with an API version/,
	},
	{
		name: 'a placeholder that does not exist',
		parameters: { path: '/{constructor}/x' },
		message: /'Path' has the placeholder \{constructor\}, which does not exist/,
	},
	...['/me?access_token=EAA', '/me?ACCESS_TOKEN=EAA', '/me?appsecret_proof=1'].map(
		(path): RejectedCase => ({
			name: `${path}: the token is the credential's`,
			parameters: { path },
			message: /'Query Parameters' cannot be sent/,
		}),
	),
	{
		name: 'a token as a parameter',
		parameters: { path: '/me', ...parameter(['access_token', 'EAA']) },
		message: /'Query Parameters' cannot be sent/,
	},
	...secretNames.map((name): RejectedCase => ({
		name: `a token as the parameter ${name}`,
		parameters: { path: '/me', ...parameter([name, 'EAA']) },
		message: /'Query Parameters' cannot be sent/,
	})),
	...['/1?method=delete', '/1?METHOD=Post', '/1?_method=delete', '/1?http.method=PUT'].map(
		(path): RejectedCase => ({
			name: `${path}: another method`,
			parameters: { path },
			message: /^'Query Parameters' cannot be sent$/,
		}),
	),
	{
		name: 'a batch',
		parameters: {
			path: '/me',
			...parameter(['batch', '[{"method":"DELETE","relative_url":"1"}]']),
		},
		message: /^'Query Parameters' cannot be sent$/,
	},
	{
		name: 'a parameter in the path and beside it',
		parameters: { path: '/me?fields=id', options: { fields: 'name' } },
		message: /'Query Parameters' and 'Path' contain 'fields' more than once/,
	},
	{
		name: 'a parameter without a name',
		parameters: { path: '/me', ...parameter(['', 'x']) },
		message: /'Query Parameter 1 → Name' is empty/,
	},
];
