import type { Operation } from '../../operation';
import { checkChanges } from '../../fields/checkChanges';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/set-commerce-settings */
export const operation: Operation = {
	displayName: 'Update Settings',
	action: 'Update commerce settings',
	description: 'Show or hide the catalog of a number, and turn its shopping cart on or off',
	fields: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Cart Enabled',
					name: 'cartEnabled',
					type: 'boolean',
					default: true,
					description: 'Whether people can add products to a cart and order them',
				},
				{
					displayName: 'Catalog Visible',
					name: 'catalogVisible',
					type: 'boolean',
					default: true,
					description: 'Whether the profile and the chat show the catalog and its icon',
				},
			],
		},
		optionsField([phoneNumberField]),
	],
	request(parameters, account) {
		const updates = parameters.group('updateFields');
		const query = {
			is_cart_enabled: updates.optionalBoolean('cartEnabled'),
			is_catalog_visible: updates.optionalBoolean('catalogVisible'),
		};
		checkChanges(parameters, 'updateFields', query);
		return {
			method: 'POST',
			path: path`/${readPhoneNumberId(parameters, account)}/whatsapp_commerce_settings`,
			on: 'phoneNumber',
			query,
			idempotent: true,
		};
	},
};
