import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference#get-active-groups */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many groups',
	description: 'List the active groups of your business number with ID, subject and creation time',
	fields: [...listFields, optionsField([phoneNumberField])],
	list: true,
	request(parameters, account) {
		return {
			method: 'GET',
			path: path`/${readPhoneNumberId(parameters, account)}/groups`,
			on: 'phoneNumber',
		};
	},
};
