import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/product_catalogs */
export const operation: Operation = {
	displayName: 'Get Catalogs',
	action: 'Get the connected catalogs',
	description: 'Get the product catalogs that are connected to a WhatsApp Business Account',
	fields: [...listFields, optionsField([wabaField])],
	list: true,
	request: (parameters, account) => ({
		method: 'GET',
		path: path`/${readWaba(parameters, account)}/product_catalogs`,
		on: 'waba',
	}),
};
