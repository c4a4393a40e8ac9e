import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../parameters/parameters';

/** The message an operation works on. Read with `readMessageId`. */
export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. wamid.HBgLMTY0NjcwNDM1OTUVAgASGBQzQTBCNTg5RDA2QzM4NDQ4RDlCQwA=',
	description: 'ID of the message, from the response to sending it or from a webhook',
};

/** @throws InputError when the field is empty. */
export function readMessageId(parameters: Parameters): string {
	return parameters.text(messageIdField.name).trim();
}
