import type { Operation } from '../../operation';
import { limits } from '../../../shared/limits';
import type { Parameters } from '../../parameters/parameters';
import { directSendOption, isDirectSend } from './directSend';
import { freeFormFields, freeFormRequest } from './freeForm';
import { sentMessage } from './sentMessage';
import {
	splitIfLong,
	splitLongTextsField,
	splitsLongTexts,
	withFollowingTexts,
} from './text/splitLongTexts';
import { textIsMarkdownField, textRule } from './text/textIsMarkdown';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/text-messages */
export const operation: Operation = {
	displayName: 'Send Text',
	action: 'Send a text message within the 24-hour window',
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
			directSendOption,
			splitLongTextsField,
			textIsMarkdownField,
		],
	),
	request(parameters, account) {
		const options = parameters.group('options');
		const longest = isDirectSend(options) ? limits.directSendText : limits.textBody;
		const text = parameters.text('text', textRule(options, longest));
		const [body = text, ...rest] = splitIfLong(text, options, longest, longest);
		const request = freeFormRequest(parameters, account, 'text', {
			body,
			preview_url: readLinkPreview(options),
		});
		return splitsLongTexts(options) ? withFollowingTexts(request, 'text', rest) : request;
	},
	output: sentMessage,
};

/**
 * Direct Send shows no preview.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-message-types
 */
function readLinkPreview(options: Parameters): boolean | undefined {
	const isOn = options.optionalBoolean('linkPreview');
	if (!isDirectSend(options)) return isOn;
	if (isOn) {
		throw options.error(
			'linkPreview',
			"is on, but messages with 'Direct Send' show no preview",
			'Remove one of the two options.',
		);
	}
	return undefined;
}
