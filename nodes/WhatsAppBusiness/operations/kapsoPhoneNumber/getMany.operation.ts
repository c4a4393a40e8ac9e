import { path } from '../../../graphApi/path';
import {
	kapsoCustomerField,
	kapsoNumberField,
	readOptionalKapsoNumber,
	readOptionalUuid,
} from '../../fields/kapsoIds';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { accountField, readAccountId } from './account';
import { numberKeys } from './numberFields';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/list-phone-numbers */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso phone numbers',
	description: 'Get the numbers of the project, or of one customer',
	fields: [
		...listFields,
		filtersField([
			accountField,
			{ ...kapsoCustomerField, required: false },
			{ ...kapsoNumberField, required: false },
		]),
		simplifyField,
	],
	list: true,
	request(parameters) {
		const filters = parameters.group('filters');
		return {
			method: 'GET',
			path: path`/whatsapp/phone_numbers`,
			...onPlatform,
			query: {
				...numberedPages(parameters),
				phone_number_id: readOptionalKapsoNumber(filters),
				business_account_id: filters.hasValue(accountField.name)
					? readAccountId(filters)
					: undefined,
				customer_id: readOptionalUuid(filters, kapsoCustomerField),
			},
		};
	},
	output: simplifiedTo(numberKeys),
};
