import { path } from '../../../graphApi/path';
import { kapsoNumberField, readKapsoNumber } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import type { Operation } from '../../operation';

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/delete-phone-number */
export const operation: Operation = {
	displayName: 'Delete',
	action: 'Delete a Kapso phone number',
	description: 'Take a number out of the project, with its webhooks. Meta keeps the number.',
	fields: [kapsoNumberField],
	request: (parameters) => ({
		method: 'DELETE',
		path: path`/whatsapp/phone_numbers/${readKapsoNumber(parameters)}`,
		...onPlatform,
	}),
	output: () => ({ deleted: true }),
};
