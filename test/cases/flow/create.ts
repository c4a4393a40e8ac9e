import { business } from '../../../simulator/business';
import { flowById, flowJson, publishedFlow } from '../../support/flow';
import type { RejectedCase, RequestCase } from '../requestCase';

const path = `/${business.waba.id}/flows`;
const typedJson = JSON.stringify(flowJson);

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { name: ' My first flow' },
		request: { method: 'POST', path, body: { name: 'My first flow', categories: ['OTHER'] } },
	},
	{
		name: 'fullest',
		parameters: {
			name: 'My first flow',
			categories: ['SIGN_UP', 'SURVEY'],
			options: {
				cloneFlow: flowById(publishedFlow.id),
				endpointUri: 'https://example.com/flow',
				flowJson: typedJson,
				publish: true,
				wabaId: { __rl: true, mode: 'id', value: business.waba.id },
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'My first flow',
				categories: ['SIGN_UP', 'SURVEY'],
				clone_flow_id: publishedFlow.id,
				endpoint_uri: 'https://example.com/flow',
				flow_json: typedJson,
				publish: true,
			},
		},
	},
	{
		name: 'Flow JSON as an object from an expression',
		parameters: { name: 'My first flow', options: { flowJson: { version: '7.3' } } },
		request: {
			method: 'POST',
			path,
			body: {
				name: 'My first flow',
				categories: ['OTHER'],
				flow_json: '{\n\t"version": "7.3"\n}',
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'a missing name', parameters: { name: '' }, message: /'Name' is empty/ },
	{
		name: 'a missing category',
		parameters: { name: 'x', categories: [] },
		message: /'Categories' is empty/,
	},
	{
		name: 'a name of the Flow to clone',
		parameters: { name: 'x', options: { cloneFlow: flowById('appointment_booking') } },
		message: /'Clone Flow' is not a Flow ID/,
	},
	{
		name: 'a missing Flow to clone',
		parameters: { name: 'x', options: { cloneFlow: flowById('') } },
		message: /'Clone Flow' is empty/,
	},
	{
		name: 'an invalid endpoint URL',
		parameters: { name: 'x', options: { endpointUri: 'example.com' } },
		message: /'Endpoint URI' is not a valid URL/,
	},
	{
		name: 'an endpoint without encryption',
		parameters: { name: 'x', options: { endpointUri: 'http://example.com' } },
		message: /'Endpoint URI' does not begin with https/,
	},
	{
		name: 'Flow JSON that is not JSON',
		parameters: { name: 'x', options: { flowJson: '{ version }' } },
		message: /'Flow JSON' is not valid JSON/,
	},
	{
		name: 'nothing to publish',
		parameters: { name: 'x', options: { publish: true } },
		message: /'Publish' needs a Flow JSON/,
	},
];
