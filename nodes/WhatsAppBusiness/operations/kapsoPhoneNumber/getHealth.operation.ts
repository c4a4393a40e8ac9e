import { path } from '../../../graphApi/path';
import { kapsoNumberField, readKapsoNumber } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/check-phone-health */
export const operation: Operation = {
	displayName: 'Get Health',
	action: 'Get the health of a Kapso phone number',
	description: 'Check whether a number can send and receive: its token, its webhook, its limits',
	fields: [kapsoNumberField],
	request: (parameters) => ({
		method: 'GET',
		path: path`/whatsapp/phone_numbers/${readKapsoNumber(parameters)}/health`,
		...onPlatform,
	}),
};
