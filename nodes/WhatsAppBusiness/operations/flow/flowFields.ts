import type { INodeProperties } from 'n8n-workflow';

import { readHttpsUrl } from '../../fields/httpsUrl';
import type { Parameters } from '../../parameters/parameters';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi */

export const flowNameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. appointment_booking',
	description: 'Name of the Flow, unique in the account',
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
	description: 'What the Flow is for; choose at least one',
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
		'URL of the data endpoint, for Flows that have one. In Flow JSON below version 3.0, set data_channel_uri instead.',
};

/** @throws InputError when it is not an https URL. */

export function readEndpointUri(parameters: Parameters): string | undefined {
	if (!parameters.hasValue('endpointUri')) return undefined;
	return readHttpsUrl(parameters, 'endpointUri');
}
