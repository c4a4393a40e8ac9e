import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#get-current-username */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get the username of a number',
	description:
		"Get the username of a number and its status: people see it once it is 'approved', and it is kept for you while it is 'reserved'",
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/username`,
		on: 'phoneNumber',
	}),
};
