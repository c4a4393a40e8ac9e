import type { IDataObject } from 'n8n-workflow';

import { asObjects } from '../../../graphApi/coerce';
import type { Operation } from '../../operation';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/set-commerce-settings */
export const operation: Operation = {
	displayName: 'Get Settings',
	action: 'Get commerce settings',
	description: 'Get whether a number shows its catalog and has a shopping cart',
	fields: [optionsField([phoneNumberField])],
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_commerce_settings`,
		on: 'phoneNumber',
	}),
	// The list is empty until something is set or the number has a catalog.
	output: ({ data }) => asObjects<IDataObject>(data)[0] ?? {},
};
