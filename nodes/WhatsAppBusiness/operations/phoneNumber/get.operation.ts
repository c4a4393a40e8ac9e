import type { Operation } from '../../operation';
import { fieldsQuery } from '../../fields/fieldChoice';
import { optionsField } from '../../fields/options';
import { phoneNumberFieldChoice } from './phoneNumberFieldChoice';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-phone-number-api */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a phone number',
	description:
		"Get the name, quality and throughput of a number. Choose 'Health Status' under Fields to see whether it can send, and if not, why.",
	fields: [optionsField([phoneNumberFieldChoice, phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}`,
		on: 'phoneNumber',
		query: fieldsQuery(parameters),
	}),
};
