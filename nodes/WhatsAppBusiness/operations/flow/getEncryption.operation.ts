import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/whatsapp-business-encryption */
export const operation: Operation = {
	displayName: 'Get Encryption',
	action: 'Get the flow encryption of a number',
	description:
		'Get the public key with which WhatsApp encrypts requests to the data endpoints of your Flows, and whether its signature is valid',
	fields: [optionsField([phoneNumberField])],
	request(parameters, account) {
		return {
			method: 'GET',
			path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_business_encryption`,
			on: 'phoneNumber',
		};
	},
	// A list with at most one entry.
	output: ({ data }) => asObjects<IDataObject>(data)[0] ?? {},
};
