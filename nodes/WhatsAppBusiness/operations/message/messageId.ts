import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../parameters/parameters';

/** The message an operation is about; `readMessageId` reads it. */
export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wamid.HBgLMTY0NjcwNDM1OTUVAgASGBQzQTBCNTg5RDA2QzM4NDQ4RDlCQwA=',
	description: 'ID of the message, as sending it or a webhook gave it',
};

/** @throws InputError when the field is empty. */
export function readMessageId(parameters: Parameters): string {
	return parameters.text(messageIdField.name).trim();
}
