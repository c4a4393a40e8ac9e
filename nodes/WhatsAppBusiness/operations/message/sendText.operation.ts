import type { Operation } from '../../operation';
import { limits } from '../../../shared/limits';
import { freeFormFields, freeFormRequest } from './freeForm';
import { sentMessage } from './sentMessage';
import { textIsMarkdownField, textRule } from './text/textIsMarkdown';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
export const operation: Operation = {
	displayName: 'Send Text',
	action: 'Send a text message',
	description:
		'Send a text message. WhatsApp delivers it only within 24 hours of the last message from the recipient.',
	sendsMessages: true,
	fields: freeFormFields(
		[
			{
				displayName: 'Text',
				name: 'text',
				type: 'string',
				typeOptions: { rows: 4 },
				required: true,
				default: '',
				placeholder: 'e.g. Your order is on its way',
				description: `The message, at most ${limits.textBody} characters. Surround words with *, _, ~ or \` for bold, italic, strikethrough or code.`,
			},
		],
		[
			{
				displayName: 'Link Preview',
				name: 'linkPreview',
				type: 'boolean',
				default: true,
				description: 'Whether to show a preview of the first link in the text',
			},
			textIsMarkdownField,
		],
	),
	request(parameters, account) {
		const options = parameters.group('options');
		return freeFormRequest(parameters, account, 'text', {
			body: parameters.text('text', textRule(options, limits.textBody)),
			preview_url: options.optionalBoolean('linkPreview'),
		});
	},
	output: sentMessage,
};
