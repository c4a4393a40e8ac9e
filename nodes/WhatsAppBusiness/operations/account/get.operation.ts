import type { Operation } from '../../operation';
import { fieldChoice, fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';
import { accountFields } from './accountFields';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get an account',
	description:
		"Get the name, currency and time zone of a WhatsApp Business Account. Choose 'Health Status' under Fields to see whether it can send, and if not, why.",
	fields: [optionsField([fieldChoice(accountFields), wabaField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}`,
		on: 'waba',
		query: fieldsQuery(parameters),
	}),
};
