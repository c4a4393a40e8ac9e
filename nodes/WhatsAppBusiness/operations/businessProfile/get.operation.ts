import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

const fieldNames = {
	about: 'About',
	address: 'Address',
	vertical: 'Category',
	description: 'Description',
	email: 'Email',
	profile_picture_url: 'Picture URL',
	websites: 'Websites',
};

// Without fields, WhatsApp returns an empty profile.
const allFields = Object.keys(fieldNames).join(',');

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles#get-your-business-profile */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a business profile',
	description: 'Get what customers see when they open the profile of your number',
	fields: [optionsField([fieldChoice(fieldNames, 'all are returned'), phoneNumberField])],
	request(parameters, account) {
		return {
			method: 'GET',
			path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_business_profile`,
			on: 'phoneNumber',
			query: fieldsQuery(parameters, allFields),
		};
	},
	output: ({ data }) => asObjects<IDataObject>(data)[0] ?? {},
};
