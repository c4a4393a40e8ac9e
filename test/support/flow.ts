import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { business } from '../../simulator/business';
import type { RejectedCase, RequestCase } from '../cases/requestCase';

export const [publishedFlow, draftFlow] = business.flows;

/** The saved value of a field in which a Flow is chosen. */
export const flowById = (id: string): INodeParameters => ({ __rl: true, mode: 'id', value: id });

/** A Flow JSON without errors. */
export const flowJson = {
	version: '7.3',
	screens: [
		{
			id: 'WELCOME',
			title: 'Welcome',
			terminal: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextHeading', text: 'Hello' },
					{ type: 'Footer', label: 'Done', 'on-click-action': { name: 'complete', payload: {} } },
				],
			},
		},
	],
};

/** Cases of an operation whose only parameter is a Flow. */
export function flowOnlyCases(
	method: RequestCase['request']['method'],
	edge: string,
	{ id, name }: { id: string; name: string } = draftFlow,
): RequestCase[] {
	const request: RequestCase['request'] = { method, path: `/${id}${edge}` };
	return [
		{ name: 'smallest', parameters: { flow: flowById(id) }, request },
		{
			name: 'fullest',
			parameters: { flow: { __rl: true, mode: 'list', value: id, cachedResultName: name } },
			request,
		},
	];
}

/** Inputs that every operation on a Flow rejects. */
export function rejectedFlows(parameters: IDataObject = {}): RejectedCase[] {
	const others = parameters as INodeParameters;
	return [
		{
			name: 'a missing Flow',
			parameters: { ...others, flow: flowById('') },
			message: /'Flow' is empty/,
		},
		{
			name: 'a name instead of an ID',
			parameters: { ...others, flow: flowById(draftFlow.name) },
			message: /'Flow' is not a Flow ID/,
		},
	];
}
