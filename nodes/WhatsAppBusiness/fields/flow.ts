import type { INodeProperties } from 'n8n-workflow';

import { idLocator } from '../../shared/idLocator';
import type { Parameters } from '../parameters/parameters';
import { readId } from './readId';

/** A Flow from the list or by ID, for the operations that manage it; `readFlowId` reads it. */
export const flowIdField = idLocator({
	displayName: 'Flow',
	name: 'flow',
	required: true,
	description: 'The Flow to work on',
	searchListMethod: 'searchFlows',
	placeholder: 'Select a Flow…',
	exampleId: '594425479261596',
});

/**
 * The ID of the chosen Flow.
 * @param name of the field, when it is not `flowIdField` itself.
 * @throws InputError when none is given or it is not an ID.
 */
export function readFlowId(parameters: Parameters, name = flowIdField.name): string {
	return readId(parameters, name, {
		what: 'a Flow ID',
		where: "'Flow: Get Many' gives the ID of each Flow.",
	});
}

/** A Flow from the list, by ID or by name; `readFlow` reads it. */
export const flowField: INodeProperties = {
	...flowIdField,
	description: 'The Flow that the button opens',
	modes: [
		...(flowIdField.modes ?? []),
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
	const flow = parameters.optionalLocator(flowField.name);
	if (flow !== undefined && parameters.locatorMode(flowField.name) === 'name') {
		return { flow_name: flow };
	}
	const where = "To enter a name, choose 'By Name'.";
	return { flow_id: readId(parameters, flowField.name, { what: 'a Flow ID', where }) };
}
