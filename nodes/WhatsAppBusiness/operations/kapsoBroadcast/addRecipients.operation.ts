import { path } from '../../../graphApi/path';
import { readUuid } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { optionsField } from '../../fields/options';
import { componentOptions, fewComponentFields } from '../../fields/templateValues/components';
import type { Operation } from '../../operation';
import { broadcastField } from './broadcastField';
import { readRecipient, recipientField, templateFields } from './recipient';
import { recipientBatch } from './recipientBatch';

/** https://docs.kapso.ai/api/platform/v1/broadcasts/add-recipients */
export const operation: Operation = {
	displayName: 'Add Recipients',
	action: 'Add recipients to a Kapso broadcast',
	description:
		'Add one recipient per item. People already in the broadcast are skipped. Returns one item with the counts.',
	page: 'templates',
	batch: recipientBatch,
	ifUnknown:
		"Kapso may or may not have added these recipients. Check with 'Kapso Broadcast: Get Recipients' before you add them again.",
	fields: [
		broadcastField,
		recipientField,
		...templateFields,
		...fewComponentFields,
		optionsField(componentOptions),
	],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/broadcasts/${readUuid(parameters, broadcastField)}/recipients`,
		...onPlatform,
		body: { whatsapp_broadcast: { recipients: [readRecipient(parameters)] } },
	}),
};
