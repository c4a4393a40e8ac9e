import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../../shared/limits';
import { documentNameField, mediaFields, readDocument, readMedia } from '../../../fields/media';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import type { InteractiveKind } from './interactiveRequest';

type HeaderType = 'document' | 'image' | 'text' | 'video';

const headerTextDescription = `Bold line above the body, at most ${limits.interactiveHeader} characters`;

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

const headerRule = { maxLength: limits.interactiveHeader };

function textHeader(text: string): RequestBody {
	return { type: 'text', text };
}

function readAnyHeader(chosen: Parameters): RequestBody {
	const type = chosen.choice('headerType') as HeaderType;
	switch (type) {
		case 'text':
			return textHeader(chosen.text('headerText', headerRule));
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
			return textHeader(parameters.text('headerText', headerRule));
		case 'text': {
			const text = parameters.group('options').optionalText('headerText', headerRule);
			return text === undefined ? undefined : textHeader(text);
		}
		case 'any': {
			const chosen = parameters.group('options').entry('header', 'header');
			return chosen && readAnyHeader(chosen);
		}
	}
}
