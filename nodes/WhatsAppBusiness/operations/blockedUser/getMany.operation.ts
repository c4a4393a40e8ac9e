import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many blocked users',
	description: 'Get the people a number has blocked',
	fields: [...listFields, optionsField([phoneNumberField])],
	list: true,
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/block_users`,
		on: 'phoneNumber',
	}),
};
