import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { BinaryFile } from '../files/binaryFile';
import { MediaId } from '../files/placeholders';
import type { Parameters } from '../parameters/parameters';
import { mediaRules } from '../../shared/mediaRules';
import type { MediaKind } from '../../shared/mediaRules';

type Show = NonNullable<IDisplayOptions['show']>;

export const inputBinaryField: INodeProperties = {
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field that holds the file',
};

export const outputBinaryField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
};

export const mediaIdField: INodeProperties = {
	displayName: 'Media ID',
	name: 'mediaId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 1037543291543636',
	description:
		'ID that WhatsApp gave: after an upload it is valid for 30 days, from a message you received for 7 days',
};

/**
 * Where a media file comes from: the item's binary data, a web address, or the ID of an earlier upload.
 * @param show when the fields are shown, e.g. `{ headerType: ['image'] }`.
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
				{ name: 'URL', value: 'url', description: 'A public web address that WhatsApp fetches' },
				{ name: 'Media ID', value: 'id', description: 'A file uploaded to WhatsApp before' },
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
			description: 'Address of the file, reachable without a log-in',
		},
		{ ...mediaIdField, displayOptions: shownFor('id') },
	];
}

/** A media object of the Graph API: an ID (or a file that is uploaded to get one) or a link. */
export type Media = { id: string | MediaId } | { link: string };

/**
 * Reads the media fields.
 * @throws InputError when the file is missing, is of a type WhatsApp doesn't take, or the URL can't work.
 */
export function readMedia(parameters: Parameters, kind: MediaKind): Media {
	switch (parameters.choice('mediaSource')) {
		case 'binary':
			return { id: new MediaId(parameters.binary('binaryPropertyName', mediaRules[kind])) };
		case 'url':
			return { link: parameters.url('mediaUrl') };
		default:
			return { id: parameters.text('mediaId').trim() };
	}
}

/** The name of a document, beside the media fields; `readDocument` reads both. */
export const documentNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. invoice.pdf',
	description:
		'Name with extension as the recipient sees it. A binary file keeps its own name when this is empty.',
};

/**
 * A document with its name. Raises what `readMedia` raises.
 * @param named where the name is.
 */
export function readDocument(
	parameters: Parameters,
	named = parameters,
): Media & { filename?: string } {
	const media = readMedia(parameters, 'document');
	const filename = named.optionalText('fileName') ?? fileToUpload(media)?.data.fileName;
	return { ...media, filename };
}

/** The file that is still to be uploaded, or undefined for a URL or a media ID. */
export function fileToUpload(media: Media): BinaryFile | undefined {
	return 'id' in media && media.id instanceof MediaId ? media.id.file : undefined;
}
