import { business } from '../../../simulator/business';
import { draftFlow, flowById, rejectedFlows } from '../../support/flow';
import type { RejectedCase, RequestCase } from '../requestCase';

const flow = flowById(draftFlow.id);
const path = `/${draftFlow.id}`;

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { flow, updateFields: { name: 'New name ' } },
		request: { method: 'POST', path, body: { name: 'New name' } },
	},
	{
		name: 'fullest',
		parameters: {
			flow,
			updateFields: {
				name: 'New name',
				categories: ['LEAD_GENERATION', 'OTHER'],
				endpointUri: 'https://example.com/flow',
				applicationId: ` ${business.app.id}`,
			},
		},
		request: {
			method: 'POST',
			path,
			body: {
				name: 'New name',
				categories: ['LEAD_GENERATION', 'OTHER'],
				endpoint_uri: 'https://example.com/flow',
				application_id: business.app.id,
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	...rejectedFlows({ updateFields: { name: 'x' } }),
	{ name: 'nothing to change', parameters: { flow }, message: /'Update Fields' is empty/ },
	{
		name: 'a missing category',
		parameters: { flow, updateFields: { categories: [] } },
		message: /'Categories' is empty/,
	},
	{
		name: 'an endpoint without encryption',
		parameters: { flow, updateFields: { endpointUri: 'http://example.com' } },
		message: /'Endpoint URI' does not begin with https/,
	},
	{
		name: 'the name of an app',
		parameters: { flow, updateFields: { applicationId: 'My app' } },
		message: /'Application ID' has the wrong format/,
	},
];
