import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';
import { idLocator } from '../../shared/idLocator';
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
 * The ID of the chosen Flow, ready for a path.
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

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi */
export const flowNameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. appointment_booking',
	description: 'A name that no other Flow of the account has',
};

export const flowCategoriesField: INodeProperties = {
	displayName: 'Categories',
	name: 'categories',
	type: 'multiOptions',
	options: [
		{ name: 'Appointment Booking', value: 'APPOINTMENT_BOOKING' },
		{ name: 'Contact Us', value: 'CONTACT_US' },
		{ name: 'Customer Support', value: 'CUSTOMER_SUPPORT' },
		{ name: 'Lead Generation', value: 'LEAD_GENERATION' },
		{ name: 'Other', value: 'OTHER' },
		{ name: 'Sign In', value: 'SIGN_IN' },
		{ name: 'Sign Up', value: 'SIGN_UP' },
		{ name: 'Survey', value: 'SURVEY' },
	],
	default: ['OTHER'],
	description: 'What the Flow is for, at least one',
};

/** @throws InputError when none is chosen. */
export function readCategories(parameters: Parameters): string[] {
	const categories = parameters.choices('categories');
	if (categories.length === 0) {
		throw parameters.error('categories', 'is empty', "Choose at least one, e.g. 'Other'.");
	}
	return categories;
}

export const endpointUriField: INodeProperties = {
	displayName: 'Endpoint URI',
	name: 'endpointUri',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/flow',
	description:
		'Where WhatsApp asks for the data of the screens, for Flows with a data endpoint. Flow JSON below version 3.0 holds it in data_channel_uri instead.',
};

/** @throws InputError when it is not an https address. */
export function readEndpointUri(parameters: Parameters): string | undefined {
	if (!parameters.hasValue('endpointUri')) return undefined;
	const uri = parameters.url('endpointUri');
	if (!/^https:/i.test(uri)) {
		throw parameters.error(
			'endpointUri',
			'does not begin with https://',
			'WhatsApp calls endpoints over https only.',
		);
	}
	return uri;
}
