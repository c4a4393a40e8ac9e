import { path } from '../../../graphApi/path';
import { kapsoNumberField, readKapsoNumber } from '../../fields/kapsoIds';
import { onPlatform } from '../../fields/kapsoPlatform';
import { readId } from '../../fields/readId';
import { templateIdKind } from '../../fields/templateIds';
import type { Operation } from '../../operation';
import { idLocator } from '../../../shared/idLocator';

const templateField = idLocator({
	displayName: 'Template',
	name: 'broadcastTemplate',
	required: true,
	description: 'The approved template to send, in one language',
	searchListMethod: 'searchKapsoTemplates',
	exampleId: '1689556908129832',
});

/** https://docs.kapso.ai/api/platform/v1/broadcasts/create-broadcast */
export const operation: Operation = {
	displayName: 'Create',
	action: 'Create a Kapso broadcast',
	description: "Create a draft broadcast of a template. Then use 'Add Recipients' and 'Send'.",
	ifUnknown:
		"Kapso may or may not have created the broadcast. Check with 'Kapso Broadcast: Get Many' before you run it again.",
	fields: [
		{
			displayName: 'Name',
			name: 'broadcastName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. June offers',
			description: 'Name of the broadcast in Kapso',
		},
		kapsoNumberField,
		templateField,
	],
	request: (parameters) => ({
		method: 'POST',
		path: path`/whatsapp/broadcasts`,
		...onPlatform,
		body: {
			whatsapp_broadcast: {
				name: parameters.text('broadcastName').trim(),
				phone_number_id: readKapsoNumber(parameters),
				whatsapp_template_id: readId(parameters, templateField.name, templateIdKind),
			},
		},
	}),
};
