import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import { isFormatted } from '../../../fields/formatting';
import { documentNameField, mediaFields, readDocument, readMedia } from '../../../fields/media';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { InteractiveKind } from './interactiveRequest';

type HeaderType = 'document' | 'image' | 'text' | 'video';

const headerTextDescription = `Bold line above the body, at most ${limits.interactiveHeader} characters, without formatting`;

export const headerTextField: INodeProperties = {
	displayName: 'Header',
	name: 'headerText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Your order',
	description: headerTextDescription,
};

export const headerField: INodeProperties = {
	displayName: 'Header',
	name: 'header',
	type: 'fixedCollection',
	placeholder: 'Add Header',
	default: {},
	description: 'Text, image, video or document above the body',
	options: [
		{
			displayName: 'Header',
			name: 'header',
			values: [
				{
					displayName: 'Header Type',
					name: 'headerType',
					type: 'options',
					options: [
						{ name: 'Document', value: 'document' },
						{ name: 'Image', value: 'image' },
						{ name: 'Text', value: 'text' },
						{ name: 'Video', value: 'video' },
					],
					default: 'text',
				},
				{
					...headerTextField,
					displayName: 'Header Text',
					required: true,
					displayOptions: { show: { headerType: ['text'] } },
				},
				...mediaFields({ headerType: ['document', 'image', 'video'] }),
				{ ...documentNameField, displayOptions: { show: { headerType: ['document'] } } },
			],
		},
	],
};

function textHeader(text: string): RequestBody {
	return { type: 'text', text };
}

/**
 * The text of a header, in which WhatsApp takes emojis but no formatting.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api
 * @throws InputError when it is too long or formatted.
 */
function readHeaderText(parameters: Parameters): string | undefined {
	const text = parameters.optionalText('headerText', { maxLength: limits.interactiveHeader });
	if (text !== undefined && isFormatted(text)) {
		throw parameters.error(
			'headerText',
			'has formatting',
			'Remove the characters * _ ~ or ` around the words: WhatsApp shows the whole header in bold. Or format the body instead.',
		);
	}
	return text;
}

function readRequiredText(parameters: Parameters): string {
	return readHeaderText(parameters) ?? parameters.text('headerText');
}

function readAnyHeader(chosen: Parameters): RequestBody {
	const type = chosen.choice('headerType') as HeaderType;
	switch (type) {
		case 'text':
			return textHeader(readRequiredText(chosen));
		case 'document':
			return { type, document: readDocument(chosen) };
		default:
			return { type, [type]: readMedia(chosen, type) };
	}
}

export function readInteractiveHeader(
	parameters: Parameters,
	kind: InteractiveKind,
): RequestBody | undefined {
	switch (kind.header) {
		case 'none':
			return undefined;
		case 'requiredText':
			return textHeader(readRequiredText(parameters));
		case 'text': {
			const text = readHeaderText(parameters.group('options'));
			return text === undefined ? undefined : textHeader(text);
		}
		case 'any': {
			const chosen = parameters.group('options').entry('header', 'header');
			return chosen && readAnyHeader(chosen);
		}
	}
}
