import type { IDataObject } from 'n8n-workflow';

import { records } from '../../../graphApi/reading';
import type { Operation } from '../../operation';
import { optionsField } from '../../sharedFields/options';
import { phoneNumberField, readPhoneNumber } from '../../sharedFields/sender';

const profileFields = [
	{ name: 'About', value: 'about' },
	{ name: 'Address', value: 'address' },
	{ name: 'Category', value: 'vertical' },
	{ name: 'Description', value: 'description' },
	{ name: 'Email', value: 'email' },
	{ name: 'Picture URL', value: 'profile_picture_url' },
	{ name: 'Websites', value: 'websites' },
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles#get-your-business-profile */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a business profile',
	description: 'Get what customers see when they open the profile of your number',
	fields: [
		optionsField([
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'multiOptions',
				options: profileFields,
				default: [],
				description: 'Which fields to return. If none is chosen, all are returned.',
			},
			phoneNumberField,
		]),
	],
	request(parameters, account) {
		const chosen = parameters.group('options').choices('fields');
		// Without fields WhatsApp returns nothing of the profile.
		const fields = chosen.length > 0 ? chosen : profileFields.map(({ value }) => value);
		return {
			method: 'GET',
			path: `/${readPhoneNumber(parameters, account)}/whatsapp_business_profile`,
			query: { fields: fields.join(',') },
		};
	},
	output: ({ data }) => records<IDataObject>(data)[0] ?? {},
};
