import type { Operation } from '../../operation';
import { withValidationText } from './flowJson';
import { listFields } from '../../fields/list';
import { optionsField } from '../../fields/options';
import { readWaba, wabaField } from '../../fields/waba';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#list */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many flows',
	description: 'List the Flows of an account with name, status, categories and validation errors',
	fields: [...listFields, optionsField([wabaField])],
	list: true,
	request(parameters, account) {
		return { method: 'GET', path: path`/${readWaba(parameters, account)}/flows`, on: 'waba' };
	},
	output: withValidationText,
};
