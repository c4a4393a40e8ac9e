import { business } from '../../../simulator/business';
import { otherBodies, rejectedBodies } from '../../support/rawBodies';
import { secretsInBody } from '../../support/reservedParameters';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { path: '/echo' },
		request: { method: 'PATCH', path: '/echo', body: {} },
	},
	{
		name: 'fullest',
		parameters: {
			path: '/echo?number=1',
			body: '{ "status": "ended" }',
			queryParameters: { parameter: [{ name: 'as', value: 'file' }] },
			options: { host: 'graph', responseFormat: 'file', binaryPropertyName: 'answer' },
		},
		request: {
			method: 'PATCH',
			path: '/echo',
			query: { number: '1', as: 'file' },
			body: { status: 'ended' },
		},
	},
	{
		name: 'an ID of the credential',
		parameters: { path: '/{wabaId}/x', body: '{ "a": 1 }' },
		request: { method: 'PATCH', path: `/${business.waba.id}/x`, body: { a: 1 } },
	},
	...otherBodies('PATCH'),
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing path', parameters: { path: '' }, message: /'Path' is empty/ },
	{
		name: 'a body that is a list',
		parameters: { path: '/1', body: '[]' },
		message: /'Body' is not a JSON object/,
	},
	{
		name: 'another method in the body',
		parameters: { path: '/1', body: '{"method":"DELETE"}' },
		message: /^'Body' cannot be sent$/,
	},
	...secretsInBody,
	...rejectedBodies,
];
