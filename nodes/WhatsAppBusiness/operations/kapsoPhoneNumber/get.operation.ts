import { path } from '../../../graphApi/path';
import { kapsoNumberField, readKapsoNumber } from '../../fields/kapsoIds';
import { onPlatform, simplifiedTo } from '../../fields/kapsoPlatform';
import { simplifyField } from '../../fields/list';
import type { Operation } from '../../operation';
import { numberKeys } from './numberFields';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/get-phone-number */
export const operation: Operation = {
	displayName: 'Get',
	action: 'Get a Kapso phone number',
	description: 'Get a number of the project',
	fields: [kapsoNumberField, simplifyField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/phone_numbers/${readKapsoNumber(parameters)}`,
		...onPlatform,
	}),
	output: simplifiedTo(numberKeys),
};
