import { path } from '../../../graphApi/path';
import {
	kapsoCustomerField,
	kapsoNumberField,
	readOptionalKapsoNumber,
	readOptionalUuid,
} from '../../fields/kapsoIds';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { readId } from '../../fields/readId';
import { wabaField } from '../../fields/waba';
import { listFields, simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { accountId } from './account';
import { numberKeys } from './numberFields';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/list-phone-numbers */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso phone numbers',
	description: 'Get the numbers of the project, or of one customer',
	fields: [
		...listFields,
		filtersField([
			{ ...wabaField, description: 'The account that the numbers belong to' },
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
				business_account_id: readAccount(filters),
				customer_id: readOptionalUuid(filters, kapsoCustomerField),
			},
		};
	},
	output: simplifiedTo(numberKeys),
};

function readAccount(filters: Parameters): string | undefined {
	const { name } = wabaField;
	return filters.optionalLocator(name) === undefined ? undefined : readId(filters, name, accountId);
}
