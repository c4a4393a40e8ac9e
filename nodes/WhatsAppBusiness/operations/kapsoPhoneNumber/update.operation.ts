import { path } from '../../../graphApi/path';
import { checkChanges } from '../../fields/checkChanges';
import {
	kapsoCustomerField,
	kapsoNumberField,
	readKapsoNumber,
	readOptionalUuid,
} from '../../fields/kapsoIds';
import { onPlatform, updateFieldsField } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';
import { numberFields, readNumberFields } from './numberFields';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/update-phone-number */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a Kapso phone number',
	description: 'Change the name of a number, its customer, or what Kapso does with it',
	fields: [
		kapsoNumberField,
		updateFieldsField([...numberFields, { ...kapsoCustomerField, required: false }]),
	],
	request(parameters) {
		const changes = parameters.group('updateFields');
		const whatsapp_phone_number = {
			...readNumberFields(changes),
			customer_id: readOptionalUuid(changes, kapsoCustomerField),
		};
		checkChanges(parameters, 'updateFields', whatsapp_phone_number);
		return {
			method: 'PATCH',
			path: path`/whatsapp/phone_numbers/${readKapsoNumber(parameters)}`,
			...onPlatform,
			body: { whatsapp_phone_number },
			idempotent: true,
		};
	},
};
