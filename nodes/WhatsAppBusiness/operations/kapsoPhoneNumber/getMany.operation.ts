import { path } from '../../../graphApi/path';
import {
	kapsoCustomerField,
	kapsoNumberField,
	readOptionalKapsoNumber,
	readOptionalUuid,
} from '../../fields/kapsoIds';
import { filtersField, numberedPages, onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { listFields, simplifyField } from '../../fields/list';
import { readTypedId } from '../../fields/readId';
import type { Operation } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { numberKeys } from './numberFields';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/list-phone-numbers */
export const operation: Operation = {
	displayName: 'Get Many',
	action: 'Get many Kapso phone numbers',
	description: 'Get the numbers of the project, or of one customer',
	fields: [
		...listFields,
		filtersField([
			{
				displayName: 'Account ID',
				name: 'businessAccountId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 102290129340398',
				description: 'ID of the WhatsApp Business Account',
			},
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
	if (!filters.hasValue('businessAccountId')) return undefined;
	return readTypedId(filters, 'businessAccountId', {
		what: 'the ID of a WhatsApp Business Account',
		where: "'Kapso Phone Number: Get Many' returns it with each number.",
	});
}
