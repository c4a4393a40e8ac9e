import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { BinaryFile } from '../files/binaryFile';
import { MediaId } from '../files/placeholders';
import { readMediaUrl } from './mediaUrl';
import type { Parameters } from '../parameters/parameters';
import { mediaRules } from '../../shared/mediaRules';
import type { MediaKind } from '../../shared/mediaRules';

type Show = NonNullable<IDisplayOptions['show']>;

/** The name of the item's binary data. Read with `parameters.binary`. */
export const inputBinaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field that contains the file',
};

/** Where to put a file in the output. */
export const outputBinaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
};

/** The ID of an uploaded or received file. */
export const mediaIdField: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1037543291543636',
	description:
		'ID from WhatsApp: valid for 30 days after an upload, for 7 days if it came with a message you received',
};

/**
 * Where a media file comes from: binary data, a URL, or the ID of an earlier upload. Read with `readMedia`.
 * @param show when to show the fields, e.g. `{ headerType: ['image'] }`.
 */
export function mediaFields(show: Show = {}): INodeProperties[] {
	const shownFor = (source: string) => ({ show: { ...show, mediaSource: [source] } });
	return [
		{
			displayName: 'Media Source',
			name: 'mediaSource',
			type: 'options',
			displayOptions: { show },
			options: [
				{ name: 'Binary File', value: 'binary', description: 'A file from the previous node' },
				{ name: 'URL', value: 'url', description: 'A public URL that WhatsApp fetches' },
				{
					name: 'Media ID',
					value: 'id',
					description: 'A file that was uploaded to WhatsApp before',
				},
			],
			default: 'binary',
		},
		{ ...inputBinaryField, displayOptions: shownFor('binary') },
		{
			displayName: 'Media URL',
			name: 'mediaUrl',
			type: 'string',
			required: true,
			displayOptions: shownFor('url'),
			default: '',
			placeholder: 'e.g. https://example.com/picture.jpg',
			description: 'URL of the file, accessible without a login',
		},
		{ ...mediaIdField, displayOptions: shownFor('id') },
	];
}

/** A media object of the Graph API: an ID (or a file that is uploaded to get one) or a link. */
export type Media = { id: string | MediaId } | { link: string };

/**
 * Reads the media fields.
 * @throws InputError when the file is missing, its type is not supported, or the URL is invalid.
 */
export function readMedia(parameters: Parameters, kind: MediaKind): Media {
	switch (parameters.choice('mediaSource')) {
		case 'binary':
			return { id: new MediaId(parameters.binary('binaryPropertyName', mediaRules[kind])) };
		case 'url':
			return { link: readMediaUrl(parameters, 'mediaUrl') };
		default:
			return { id: parameters.text('mediaId').trim() };
	}
}

/** The name of a document. Read with `readDocument`, together with the media fields. */
export const documentNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice.pdf',
	description:
		'Name that the recipient sees, with its extension. By default, that of the binary file.',
};

/**
 * Reads the media fields and the name of a document.
 * @param named the parameters that contain the name.
 * @throws InputError as `readMedia`.
 */
export function readDocument(
	parameters: Parameters,
	named = parameters,
): Media & { filename?: string } {
	const media = readMedia(parameters, 'document');
	const filename = named.optionalText('fileName') ?? fileToUpload(media)?.data.fileName;
	return { ...media, filename };
}

/** The file that must be uploaded first, or undefined for a URL or a media ID. */
export function fileToUpload(media: Media): BinaryFile | undefined {
	return 'id' in media && media.id instanceof MediaId ? media.id.file : undefined;
}
