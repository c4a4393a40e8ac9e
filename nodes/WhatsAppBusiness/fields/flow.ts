import type { INodeProperties } from 'n8n-workflow';

import { idLocator } from '../../shared/idLocator';
import type { Parameters } from '../parameters/parameters';
import { readId } from './readId';

/** A Flow from the list or by ID. Read with `readFlowId`. */
export const flowIdField = idLocator({
	displayName: 'Flow',
	name: 'flow',
	required: true,
	searchListMethod: 'searchFlows',
	exampleId: '594425479261596',
});

/**
 * The ID of the chosen Flow.
 * @param name of the field, if not that of `flowIdField`.
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readFlowId(parameters: Parameters, name = flowIdField.name): string {
	return readId(parameters, name, {
		what: 'a Flow ID',
		where: "Get the ID with 'Flow: Get Many'.",
	});
}

/** A Flow from the list, by ID or by name. Read with `readFlow`. */
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
 * The Flow as a message and a template button refer to it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow
 * @throws InputError when the field is empty or the ID is invalid.
 */
export function readFlow(parameters: Parameters): { flow_id: string } | { flow_name: string } {
	const flow = parameters.optionalLocator(flowField.name);
	if (flow !== undefined && parameters.locatorMode(flowField.name) === 'name') {
		return { flow_name: flow };
	}
	const where = "To enter a name, choose 'By Name'.";
	return { flow_id: readId(parameters, flowField.name, { what: 'a Flow ID', where }) };
}
