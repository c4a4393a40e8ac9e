import { appField } from '../../fields/app';
import { checkChanges } from '../../fields/checkChanges';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import type { Operation } from '../../operation';
import { profileFields } from './profileFields';
import { readProfileChanges } from './readProfile';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles#update-business-profile */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a business profile',
	description:
		'Change what customers see when they open the profile of your number. Fields that you do not add stay unchanged.',
	fields: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: profileFields,
		},
		optionsField([appField, phoneNumberField]),
	],
	request(parameters, account) {
		const changes = readProfileChanges(parameters, account);
		checkChanges(parameters, 'updateFields', changes);
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_business_profile`,
			on: 'phoneNumber',
			body: { messaging_product: 'whatsapp', ...changes },
		};
	},
};
