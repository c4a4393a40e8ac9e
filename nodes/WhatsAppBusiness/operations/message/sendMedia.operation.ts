import type { INodeProperties } from 'n8n-workflow';

import { sizeText } from '../../../shared/fileSize';
import { isJsonObject } from '../../../graphApi/json';
import type { BodyValue, Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { isWebm, typeOfName } from '../../../shared/fileTypes';
import { limits } from '../../../shared/limits';
import {
	fileToUpload,
	documentNameField,
	mediaFields,
	mediaIdField,
	readDocument,
	readMedia,
} from '../../fields/media';
import type { Media } from '../../fields/media';
import { mediaRules } from '../../../shared/mediaRules';
import type { MediaKind } from '../../../shared/mediaRules';
import { freeFormFields, freeFormRequest } from './freeForm';
import { sentMessage } from './sentMessage';
import {
	splitIfLong,
	splitLongTextsField,
	splitsLongTexts,
	withFollowingTexts,
} from './text/splitLongTexts';
import { textIsMarkdownField, textRule } from './text/textIsMarkdown';

const { sticker } = mediaRules;

const voiceMimeType = 'audio/ogg';

const textMimeType = 'text/plain';

const automatic = 'automatic';

/** Image was the default before Automatic, and n8n does not store a default. */
const kindIfUnknown = 'image' satisfies MediaKind;

type MessageKind = Extract<MediaKind, 'audio' | 'document' | 'image' | 'sticker' | 'video'>;

const mediaTypes: Array<{
	name: string;
	value: MessageKind | typeof automatic;
	description: string;
}> = [
	{ name: 'Audio', value: 'audio', description: 'AAC, AMR, MP3, M4A or OGG with the OPUS codec' },
	{
		name: 'Automatic',
		value: automatic,
		description:
			'By the type of the file or the extension of the URL. WebP is sent as a sticker, and what has neither, such as a media ID, as an image.',
	},
	{ name: 'Document', value: 'document', description: 'PDF, text or Microsoft Office file' },
	{ name: 'Image', value: 'image', description: 'JPEG or PNG' },
	{
		name: 'Sticker',
		value: 'sticker',
		description: `WebP, up to ${sizeText(sticker.maxStaticBytes)}, animated up to ${sizeText(sticker.maxBytes)}`,
	},
	{ name: 'Video', value: 'video', description: 'MP4 or 3GP' },
];

const kinds = mediaTypes.map(({ value }) => value).filter((value) => value !== automatic);

/** Options that only some media types have. Each is read only for the types that show it. */
const options: INodeProperties[] = [
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		displayOptions: { show: { '/mediaType': [automatic, 'document', 'image', 'video'] } },
		default: '',
		placeholder: 'e.g. Your invoice for March',
		description: `Text below the media, at most ${limits.caption} characters. An audio message and a sticker have none.`,
	},
	...[textIsMarkdownField, splitLongTextsField].map((field) => ({
		...field,
		displayOptions: { show: { '/mediaType': [automatic, 'document', 'image', 'video'] } },
	})),
	{ ...documentNameField, displayOptions: { show: { '/mediaType': [automatic, 'document'] } } },
	{
		displayName: 'Voice Message',
		name: 'voiceMessage',
		type: 'boolean',
		displayOptions: { show: { '/mediaType': [automatic, 'audio'] } },
		default: true,
		description:
			'Whether to show the audio as a voice message. The file must be OGG with the OPUS codec.',
	},
];

/**
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages and the pages
 * document-messages, image-messages, sticker-messages and video-messages beside it.
 */
export const operation: Operation = {
	displayName: 'Send Media',
	action: 'Send a media message within the 24-hour window',
	description: 'Send an image, a video, an audio file, a document or a sticker',
	sendsMessages: true,
	fields: freeFormFields(
		[
			{
				displayName: 'Media Type',
				name: 'mediaType',
				type: 'options',
				noDataExpression: true,
				options: mediaTypes,
				default: automatic,
			},
			...mediaFields(),
		],
		options,
	),
	request(parameters, account) {
		const type = readKind(parameters);
		const options = parameters.group('options');
		const [caption, ...rest] = hasCaption(type) ? readCaptions(options) : [];
		const content = readContent(type, parameters, options, caption);
		const request = freeFormRequest(parameters, account, type, content);
		return splitsLongTexts(options) ? withFollowingTexts(request, type, rest) : request;
	},
	output: sentMessage,
	fieldOf: (details, { body }) =>
		kinds.some((kind) => details.includes(`${kind}['id']`) && hasEnteredId(body?.[kind]))
			? mediaIdField.displayName
			: undefined,
};

/** Whether the ID was entered. That of a file is a placeholder. */
function hasEnteredId(content: BodyValue | undefined): boolean {
	return isJsonObject(content) && typeof content.id === 'string';
}

/** The kind of message that is chosen, or that WhatsApp takes the file as. */
function readKind(parameters: Parameters): MessageKind {
	const chosen = parameters.choice('mediaType');
	if (chosen !== automatic) return chosen as MessageKind;
	return kindOf(typeOfMedia(parameters)) ?? kindIfUnknown;
}

/** The MIME type as far as it is known before the file is read. */
function typeOfMedia(parameters: Parameters): string | undefined {
	switch (parameters.choice('mediaSource')) {
		case 'binary': {
			const rules = kinds.map((kind) => mediaRules[kind]);
			const { mimeType, data } = parameters.binary('binaryPropertyName', rules);
			if (isWebm(data.mimeType)) return voiceMimeType;
			const named = typeOfName(data.fileName ?? '');
			// n8n calls every file a text whose type it does not know.
			return mimeType === textMimeType ? (named ?? mimeType) : (mimeType ?? named);
		}
		case 'url':
			return typeOfName(new URL(parameters.url('mediaUrl')).pathname);
		default:
			return undefined;
	}
}

function kindOf(mimeType: string | undefined): MessageKind | undefined {
	const accepts = (kind: MessageKind) =>
		mediaRules[kind].mimeTypes.some((type) => type === mimeType);
	return kinds.find(accepts);
}

function hasCaption(type: MessageKind): boolean {
	return type !== 'audio' && type !== 'sticker';
}

function readContent(
	type: MessageKind,
	parameters: Parameters,
	chosen: Parameters,
	caption: string | undefined,
): RequestBody {
	switch (type) {
		case 'audio': {
			const media = readMedia(parameters, type);
			return { ...media, voice: readVoice(media, chosen) };
		}
		case 'document':
			return { ...readDocument(parameters, chosen), caption };
		case 'sticker':
			return readMedia(parameters, type);
		default:
			return { ...readMedia(parameters, type), caption };
	}
}

/** The caption, and what does not fit into it if that is sent as text. */
function readCaptions(chosen: Parameters): string[] {
	const caption = chosen.optionalText('caption', textRule(chosen, limits.caption));
	return caption === undefined ? [] : splitIfLong(caption, chosen, limits.caption);
}

function readVoice(media: Media, chosen: Parameters): boolean | undefined {
	const voice = chosen.optionalBoolean('voiceMessage');
	const mimeType = fileToUpload(media)?.mimeType ?? voiceMimeType;
	if (voice && mimeType !== voiceMimeType) {
		throw chosen.error(
			'voiceMessage',
			`is on, but the file is of the type ${mimeType}`,
			`Convert the file to OGG with the OPUS codec (${voiceMimeType}), or turn the option off.`,
		);
	}
	return voice;
}
