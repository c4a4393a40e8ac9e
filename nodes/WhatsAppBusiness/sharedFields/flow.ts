import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters';

/** A Flow from the list, by ID or by name; `readFlow` reads it. */
export const flowField: INodeProperties = {
	displayName: 'Flow',
	name: 'flow',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The Flow that the button opens',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a Flow…',
			typeOptions: { searchListMethod: 'searchFlows', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 594425479261596',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^[0-9]+$', errorMessage: 'A Flow ID has digits only' },
				},
			],
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. appointment_booking',
		},
	],
};

/**
 * The Flow in Meta's words.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow
 * @throws InputError when none is given or the ID is not one.
 */
export function readFlow(parameters: Parameters): { flow_id: string } | { flow_name: string } {
	const flow = parameters.optionalLocator('flow');
	if (flow === undefined) {
		throw parameters.error('flow', 'is empty', 'Choose one, or enter its ID or name.');
	}
	if (parameters.locatorMode('flow') === 'name') return { flow_name: flow };
	if (!/^\d+$/.test(flow)) {
		throw parameters.error(
			'flow',
			'is not a Flow ID',
			"An ID has digits only. To enter a name, choose 'By Name'.",
		);
	}
	return { flow_id: flow };
}
