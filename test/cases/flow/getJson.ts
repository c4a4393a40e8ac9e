import { draftFlow, flowById, publishedFlow, rejectedFlows } from '../../support/flow';
import type { RejectedCase, RequestCase } from '../requestCase';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { flow: flowById(draftFlow.id) },
		request: { method: 'GET', path: `/${draftFlow.id}/assets` },
	},
	{
		name: 'fullest',
		parameters: {
			flow: flowById(publishedFlow.id),
			output: 'binary',
			binaryPropertyName: 'screens',
		},
		request: { method: 'GET', path: `/${publishedFlow.id}/assets` },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedFlows(),
	{
		name: 'a missing field for the file',
		parameters: { flow: flowById(draftFlow.id), output: 'binary', binaryPropertyName: '' },
		message: /'Put Output File in Field' is empty/,
	},
	{
		name: 'an output that does not exist',
		parameters: { flow: flowById(draftFlow.id), output: 'url' },
		message: /'Output' has a value that does not exist/,
	},
];
