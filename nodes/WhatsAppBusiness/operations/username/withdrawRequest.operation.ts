import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#business-usernames */
export const operation: Operation = {
	displayName: 'Withdraw Request',
	action: 'Withdraw the request for a username',
	description:
		'Give up a username that was requested and is not visible yet. Delete removes one that people see. Meta no longer documents this call.',
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'DELETE',
		path: path`/${readPhoneNumberId(parameters, account)}/requested_username`,
		on: 'phoneNumber',
	}),
	output: ({ success }) => ({ withdrawn: success === true }),
};
