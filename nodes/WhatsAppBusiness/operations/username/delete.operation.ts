import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#delete-a-username */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete the username of a number',
	description: 'Delete the username of a number. Another business can then adopt it.',
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'DELETE',
		path: path`/${readPhoneNumberId(parameters, account)}/username`,
		on: 'phoneNumber',
	}),
	output: ({ success }) => ({ deleted: success === true }),
};
